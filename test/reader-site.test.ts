/** The reader's site over HTTP, from the running program with the sample agency in it. */
import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAgency, sampleStories } from '../src/sample/sample-agency.ts';
import { addressWords } from '../src/stories/story-address.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { makeSampleDatabase } from './filled-database.ts';
import { ninjsFiles, ninjsValidator } from './ninjs-schema.ts';
import { type Program, startProgram } from './program.ts';
import { fetchRaw, type RawAnswer } from './raw-http.ts';
import { itWithShared } from './shared.ts';
import type { TestDatabase } from './test-database.ts';

const folder = makeDataFolder();
let database: TestDatabase;
let program: Program;

beforeAll(async () => {
  database = await makeSampleDatabase();
  program = await startProgram({
    dataDir: folder,
    env: { EMPTY: '0', DATABASE_URL: database.url, TRUST_PROXY: '1' },
  });
});
afterAll(async () => {
  await program.stop();
  await database.drop();
  removeDataFolder(folder);
});

const get = (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  fetchRaw(program.url + path, { headers });
const story = sampleStories.find(({ lang }) => lang === 'en') as (typeof sampleStories)[0];
const pathOf = ({ lang, code, fields }: typeof story) =>
  `/${lang}/${code}/${encodeURIComponent(addressWords(fields.headline))}`;

describe('addresses', () => {
  it('send a reader to the edition, the story and its present words, with relative redirects', async () => {
    const redirects: [string, string][] = [
      ['/', '/en/'],
      ['/fa', '/fa/'],
      [`/${story.code}`, pathOf(story)],
      [`/en/${story.code}`, pathOf(story)],
      [`/fa/${story.code}`, pathOf(story)],
      [`/en/${story.code}/other-words`, pathOf(story)],
      [`/en/${story.code}/other-words/print`, `${pathOf(story)}/print`],
      [`${pathOf(story)}/`, pathOf(story)],
    ];
    for (const [from, to] of redirects) {
      const answer = await get(from);
      expect([from, answer.status, answer.headers.location]).toEqual([from, 302, to]);
    }
  });

  it('give the same bytes for whatever is not there, within each language', async () => {
    const paths = [
      '/999999',
      '/en/999999/x',
      '/de/',
      '/en/topic/none-such',
      '/en/section/none-such',
      '/wp-login.php',
      '/en/101/x/y/z',
      '/%00',
      '/999999.json',
    ];
    const answers = await Promise.all(paths.map((path) => get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1);
    const lang = (answer: RawAnswer) => parseHTML(answer.text()).document.documentElement.lang;
    for (const edition of ['fa', 'ru']) {
      const inside = ['999999', '999999/x', 'topic/none-such', 'v/101/99', 'proof/101/99', 'x/y/z', '%00'];
      const own = await Promise.all(inside.map((name) => get(`/${edition}/${name}`)));
      expect(own.map((answer) => [answer.status, lang(answer)])).toEqual(inside.map(() => [404, edition]));
      expect(new Set(own.map(({ body }) => body.toString())).size).toBe(1);
    }
  });

  it('refuse other methods than reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status } = await fetchRaw(program.url + pathOf(story), { method });
      expect([404, 405]).toContain(status);
    }
  });
});

describe('a story page', () => {
  it('comes compressed as asked, with one strong ETag for each form and 304 for who has it', async () => {
    const plain = await get(pathOf(story));
    const seen = new Set<string>();
    for (const encoding of ['identity', 'gzip', 'br']) {
      const answer = await get(pathOf(story), { 'accept-encoding': encoding });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
      expect(answer.headers.vary).toMatch(/accept-encoding/i);
      expect(answer.text()).toBe(plain.text());
      const etag = answer.headers.etag as string;
      expect(etag).toMatch(/^"[^"]+"$/);
      seen.add(etag);
      const again = await get(pathOf(story), { 'accept-encoding': encoding, 'if-none-match': etag });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    }
    expect(seen.size).toBe(3);
    expect(plain.headers['cache-control']).toMatch(/max-age|no-cache/);
    expect(plain.headers['content-security-policy']).toContain("default-src 'none'");
    expect(plain.headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers HEAD with the same headers and no body', async () => {
    const full = await get(pathOf(story), { 'accept-encoding': 'gzip' });
    const head = await fetchRaw(program.url + pathOf(story), {
      method: 'HEAD',
      headers: { 'accept-encoding': 'gzip' },
    });
    const { date: _one, ...headers } = full.headers;
    const { date: _two, ...headHeaders } = head.headers;
    expect(head.body.length).toBe(0);
    expect(headHeaders).toEqual(headers);
  });

  it('shows each part of the story once, in order, and needs no script', async () => {
    const page = await get(pathOf(story));
    const { document } = parseHTML(page.text());
    const text = document.querySelector('main')?.textContent ?? '';
    let at = 0;
    for (const part of [String(story.code), story.fields.headline, story.fields.credit, story.fields.lead]) {
      expect(text.indexOf(part, at)).toBeGreaterThanOrEqual(at);
      at = text.indexOf(part, at);
    }
    const scripts = [...document.querySelectorAll('script:not([type="application/ld+json"])')];
    expect(scripts.map((one) => one.getAttribute('src'))).toEqual([
      expect.stringMatching(/^\/assets\/reader\.[0-9a-f]{12}\.js$/),
    ]);
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toContain(pathOf(story));
    expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toContain(
      `${pathOf(story)}/print`,
    );
  });

  it('exists for print, lite, as text and as data, each within its budget', async () => {
    const lite = await get(`${pathOf(story)}/lite`, { 'accept-encoding': 'gzip' });
    expect([lite.status, lite.body.length <= 12 * 1024]).toEqual([200, true]);
    expect(
      parseHTML(lite.text()).document.querySelectorAll('script[src], link[rel=stylesheet], img'),
    ).toHaveLength(0);
    for (const [path, type] of [
      [`${pathOf(story)}/print`, 'text/html; charset=utf-8'],
      [`/${story.code}.txt`, 'text/plain; charset=utf-8'],
      [`/${story.code}.json`, 'application/json; charset=utf-8'],
    ] as const) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 200, type]);
      expect(answer.text()).toContain(story.fields.lead);
    }
  });

  it('keeps every story page within 18 KB, its style within 12 KB and its one font within 50 KB', async () => {
    for (const one of sampleStories) {
      const page = await get(pathOf(one), { 'accept-encoding': 'gzip' });
      expect([one.code, page.status]).toEqual([one.code, 200]);
      expect(page.body.length).toBeLessThanOrEqual(18 * 1024);
    }
    const { document } = parseHTML((await get(pathOf(story))).text());
    const sheet = document.querySelector('link[rel=stylesheet]')?.getAttribute('href') as string;
    const style = await get(sheet, { 'accept-encoding': 'gzip' });
    expect(style.body.length).toBeLessThanOrEqual(12 * 1024);
    expect(style.headers['cache-control']).toContain('immutable');
    for (const [font = ''] of style.text().matchAll(/\/assets\/[\w.-]+\.woff2/g)) {
      expect((await get(font)).body.length).toBeLessThanOrEqual(50 * 1024);
    }
  });
});

it('is not made anew for words behind a question mark, and says 400 for a place that no list has', async () => {
  const [bare, tracked] = await Promise.all([get(pathOf(story)), get(`${pathOf(story)}?utm_source=x`)]);
  expect(tracked.headers.etag).toBe(bare.headers.etag);
  expect((await get('/fr/section/world?after=x')).status).toBe(400);
  expect((await get('/en/section/world?after=-999999999999999.1')).status).toBe(400);
  expect((await get('/en/topic/%00')).status).toBe(404);
});

describe('data for machines', () => {
  itWithShared(...ninjsFiles)('is valid ninjs 3.1 for every story', async () => {
    const validate = ninjsValidator();
    for (const { code, fields } of sampleStories) {
      const data = JSON.parse((await get(`/${code}.json`)).text());
      validate(data);
      expect(validate.errors).toBe(null);
      expect(JSON.stringify(data)).toContain(JSON.stringify(fields.headline).slice(1, -1));
    }
  });

  it('has three feeds for each edition, with the newest story first and the same ids in each', async () => {
    for (const lang of ['en', 'fr', 'fa']) {
      const newest = sampleStories
        .filter((one) => one.lang === lang)
        .sort((a, b) => b.code - a.code)[0] as typeof story;
      for (const name of ['feed.xml', 'feed.atom', 'feed.json']) {
        const { feed } = parseFeed((await get(`/${lang}/${name}`)).text()) as {
          feed: { items?: { title?: string }[]; entries?: { title?: string | { value?: string } }[] };
        };
        const first = (feed.items ?? feed.entries ?? [])[0]?.title;
        expect([name, typeof first === 'object' ? first.value : first]).toEqual([
          name,
          newest.fields.headline,
        ]);
      }
    }
  });
});

describe('search', () => {
  it.each([
    ['en', 'harbour', 'harbour'],
    ['en', '"grain exchange"', 'grain'],
    ['fr', 'dockers', 'dockers'],
    ['fa', 'بندر', 'بندر'],
    ['fa', 'بندر ليرون', 'لیرون'],
  ])('in %s finds %s', async (lang, query, word) => {
    const page = await get(`/${lang}/search?q=${encodeURIComponent(query)}`);
    const { document } = parseHTML(page.text());
    expect(page.status).toBe(200);
    expect(document.querySelectorAll('article').length).toBeGreaterThan(0);
    expect(document.querySelector('main')?.textContent).toContain(word);
  });

  it('finds a story by its code, nothing for nonsense, and refuses a wrong date in the reader’s language', async () => {
    expect((await get(`/en/search?q=${story.code}`)).text()).toContain(pathOf(story));
    const nothing = parseHTML((await get('/en/search?q=xqzzy')).text()).document;
    expect(nothing.querySelectorAll('article')).toHaveLength(0);
    const wrong = await get('/fr/search?q=port&from=demain');
    expect([wrong.status, parseHTML(wrong.text()).document.documentElement?.getAttribute('lang')]).toEqual([
      400,
      'fr',
    ]);
  });

  it('prints what was asked as text and never as markup', async () => {
    const page = await get(`/en/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page.text()).not.toContain('<script>alert');
  });
});

it('has no link on any page that leads nowhere', async () => {
  const seen = new Set<string>();
  const queue = new Set(sampleAgency.editions.map(({ lang }) => `/${lang}/`));
  const broken: string[] = [];
  const follow = async (path: string) => {
    // Each as another reader would ask: a form is handed out so often to one.
    const answer = await get(path, { 'x-forwarded-for': `198.18.${seen.size >> 8}.${seen.size & 255}` });
    if (answer.status !== 200 && answer.status !== 302) broken.push(`${path} ${answer.status}`);
    if (!String(answer.headers['content-type']).startsWith('text/html') || path.includes('/search')) return;
    for (const one of linksOf(answer.text(), path)) if (!seen.has(one)) queue.add(one);
  };
  while (queue.size > 0) {
    const some = [...queue].slice(0, 8);
    for (const path of some) {
      queue.delete(path);
      seen.add(path);
    }
    await Promise.all(some.map(follow));
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(sampleStories.length * 4);
});

/** Paths that a page leads to and pictures that it names; of a story's hundred zones one. */
function linksOf(html: string, path: string): string[] {
  const { document } = parseHTML(html);
  const named = [...document.querySelectorAll('a[href], link[href], img[src]')].map(
    (node) => node.getAttribute('href') ?? node.getAttribute('src') ?? '',
  );
  const sets = [...document.querySelectorAll('[srcset]')].flatMap((node) =>
    (node.getAttribute('srcset') ?? '').split(',').map((one) => one.trim().split(' ')[0] as string),
  );
  return [...named, ...sets]
    .map((href) => new URL(href, program.url + path))
    .filter(({ origin, search }) => origin === program.url && !/zone=(?!Europe\/Paris)/.test(search))
    .map(({ pathname, search }) => pathname + search);
}
