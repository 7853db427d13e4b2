/** Whatever a search's address says, the answer is a page or a feed, in the reader's language. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parameters } from '../src/search/asked-search.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { publishSearched, searchedAgency } from './searched.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let built: BuiltApp;

beforeAll(async () => {
  database = await makeDatabase();
  await publishSearched(database.pool, [
    { headline: 'Storm in the harbour', body: 'The ferries wait.', byline: 'Ana Moss', section: 'world' },
    { lang: 'fa', headline: 'توفان در بندر', body: 'کشتی‌ها می‌مانند' },
    { lang: 'ja', headline: '東京都知事が会見' },
  ]);
  built = await buildApp(database.pool);
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

let asked = 0;

/** Each asker has an address of his own: nobody's patience is tried here. */
async function ask(url: string): Promise<{ status: number; body: string }> {
  const { statusCode, body } = await built.app.inject({
    method: 'GET',
    url,
    remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked++ & 255}`,
  });
  return { status: statusCode, body };
}

const hostile = [
  '\0',
  '%00',
  '\ud800',
  "'; drop table published; --",
  "'a' & !'b' <-> 'c':*AB | ()",
  ':*',
  '\\',
  "\\'",
  '""""""',
  '-----',
  '- - -"-"',
  '***',
  '«»“”„‟‹›',
  '"unclosed -phrase*',
  'the the the',
  'a OR OR | OR',
  '\u202e\u200f\u200c\u200d',
  'می می می',
  'نمی\u200c',
  '東',
  'ก',
  '👍🏽',
  '0'.repeat(400),
  '9'.repeat(15),
  '-271032',
  '1e3',
  'x'.repeat(10_000),
  'word '.repeat(1_000),
  '<script>alert(1)</script>',
  '1969-02-30',
  '۱۳۹۶/۱۳/۴۰',
  '99999-1-1',
  '2017-08-05T11:54:00Z',
  '*',
  'relevance',
  'r1.1.1',
  'w1501917840000.271032',
  '-999999999999999.1',
];

const text = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('storm', 'har', '"', '-', '*', 'OR', '|', '“', '»', ' ', '،', 'می', 'خواهم', '東京'),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
);
const name = fc.constantFrom(...parameters, 'after', 'as-of', 'recorded', 'none-such');
const form = fc.constantFrom('search', 'search/feed.xml', 'search/feed.atom', 'search/feed.json');

/** Half of an address may be written by hand, and badly. */
function query(pairs: [string, string][], isRaw: boolean): string {
  return isRaw
    ? pairs.map(([key, value]) => `${key}=${value.replace(/[^\x21-\x7e]|#/g, '%')}`).join('&')
    : String(new URLSearchParams(pairs.map(([key, value]) => [key, value.toWellFormed()])));
}

it('answers 200 or 400, never breaks, and repeats nothing as markup', async () => {
  const langs = fc.constantFrom(...searchedAgency.editions.map(({ lang }) => lang));
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(
      langs,
      form,
      fc.array(fc.tuple(name, text), { maxLength: 5 }),
      fc.boolean(),
      async (lang, form, pairs, isRaw) => {
        const { status, body } = await ask(`/${lang}/${form}?${query(pairs, isRaw)}`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400]).toContain(status);
        if (form !== 'search') return;
        expect(body).not.toContain('<script>alert');
        expect(body).toContain(`<html lang="${lang}"`);
      },
    ),
    { numRuns: 1_000 },
  );
  // Both kinds of answer were met: the addresses are not all wrong, nor all right.
  expect([...statuses.keys()].sort()).toEqual([200, 400]);
});

it.each(hostile)('answers each hostile word in every parameter: %j', async (word) => {
  for (const key of [...parameters, 'after', 'as-of', 'recorded']) {
    for (const path of ['/en/search', '/fa/search', '/ja/search/feed.json']) {
      const { status } = await ask(`${path}?${query([[key, word]], false)}`);
      expect([200, 400]).toContain(status);
    }
  }
});

it('is not there in an edition or a form that there is not', async () => {
  for (const url of [
    '/xx/search?q=storm',
    '/en/search/feed.csv?q=storm',
    '/en/search/x',
    '/xx/search/feed.xml?q=a',
  ])
    expect((await ask(url)).status).toBe(404);
});
