/** Pages with nothing but their words: each in one small request, led to from the full page and back, and from one to the next. */
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { fetchRaw } from './raw-http.ts';
import { codesIn, openShownSite, type ShownSite } from './shown-site.ts';

let site: ShownSite;
let browser: Browser | null;

beforeAll(async () => {
  browser = await openBrowser();
  site = await openShownSite();
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

async function get(path: string) {
  const answer = await fetchRaw(site.url + path, { headers: { 'accept-encoding': 'gzip' } });
  const { document } = parseHTML(answer.text());
  const hrefs = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) => one.getAttribute('href') ?? '');
  return { ...answer, document, hrefs };
}

const { corrected, threaded, killed, held, removed } = codesIn('en');
const codesInPersian = codesIn('fa');

/** A page, and the same in lite. */
const pairs: [page: string, lite: string][] = [
  ['/en/', '/en/lite'],
  ['/en/section/world', '/en/section/world/lite'],
  ['/en/topic/lirven-port', '/en/topic/lirven-port/lite'],
  ['/en/thread/ilmer-flood', '/en/thread/ilmer-flood/lite'],
  ['/en/byline/ada-rhomberg', '/en/byline/ada-rhomberg/lite'],
  ['/en/subject/06000000', '/en/subject/06000000/lite'],
  ['/en/archive', '/en/archive/lite'],
  ['/en/archive/2026/03', '/en/archive/2026/03/lite'],
  ['/en/corrections', '/en/corrections/lite'],
  ['/en/about', '/en/about/lite'],
  ['/fa/contact', '/fa/contact/lite'],
  ['/fa/masthead', '/fa/masthead/lite'],
  ['/en/search', '/en/search/lite'],
  ['/en/search?q=the', '/en/search/lite?q=the'],
  [
    '/en/search?q=harbour&section=region&sort=relevance',
    '/en/search/lite?q=harbour&section=region&sort=relevance',
  ],
  ['/fa/search?q=%D8%A8%D9%86%D8%AF%D8%B1', '/fa/search/lite?q=%D8%A8%D9%86%D8%AF%D8%B1'],
  [`/en/history/${corrected}`, `/en/history/${corrected}/lite`],
  [`/en/history/${corrected}?from=1&to=2`, `/en/history/${corrected}/lite?from=1&to=2`],
  [`/fa/history/${codesInPersian.corrected}`, `/fa/history/${codesInPersian.corrected}/lite`],
  [`/en/time/${threaded}`, `/en/time/${threaded}/lite`],
];

describe.each(pairs)('%s', (full, lite) => {
  it('leads to its lite page, which is one small request and leads back', async () => {
    const [page, words] = await Promise.all([get(full), get(lite)]);
    expect([page.status, words.status]).toEqual([200, 200]);
    expect(page.hrefs('.foot nav a')).toContain(lite);
    expect(words.body.length).toBeLessThanOrEqual(12 * 1024);
    expect(words.hrefs('script, img, link[rel=stylesheet], link[rel=preload]')).toEqual([]);
    expect(words.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(words.document.querySelector('h1')?.textContent).toBe(
      full === '/en/' ? 'Latest' : page.document.querySelector('h1')?.textContent,
    );
    expect(words.hrefs('footer p a').at(-1)).toBe(full);
  });
});

it('stays lite from one to the next, wherever there is a lite page', async () => {
  for (const [, lite] of pairs) {
    const { hrefs } = await get(lite);
    const all = [...hrefs('header a'), ...hrefs('main a'), ...hrefs('nav a')];
    // A version's page keeps its bytes, what was taken back has no words, and an address may lead out of the site.
    const leadingOut = all.filter((href) => !/\/lite(\?|$)|^\/..\/v\/|^\/\d+$|^mailto:|^https:/.test(href));
    expect([lite, leadingOut]).toEqual([lite, []]);
  }
});

it('searches in the past that it was asked in', async () => {
  const full = await get('/en/search?q=harbour&as-of=2026-03-13T12:00:00Z');
  const [lite = ''] = full.hrefs('.foot nav a').filter((href) => href.includes('/search/lite'));
  expect(lite).toMatch(/^\/en\/search\/lite\?q=harbour&as-of=2026-03-13T12/);
  const { status, document, hrefs } = await get(lite);
  expect([status, document.querySelector('[name=as-of]') !== null]).toEqual([200, true]);
  for (const href of hrefs('main article a, nav a'))
    expect(href).toMatch(/as-of=|corrections|about|contact|masthead|^\/\d+$/);
});

it('leads from a story in lite to its history in lite and back', async () => {
  const story = await get(`/en/${corrected}/-/lite`);
  const at = story.headers.location ?? `/en/${corrected}/-/lite`;
  const { hrefs } = await get(at);
  const history = `/en/history/${corrected}/lite`;
  expect(hrefs('.notices a, footer a').filter((href) => href === history)).toHaveLength(2);
  expect((await get(history)).hrefs('main .of a')).toEqual([at]);
});

it.each([
  ['killed', killed, 410],
  ['held', held, 503],
  ['removed', removed, 451],
])('says of a story that is %s no more in lite than elsewhere', async (_state, code, status) => {
  const history = await get(`/en/history/${code}/lite`);
  expect([history.status, history.hrefs('main form')]).toEqual([status, []]);
  const full = await get(`/en/history/${code}`);
  expect(full.hrefs('.foot nav a')).toContain(`/en/history/${code}/lite`);
  const wordsOf = ({ document }: typeof full) =>
    document.querySelector('main')?.textContent?.replace(/\s+/g, ' ').trim();
  expect(wordsOf(history)).toBe(wordsOf(full));
  expect((await get(`/en/time/${code}/lite`)).status).toBe(status);
  expect((await get(`/en/${code}/-/lite`)).hrefs('main .meta a')).toEqual([`/en/history/${code}/lite`]);
});

it('leads in another language to the story’s own, still lite', async () => {
  for (const [path, to] of [
    [`/fa/history/${corrected}/lite`, `/en/history/${corrected}/lite`],
    [`/fa/history/${corrected}/lite?from=1&to=2`, `/en/history/${corrected}/lite?from=1&to=2`],
    [`/fa/time/${corrected}/lite`, `/en/time/${corrected}/lite`],
  ] as const) {
    const answer = await fetchRaw(site.url + path, { headers: {} });
    expect([path, answer.status, answer.headers.location]).toEqual([path, 302, to]);
  }
});

it('leads from the code without its words to the form that is asked for', async () => {
  const { location = '' } = (await fetchRaw(`${site.url}/${corrected}`, { headers: {} })).headers;
  for (const form of ['print', 'lite']) {
    const path = `/en/${corrected}/${form}`;
    const answer = await fetchRaw(site.url + path, { headers: {} });
    expect([path, answer.status, answer.headers.location]).toEqual([path, 301, `${location}/${form}`]);
  }
});

it('breaks the hash of the record in its middle on a phone', async () => {
  if (!browser) return;
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  for (const [full, lite] of pairs.slice(0, 2))
    for (const path of [full, lite]) {
      await page.goto(site.url + path);
      const halves = await page.locator('.record bdi').evaluate((root) =>
        [...root.childNodes]
          .filter((node) => node.textContent)
          .map((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [node.textContent?.length, range.getClientRects().length];
          }),
      );
      expect([path, halves]).toEqual([
        path,
        [
          [22, 1],
          [22, 1],
        ],
      ]);
    }
  await context.close();
});

it('refuses what cannot be asked, with the form to ask again', async () => {
  const { status, document, hrefs } = await get('/en/search/lite?q=a&from=x');
  expect([status, document.querySelector('[role=alert]') !== null]).toEqual([400, true]);
  expect(document.querySelector('form')?.getAttribute('action')).toBe('/en/search/lite');
  expect(hrefs('footer p a').at(-1)).toBe('/en/search?q=a&from=x');
  expect((await get(`/en/history/${corrected}/lite?from=1&to=9`)).status).toBe(400);
  expect((await get('/en/search/light')).status).toBe(404);
});

it('is asked and compared by its forms in a browser without scripts, and keeps nobody out, in either direction', async () => {
  if (!browser) return;
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site.url}/en/search/lite`);
  await page.fill('[name=q]', 'harbour');
  await page.press('[name=q]', 'Enter');
  await page.waitForURL(/q=harbour/);
  expect(await page.locator('article h2').count()).toBeGreaterThan(0);
  await page.goto(`${site.url}/en/history/${corrected}/lite`);
  await page.click('.compare:has([name=from]) button');
  await page.waitForURL(/lite\?from=1&to=2/);
  expect(await page.locator('ins .change').count()).toBeGreaterThan(0);
  expect(asked.filter((url) => /\.(css|js|woff2|jpg|webp|avif)$/.test(url))).toEqual([]);
  await context.close();

  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const looking = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme });
    const seen = await looking.newPage();
    for (const [, lite] of pairs) {
      await seen.goto(site.url + lite);
      for (const one of await violations(seen)) found.push(`${lite} ${colorScheme}: ${one}`);
      const over = await seen.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      if (over !== 0) found.push(`${lite}: ${over} px too wide`);
    }
    await looking.close();
  }
  expect(found).toEqual([]);
});
