/**
 * Every kind of page keeps nobody out, by the word of two checkers that share no code: from left to right and from right to left,
 * light, dark, in high contrast and in the reader’s own colours, with letters of twice the size.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { sniffed } from './code-sniffer.ts';
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

const asUsual = { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' } as const;
type Way = { how: string } & Pick<
  Parameters<Page['emulateMedia']>[0] & object,
  'colorScheme' | 'forcedColors' | 'contrast'
>;
/** In which a page's colours are looked at; one language is enough for those that are asked for by few. */
const ways: Record<'en' | 'fa', Way[]> = {
  en: [
    { how: 'dark', colorScheme: 'dark' },
    { how: 'high contrast', contrast: 'more' },
  ],
  fa: [
    { how: 'dark, high contrast', colorScheme: 'dark', contrast: 'more' },
    { how: 'the reader’s own colours', forcedColors: 'active' },
  ],
};

/** What is wrong with a page, by its name and how it was looked at. */
async function check(page: Page, { name }: PageKind, lang: 'en' | 'fa'): Promise<string[]> {
  const found: string[] = [];
  const put = (how: string, all: string[]) => found.push(...all.map((one) => `${name}, ${how}: ${one}`));
  await page.emulateMedia(asUsual);
  put('light', [...(await violations(page)), ...(await sniffed(page))]);
  for (const { how, ...way } of ways[lang]) {
    await page.emulateMedia({ ...asUsual, ...way });
    put(how, await violations(page, ['color-contrast']));
    if (!way.forcedColors) put(how, await sniffed(page));
  }
  return found;
}

/** What does not fit where a reader's letters are twice as large as usual. */
async function checkLarge(page: Page, door: CDPSession, { name }: PageKind): Promise<string[]> {
  const found: string[] = [];
  await door.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  expect(await page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('32px');
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    if (beyond !== 0) found.push(`${name}, large letters at ${width} px: ${beyond} px too wide`);
  }
  found.push(...(await cutOff(page)).map((words) => `${name}, large letters: “${words}” is cut off`));
  await door.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

/** Words that stand beyond the box which shows them; not those that are for screen readers, and not what can be moved by hand. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((one) => getComputedStyle(one).overflow === 'hidden' && getComputedStyle(one).clipPath === 'none')
    .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
    .map((one) => one.textContent)`) as Promise<string[]>;
}

it('is checked by two checkers that both find a field without a name and a picture without words', async () => {
  if (!browser) return;
  const page = await browser.newPage();
  await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><input><img src="x"></main></html>');
  expect((await violations(page)).map((one) => one.split(':')[0])).toEqual(['image-alt', 'label']);
  expect((await sniffed(page)).map((one) => one.split(':')[0]?.split('.').slice(3).join('.'))).toEqual(
    expect.arrayContaining([expect.stringContaining('1_1_1'), expect.stringContaining('4_1_2')]),
  );
  await page.close();
});

describe.each(['en', 'fa'] as const)('in %s', (lang) => {
  it('no kind of page keeps anybody out', async () => {
    if (!browser) return;
    // Two pages beside each other, as the machine has two hands.
    const kinds = pageKinds(site, lang);
    const half = Math.ceil(kinds.length / 2);
    const found = await Promise.all(
      [kinds.slice(0, half), kinds.slice(half)].map((some) => checkAll(browser as Browser, some, lang)),
    );
    expect(found.flat()).toEqual([]);
  });
});

async function checkAll(given: Browser, kinds: PageKind[], lang: 'en' | 'fa'): Promise<string[]> {
  const context = await given.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const door = await context.newCDPSession(page);
  const found: string[] = [];
  for (const kind of kinds) {
    await page.goto(site.url + kind.path);
    await kind.first?.(page);
    found.push(...(await check(page, kind, lang)), ...(await checkLarge(page, door, kind)));
  }
  await context.close();
  return found;
}
