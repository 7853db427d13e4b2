/** Pages that stand still while their fonts and pictures come late, and that can be read in order where a browser has no grid. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { type PageKind, pageKinds } from './page-kinds.ts';
import { openShownSite, type ShownSite } from './shown-site.ts';

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

const widths = { en: 1280, fa: 375 };

/** How far a page's parts moved, by Chromium's own measure, where its fonts and pictures come after its words are shown. */
async function movedWhileLate(page: Page, { path, first }: PageKind): Promise<number> {
  let release = () => {};
  const asked = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.woff2$|\/picture\//, async (route) => {
    await asked;
    await route.continue().catch(() => undefined);
  });
  await page.goto(site.url + path, { waitUntil: 'domcontentloaded' });
  await painted(page);
  const here =
    '[...document.fonts].filter((one) => one.status === "loaded" && one.family.startsWith("Wire")).length';
  expect(await page.evaluate(here)).toBe(0);
  release();
  await page.evaluate('document.fonts.ready');
  await page.waitForLoadState('load');
  await painted(page);
  const moved = (await page.evaluate('globalThis.moved')) as number;
  await page.unroute(/\.woff2$|\/picture\//);
  // What a reader does there is done to a page that is there whole.
  if (!first) return moved;
  await first(page);
  await painted(page);
  return Math.max(moved, (await page.evaluate('globalThis.moved')) as number);
}

async function painted(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

describe.each(['en', 'fa'] as const)('in %s', (lang) => {
  it('no kind of page moves while it loads', async () => {
    if (!browser) return;
    const found: [string, number][] = [];
    for (const kind of pageKinds(site, lang)) {
      // Fonts that one page has are there for the next: each begins without.
      const context = await browser.newContext({ viewport: { width: widths[lang], height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(`globalThis.moved = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; })
          .observe({ type: 'layout-shift', buffered: true });`);
      const moved = await movedWhileLate(page, kind);
      if (moved > 0.02) found.push([kind.name, moved]);
      await context.close();
    }
    expect(found).toEqual([]);
  });

  it.each([320, 1280])('every kind of page is read in order without grid, at %i px', async (width) => {
    if (!browser) return;
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    const found: [string, string[]][] = [];
    for (const kind of pageKinds(site, lang)) {
      await page.goto(site.url + kind.path);
      await kind.first?.(page);
      const wrong = await page.evaluate(withoutGrid);
      if ((wrong as string[]).length > 0) found.push([kind.name, wrong as string[]]);
    }
    await context.close();
    expect(found).toEqual([]);
  });
});

/**
 * Takes every grid away, as a browser does that has none, and says what then cannot be read: what is too wide, lies above what
 * comes before it, or over it. A list in columns goes on at the top of the next one, and is left out.
 */
const withoutGrid = `(() => {
  for (const one of document.querySelectorAll('*'))
    if (getComputedStyle(one).display.endsWith('grid')) one.style.setProperty('display', 'block', 'important');
  const wrong = [];
  const beyond = document.documentElement.scrollWidth - window.innerWidth;
  if (beyond > 0) wrong.push(beyond + ' px too wide');
  const inColumns = (one) => {
    for (let at = one; at; at = at.parentElement) if (getComputedStyle(at).columnCount !== 'auto' || getComputedStyle(at).columnWidth !== 'auto') return true;
    return false;
  };
  const shown = [...document.querySelectorAll('main :is(h1, h2, h3, p, figure, li, dt, form)')].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 1 && height > 1 && !inColumns(one) && !one.closest('details:not([open])') && !one.querySelector('h1, h2, h3, p, figure, li, dt, form') &&
      !/flex/.test(getComputedStyle(one.parentElement).display);
  });
  for (let at = 1; at < shown.length; at++) {
    const [before, after] = [shown[at - 1].getBoundingClientRect(), shown[at].getBoundingClientRect()];
    if (after.top < before.bottom - 1)
      wrong.push(shown[at].textContent.trim().slice(0, 40) + ' stands over ' + shown[at - 1].textContent.trim().slice(0, 40));
  }
  return wrong;
})()`;
