/** Whatever is asked of the reader's site, it answers: never with a fault of its own, never with what it was sent as markup. */
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillWithSample } from '../src/sample/fill-with-sample.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let built: BuiltApp;
beforeAll(async () => {
  database = await makeDatabase();
  await fillWithSample(database.pool, { empty: false, now: new Date() });
  built = await buildApp(database.pool);
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

const langs = ['en', 'fa', 'fr', 'ar', 'ru', 'es'];
const mark = '<xss-mark onclick=1>';
/** What programs send that mean no good, and people who mean nothing by it. */
const odd = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      '0',
      '-1',
      '00101',
      '101',
      '102',
      '1e9',
      '999999999999999999999',
      'NaN',
      'null',
      '__proto__',
      'constructor',
      'toString',
      '../../etc/passwd',
      '..%2f..%2f',
      '%00',
      '%',
      '%ff',
      '%c0%af',
      '\ud800',
      "' or 1=1 --",
      '"; drop table stories; --',
      '$1',
      '{{7*7}}',
      mark,
      `"'>${mark}`,
      'javascript:alert(1)',
      '\u202e\u0000\u0007',
      'a'.repeat(3_000),
      '"'.repeat(400),
      '-'.repeat(400),
      '(&|!<->:*)',
      "foo:* & !bar <-> 'baz",
      '۱۴۰۵/۰۹/۰۲',
      '2026-02-30',
      '2026-11-29',
      '0000-00-00',
      '-271821-04-20',
      '275760-09-13T00:00:00Z',
      '2026-11-29T23:59:60Z',
      '2017-08-05T11:54:00+99:99',
      'Europe/Paris',
      'Etc/GMT+99',
      '1764458047000.101',
      '-9e15.1',
      'world',
      'port-of-lirven',
      '04000000',
      'feed.xml',
      'lite',
      'print',
      'card.png',
    ),
  },
);
const lang = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...langs) }, { weight: 1, arbitrary: odd });

/** Addresses of the site; each "*" is whatever is asked for. */
const shapes = [
  '/*',
  '/*.txt',
  '/*.json',
  '/*.xml',
  '/L/*',
  '/L/*/*',
  '/L/*/*/*',
  '/L/101/*',
  '/L/101/*/*',
  '/L/v/*/*',
  '/L/history/*',
  '/L/proof/*/*',
  '/L/section/*',
  '/L/topic/*',
  '/L/topic/*/feed.atom',
  '/L/thread/*',
  '/L/byline/*',
  '/L/subject/*',
  '/L/section/world/*',
  '/L/archive/*',
  '/L/archive/*/*',
  '/L/archive/*/*/*',
  '/L/archive/2026/*/*',
  '/L/corrections/*',
  '/L/newsletters',
  '/L/manifest.webmanifest',
  '/L/search',
  '/L/search/feed.xml',
  '/L/search/*',
  '/L/lite',
  '/L/search/lite',
  '/L/history/101/*',
  '/L/time/101/*',
  '/L/*/comments',
  '/picture/*/*',
  '/icon/*',
  '/log/*',
  '/log/checkpoint/*',
  '/log/tile/*/*',
  '/log/inclusion/*',
  '/log/consistency/*/*',
  '/log/version/*/*',
  '/timegate/*',
  '/timemap/*',
  '/sitemap/L/*.xml',
  '/sitemap/*/*',
  '/oembed',
  '/assets/*',
];
const parameters = [
  'q',
  'from',
  'to',
  'topic',
  'section',
  'byline',
  'code',
  'lang',
  'sort',
  'after',
  'as-of',
  'recorded',
  'zone',
  'url',
  'format',
  'maxwidth',
  'page',
  'token',
  'utm_source',
];

const asked = fc
  .record({
    shape: fc.constantFrom(...shapes),
    lang,
    parts: fc.array(odd, { minLength: 3, maxLength: 3 }),
    query: fc.array(fc.tuple(fc.constantFrom(...parameters), odd), { maxLength: 4 }),
    isCoded: fc.boolean(),
  })
  .map(({ shape, lang, parts, query, isCoded }) => {
    const said = (part: string) => (isCoded ? encodeURIComponent(part.toWellFormed()) : part);
    let at = 0;
    const path = shape
      .replace(/\bL\b/, () => said(lang))
      .replaceAll('*', () => said(parts[at++ % parts.length] as string));
    const search = query.map(([name, value]) => `${name}=${said(value)}`).join('&');
    return search ? `${path}?${search}` : path;
  })
  // What no client can put on the line of a request.
  .map((url) => url.replace(/[^\x21-\x7e]/gu, (one) => encodeURIComponent(one.toWellFormed())));

const fine = new Set([200, 301, 302, 303, 304, 400, 403, 404, 405, 410, 413, 414, 415, 422, 429, 451, 501]);

it('is answered, whatever it is, and nothing of it comes back as markup', async () => {
  let count = 0;
  const seen: Record<number, number> = {};
  await fc.assert(
    fc.asyncProperty(asked, fc.integer({ min: 1, max: 2 ** 24 }), async (url, from) => {
      // Each as if somebody else asked: no limit of asking hides an answer.
      const remoteAddress = `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`;
      const answer = await built.app.inject({ method: 'GET', url, remoteAddress });
      count++;
      seen[answer.statusCode] = (seen[answer.statusCode] ?? 0) + 1;
      expect([url, answer.statusCode, fine.has(answer.statusCode)]).toEqual([url, answer.statusCode, true]);
      const { body } = answer;
      expect(body).not.toContain(mark);
      if (!body.startsWith('<!doctype html>')) return;
      const { document } = parseHTML(body);
      const scripts = [...document.querySelectorAll('script')].filter(
        (script) =>
          script.getAttribute('type') !== 'application/ld+json' &&
          !script.getAttribute('src')?.startsWith('/assets/'),
      );
      expect(scripts.map(({ outerHTML }) => outerHTML)).toEqual([]);
      expect(document.querySelectorAll('[onclick], [onerror], [onload], xss-mark')).toHaveLength(0);
      // What goes up by dots has another language, or none.
      const [, asIn = ''] = /^\/([a-z]{2})\//.exec(new URL(`http://localhost${url}`).pathname) ?? [];
      if (langs.includes(asIn) && [400, 404].includes(answer.statusCode))
        expect([url, document.documentElement.getAttribute('lang')]).toEqual([url, asIn]);
    }),
    { numRuns: 2_500 },
  );
  console.log(`asked ${count} times: ${JSON.stringify(seen)}`);
});

it('takes nothing by any method that it has no form for', async () => {
  const paths = [
    '/',
    '/en/',
    '/101',
    '/en/101/x',
    '/en/search',
    '/en/feed.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/healthz',
    '/oembed',
  ];
  for (const url of paths)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await built.app.inject({
        method,
        url,
        payload: 'x=1',
        headers: { 'content-type': 'text/plain' },
      });
      expect([method, url, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([method, url, true]);
    }
});
