/** The desk's screens: what axe knows, both languages, light and dark, narrow and wide; and what they weigh. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { beginStory, type Desk, openDesk } from './desk-browser.ts';
import { fetchRaw } from './raw-http.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe('first load', () => {
  it('is at most 250 KB of scripts and 40 KB of style, each under an address that names its bytes', async () => {
    const page = await fetchRaw(`${desk.program.url}/desk/`, {});
    const addresses = [...page.text().matchAll(/(?:src|href)="(\/desk\/assets\/[^"]+)"/g)].map(
      ([, one]) => one,
    );
    expect(addresses.length).toBeGreaterThan(1);
    const sizes = { js: 0, css: 0 };
    for (const address of addresses) {
      const file = await fetchRaw(desk.program.url + address, { headers: { 'accept-encoding': 'identity' } });
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      sizes[address?.endsWith('.css') ? 'css' : 'js'] += gzipSync(file.body, { level: 9 }).length;
    }
    expect(sizes.js).toBeLessThan(250 * 1024);
    expect(sizes.css).toBeLessThan(40 * 1024);
  });

  it('is kept nowhere, by a back button neither, and comes under a policy of its own', async () => {
    const { headers } = await fetchRaw(`${desk.program.url}/desk/`, {});
    expect(headers['cache-control']).toBe('no-store');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect((await fetchRaw(`${desk.program.url}/desk`, {})).headers.location).toBe('/desk/');
  });
});

it('goes to columns and about in them by keys, where no story is chosen yet, after a reload too', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await page.waitForSelector('.rows:focus');
  await page.keyboard.press('v');
  await page.waitForSelector('.column .rows:focus');
  await page.reload();
  await page.waitForSelector('.column .rows:focus');
  await page.keyboard.press('j');
  await page.waitForSelector('.story-row[aria-selected="true"]');
  await page.keyboard.press('v');
  await page.waitForSelector('.list-side > .rows:focus');
  expect(complaints).toEqual([]);
  await context.close();
});

it('hears its keys again where one comes back to it by a click, with a story open to be read', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await page.waitForSelector('.rows:focus');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.waitForSelector('.panel.reading');
  await page.getByRole('link', { name: 'Comments', exact: true }).click();
  await page.locator('.rows').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Stories', exact: true }).click();
  await page.waitForSelector('.panel.reading');
  await page.waitForSelector('.rows:focus');
  await page.keyboard.press('n');
  await page.waitForSelector('.panel form');
  expect(complaints).toEqual([]);
  await context.close();
});

it('does with two presses what they mean, where the second comes before the first is drawn', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await beginStory(page);
  const panel = page.locator('.story-screen .panel');
  await panel.waitFor();
  const pressAtOnce = (...presses: { code: string; altKey?: boolean }[]) =>
    page.evaluate((all) => {
      for (const one of all)
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: one.code, bubbles: true, cancelable: true, ...one }),
        );
    }, presses);
  // The panel that is opened is the one that is closed: the story stays.
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await pressAtOnce({ code: 'KeyH', altKey: true }, { code: 'Escape' });
  await page.waitForSelector('#field-headline:focus');
  expect(await panel.count()).toBe(0);
  // One closes the panel, the other the story.
  await page.keyboard.press('Alt+KeyH');
  await panel.waitFor();
  await pressAtOnce({ code: 'Escape' }, { code: 'Escape' });
  await page.waitForSelector('.rows:focus');
  expect(complaints).toEqual([]);
  await context.close();
});

it('shows what fits a saved view, and lets a phone out of it without dropping it', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await page.waitForSelector('.rows:focus');
  const all = await page.locator('.filters .count').innerText();
  await page.getByLabel('Language').selectOption('fa');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.keyboard.type('Night');
  await page.keyboard.press('Enter');
  await page.locator('.views option', { hasText: 'Night' }).waitFor({ state: 'attached' });
  await page.locator('.views').selectOption('');
  await page.locator('.filters .count', { hasText: all }).waitFor();
  await page.locator('.views').selectOption('Night');
  await page.waitForSelector('.story-row');
  expect(new Set(await page.locator('.story-row .lang').allInnerTexts())).toEqual(new Set(['fa']));
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByRole('button', { name: 'Drop view' }).waitFor({ state: 'hidden' });
  await page.locator('.views').selectOption('');
  await page.locator('.views option', { hasText: 'Night' }).waitFor({ state: 'attached' });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.locator('.filters .count', { hasText: all }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('shows a headline of two lines whole, without a scroll bar', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  await beginStory(page);
  await page.keyboard.type(
    'A headline that is long enough to run over the end of its first line, and gently',
  );
  const { bar, hidden } = await page.locator('#field-headline').evaluate((field: HTMLTextAreaElement) => ({
    bar: field.offsetWidth - field.clientWidth,
    hidden: field.scrollHeight - field.clientHeight,
  }));
  expect(bar).toBe(0);
  // What the letters' own box has more than the line; no line of words is 20 pixels low.
  expect(hidden).toBeLessThan(20);
  await context.close();
});

describe.each(['en', 'fa'])('in %s', (lang) => {
  const speak = async (page: {
    evaluate: (script: string) => Promise<unknown>;
    reload: () => Promise<unknown>;
  }) => {
    await page.evaluate(`fetch('/api/me', { method: 'PUT', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ uiLang: '${lang}' }) })`);
    await page.reload();
  };

  it('lets every headline of the list run in its own direction, and so loses none of its first words', async () => {
    if (!desk.browser) return;
    const { page, context } = await desk.open();
    await page.waitForSelector('.story-row');
    await speak(page);
    for (const [of, direction] of [
      ['en', 'ltr'],
      ['fa', 'rtl'],
    ] as const) {
      await page.locator('.filters select:has(option[value="fa"])').selectOption(of);
      const headlines = page.locator(`.story-row .headline[lang="${of}"]`);
      await headlines.first().waitFor();
      const found = await headlines.evaluateAll((all) =>
        all.map((one) => {
          const { direction, textAlign } = getComputedStyle(one);
          return `${direction}, set to the ${textAlign}`;
        }),
      );
      const side = lang === 'fa' ? 'right' : 'left';
      expect(new Set(found)).toEqual(new Set([`${direction}, set to the ${side}`]));
    }
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'has no violation that axe knows, in %s',
    async (colorScheme) => {
      if (!desk.browser) return;
      const { page, context, complaints } = await desk.open('#/', { colorScheme });
      await page.waitForSelector('.story-row');
      await speak(page);
      await page.waitForSelector('.story-row');
      expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'fa' ? 'rtl' : 'ltr');
      const found: Record<string, string[]> = {};
      const look = async (name: string) => {
        await page.waitForTimeout(200);
        found[name] = await violations(page);
      };
      await look('list');
      await page.keyboard.press('End');
      await page.keyboard.press('Space');
      await page.waitForSelector('.story-words');
      await look('reading');
      await page.keyboard.press('x');
      await page.waitForSelector('.act');
      await look('kill');
      await page.keyboard.press('Escape');
      await page.keyboard.press('f');
      await page.waitForSelector('.flash textarea');
      await look('flash');
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.waitForSelector('.key-groups');
      await look('keys');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+KeyK');
      await page.waitForSelector('.palette');
      await look('palette');
      await page.keyboard.press('Escape');
      await page.keyboard.press('v');
      await page.waitForSelector('.columns');
      await look('columns');
      await page.keyboard.press('v');
      await beginStory(page);
      await page.keyboard.type('خبر Headline');
      for (const key of ['KeyA', 'KeyP', 'KeyH', 'KeyN', 'KeyI']) {
        await page.keyboard.press(`Alt+${key}`);
        await page.waitForTimeout(300);
        await look(`story ${key}`);
      }
      for (const screen of ['account', 'people', 'audit', 'threads', 'thread/en/night-port']) {
        await page.goto(`${desk.program.url}/desk/#/${screen}`);
        await page.waitForSelector('.sheet h1');
        await look(screen);
      }
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
      expect(complaints).toEqual([]);
      await context.close();
    },
    120_000,
  );

  it.each([320, 400, 1024])('fits %i pixels without a sideways scroll', async (width) => {
    if (!desk.browser) return;
    const { page, context } = await desk.open('#/', { viewport: { width, height: 700 } });
    await page.waitForSelector('.story-row');
    await speak(page);
    await page.waitForSelector('.story-row');
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    const seen: Record<string, unknown> = { list: await overflow() };
    await page.locator('.story-row:has(.rule-public)').first().click();
    if (width > 700) await page.keyboard.press('Space');
    await page.waitForSelector('.story-words');
    seen.reading = await overflow();
    await page.locator('.reading button.red').click();
    await page.waitForSelector('.act');
    seen.kill = await overflow();
    for (const screen of ['story/1', 'account', 'people', 'audit', 'threads', 'thread/en/night-port']) {
      await page.goto(`${desk.program.url}/desk/#/${screen}`);
      await page.waitForSelector('.sheet h1, .paper');
      seen[screen] = await overflow();
    }
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, 0])));
    await context.close();
  });
});
