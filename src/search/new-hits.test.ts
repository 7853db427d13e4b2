import { expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { publishSearched, searchedAgency } from '../../test/searched.ts';
import { testDatabase } from '../../test/test-database.ts';
import { newHits } from './new-hits.ts';

it('finds for a kept question what readers first got since, each story once, and says from where to go on', async () => {
  const { pool } = await testDatabase();
  const ask = async (sinceAct: number, query = 'q=storm', lang = 'en') => {
    const found = await newHits(pool, searchedAgency, { lang, query }, { sinceAct, limit: 10 });
    return found && { codes: found.stories.map(({ code }) => code), until: found.until };
  };
  const [old] = (await publishSearched(pool, [{ headline: 'Storm' }, { headline: 'Calm' }])) as [number];
  const first = await ask(0);
  expect(first).toEqual({ codes: [old], until: expect.any(Number) });
  const since = first?.until ?? 0;
  expect(await ask(since)).toEqual({ codes: [], until: since });

  // Told before; out of sight; not asked for; a story of years ago that came in now.
  await actOn(pool, old, 'correct', { words: { lead: 'A storm.' }, note: 'It was a storm.' });
  const [held, , imported, other] = (await publishSearched(pool, [
    { headline: 'Storms' },
    { headline: 'Calm' },
    { headline: 'A storm then', at: '2011-01-01T00:00:00Z', section: 'world' },
    { lang: 'fr', headline: 'Storm' },
  ])) as [number, number, number, number];
  await actOn(pool, held, 'hold');
  const second = await ask(since);
  expect(second?.codes).toEqual([imported]);
  expect((await ask(since, 'q=storm&section=economy'))?.codes).toEqual([]);
  expect((await ask(since, 'q=storm&lang=*'))?.codes).toEqual([other, imported]);
  expect((await ask(since, 'section=world'))?.codes).toEqual([imported]);
  expect((await ask(since, 'q=storm&sort=relevance&after=1.1&as-of=2011-01-01'))?.codes).toEqual([imported]);
  await actOn(pool, held, 'release');
  expect((await ask(second?.until ?? 0))?.codes).toEqual([]);
});

it('has no answer for what cannot be asked', async () => {
  const { pool } = await testDatabase();
  for (const [lang, query] of [
    ['de', 'q=storm'],
    ['en', ''],
    ['en', 'q=***'],
    ['en', 'q=storm&from=yesterday'],
  ] as const)
    expect(await newHits(pool, searchedAgency, { lang, query }, { sinceAct: 0, limit: 10 })).toBe(null);
});
