import { describe, expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { agency, fileDraft, noon, publishOne } from '../../test/invented-story.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { actsThatStand, readHistory, readStoryState, withholdingAct } from './read-history.ts';

/** Times of the acts, a minute apart. */
const minute = (at: number) => new Date(noon.getTime() + at * 60_000);

async function story(): Promise<{ database: TestDatabase; storyId: number; code: number }> {
  const database = await testDatabase();
  await writeAgency(database.pool, agency);
  return { database, ...(await publishOne(database)) };
}

describe('the act for which readers do not get a story', () => {
  it('is the one that still stands, whatever came after it', async () => {
    const { database, storyId, code } = await story();
    const why = async () => {
      const act = withholdingAct(await readHistory(database.pool, storyId));
      return act && [act.kind, act.reasonClass, act.effectiveAt.getTime() - noon.getTime()];
    };
    const act = (at: number, ...order: [Parameters<typeof actOn>[2], Parameters<typeof actOn>[3]?]) =>
      actOn(database.pool, code, order[0], { ...order[1], now: minute(at) });
    expect(await why()).toBeNull();
    await act(1, 'hold', { reasonClass: 'rights' });
    await act(2, 'correct', { words: { byline: 'Ben Moss' } });
    expect(await why()).toEqual(['hold', 'rights', 60_000]);
    await act(3, 'kill');
    await act(4, 'redact', { fields: ['byline'] });
    expect(await why()).toEqual(['kill', 'withdrawn', 180_000]);
    await act(5, 'kill', { reasonClass: 'legal' });
    expect(await why()).toEqual(['kill', 'legal', 300_000]);
    await act(6, 'withdraw');
    expect(await why()).toEqual(['kill', 'withdrawn', 180_000]);
    await act(7, 'redact', { fields: ['all'], reasonClass: 'safety' });
    await act(8, 'redact', { fields: ['note'] });
    expect(await why()).toEqual(['redact', 'safety', 420_000]);
    const acts = await readHistory(database.pool, storyId);
    expect(actsThatStand(acts)).toHaveLength(acts.length - 1);
    expect(acts.map(({ noteGap }) => noteGap?.reasonClass)).toEqual([...Array(8).fill('legal'), undefined]);
  });
});

describe('where a story stands', () => {
  it('is told of what was published, and of nothing else', async () => {
    const { database, storyId, code } = await story();
    const draft = await fileDraft(database);
    const state = async (of: number) => (await readStoryState(database.pool, of))?.state ?? null;
    expect([await state(code), await state(draft.code), await state(999_999)]).toEqual([
      'public',
      null,
      null,
    ]);
    await actOn(database.pool, code, 'hold');
    expect(await readStoryState(database.pool, code)).toEqual({ storyId, code, lang: 'en', state: 'held' });
    await actOn(database.pool, code, 'kill', { reasonClass: 'legal' });
    expect(await state(code)).toBe('removed');
  });
});
