/** The site as a reader's browser gets it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleStories } from '../src/sample/sample-agency.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { makeSampleDatabase } from './filled-database.ts';
import { type Program, startProgram } from './program.ts';
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

const newest = (lang: string) =>
  Math.max(...sampleStories.filter((one) => one.lang === lang).map(({ code }) => code));
const oldest = Math.min(...sampleStories.map(({ code }) => code));
const kinds: [string, string][] = [
  ['front en', '/en/'],
  ['front fa', '/fa/'],
  ['front fr', '/fr/'],
  ['front ar', '/ar/'],
  ['story en', `/${newest('en')}`],
  ['story fa', `/${newest('fa')}`],
  ['story fr', `/${newest('fr')}`],
  ['story ru', `/${newest('ru')}`],
  ['story in another zone', `/ar/${newest('ar')}/-?zone=America/New_York`],
  ['zones es', `/es/time/${newest('es')}`],
  ['old story', `/${oldest}`],
  ['section fa', '/fa/section/economy'],
  ['topic en', '/en/topic/port-of-lirven'],
  ['search en', '/en/search?q=harbour'],
  ['not found', '/en/999999'],
];

type Seen = { page: Page; requests: string[]; complaints: string[] };

/**
 * Opens a page and hands it over with every request that it made and every complaint of the browser.
 * @param isQuiet whether half a second has to go by without a request before that.
 */
async function read<T>(
  path: string,
  { isQuiet = false, ...options }: BrowserContextOptions & { isQuiet?: boolean },
  look: (seen: Seen) => Promise<T>,
): Promise<T | undefined> {
  if (!browser) return undefined;
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const seen: Seen = { page, requests: [], complaints: [] };
    page.on('request', (request) => seen.requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) seen.complaints.push(message.text());
    });
    page.on('pageerror', (error) => seen.complaints.push(error.message));
    await page.goto(program.url + path, { waitUntil: isQuiet ? 'networkidle' : 'load' });
    await page.evaluate('document.fonts.ready');
    return await look(seen);
  } finally {
    await context.close();
  }
}

describe.each(kinds)('%s', (_name, path) => {
  it.each(['light', 'dark'] as const)('has no violation that axe knows, in %s', async (colorScheme) => {
    await read(
      path,
      { viewport: { width: 1280, height: 900 }, colorScheme },
      async ({ page, complaints }) => {
        expect(await violations(page)).toEqual([]);
        expect(complaints).toEqual([]);
      },
    );
  });

  it('fits 320, 768 and 1280 pixels without a sideways scroll', async () => {
    for (const width of [320, 768, 1280]) {
      await read(path, { viewport: { width, height: 800 } }, async ({ page }) => {
        const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect([width, overflow]).toEqual([width, 0]);
      });
    }
  });
});

describe('a story page on a cold start', () => {
  it.each(['en', 'fr', 'fa', 'ar', 'ru', 'es'])(
    'in %s makes at most five requests without pictures, none to others',
    async (lang) => {
      await read(
        `/${lang}/${newest(lang)}/-`,
        { viewport: { width: 375, height: 800 }, isQuiet: true },
        async ({ page, requests }) => {
          const address = new URL(page.url()).pathname;
          const own = requests.filter((url) => !url.includes('/pictures/') && !url.endsWith('/-'));
          expect(own.length).toBeLessThanOrEqual(5);
          expect(requests.filter((url) => !url.startsWith(program.url))).toEqual([]);
          expect(requests.filter((url) => url.endsWith('.woff2'))).toHaveLength(1);
          expect(
            requests.filter((url) => /\.js$/.test(url) && !/\/reader\.[0-9a-f]+\.js$/.test(url)),
          ).toEqual([]);
          expect(address).toMatch(new RegExp(`^/${lang}/${newest(lang)}/.`));
        },
      );
    },
  );

  it('is set in the edition’s own font and direction', async () => {
    for (const [lang, dir, font] of [
      ['en', 'ltr', 'Wire Serif'],
      ['fa', 'rtl', 'Wire Arabic'],
    ] as const) {
      await read(`/${newest(lang)}`, {}, async ({ page }) => {
        const html = page.locator('html');
        expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([lang, dir]);
        const family = await page.evaluate('getComputedStyle(document.querySelector("h1")).fontFamily');
        expect(family).toContain(font);
        expect(await page.evaluate('[...document.fonts].some((one) => one.status === "loaded")')).toBe(true);
      });
    }
  });

  it('does not move while it loads', async () => {
    await read(
      `/${newest('en')}`,
      { viewport: { width: 375, height: 800 }, isQuiet: true },
      async ({ page }) => {
        const moved = await page.evaluate(`new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      })`);
        expect(moved).toBeLessThanOrEqual(0.02);
      },
    );
  });

  it('can be read and searched with the keyboard alone', async () => {
    await read('/en/', { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.locator('input[name=q]').first().focus();
      await page.keyboard.type('harbour');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\?q=harbour/);
      expect(await page.locator('article').count()).toBeGreaterThan(0);
    });
  });
});

describe('other shapes of a story', () => {
  it('lite is one request without script, style sheet, font or picture', async () => {
    await read(`/en/${newest('en')}/-/lite`, { isQuiet: true }, async ({ requests, complaints }) => {
      const own = requests.filter((url) => !url.endsWith('/-/lite') && !url.endsWith('/favicon.ico'));
      expect(own).toHaveLength(1);
      expect(complaints).toEqual([]);
    });
  });

  it('print shows the whole story with its code, address and date of printing, and nothing to click', async () => {
    await read(`/en/${newest('en')}/-/print`, {}, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('body').innerText();
      const story = sampleStories.find(({ code }) => code === newest('en'));
      for (const part of [story?.fields.headline, story?.fields.lead, String(newest('en')), 'Printed on'])
        expect(text).toContain(part);
      expect(await page.locator('nav:visible, form:visible').count()).toBe(0);
    });
  });

  it('a story page that is printed loses its furniture', async () => {
    await read(`/${newest('fa')}`, {}, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav:visible, form:visible').count()).toBe(0);
      expect(await page.locator('h1:visible').count()).toBe(1);
    });
  });
});
