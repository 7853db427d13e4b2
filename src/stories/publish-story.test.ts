import { expect, it } from 'vitest';
import { agency, fileDraft, noon, publishOne, storyFields } from '../../test/invented-story.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { inTransaction } from '../record/transaction.ts';
import { newestVersion, readPublicStory } from '../record/version-store.ts';
import { fileWithoutCode } from './file-story.ts';
import { publishStory } from './publish-story.ts';
import { type Refusal, sentenceOf } from './refusal.ts';
import { saveDraft } from './save-draft.ts';
import { updateStory } from './update-story.ts';

function publish({ pool }: TestDatabase, storyId: number, now = noon) {
  return inTransaction(pool, (db) => publishStory({ db, agency, now }, { storyId, by: 'Ana Moss' }));
}

function update({ pool }: TestDatabase, storyId: number, now = noon) {
  return inTransaction(pool, (db) => updateStory({ db, agency, now }, { storyId, by: 'Ben Cole' }));
}

function save({ pool }: TestDatabase, storyId: number, headline: string, revision = 0) {
  return saveDraft({ db: pool, now: noon }, { storyId, fields: storyFields({ headline }), revision });
}

it('publishes a draft as version 1 and keeps no draft', async () => {
  const database = await testDatabase();
  const { storyId, code } = await fileDraft(database);
  expect(await publish(database, storyId)).toMatchObject({
    ok: true,
    value: { code, version: 1, actedAt: noon },
  });
  expect(await readPublicStory(database.pool, code)).toMatchObject({ version: 1, fields: storyFields() });
  expect((await database.pool.query('select from drafts')).rowCount).toBe(0);
});

it('places an imported story at the time it states, and records it now', async () => {
  const database = await testDatabase();
  const statedAt = new Date('2017-08-05T16:04:00Z');
  const { storyId, code } = await fileDraft(database, { statedAt });
  expect(await publish(database, storyId)).toMatchObject({ value: { actedAt: noon } });
  expect(await readPublicStory(database.pool, code)).toMatchObject({ effective_at: statedAt });
});

it('updates to version 2 and leaves version 1 byte for byte', async () => {
  const database = await testDatabase();
  const { storyId, code } = await publishOne(database);
  const first = () =>
    database.pool.query('select xmin::text, act_id, fields::text from versions where version = 1');
  const before = (await first()).rows;
  await save(database, storyId, 'The port of Halim opens again');
  expect(await update(database, storyId)).toMatchObject({ ok: true, value: { code, version: 2 } });
  expect((await first()).rows).toEqual(before);
  expect(await readPublicStory(database.pool, code)).toMatchObject({
    version: 2,
    fields: { headline: 'The port of Halim opens again' },
    effective_at: noon,
    updated_at: new Date(noon.getTime() + 1),
  });
});

it('refuses to publish what is published, and to update what is not', async () => {
  const database = await testDatabase();
  const { storyId, code } = await fileDraft(database);
  expect(await update(database, storyId)).toEqual({ ok: false, refusal: { kind: 'not-published', code } });
  await publish(database, storyId);
  await save(database, storyId, 'A second draft');
  expect(await publish(database, storyId)).toMatchObject({
    ok: false,
    refusal: { kind: 'may-not-follow', code, soFar: { last: { kind: 'publish', by: 'Ana Moss' } } },
  });
  expect(await newestVersion(database.pool, storyId)).toBe(1);
});

it('refuses an update without a draft, and a story that is not there', async () => {
  const database = await testDatabase();
  const { storyId, code } = await publishOne(database);
  expect(await update(database, storyId)).toMatchObject({
    ok: false,
    refusal: { kind: 'no-draft', code, last: { by: expect.any(String) } },
  });
  expect(await publish(database, 4_711)).toEqual({ ok: false, refusal: { kind: 'no-such-story' } });
});

it('lets one of two people who publish a draft at once win, and refuses the other', async () => {
  const database = await testDatabase();
  const { storyId, code } = await fileDraft(database);
  const both = await Promise.all([publish(database, storyId), publish(database, storyId)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject({
    ok: false,
    refusal: { kind: 'may-not-follow', code, act: 'publish' },
  });
  expect(await newestVersion(database.pool, storyId)).toBe(1);
});

it('lets one of two people who update at once win, and refuses the other', async () => {
  const database = await testDatabase();
  const { storyId, code } = await publishOne(database);
  await save(database, storyId, 'The port of Halim opens again');
  const both = await Promise.all([update(database, storyId), update(database, storyId)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject({
    ok: false,
    refusal: { kind: 'no-draft', code, last: { by: expect.any(String) } },
  });
  expect(await newestVersion(database.pool, storyId)).toBe(2);
});

it('lets one of two people who save over the same revision win, and tells the other', async () => {
  const database = await testDatabase();
  const { storyId } = await fileDraft(database);
  const both = await Promise.all([save(database, storyId, 'One', 1), save(database, storyId, 'Other', 1)]);
  expect(both.filter((one) => one.ok)).toEqual([{ ok: true, value: { revision: 2 } }]);
  expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusal: { kind: 'saved-since', revision: 2 } });
});

it('does not let a save bring back a draft that was published in between', async () => {
  const database = await testDatabase();
  const { storyId } = await publishOne(database);
  const late = await save(database, storyId, 'Written on the draft that is gone', 1);
  expect(late).toEqual({ ok: false, refusal: { kind: 'saved-since', revision: 0 } });
  expect((await database.pool.query('select from drafts')).rowCount).toBe(0);
});

const empty = { type: 'doc' as const, content: [] };
const tomorrow = new Date('2026-03-15T12:00:00Z');
type Draft = Parameters<typeof fileDraft>[1];

it.each<[string, Draft, Refusal, string]>([
  ['without a headline', { headline: '' }, { kind: 'no-headline' }, 'no headline'],
  ['with a headline of spaces', { headline: ' \n ' }, { kind: 'no-headline' }, 'no headline'],
  ['without lead and body', { lead: '', body: empty }, { kind: 'no-text' }, 'neither a lead nor a body'],
  ['in a language without an edition', { lang: 'de' }, { kind: 'no-edition', lang: 'de' }, 'edition in “de”'],
  [
    'stated in the future',
    { statedAt: tomorrow },
    { kind: 'future', statedAt: tomorrow },
    '2026-03-15T12:00',
  ],
])('refuses a draft %s, in a sentence, and keeps it', async (_, draft, refusal, words) => {
  const database = await testDatabase();
  const { storyId } = await fileDraft(database, draft);
  expect(await publish(database, storyId)).toEqual({ ok: false, refusal });
  expect(sentenceOf(refusal)).toContain(words);
  const { rows } = await database.pool.query(
    'select (select count(*) from acts) as acts, (select count(*) from drafts) as drafts',
  );
  expect(rows).toEqual([{ acts: 0, drafts: 1 }]);
});

it('refuses a draft without a code', async () => {
  const database = await testDatabase();
  const story = { lang: 'en', fields: storyFields() };
  const { storyId } = await inTransaction(database.pool, (db) => fileWithoutCode(db, noon, story));
  expect(await publish(database, storyId)).toEqual({ ok: false, refusal: { kind: 'no-code' } });
});

it('publishes a lead without a body, and a body without a lead', async () => {
  const database = await testDatabase();
  for (const draft of [{ lead: '' }, { body: empty }]) {
    const { storyId } = await fileDraft(database, draft);
    expect(await publish(database, storyId)).toMatchObject({ ok: true });
  }
});
