/** The editions beside each other: each in its own font, each naming the same story in the others. */
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAgency, sampleStories } from '../src/sample/sample-agency.ts';
import { openBrowser } from './browser.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { makeSampleDatabase } from './filled-database.ts';
import { type Program, startProgram } from './program.ts';
import { fetchRaw } from './raw-http.ts';
import type { TestDatabase } from './test-database.ts';

const folder = makeDataFolder();
let database: TestDatabase;
let program: Program;
let browser: Browser | null;

beforeAll(async () => {
  browser = await openBrowser();
  database = await makeSampleDatabase();
  program = await startProgram({ dataDir: folder, env: { EMPTY: '0', DATABASE_URL: database.url } });
});
afterAll(async () => {
  await browser?.close();
  await program.stop();
  await database.drop();
  removeDataFolder(folder);
});

const langs = sampleAgency.editions.map(({ lang }) => lang);
const newest = (lang: string) =>
  Math.max(...sampleStories.filter((one) => one.lang === lang).map(({ code }) => code));

/** The page that a path leads to. */
async function open(path: string): Promise<{ path: string; document: Document }> {
  const answer = await fetchRaw(program.url + path, { headers: {} });
  const { location } = answer.headers;
  if (answer.status === 302 && location) return open(location);
  expect(answer.status).toBe(200);
  return { path, document: parseHTML(answer.text()).document as unknown as Document };
}

/** Languages of a page with the paths that they are said to be at. */
function alternates(document: Document): Map<string, string> {
  const links = [...document.querySelectorAll('link[rel=alternate]')].filter((link) =>
    link.hasAttribute('hrefLang'),
  );
  return new Map(
    links.map((link) => [
      link.getAttribute('hrefLang') as string,
      new URL(link.getAttribute('href') as string).pathname,
    ]),
  );
}

describe('the same in other languages', () => {
  it('is named by each story, front and section with the same words as by all that it names', async () => {
    const seen = new Map<string, Map<string, string>>();
    const sections = sampleAgency.editions.flatMap((edition) =>
      edition.sections.map(({ slug }) => `/${edition.lang}/section/${slug}`),
    );
    const starts = [
      ...langs.map((lang) => `/${lang}/`),
      ...sections,
      ...sampleStories.map(({ code }) => `/${code}`),
    ];
    for (const start of starts) {
      const { path, document } = await open(start);
      seen.set(path, alternates(document));
    }
    for (const [path, named] of seen) {
      for (const [lang, other] of named) {
        if (lang !== 'x-default') expect(other.split('/')[1]).toBe(lang);
        expect(Object.fromEntries(seen.get(other) ?? []), `${path} → ${other}`).toEqual(
          Object.fromEntries(named),
        );
      }
      if (named.size > 0) expect(named.get('x-default')).toBe(named.get('en') ?? [...named.values()][0]);
    }
    expect([...seen.values()].filter(({ size }) => size === langs.length + 1).length).toBeGreaterThanOrEqual(
      8 * langs.length + sections.length,
    );
  });

  it('is named by each section in the map of an edition’s lists', async () => {
    const { text } = await fetchRaw(`${program.url}/sitemap/fa/lists.xml`, { headers: {} });
    const [, entry = ''] = /<url><loc>[^<]+\/fa\/section\/world<\/loc>(.*?)<\/url>/s.exec(text()) ?? [];
    const paths = [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [
      lang,
      new URL(href as string).pathname,
    ]);
    expect(paths).toEqual(langs.map((lang) => [lang, `/${lang}/section/world`]));
  });

  it('is led to from the head of the page, and where it is not there the other front is, and is said to be', async () => {
    const partly = sampleStories.find(({ group }) => group === 'wind');
    const { document } = await open(`/${partly?.code}`);
    const rows = [...document.querySelectorAll('header nav[aria-label] ul')].slice(0, 2);
    const said = rows.map((row) => [
      row.querySelector('.meta')?.textContent,
      [...row.querySelectorAll('a')].map((link) => link.getAttribute('lang')),
    ]);
    const other = partly?.lang === 'en' ? 'fr' : 'en';
    expect(said[0]?.[1]).toEqual([other]);
    expect(said[1]?.[1]).toEqual(langs.filter((lang) => lang !== 'en' && lang !== 'fr'));
    expect(said.map(([label]) => label)).toEqual(
      partly?.lang === 'en' ? ['This story in', 'Front pages'] : ['Cette dépêche en', 'Accueils'],
    );
    const hrefs = rows.map((row) => row.querySelector('a')?.getAttribute('href'));
    const led = await open(hrefs[0] as string);
    expect(led.document.querySelector('h1')?.textContent).toBe(
      sampleStories.find(({ group, lang }) => group === 'wind' && lang === other)?.fields.headline,
    );
    expect(hrefs[1]).toBe('/fa/');
  });
});

it('stand in one row of the masthead from 640 px on, on fronts and inner pages, in every one of them', async () => {
  if (!browser) return;
  const page = await browser.newPage();
  const broken: string[] = [];
  for (const width of [640, 768, 1024, 1280])
    for (const path of langs.flatMap((lang) => [`/${lang}/`, `/${lang}/section/world`, `/${newest(lang)}`])) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(program.url + path);
      const lines = await page.evaluate(
        `[...document.querySelectorAll('.folio .row')].map((row) => row.clientHeight / row.firstElementChild.clientHeight)`,
      );
      if ((lines as number[]).some((one) => one > 1.5)) broken.push(`${path} ${width}: ${lines}`);
    }
  await page.close();
  expect(broken).toEqual([]);
});

describe('a story’s times in a zone of the reader’s choice', () => {
  const story = sampleStories.find(({ code }) => code === newest('es')) as (typeof sampleStories)[0];
  const there = (document: Document) =>
    document.querySelector('.there')?.textContent?.replace(/\s+/g, ' ').trim();

  it('are led to from its page, without a script, and stand beside the agency’s', async () => {
    const { path, document } = await open(`/${story.code}`);
    const way = document.querySelector('.there a')?.getAttribute('href') as string;
    const zones = await open(way);
    expect(zones.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    const tokyo = [...zones.document.querySelectorAll('dd a')].find(
      (link) => link.textContent === 'hora de Japón',
    );
    const chosen = await open(
      (tokyo ?? zones.document.querySelector('dd a[href$="Asia/Tokyo"]'))?.getAttribute('href') as string,
    );
    expect(chosen.path).toBe(`${path}?zone=Asia/Tokyo`);
    const time = chosen.document.querySelector('.there time');
    const at = new Date(time?.getAttribute('dateTime') ?? '');
    const clock = (timeZone: string) =>
      new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
    expect(time?.textContent).toContain(`${clock('Asia/Tokyo')} UTC+9`);
    expect(chosen.document.querySelector('.date-line')?.textContent).toContain(
      `${clock('Asia/Tbilisi')} UTC+4`,
    );
    expect(chosen.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    const canonical = chosen.document.querySelector('link[rel=canonical]')?.getAttribute('href') as string;
    expect(new URL(canonical).pathname + new URL(canonical).search).toBe(path);
  });

  it('go along to its print and lite pages and back, with all other times on them', async () => {
    const { path } = await open(`/${story.code}`);
    const zone = '?zone=America/New_York';
    const said = there((await open(path + zone)).document) ?? '';
    const [time = ''] = /^.*UTC-[45]/.exec(said) ?? [];
    const hrefsOf = (document: Document, selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
    const forms = hrefsOf((await open(path + zone)).document, '.foot a[rel=alternate]').slice(0, 2);
    expect(forms).toEqual([`${path}/print${zone}`, `${path}/lite${zone}`]);
    expect(hrefsOf((await open(path)).document, '.foot a[rel=alternate]').slice(0, 2)).toEqual([
      `${path}/print`,
      `${path}/lite`,
    ]);
    for (const form of forms) {
      const { document } = await open(form as string);
      expect(there(document)).toContain(time);
      expect(hrefsOf(document, 'header .screen-only a, footer p:last-child a').at(0)).toBe(path + zone);
    }
    const [print, lite] = await Promise.all(forms.map((form) => open(form as string)));
    expect(hrefsOf(print?.document as Document, '.there a')).toEqual([]);
    expect(hrefsOf(lite?.document as Document, '.there a')).toEqual([
      `/es/time/${story.code}/lite`,
      `${path}/lite`,
    ]);
    const choices = (await open(`/es/time/${story.code}/lite`)).document;
    expect(hrefsOf(choices, 'dd a')).toContain(`${path}/lite?zone=Asia/Tokyo`);
    expect(there((await open(`${path}/print`)).document)).toBeUndefined();
    for (const form of ['print', 'lite']) {
      expect((await open(`/es/${story.code}/-/${form}${zone}`)).path).toBe(`${path}/${form}${zone}`);
      const wrong = await fetchRaw(`${program.url}${path}/${form}?zone=Paris`, { headers: {} });
      expect([form, wrong.status]).toEqual([form, 400]);
    }
  });

  it('are nobody else’s: the page without them is as it was', async () => {
    const { path } = await open(`/${story.code}`);
    const bytes = async (at: string) => (await fetchRaw(program.url + at, { headers: {} })).text();
    const before = await bytes(path);
    expect(there((await open(`${path}?zone=America/New_York`)).document)).toMatch(/UTC-[45]/);
    expect(await bytes(path)).toBe(before);
    expect(await bytes(`${path}?zone=`)).toBe(before);
    expect((await open(`/es/${story.code}/-?zone=Asia/Tokyo`)).path).toBe(`${path}?zone=Asia/Tokyo`);
  });

  it('are refused in the language of the page where there is no such zone', async () => {
    const { path } = await open(`/${story.code}`);
    for (const zone of ['Paris', '%00', 'Europe/Paris%0d%0a', "'%3Cb%3E", 'x'.repeat(3000)]) {
      const answer = await fetchRaw(`${program.url}${path}?zone=${zone}`, { headers: {} });
      expect([zone, answer.status]).toEqual([zone, 400]);
      expect(answer.text()).toContain('No existe esa zona horaria');
    }
    const list = await fetchRaw(`${program.url}/es/time/999999`, { headers: {} });
    expect([list.status, (await fetchRaw(`${program.url}/es/999999`, { headers: {} })).text()]).toEqual([
      404,
      list.text(),
    ]);
  });
});

type Moved = { moved: number; fonts: string[]; bytes: number };

/** Opens a page whose font comes late. */
async function openSlowly(path: string, width: number): Promise<Moved | null> {
  if (!browser) return null;
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const fonts: string[] = [];
  let bytes = 0;
  let release = () => {};
  const asked = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.woff2', async (route) => {
    const answer = await route.fetch();
    fonts.push(new URL(route.request().url()).pathname.replace(/^\/assets\/|\.[\da-f]+\.woff2$/g, ''));
    bytes += (await answer.body()).length;
    await asked;
    await route.fulfill({ response: answer });
  });
  await page.addInitScript(`globalThis.moved = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });`);
  await page.goto(program.url + path, { waitUntil: 'domcontentloaded' });
  await painted(page);
  expect(
    await page.evaluate(
      '[...document.fonts].filter((one) => one.status === "loaded" && one.family.startsWith("Wire")).length',
    ),
  ).toBe(0);
  release();
  await page.evaluate('document.fonts.ready');
  await painted(page);
  const moved = (await page.evaluate('globalThis.moved')) as number;
  await context.close();
  return { moved, fonts, bytes };
}

async function painted(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))',
  );
}

describe.each([
  ['en', 'serif'],
  ['es', 'serif'],
  ['ru', 'cyrillic'],
  ['fa', 'vazirmatn'],
  ['ar', 'vazirmatn'],
])('a page in %s', (lang, font) => {
  it('has one font of at most 50 KB, and does not move when it comes late', async () => {
    for (const path of [`/${lang}/`, `/${newest(lang)}`])
      for (const width of [375, 1280]) {
        const seen = await openSlowly(path, width);
        if (!seen) return;
        expect(seen.fonts).toEqual([font]);
        expect(seen.bytes).toBeLessThanOrEqual(50 * 1024);
        expect.soft(seen.moved, `${path} at ${width}`).toBeLessThanOrEqual(0.02);
      }
  });
});
