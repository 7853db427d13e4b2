/** The seed page, and what happens to a page that comes again. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { fileDraft } from '../../test/invented-story.ts';
import { everyRow, importInto, prose, textPage } from '../../test/page-import.ts';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import { testDatabase } from '../../test/test-database.ts';
import { newPool } from '../database/open-database.ts';
import { viewStory } from '../record/view-story.ts';
import type { StoryFields } from '../stories/story.ts';
import { plainText } from '../text/plain-text.ts';
import type { Block } from '../text/story-text.ts';

const [savedPage, expectedFields] = ['seed/saved-page.txt', 'seed/expected.json'] as const;
const itWithSeed = itWithShared(savedPage, expectedFields);

type Expected = {
  code: number;
  seenOn: string;
  headline: string;
  credit: string;
  lead: string;
  body: string[];
  furnitureDropped: string[];
  relativeDates: { text: string; is: string }[];
  flaggedNotRepaired: { text: string }[];
};

function readSeed(): { bytes: Buffer; expected: Expected } {
  const expected = JSON.parse(readFileSync(sharedFile(expectedFields), 'utf8')) as Expected;
  return { bytes: readFileSync(sharedFile(savedPage)), expected };
}

async function newestFields(pool: pg.Pool, code: number): Promise<StoryFields> {
  const { rows } = await pool.query<{ fields: StoryFields }>(
    `select fields from versions join stories on stories.id = versions.story_id
     where code = $1 order by version desc limit 1`,
    [code],
  );
  return rows[0]?.fields as StoryFields;
}

/** "words = datetime" for each date mark of paragraphs, in their order. */
function dateMarks(content: Block[]): string[] {
  return content
    .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
    .flatMap((run) =>
      run.type === 'text'
        ? (run.marks ?? []).flatMap((mark) =>
            mark.type === 'date' ? [`${run.text} = ${mark.attrs.datetime}`] : [],
          )
        : [],
    );
}

itWithSeed('publishes the seed page with every field that is expected of it', async () => {
  const { pool } = await testDatabase();
  const { bytes, expected } = readSeed();
  const report = await importInto(pool, bytes, { publish: true, zone: 'Asia/Tehran' });
  expect(report).toMatchObject({ outcome: 'published', code: expected.code, reasons: [] });
  expect(report.understood?.seenOn).toBe(expected.seenOn);
  expect(report.understood?.furniture).toEqual(expected.furnitureDropped);
  expect(report.repairs?.flags.map(({ text }) => text)).toEqual(
    expected.flaggedNotRepaired.map(({ text }) => text),
  );
  const { headline, credit, lead, body } = await newestFields(pool, expected.code);
  expect({ headline, credit, lead, body: plainText(body).split('\n\n') }).toEqual({
    headline: expected.headline,
    credit: expected.credit,
    lead: expected.lead,
    body: expected.body,
  });
});

itWithSeed('keeps the dates of the seed page as marks', async () => {
  const { pool } = await testDatabase();
  const { bytes, expected } = readSeed();
  await importInto(pool, bytes, { publish: true });
  const { body } = await newestFields(pool, expected.code);
  const marked = expected.relativeDates.map(({ text, is }) => {
    const datetime = is === '2017-07-24/2017-07-30' ? '2017-W30' : is;
    return `${text} = ${datetime}`;
  });
  expect([...new Set(dateMarks(body.content))]).toEqual(marked);
});

itWithSeed('keeps the bytes of the seed page, its act and its public row', async () => {
  const { pool } = await testDatabase();
  const { bytes, expected } = readSeed();
  const report = await importInto(pool, bytes, {
    publish: true,
    zone: 'Asia/Tehran',
    file: 'saved-page.txt',
  });
  const sha256 = createHash('sha256').update(bytes).digest();
  expect(report.sha256).toBe(sha256.toString('hex'));
  const { rows: evidence } = await pool.query('select sha256, file_name, bytes from raw_evidence');
  expect(evidence).toEqual([{ sha256, file_name: 'saved-page.txt', bytes }]);
  const { rows: items } = await pool.query('select sha256, report from intake_items');
  expect(items).toEqual([{ sha256, report: JSON.parse(JSON.stringify(report)) }]);
  const { rows } = await pool.query(
    'select code, lang, version, effective_at, headline, credit, lead, plain from published',
  );
  const { code, headline, credit, lead } = expected;
  const effective_at = new Date('2017-08-05T07:24:00Z');
  const plain = expected.body.join('\n\n');
  expect(rows).toEqual([{ code, lang: 'en', version: 1, effective_at, headline, credit, lead, plain }]);
  expect(await viewStory(pool, code)).toMatchObject({
    path: expect.stringMatching(/^\/en\/271032\/russia-iran-/),
    acts: [{ kind: 'publish', statedAt: effective_at, by: 'import' }],
    draft: null,
  });
});

itWithSeed('finds nothing new in a page that is here', async () => {
  const { pool } = await testDatabase();
  const { bytes, expected } = readSeed();
  await importInto(pool, bytes, { publish: true });
  const before = await everyRow(pool);
  for (const publish of [true, false]) {
    const again = await importInto(pool, bytes, { publish, file: 'another-name.txt' });
    expect(again).toMatchObject({ outcome: 'already-here', code: expected.code, reasons: [] });
    expect(await everyRow(pool)).toEqual(before);
  }
});

it('publishes a draft when its page comes again to be published', async () => {
  const { pool } = await testDatabase();
  expect(await importInto(pool, textPage())).toMatchObject({ outcome: 'draft', code: 100 });
  expect(await viewStory(pool, 100)).toMatchObject({ path: null, acts: [], draft: { revision: 1 } });
  const again = await importInto(pool, textPage(), { publish: true });
  expect(again).toMatchObject({ outcome: 'published', code: 100 });
  expect(await viewStory(pool, 100)).toMatchObject({ acts: [{ version: 1 }], draft: null });
  expect(await importInto(pool, textPage(), { publish: true })).toMatchObject({ outcome: 'already-here' });
});

it('never publishes a draft with doubts by itself', async () => {
  const { pool } = await testDatabase();
  const undated = textPage({ date: '' });
  const first = await importInto(pool, undated);
  expect(first).toMatchObject({ outcome: 'kept-as-draft', reasons: ['No date line was found.'] });
  const before = await everyRow(pool);
  const again = await importInto(pool, undated, { publish: true });
  expect(again).toMatchObject({ outcome: 'already-here', code: 100 });
  expect(await everyRow(pool)).toEqual(before);
});

it('keeps a page whose code is taken as a draft without one, and names the holder', async () => {
  const { pool } = await testDatabase();
  await importInto(pool, textPage(), { publish: true });
  const second = textPage({ headline: 'Ferry sails again today' });
  const report = await importInto(pool, second, { publish: true });
  const reason =
    'The code 100 is taken by the story “Bridge stays open to walkers”: the item is kept as a draft without a code.';
  expect(report).toMatchObject({ outcome: 'kept-as-draft', code: null, reasons: [reason] });
  const { rows } = await pool.query(
    `select code, doubts, fields->>'headline' as headline from stories join drafts on story_id = id`,
  );
  // Kept without the holder's words: they may have to be removed one day.
  const kept = 'The code 100 is taken by another story: the item is kept as a draft without a code.';
  expect(rows).toEqual([{ code: null, doubts: [kept], headline: 'Ferry sails again today' }]);
  const again = await importInto(pool, second, { publish: true });
  expect(again).toMatchObject({ outcome: 'already-here', code: null });
});

it('names a holder that is only a draft itself', async () => {
  const database = await testDatabase();
  const { code } = await fileDraft(database, { headline: 'Not public yet' });
  const report = await importInto(database.pool, textPage({ code }), { publish: true });
  expect(report.reasons[0]).toContain('is taken by the story “Not public yet”');
});

it('gives a page that states no code the next one', async () => {
  const { pool } = await testDatabase();
  expect(await importInto(pool, textPage({ code: 271_032 }))).toMatchObject({ code: 271_032 });
  const report = await importInto(pool, textPage({ code: null }), { publish: true });
  expect(report).toMatchObject({ outcome: 'published', code: 271_033 });
});

it('makes one story of a page that two processes take in at once', async () => {
  const { pool, url } = await testDatabase();
  const other = newPool({ connectionString: url });
  for (let code = 1; code <= 10; code++) {
    const page = textPage({ code, text: [prose, `${code} boats left. ${prose}`] });
    const reports = await Promise.all(
      [pool, other, pool, other].map((one) => importInto(one, page, { publish: true })),
    );
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array(3).fill('already-here'),
      'published',
    ]);
    expect(reports.map((report) => report.code)).toEqual([code, code, code, code]);
  }
  await other.end();
  const { rows } = await pool.query(
    `select (select count(*) from stories) as stories, (select count(*) from acts) as acts,
       (select count(*) from raw_evidence) as evidence, (select count(*) from intake_items) as items`,
  );
  expect(rows).toEqual([{ stories: 10, acts: 10, evidence: 10, items: 10 }]);
});
