/** Pages of names and of subjects for readers: lists, feeds, links to them, as they were, and what a redaction takes out. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAgency } from '../src/editions/agency-store.ts';
import { fillBylines } from '../src/record/fill-bylines.ts';
import { type Finding, verifyRecord } from '../src/record/verify-record.ts';
import type { StoryFields } from '../src/stories/story.ts';
import { actOn } from './acts.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { agency, fileDraft, storyFields } from './invented-story.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let built: BuiltApp;
const codes: number[] = [];
const day = (number: number) => new Date(Date.UTC(2026, 2, number, 12));
const strike = { code: '20000533', name: 'strike' };

beforeAll(async () => {
  database = await makeDatabase();
  const { pool } = database;
  await writeAgency(pool, agency);
  await pool.query(
    `insert into subjects (code, broader, labels) values ('20000533', '09000000', '{"en": "strike", "fa": "اعتصاب"}')`,
  );
  await publish(1, { byline: 'Ana Moss' });
  await publish(2, { byline: 'N. Reyl and Ana Moss', subjects: [strike] });
  await publish(3, { byline: 'Halim' });
  await publish(4, { byline: 'Ana Moss', headline: 'Left out later' });
  await publish(5, { byline: 'آنا موس و ن. ریل', headline: 'طوفان' }, 'fa');
  await publish(6, { byline: 'Kerem Salt', headline: 'With a name removed' });
  await publish(7, { byline: 'Ana Moss', headline: 'Taken back' });
  await actOn(pool, codes[3] as number, 'update', { words: { byline: 'Halim' }, now: day(8) });
  await actOn(pool, codes[5] as number, 'redact', {
    reasonClass: 'privacy',
    fields: ['byline'],
    now: day(9),
  });
  await actOn(pool, codes[6] as number, 'kill', { now: day(10) });
  built = await buildApp(pool, { clock: () => day(11) });
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

async function publish(number: number, fields: Partial<StoryFields>, lang = 'en'): Promise<void> {
  const { code } = await fileDraft(database, {
    ...storyFields({ headline: `Day ${number}` }),
    ...fields,
    lang,
  });
  await actOn(database.pool, code, 'publish', { now: day(number) });
  codes.push(code);
}

async function get(path: string): Promise<{ status: number; text: string; document: Document }> {
  const first = await built.app.inject({ url: encodeURI(path) });
  const to = first.headers.location;
  const answer = typeof to === 'string' ? await built.app.inject({ url: to }) : first;
  return { status: answer.statusCode, text: answer.body, document: parseHTML(answer.body).document };
}

const texts = (found: Iterable<Element>) =>
  [...found].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
const headlines = async (path: string) => texts((await get(path)).document.querySelectorAll('main h2'));

it('lists what a name has written, alone or with others, and leaves out what it has not any more', async () => {
  const { document } = await get('/en/byline/ana-moss');
  expect(texts(document.querySelectorAll('h1, main .label'))).toEqual(['Stories by', 'Ana Moss']);
  expect(await headlines('/en/byline/ana-moss')).toEqual(['Day 2', 'Day 1']);
  expect(await headlines('/en/byline/n-reyl')).toEqual(['Day 2']);
  expect(await headlines('/en/byline/halim')).toEqual(['Left out later', 'Day 3']);
  const persian = await get('/fa/byline/ن-ریل');
  expect(texts(persian.document.querySelectorAll('h1'))).toEqual(['ن. ریل']);
});

it('shows it as it was, and not under a name that was removed by law', async () => {
  expect(await headlines('/en/byline/ana-moss?as-of=2026-03-07T23:00:00Z')).toEqual([
    expect.stringMatching(/^No\. \d+: /),
    'Left out later',
    'Day 2',
    'Day 1',
  ]);
  for (const gone of ['/en/byline/kerem-salt', '/en/byline/kerem-salt?as-of=2026-03-07', '/en/byline/nobody'])
    expect([gone, (await get(gone)).status]).toEqual([gone, 404]);
});

it.each(['xml', 'atom', 'json'])(
  'has a feed of each name (%s), which tells of what was taken back',
  async (form) => {
    const { status, text } = await get(`/en/byline/ana-moss/feed.${form}`);
    expect(status).toBe(200);
    expect(text).toContain('Day 2');
    expect(text).toContain(`/en/byline/ana-moss/feed.${form}`);
    expect(text).toContain(`/${codes[6]}`);
    expect(text).not.toContain('Day 3');
  },
);

it('leads from each name of a story to its page, and says the names to machines', async () => {
  const { document, text } = await get(`/${codes[1]}`);
  const by = document.querySelector('.credits') as Element;
  expect(texts([by])[0]).toContain('By N. Reyl and Ana Moss');
  const links = [...by.querySelectorAll('a[rel=author]')];
  expect(links.map((one) => [one.textContent, one.getAttribute('href')])).toEqual([
    ['N. Reyl', '/en/byline/n-reyl'],
    ['Ana Moss', '/en/byline/ana-moss'],
  ]);
  expect(text).toContain(
    '"author":[{"@type":"Person","name":"N. Reyl","url":"http://localhost:4000/en/byline/n-reyl"}',
  );
  expect(document.querySelector('.subjects a[href="/en/subject/20000533"]')?.textContent).toBe('strike');
});

it('lists the stories of a subject under those of the broader one too, in the words of the edition', async () => {
  expect(await headlines('/en/subject/20000533')).toEqual(['Day 2']);
  const broader = await get('/en/subject/09000000');
  expect(texts(broader.document.querySelectorAll('h1, main h2, main .label'))).toEqual([
    'Subject',
    'labour',
    'Day 2',
  ]);
  expect((await get('/en/subject/09000000/feed.json')).text).toContain('Day 2');
  for (const none of ['15000000', '99999999', 'sport', '1']) {
    expect([none, (await get(`/en/subject/${none}`)).status]).toEqual([none, 404]);
  }
});

it('fills rows that were made before, some at a time, as it would have made them', async () => {
  const { pool } = database;
  const rows = async () =>
    (
      await pool.query(
        'select story_id, act_id, bylines, subjects from published union all select story_id, act_id, bylines, subjects from past_published order by 1, 2',
      )
    ).rows;
  const before = await rows();
  await pool.query('update published set bylines = null, subjects = null');
  await pool.query('update past_published set bylines = null, subjects = null');
  const found: Finding[] = [];
  await verifyRecord(pool, (one) => found.push(one));
  expect(found.map(({ what }) => what)).toContain(
    'Lists and search show another list of names than the record has.',
  );
  const filled = await Promise.all([fillBylines(pool), fillBylines(pool)]);
  expect(filled[0] + filled[1]).toBe(before.length);
  expect(await rows()).toEqual(before);
  expect(await fillBylines(pool)).toBe(0);
  const after: Finding[] = [];
  await verifyRecord(pool, (one) => after.push(one));
  expect(after).toEqual([]);
});
