/** Search as readers get it: its page, its form in a browser without script, and its feeds. */
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostWaiting } from '../src/search/search-turns.ts';
import { learnSpellings } from '../src/search/spelling-store.ts';
import { editionWords } from '../src/site/words/catalogue.ts';
import { actOn } from './acts.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { publishSearched, searchedEdition } from './searched.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let built: BuiltApp;
let browser: Browser | null;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  database = await makeDatabase();
  await publishSearched(database.pool, [
    {
      headline: 'Storm closes the port',
      lead: 'Ferries stay in the harbour.',
      body: 'The parliament met.',
      byline: 'Ana Moss',
      section: 'world',
      at: '2017-08-05T07:24:00Z',
    },
    { headline: 'Grain for the port', body: 'A storm came.', section: 'economy', at: '2018-08-05T07:24:00Z' },
    { lang: 'fa', headline: 'توفان در بندر', body: 'کشتی‌ها در بندر می‌مانند', at: '2017-08-05T07:24:00Z' },
    { lang: 'ar', headline: 'عاصفة في الميناء', body: 'توقفت العبارات' },
  ]);
  await learnSpellings(database.pool, ['en', 'fa']);
  built = await buildApp(database.pool);
  url = await built.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await built.close();
  await database.drop();
});

async function get(path: string): Promise<{ status: number; text: string; document: Document }> {
  const { statusCode, body } = await built.app.inject({ method: 'GET', url: path });
  return { status: statusCode, text: body, document: parseHTML(body).document as unknown as Document };
}

const textOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? null;
const headlines = (document: Document) =>
  [...document.querySelectorAll('article h2')].map((one) => one.textContent?.trim());

describe('the page', () => {
  it('keeps the whole question in the form, filters open where one is used, and one order of its address', async () => {
    const { document } = await get(
      '/en/search?sort=relevance&to=2018&from=2017-08-05&section=world&q=storm+%22the+port%22&byline=Moss&lang=en',
    );
    expect(headlines(document)).toEqual(['Storm closes the port']);
    const value = (name: string) => document.querySelector(`[name=${name}]`)?.getAttribute('value');
    expect(['q', 'from', 'to', 'byline', 'sort'].map(value)).toEqual([
      'storm "the port"',
      '2017-08-05',
      '2018-12-31',
      'Moss',
      'relevance',
    ]);
    expect(textOf(document, 'select[name=section] [selected]')).toBe('World');
    expect(document.querySelector('details')?.hasAttribute('open')).toBe(true);
    expect(document.querySelector('link[type="application/rss+xml"]')?.getAttribute('href')).toBe(
      '/en/search/feed.xml?q=storm+%22the+port%22&section=world&byline=Moss&from=2017-08-05&to=2018&sort=relevance',
    );
    expect((await get('/en/search?q=storm')).document.querySelector('details')?.hasAttribute('open')).toBe(
      false,
    );
  });

  it('marks what was asked for, in the language and direction of each story', async () => {
    const { document } = await get('/en/search?q=port+OR+بندر&lang=*');
    expect(headlines(document)).toEqual(['Grain for the port', 'توفان در بندر', 'Storm closes the port']);
    const persian = document.querySelector('article[lang=fa]');
    expect([persian?.getAttribute('dir'), persian?.querySelector('mark')?.textContent]).toEqual([
      'rtl',
      'بندر',
    ]);
  });

  it('offers another spelling as a link where little was found, and never takes it by itself', async () => {
    const { document } = await get('/en/search?q=harbuor&section=world');
    expect(headlines(document)).toEqual([]);
    const offer = document.querySelector('.offer a');
    expect(offer?.textContent).toBe('harbour');
    expect(headlines((await get(offer?.getAttribute('href') ?? '')).document)).toEqual([
      'Storm closes the port',
    ]);
    expect((await get('/en/search?q=port')).document.querySelector('.offer')).toBe(null);
    expect((await get('/en/search?q=qqqqzzzz')).document.querySelector('.offer')).toBe(null);
  });

  it('says which hits only begin so, that words are too common, and that a question was cut', async () => {
    const begun = (await get('/en/search?q=parl')).document;
    expect([textOf(begun, '.answer + .answer p'), headlines(begun)]).toEqual([
      null,
      ['Storm closes the port'],
    ]);
    expect(begun.querySelector('main')?.textContent).toContain('With words that begin with “parl”, 1 story');
    const common = (await get('/en/search?q=the')).document;
    expect(headlines(common)).toEqual(['Grain for the port', 'Storm closes the port']);
    expect(textOf(common, '.remark')).toContain('Nearly every story');
    expect(textOf((await get(`/en/search?q=${'storm+'.repeat(30)}`)).document, '.remark')).toContain(
      'too long',
    );
  });

  it.each([
    ['/en/search?q=storm&from=yesterday', '“yesterday” was not understood as a day.'],
    ['/en/search?q=storm&to=31+June+2017', '“31 June 2017” is not a day of the calendar.'],
    ['/en/search?from=2018-01-01&to=2017-01-01', 'The first day comes after the last.'],
    ['/fa/search?from=۱۳۹۶/۱۳/۰۱', '«۱۳۹۶/۱۳/۰۱» روزی از تقویم نیست.'],
    ['/fr/search?code=abc', '« abc » n’est pas un numéro de dépêche'],
    ['/en/search?q=storm&lang=xx', 'There is no edition “xx”.'],
    ['/en/search?q=storm&sort=x', 'does not exist'],
    ['/en/search?q=storm&after=x', 'does not exist'],
    ['/en/search?q=storm&as-of=x', 'A moment of the past is a day'],
  ])('says in the reader’s language what cannot be asked: %s', async (path, said) => {
    const { status, document } = await get(encodeURI(path));
    const [, lang] = path.split('/');
    expect([status, document.documentElement.getAttribute('lang')]).toEqual([400, lang]);
    expect(textOf(document, '[role=alert]')).toContain(said);
  });

  it('reads a day as the edition’s readers type it', async () => {
    const days = 'from=۱۳۹۶/۰۵/۱۴&to=1396-05-14';
    const { document } = await get(encodeURI(`/fa/search?q=بندر&${days}`));
    expect(headlines(document)).toEqual(['توفان در بندر']);
    expect(document.querySelector('[name=from]')?.getAttribute('value')).toBe('۱۳۹۶/۰۵/۱۴');
    expect(document.querySelector('#days')?.textContent).toContain('۱۳۹۶/۰۵/۱۴');
  });

  it('reads a day as the page says it, and puts it into the browser’s own field', async () => {
    const { document } = await get('/en/search?q=storm&from=5+August+2017&to=August+5,+2017');
    expect(headlines(document)).toEqual(['Storm closes the port']);
    expect(document.querySelector('[name=from]')?.getAttribute('value')).toBe('2017-08-05');
  });
});

describe('the feeds of a search', () => {
  it('hold what it finds, newest first, under ids that stay and the address of the page', async () => {
    for (const form of ['xml', 'atom', 'json']) {
      const { status, text } = await get(`/en/search/feed.${form}?q=storm&sort=relevance`);
      expect(status).toBe(200);
      const { feed } = parseFeed(text) as { feed: { items?: object[]; entries?: object[] } };
      const items = (feed.items ?? feed.entries) as { id?: string; guid?: { value: string } }[];
      expect(items.map(({ id, guid }) => (id ?? guid?.value)?.replace(/^.*\//, ''))).toEqual([
        '1001',
        '1000',
      ]);
      expect(text).toContain(`/en/search/feed.${form}?q=storm`);
    }
    const all = await get('/en/search/feed.json?q=بندر&lang=*'.replace('بندر', encodeURIComponent('بندر')));
    expect(JSON.parse(all.text).items[0].url).toContain('/fa/1002/');
  });

  it('say each story’s language, lead to its own topics, and tell of it in its own words', async () => {
    await publishSearched(database.pool, [
      { headline: 'Zephyr over Halim', lang: 'en' },
      {
        lang: 'fa',
        headline: 'Zephyr بر فراز حلیم',
        topics: [{ slug: 'نسیم', name: 'نسیم' }],
      },
    ]);
    const { rows } = await database.pool.query(`select code from published where headline like 'Zephyr ب%'`);
    const mention = { type: 'topic' as const, attrs: { slug: 'نسیم' } };
    const text = { type: 'text' as const, text: 'نسیم', marks: [mention] };
    await actOn(database.pool, rows[0].code, 'correct', {
      reasonClass: 'corrected',
      note: 'نام جزیره درست شد.',
      words: { body: { type: 'doc', content: [{ type: 'paragraph', content: [text] }] } },
    });
    const words = editionWords(searchedEdition('fa'));
    const ask = async (form: string) => (await get(`/en/search/feed.${form}?q=zephyr&lang=*`)).text;
    const read = [
      (parseRssFeed(await ask('xml')).items ?? []).map(({ dc, content }) => [
        dc?.languages?.[0],
        content?.encoded,
      ]),
      (parseAtomFeed(await ask('atom')).entries ?? []).map(({ xml, content }) => [xml?.lang, content?.value]),
      (parseJsonFeed(await ask('json')).items ?? []).map(({ language, content_html }) => [
        language,
        content_html,
      ]),
    ];
    for (const stories of read) {
      expect(stories.map(([lang]) => lang).sort()).toEqual(['fa', undefined]);
      const html = stories.find(([lang]) => lang === 'fa')?.[1] ?? '';
      expect(html).toContain(`href="http://localhost:4000/fa/topic/${encodeURIComponent('نسیم')}"`);
      expect(html).toContain(`<p>${words.record.labels.corrected} (`);
    }
  });

  it('hold nothing that only begins so, and refuse what asks for nothing', async () => {
    expect(JSON.parse((await get('/en/search/feed.json?q=parl')).text).items ?? []).toEqual([]);
    expect((await get('/en/search/feed.json?q=')).status).toBe(400);
    expect((await get('/fa/search/feed.xml?from=x&q=a')).status).toBe(400);
  });
});

it('is asked, narrowed and turned over in a browser without script', async () => {
  if (!browser) return;
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).origin));
  await page.goto(`${url}/en/search`);
  await page.getByLabel('Words or a story code').fill('storm');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=storm/);
  expect(await page.locator('article').count()).toBe(2);
  await page.getByText('Narrow the search').click();
  await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Economy' });
  await page.getByLabel('From').fill('2018-01-01');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/section=economy/);
  expect(await page.locator('article h2').allTextContents()).toEqual(['Grain for the port']);
  expect(await page.getByLabel('From').inputValue()).toBe('2018-01-01');
  await page.getByLabel('From').fill('');
  await page.getByLabel('Section', { exact: true }).selectOption({ label: 'All sections' });
  await page.getByLabel('Edition', { exact: true }).selectOption('*');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Best match first' }).click();
  await page.waitForURL(/sort=relevance/);
  expect(await page.locator('article h2').allTextContents()).toEqual([
    'Storm closes the port',
    'Grain for the port',
  ]);
  expect(new Set(requests)).toEqual(new Set([url]));
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

it.each(['en', 'fa'])('has nothing in %s that keeps anybody out', async (lang) => {
  if (!browser) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    for (const asked of ['q=storm&lang=*&section=world', 'q=harbuor', 'from=x']) {
      await page.goto(`${url}/${lang}/search?${asked}`);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await context.close();
  }
});

it('says to whoever comes when too many search that it is so, with the time to wait, on the page and in feeds', async () => {
  const other = await database.pool.connect();
  await other.query('begin; lock table published in access exclusive mode');
  // One is being done, and as many as may wait do: each is of its own address.
  const others = Array.from({ length: mostWaiting + 2 }, (_, at) =>
    built.app.inject({ method: 'GET', url: `/en/search?q=storm+${at}`, remoteAddress: `198.18.0.${at}` }),
  );
  const asked = ['/en/search?q=ice', '/fa/search/lite?q=ice', '/en/search/feed.xml?q=ice'];
  await new Promise((resolve) => setTimeout(resolve, 30));
  const refused = await Promise.all(asked.map((path) => built.app.inject({ method: 'GET', url: path })));
  for (const { statusCode, headers } of refused)
    expect([statusCode, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'no-store']);
  expect(refused[0]?.body).toContain('Many readers are searching at this moment.');
  expect(refused[1]?.body).toContain('خوانندگان بسیاری جستجو می‌کنند');
  await other.query('commit');
  other.release();
  const codes = (await Promise.all(others)).map(({ statusCode }) => statusCode);
  expect(new Set(codes)).toEqual(new Set([200, 503]));
  expect(codes.filter((code) => code === 200).length).toBeGreaterThanOrEqual(mostWaiting);
  expect((await get('/en/search?q=ice')).status).toBe(200);
});
