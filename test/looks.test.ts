/**
 * How pages look, held against pictures that are kept in `looks/`, each of 1,600 px of the page at most.
 * LOOKS=write npm test -- test/looks.test.ts keeps them as they are now; what differs is then seen in the commit.
 *
 * In English and Persian every kind of page is held at 320, 768 and 1280 px, light and dark, and on paper at 768. Light it is
 * kept at half its size; dark and on paper, where the same words stand in the same places in other tones or without what
 * leads elsewhere, at a quarter, but for the main kinds at 768. In Arabic and Russian a front that fills itself, and a story, light at
 * 320 and 1280. A story in high contrast. Tones alone are kept but of fronts and sections, whose colours say something. All letters are
 * our own fonts', for a machine's own are not everywhere; what is random is not shown.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { compareLook, keptLooks } from './kept-looks.ts';
import { type PageKind, pageKinds } from './page-kinds.ts';
import { codesIn, openShownSite, type ShownSite } from './shown-site.ts';

let site: ShownSite;
let browser: Browser | null;
let style: string;

/** The pictures are of the Chromium that comes with the packages, which is there on one platform. */
const isComparable = process.platform === 'linux' && process.arch === 'x64';
const main = [
  'front',
  'section',
  'story',
  'search found',
  'comment form',
  'newsletters',
  'history',
  'killed',
];
const onPaper = ['front', 'story', 'history', 'print'];
/** Milliseconds for more than three hundred pictures of an edition, on a machine that is busy with something else. */
const most = 300_000;
/** Where colour says something. */
const inColour = ['front', 'section'];
const seen: string[] = [];

beforeAll(async () => {
  if (!isComparable) console.log('not run: pictures of pages are compared on Linux, x64');
  browser = isComparable ? await openBrowser() : null;
  site = await openShownSite();
  style = await ownFontsOnly(site.url);
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

/** What makes a page look the same everywhere and each time. */
async function ownFontsOnly(url: string): Promise<string> {
  const page = await (await fetch(`${url}/en/`)).text();
  const [sheet = ''] = /\/assets\/site\.[^"]+\.css/.exec(page) ?? [];
  const css = await (await fetch(url + sheet)).text();
  const faces = [
    ...css.matchAll(/font-family: "Wire (\w+)";\s*src: url\("([^"]+)"\)[^;]+;[^}]+(unicode-range[^;]+;)/g),
  ];
  expect(faces.map(([, name]) => name)).toEqual(['Serif', 'Cyrillic', 'Arabic']);
  const own = faces.map(
    ([, , href, range]) =>
      `@font-face { font-family: Own; font-weight: 200 900; src: url("${href}"); ${range} }`,
  );
  return `${own.join('\n')}
    * { font-family: Own !important; caret-color: transparent !important; animation: none !important }
    .record bdi { visibility: hidden }
    .by-hand { display: none }`;
}

type Look = { width: number; colorScheme?: 'light' | 'dark'; media?: 'print'; contrast?: 'more' };

function openContext(given: Browser, contrast?: 'more'): Promise<BrowserContext> {
  return given.newContext({
    bypassCSP: true,
    deviceScaleFactor: 0.5,
    viewport: { width: 1280, height: 1600 },
    locale: 'en-GB',
    timezoneId: 'Asia/Tbilisi',
    ...(contrast ? { contrast } : {}),
  });
}

/**
 * Which rendition of a picture a browser takes depends on what it has already, and how it makes a JPEG smaller on when it does:
 * each picture has one rendition here, in WebP, and it is there.
 */
const onePictureEach = `Promise.all([...document.images].map(async (one) => {
  const own = one.cloneNode();
  for (const name of ['srcset', 'sizes', 'loading']) own.removeAttribute(name);
  own.decoding = 'sync';
  own.src = own.src.replace(/\\.jpg$/, '.webp');
  (one.closest('picture') ?? one).replaceWith(own);
  await own.decode();
}))`;

/** The hash of the record is another each time, and is not seen: it takes the same room each time. */
const oneHash = `for (const hash of document.querySelectorAll('.record bdi'))
  for (const part of hash.childNodes) if (part.data) part.data = 'a'.repeat(part.data.length)`;

const painted = `Promise.all([document.fonts.ready, ...[...document.images].map((one) => one.decode())])
  .then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))`;

/** Opens a page once, and looks at it in each way. */
async function lookAt(page: Page, lang: string, kind: PageKind, looks: Look[]): Promise<string[]> {
  // A picture is compared while the next one is taken.
  const compared: Promise<string | null>[] = [];
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 1600 });
  const answer = await page.goto(site.url + kind.path);
  expect(answer?.status(), kind.path).toBe(kind.status);
  await kind.first?.(page);
  await page.addStyleTag({ content: style });
  await page.evaluate(onePictureEach);
  await page.evaluate(oneHash);
  for (const { width, colorScheme = 'light', media = 'screen', contrast } of looks) {
    await page.emulateMedia({ media, colorScheme, contrast: contrast ?? null });
    await page.setViewportSize({ width, height: 1600 });
    await page.evaluate(painted);
    const said = [
      width,
      colorScheme === 'dark' && 'dark',
      media === 'print' && 'paper',
      contrast && 'contrast',
    ];
    const name = [lang, kind.name, ...said.filter(Boolean)].join('-').replaceAll(' ', '-');
    seen.push(name);
    const isMain = (media === 'print' ? onPaper : main).includes(kind.name) && width === 768;
    const how = {
      colour: inColour.includes(kind.name) && media === 'screen',
      quarter: (colorScheme === 'dark' || media === 'print') && !isMain,
    };
    compared.push(compareLook(name, await page.screenshot(), how));
  }
  return (await Promise.all(compared)).filter((difference) => difference !== null);
}

const widths = [320, 768, 1280];

function looksOf({ name }: PageKind): Look[] {
  return [
    ...widths.flatMap((width): Look[] => [{ width }, { width, colorScheme: 'dark' }]),
    { width: 768, media: 'print' },
    ...(name === 'story' ? [{ width: 768, contrast: 'more' } as Look] : []),
  ];
}

it.concurrent.each(['en', 'fa'] as const)(
  'every kind of page looks as it did, in %s',
  async (lang) => {
    if (!browser) return;
    const context = await openContext(browser);
    const page = await context.newPage();
    const found: string[] = [];
    for (const kind of pageKinds(site, lang)) found.push(...(await lookAt(page, lang, kind, looksOf(kind))));
    await context.close();
    expect(found).toEqual([]);
  },
  most,
);

it.concurrent.each(['ar', 'ru'])(
  'a front that fills itself and a story look as they did, in %s',
  async (lang) => {
    if (!browser) return;
    const context = await openContext(browser);
    const page = await context.newPage();
    const kinds: PageKind[] = [
      { name: 'front', path: `/${lang}/`, status: 200 },
      { name: 'story', path: `/${codesIn(lang).threaded}`, status: 200 },
    ];
    const found: string[] = [];
    for (const kind of kinds)
      found.push(...(await lookAt(page, lang, kind, [{ width: 1280 }, { width: 320 }])));
    await context.close();
    expect(found).toEqual([]);
  },
);

it('keeps no picture of what nobody looks at', () => {
  if (!browser) return;
  expect(keptLooks().sort()).toEqual([...seen].sort());
});
