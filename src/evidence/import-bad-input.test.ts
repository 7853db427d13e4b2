/** Pages that are not what they should be: a clear reason each, nothing lost and nothing half-written. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { agency } from '../../test/invented-story.ts';
import { everyRow, htmlPage, importInto, prose, textPage } from '../../test/page-import.ts';
import { testDatabase } from '../../test/test-database.ts';
import type { Edition } from '../editions/edition.ts';
import type { ImportReport } from './import-page.ts';

/** What a person is told, without what was understood. */
function told({ outcome, reasons }: ImportReport): { outcome: string; reasons: string[] } {
  return { outcome, reasons };
}

async function kept(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select array_agg(bytes) from raw_evidence) as evidence, (select count(*) from intake_items) as items,
       (select count(*) from stories) as stories, (select count(*) from published) as published`,
  );
  return rows[0];
}

it('refuses an empty file and keeps nothing of it', async () => {
  const { pool } = await testDatabase();
  const before = await everyRow(pool);
  const report = await importInto(pool, '', { publish: true });
  expect(report).toMatchObject({ outcome: 'refused', reasons: ['The file is empty.'], code: null });
  expect(await everyRow(pool)).toEqual(before);
});

const noise = randomBytes(5000);
it.each([
  ['white space', Buffer.from(' \n\t\r\n '), 'page.html has no words, only white space.'],
  ['random bytes', noise, 'page.html is a binary file, not a page.'],
  [
    'a PNG header',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'page.html is a PNG picture, not a page.',
  ],
  ['an ELF header', Buffer.from('7f454c460201010000000000', 'hex'), 'page.html is a program, not a page.'],
  ['a feed', Buffer.from('<?xml version="1.0"?><rss></rss>'), 'page.html is a feed, not a page.'],
  [
    'tags alone',
    Buffer.from('<html><body><p></p></body></html>'),
    'page.html has no words that could be a story.',
  ],
])('keeps only the bytes of %s, says why, and says it again', async (_, bytes, reason) => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, bytes, { publish: true });
  expect(report).toMatchObject({
    outcome: 'not-understood',
    reasons: [reason],
    code: null,
    understood: null,
  });
  expect(await kept(pool)).toEqual({ evidence: [bytes], items: 1, stories: 0, published: 0 });
  const again = await importInto(pool, bytes, { publish: true });
  expect(told(again)).toEqual({ outcome: 'already-here', reasons: [reason] });
});

const article = (headline: string, start: string) =>
  `<article><h2>${headline}</h2><p>${start} ${prose}</p><p>${prose} ${start}</p><p>${start} ${prose}</p></article>`;

it.each([
  ['no date line', textPage({ date: '' }), ['No date line was found.']],
  ['no headline', htmlPage({ headline: '' }), ['No headline was found.']],
  [
    'a date line in the future',
    textPage({ date: 'Thursday 5 August 2117 - 11:54' }),
    ['The date line “Thursday 5 August 2117 - 11:54” lies in the future.'],
  ],
  [
    'two stories as text',
    `${textPage()}\n${textPage({ code: 101, date: '5 August 2017 - 12:10' })}`,
    ['Two stories were found in one file.'],
  ],
  [
    'two stories as HTML',
    `<body><p>5 August 2017</p>${article('Bridge stays open', 'In the north,')}${article('Ferry sails again', 'In the south,')}</body>`,
    expect.arrayContaining(['Two stories were found in one file.']),
  ],
  [
    '10,000 nested tags',
    `<html><body>${'<div>'.repeat(10_000)}${htmlPage()}${'</div>'.repeat(10_000)}`,
    [
      expect.stringMatching(
        /^The page’s markup is nested \d+ elements deep, so only its plain text was read\.$/,
      ),
    ],
  ],
  [
    'hardly any text',
    textPage({ text: ['It is open.'] }),
    [expect.stringMatching(/^The text is only \d+ characters long, which is short for a story\.$/)],
  ],
])('keeps a page with %s as a draft with the reason', async (_, page, reasons) => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, page, { publish: true });
  expect(told(report)).toEqual({ outcome: 'kept-as-draft', reasons });
  expect(await kept(pool)).toEqual({ evidence: [Buffer.from(page)], items: 1, stories: 1, published: 0 });
  const { rows } = await pool.query('select doubts, code from drafts join stories on id = story_id');
  expect(rows).toEqual([{ doubts: report.reasons, code: report.code }]);
  const again = await importInto(pool, page, { publish: true });
  expect(told(again)).toEqual({ outcome: 'already-here', reasons: report.reasons });
});

it('says again and again that a language has no edition, and publishes once it has', async () => {
  const { pool } = await testDatabase();
  const french = textPage({
    date: '5 août 2017 - 11:54',
    headline: 'Le pont reste ouvert aux promeneurs',
    text: Array(2).fill(
      'Le conseil de la ville a voté lundi, après un long débat, pour que le vieux pont de bois reste ouvert aux promeneurs et aux cavaliers.',
    ),
  });
  const reasons = [
    'There is no edition in “fr”: add it in the settings, or change the language of the story.',
  ];
  for (const _ of ['first', 'second']) {
    const report = await importInto(pool, french, { publish: true });
    expect(told(report)).toEqual({ outcome: 'kept-as-draft', reasons });
  }
  const [english] = agency.editions;
  const editions = [{ ...english, lang: 'fr' } as Edition];
  const report = await importInto(pool, french, { publish: true, agency: { ...agency, editions } });
  expect(report).toMatchObject({ outcome: 'published', code: 100 });
});

it('reads a page that was cut off in the middle of a tag, and loses no word before it', async () => {
  const { pool } = await testDatabase();
  const page = `${htmlPage().split('</article>')[0]}<p>The last whole words.</p><a hre`;
  const report = await importInto(pool, page, { publish: true });
  expect(report).toMatchObject({ outcome: 'published', reasons: [] });
  const { rows } = await pool.query('select lead, plain from published');
  expect(rows).toEqual([{ lead: prose, plain: `${prose}\n\nThe last whole words.` }]);
});

it('says that letters are lost where a page was cut off in the middle of one', async () => {
  const { pool } = await testDatabase();
  const page = Buffer.from(textPage({ text: [prose, `${prose} Ça coûte trois €`] }).trimEnd()).subarray(
    0,
    -1,
  );
  const report = await importInto(pool, page, { publish: true });
  expect(report.outcome).toBe('kept-as-draft');
  expect(report.reasons).toContain('Some bytes of the file are not utf-8: some letters may be lost.');
});

it.each([0, 1_000_000_000, 99_999_999_999])('gives a page that states the code %d none', async (code) => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, textPage({ code }), { publish: true });
  expect(report).toMatchObject({
    outcome: 'kept-as-draft',
    code: null,
    reasons: [`The code ${code} cannot be kept: a code is a whole number from 1 to 999999999.`],
  });
});

it.each([
  ['a label that was shortened in the middle of a sign', `<nav>${'x'.repeat(199)}😀 and more</nav>`],
  ['a NUL and half a sign as entities', '<nav>Menu &#0; &#xD83D; here</nav>'],
])('keeps a report with %s', async (_, furniture) => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, htmlPage().replace('<article>', `${furniture}<article>`), {
    publish: true,
  });
  expect(report).toMatchObject({ outcome: 'published', reasons: [] });
  expect(await kept(pool)).toMatchObject({ items: 1, published: 1 });
});

it('publishes a lead with more words than search can hold', async () => {
  const { pool } = await testDatabase();
  const words = Array.from({ length: 200_000 }, (_, nth) => `the word${nth}`).join(' ');
  const report = await importInto(pool, textPage({ text: [words, prose] }), { publish: true });
  expect(report).toMatchObject({ outcome: 'published', reasons: [] });
});

// Whatever step fails, none of those before it may stay.
it.each(['raw_evidence', 'stories', 'drafts', 'acts', 'versions', 'published', 'outbox', 'intake_items'])(
  'leaves nothing half-written where %s cannot be written',
  async (table) => {
    const { pool } = await testDatabase();
    await pool.query(
      `create function fail() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
       create trigger failing before insert on ${table} for each row execute function fail()`,
    );
    const before = await everyRow(pool);
    await expect(importInto(pool, textPage(), { publish: true })).rejects.toThrow('the disk is full');
    expect(await everyRow(pool)).toEqual(before);
    await pool.query(`drop trigger failing on ${table}`);
    expect(await importInto(pool, textPage(), { publish: true })).toMatchObject({
      outcome: 'published',
      code: 100,
    });
  },
);
