import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { exportPlace, exportTo, filesIn, findingsIn, giveOwnKey, hideChanges } from '../../test/exports.ts';
import { agency, fileDraft, publishOne } from '../../test/invented-story.ts';
import { steps, takeSteps } from '../../test/random-acts.ts';
import { makeDatabase, testDatabase } from '../../test/test-database.ts';
import { readAgency, writeAgency } from '../editions/agency-store.ts';
import { readKeys } from '../log/signing-keys.ts';
import { inTransaction } from '../record/transaction.ts';
import { verifyRecord } from '../record/verify-record.ts';
import { publishStory } from '../stories/publish-story.ts';
import { type AdoptOutcome, adoptExport } from './adopt-export.ts';
import { exportRecord } from './export-record.ts';

const now = new Date('2026-05-01T12:00:00Z');

/** @returns what came of it; what was wrong with the export is in `found`. */
async function adopt(pool: pg.Pool, root: string, found: unknown[] = []): Promise<AdoptOutcome> {
  return adoptExport(pool, root, { threads: 0, now, tell: (finding) => found.push(finding) });
}

async function wrongIn(pool: pg.Pool): Promise<unknown[]> {
  const found: unknown[] = [];
  await verifyRecord(pool, (finding) => found.push(finding));
  return found;
}

/** What readers get, and got, by what outlives a move: no number of a row is in it, and no word that an export lacks. */
async function publicRows(pool: pg.Pool): Promise<unknown[]> {
  const columns = `spans.code, spans.lang, spans.version, effective_at, updated_at, section, topics, byline, headline, lead,
    credit, dateline, coalesce(picture, 'null'), plain, search::text, leaves.index, from_at, from_acted`;
  const { rows } = await pool.query(
    `select ${columns}, null::timestamptz as until_at, null::timestamptz as until_acted
       from published as spans join leaves using (act_id)
     union all select ${columns}, until_at, until_acted from past_published as spans join leaves using (act_id)
       where story_id not in (select story_id from withheld)
     union all select code, state, 0, null, null, '', '{}', '', '', '', '', '', '{}', '', '', leaves.index, null, null, null, null
       from withheld join stories on stories.id = story_id join leaves using (act_id) join acts on acts.id = leaves.act_id
     order by 1, 16, 2`,
  );
  return rows;
}

test('an export that was taken over is exported again with the same bytes, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const [first, second] = [await makeDatabase(), await makeDatabase()];
      try {
        await giveOwnKey(first.pool);
        await takeSteps(first.pool, taken);
        const [one, two] = [exportPlace(), exportPlace()];
        const exported = await exportRecord(first.pool, one);
        if (!exported.ok) {
          expect(exported.why).toMatch(/Nothing was published/);
          return;
        }
        expect(await findingsIn(one)).toEqual([]);
        const found: unknown[] = [];
        expect(await adopt(second.pool, one, found)).toMatchObject({ ok: true });
        expect([...found, ...(await wrongIn(second.pool))]).toEqual([]);
        await exportTo(second.pool, two);
        expect(filesIn(two)).toEqual(filesIn(one));
        const [was, is] = [await publicRows(first.pool), await publicRows(second.pool)];
        expect(is).toEqual(was);
      } finally {
        await first.drop();
        await second.drop();
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 600_000);

test('readers get what they got, and the next act is signed with a key of this installation', async () => {
  const [first, second] = [await testDatabase(), await testDatabase()];
  await giveOwnKey(first.pool);
  await giveOwnKey(second.pool);
  await writeAgency(first.pool, agency);
  const { code } = await publishOne(first);
  await actOn(first.pool, code, 'correct', { words: { lead: 'No ferry sails.' }, note: 'A word was wrong.' });
  await publishOne(first, { headline: 'خبر فارسی' });
  const root = exportPlace();
  await exportTo(first.pool, root);
  expect(await adopt(second.pool, root)).toMatchObject({
    ok: true,
    value: { stories: 2, acts: 3, largestCode: code + 1 },
  });
  expect(await publicRows(second.pool)).toEqual(await publicRows(first.pool));
  expect(await readAgency(second.pool)).toEqual(agency);
  const [theirs] = await readKeys(first.pool);
  expect(await readKeys(second.pool)).toEqual([{ ...theirs, secret: null }]);

  expect((await publishOne(second)).code).toBe(code + 2);
  const keys = await readKeys(second.pool);
  expect(keys.map(({ how, fromSize, origin }) => [how, fromSize, origin])).toEqual([
    ['first', 0, theirs?.origin],
    ['taken over', 3, theirs?.origin],
  ]);
  await actOn(second.pool, code, 'redact', { reasonClass: 'privacy', fields: ['lead'] });
  expect(await wrongIn(second.pool)).toEqual([]);
  // The folder that it came from can go on with it.
  expect(await exportTo(second.pool, root)).toMatchObject({ acts: 5, written: 2 });
  expect(await findingsIn(root)).toEqual([]);
  const third = await testDatabase();
  expect(await adopt(third.pool, root)).toMatchObject({ ok: true });
  expect(await wrongIn(third.pool)).toEqual([]);
});

test('a story that was withheld in the export is there without its words, and does not come back', async () => {
  const [first, second] = [await testDatabase(), await testDatabase()];
  const { code: killed } = await publishOne(first, { headline: 'Zorbentrix is accused' });
  const { code: held } = await publishOne(first);
  const { code: other } = await publishOne(first);
  await actOn(first.pool, held, 'correct', {
    words: { lead: 'Another lead.' },
    note: 'Quallompis was misspelt.',
  });
  await actOn(first.pool, killed, 'kill', {
    reasonClass: 'inaccurate',
    note: 'It was not so.',
    replacement: other,
  });
  await actOn(first.pool, held, 'hold', { note: 'It is being checked.' });
  const root = exportPlace();
  await exportTo(first.pool, root);
  expect(await adopt(second.pool, root)).toMatchObject({ ok: true });
  expect(await wrongIn(second.pool)).toEqual([]);
  const { rows } = await second.pool.query(
    `select code, versions.fields, array(select note from acts where story_id = stories.id order by id) as notes
     from stories join versions on versions.story_id = stories.id and version = 1 order by code`,
  );
  expect(rows).toMatchObject([
    { code: killed, fields: {}, notes: ['', 'It was not so.'] },
    { code: held, fields: {}, notes: ['', '', 'It is being checked.'] },
    { code: other, fields: { headline: 'Storm closes the port of Halim' } },
  ]);
  const gone = (code: number) =>
    `The words of story ${code} are not here: it was withheld in the export that this record was taken over from. It cannot come back; file a new story.`;
  await expect(actOn(second.pool, held, 'release')).rejects.toThrow(gone(held));
  await expect(actOn(second.pool, killed, 'withdraw')).rejects.toThrow(gone(killed));
  await expect(actOn(second.pool, killed, 'release')).rejects.toThrow('it was killed');
  await actOn(second.pool, held, 'kill');
  await actOn(second.pool, killed, 'redact', { reasonClass: 'legal', fields: ['headline', 'note'] });
  expect(await wrongIn(second.pool)).toEqual([]);
  await exportTo(second.pool, root);
  expect(await findingsIn(root)).toEqual([]);
});

test('is refused, and nothing changes, where stories are here already or anything is wrong with the export', async () => {
  const [first, second] = [await testDatabase(), await testDatabase()];
  await giveOwnKey(first.pool);
  await publishOne(first);
  const root = exportPlace();
  await exportTo(first.pool, root);
  const state = async () => [
    await readKeys(second.pool),
    await readAgency(second.pool),
    await publicRows(second.pool),
  ];
  const before = await state();

  const page = path.join(root, 'data/stories/1000/1.html');
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace('Ferries stay', 'Ferries sail'));
  const found: unknown[] = [];
  expect(await adopt(second.pool, root, found)).toEqual({
    ok: false,
    why: '1 things are wrong with the export: nothing was taken over.',
  });
  hideChanges(root);
  expect(await adopt(second.pool, root, found)).toMatchObject({ ok: false });
  expect(found).toHaveLength(2);
  expect(await state()).toEqual(before);
  writeFileSync(page, text);
  hideChanges(root);

  await publishOne(second);
  const filled = await state();
  expect(await adopt(second.pool, root)).toEqual({
    ok: false,
    why: 'An export is taken over only into an empty installation, and this one has stories: set DATA_DIR to a new folder. Nothing was changed.',
  });
  expect(await state()).toEqual(filled);
});

test('is refused where the words are of a kind that this program does not know', async () => {
  const [first, second] = [await testDatabase(), await testDatabase()];
  // As a later version of the program may record it.
  const { storyId, code } = await fileDraft(first);
  const body = { type: 'doc', content: [{ type: 'hologram', attrs: {} }] };
  await first.pool.query(`update drafts set fields = jsonb_set(fields, '{body}', $1)`, [
    JSON.stringify(body),
  ]);
  await inTransaction(first.pool, (db) => publishStory({ db, agency, now }, { storyId, by: 'Ana Moss' }));
  const root = exportPlace();
  await exportTo(first.pool, root);
  expect(await findingsIn(root)).toEqual([]);
  expect(await adopt(second.pool, root)).toEqual({
    ok: false,
    why: `The text of version 1 of story ${code} is not of a kind that this program knows: nothing was taken over.`,
  });
  expect(await publicRows(second.pool)).toEqual([]);
});
