import type pg from 'pg';
import { expect, it } from 'vitest';
import { noon, storyFields } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { inTransaction } from '../record/transaction.ts';
import { fileStory, fileWithoutCode } from './file-story.ts';
import { type Result, sentenceOf } from './refusal.ts';
import { findHolder, noteCode, readDraft } from './story-store.ts';

function file(pool: pg.Pool, code?: number, headline = 'Storm closes the port of Halim') {
  return inTransaction(pool, (db) =>
    fileStory(db, noon, { lang: 'en', fields: storyFields({ headline }), code }),
  );
}

async function codeOf(filing: Promise<Result<{ code: number }>>): Promise<number> {
  const filed = await filing;
  if (!filed.ok) throw new Error(sentenceOf(filed.refusal));
  return filed.value.code;
}

/** All that filing can change. */
async function allKept(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select json_agg(stories order by id) from stories) as stories,
       (select json_agg(drafts order by story_id) from drafts) as drafts, (select largest from code_counter)`,
  );
  return rows[0];
}

it('gives codes one after the other, from 1,000', async () => {
  const { pool } = await testDatabase();
  const codes = [await codeOf(file(pool)), await codeOf(file(pool)), await codeOf(file(pool))];
  expect(codes).toEqual([1000, 1001, 1002]);
});

it('keeps the code that a story brings, and goes on above the largest', async () => {
  const { pool } = await testDatabase();
  expect(await codeOf(file(pool, 271_032))).toBe(271_032);
  expect(await codeOf(file(pool, 12))).toBe(12);
  expect(await codeOf(file(pool))).toBe(271_033);
});

it('keeps the smallest and the largest code there can be', async () => {
  const { pool } = await testDatabase();
  expect(await codeOf(file(pool, 1))).toBe(1);
  expect(await codeOf(file(pool, 999_999_999))).toBe(999_999_999);
  expect(await codeOf(file(pool))).toBe(1_000_000_000);
});

it('refuses a code that is taken, names the holder and changes nothing', async () => {
  const { pool } = await testDatabase();
  await codeOf(file(pool, 271_032, 'The first to come'));
  const before = await allKept(pool);
  const second = await file(pool, 271_032, 'The second to come');
  expect(second).toEqual({
    ok: false,
    refusal: { kind: 'code-taken', code: 271_032, headline: 'The first to come' },
  });
  expect(await allKept(pool)).toEqual(before);
});

it.each([0, -1, 1.5, Number.NaN, 1_000_000_000])('refuses the code %d and changes nothing', async (code) => {
  const { pool } = await testDatabase();
  const before = await allKept(pool);
  const filed = await file(pool, code);
  expect(filed).toEqual({ ok: false, refusal: { kind: 'code-out-of-range', code } });
  expect(!filed.ok && sentenceOf(filed.refusal)).toContain('a whole number from 1 to 999999999');
  expect(await allKept(pool)).toEqual(before);
});

it('moves the counter to a noted code above it, and never back', async () => {
  const { pool } = await testDatabase();
  await inTransaction(pool, (db) => noteCode(db, 5_000));
  await inTransaction(pool, (db) => noteCode(db, 40));
  expect(await codeOf(file(pool))).toBe(5_001);
});

it('gives 20 stories that are filed at once 20 codes without a gap', async () => {
  const { pool } = await testDatabase();
  const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(file(pool))));
  expect(codes.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, nth) => 1000 + nth));
});

it('gives one code to one of two stories that bring it at once', async () => {
  const { pool } = await testDatabase();
  const filings = await Promise.all([file(pool, 777, 'One'), file(pool, 777, 'Other')]);
  const holder = await findHolder(pool, 777);
  expect(filings.filter((one) => one.ok)).toHaveLength(1);
  expect(filings.find((one) => !one.ok)).toMatchObject({ refusal: { headline: holder?.headline } });
});

it('gives a code to nobody where the transaction fails', async () => {
  const { pool } = await testDatabase();
  const before = await allKept(pool);
  const broken = inTransaction(pool, async (db) => {
    await fileStory(db, noon, { lang: 'en', fields: storyFields() });
    throw new Error('the desk fell silent');
  });
  await expect(broken).rejects.toThrow('the desk fell silent');
  expect(await allKept(pool)).toEqual(before);
});

it('keeps a story without a code as a draft with its doubts', async () => {
  const { pool } = await testDatabase();
  const story = { lang: 'en', fields: storyFields(), doubts: ['Its code is taken.'] };
  const { storyId } = await inTransaction(pool, (db) => fileWithoutCode(db, noon, story));
  const { rows } = await pool.query('select code from stories where id = $1', [storyId]);
  expect(rows).toEqual([{ code: null }]);
  expect(await readDraft(pool, storyId)).toMatchObject({ revision: 1, doubts: ['Its code is taken.'] });
});

it('keeps no NUL, lone surrogate or line break that PostgreSQL or a headline has no place for', async () => {
  const { pool } = await testDatabase();
  const filed = await file(pool, 9, 'Storm\0 closes\r\n the port \ud800');
  if (!filed.ok) throw new Error(sentenceOf(filed.refusal));
  const draft = await readDraft(pool, filed.value.storyId);
  expect(draft?.fields.headline).toBe('Storm closes the port \ufffd');
});
