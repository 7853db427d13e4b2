/** The settings in a real browser: what is set there takes effect on the site and at the desk, without a restart. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbs } from '../src/people/policy.ts';
import { violations } from './axe.ts';
import { type Desk, openDesk } from './desk-browser.ts';
import { fetchRaw } from './raw-http.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const sections = [
  'agency',
  'look',
  'machines',
  'pages',
  'desks',
  'templates',
  'style',
  'spelling',
  'comments',
  'subjects',
  'mail',
  'roles',
];

async function openSection(page: Page, section: string): Promise<void> {
  await page.goto(`${desk.program.url}/desk/#/settings/${section}`);
  await page.waitForSelector(`.settings nav a[aria-current][href$="${section}"]`);
  await page.waitForSelector('.setting h2');
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForSelector('.keeping [role="status"]:text("Saved:")');
}

async function speak(page: Page, lang: string): Promise<void> {
  await page.waitForSelector('.desk');
  await page.evaluate(`fetch('/api/me', { method: 'PUT', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ uiLang: '${lang}' }) })`);
  await page.reload();
  await page.waitForSelector(`html[lang="${lang}"] .desk`);
}

/** A page of the site, as a program of any process has it: it hears of settings a moment after they are kept. */
async function textAt(path: string): Promise<string> {
  return (await fetchRaw(desk.program.url + path, {})).text();
}

async function openInEnglish(path: string) {
  const opened = await desk.open(path);
  await speak(opened.page, 'en');
  return opened;
}

describe.each(['en', 'fa'])('in %s', (lang) => {
  it.each(['light', 'dark'] as const)(
    'no section has a violation that axe knows, in %s',
    async (colorScheme) => {
      if (!desk.browser) return;
      const { page, context, complaints } = await desk.open('#/settings', { colorScheme });
      await speak(page, lang);
      const found: Record<string, string[]> = {};
      for (const section of sections) {
        await openSection(page, section);
        for (const summary of await page.locator('.setting summary').all()) await summary.click();
        found[section] = await violations(page);
      }
      expect(found).toEqual(Object.fromEntries(sections.map((name) => [name, []])));
      expect(complaints).toEqual([]);
      await context.close();
    },
    120_000,
  );

  it.each([320, 400, 1024])('every section fits %i pixels without a sideways scroll', async (width) => {
    if (!desk.browser) return;
    const { page, context } = await desk.open('#/settings', { viewport: { width, height: 700 } });
    await speak(page, lang);
    const seen: Record<string, unknown> = {};
    for (const section of sections) {
      await openSection(page, section);
      for (const summary of await page.locator('.setting summary').all()) await summary.click();
      seen[section] = await page.evaluate(`[document.documentElement.scrollWidth - window.innerWidth,
        document.querySelector('.screen').scrollWidth - document.querySelector('.screen').clientWidth]`);
    }
    expect(seen).toEqual(Object.fromEntries(sections.map((name) => [name, [0, 0]])));
    await context.close();
  });
});

it('a colour that cannot be read is answered at once with the nearest that can, and the site wears it', async () => {
  if (!desk.browser) return;
  const { page, context } = await openInEnglish('#/settings/look');
  const before = await textAt('/en/nowhere');
  await openSection(page, 'look');
  await page.getByLabel('On light paper').fill('#ffaa00');
  await page.waitForSelector('.colour .wrong:text("Too faint")');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForSelector('form > .wrong:text("cannot be read")');
  await page.getByRole('button', { name: /Take the nearest/ }).click();
  const colour = await page.getByLabel('On light paper').inputValue();
  expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  await save(page);
  // What is not there is one page for all, kept: it is made anew too.
  await expect.poll(() => textAt('/en/nowhere')).not.toBe(before);
  await page.goto(`${desk.program.url}/en/`);
  const worn = await page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--agency')`);
  expect(worn).toBe(colour);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--agency')`);
  expect(dark).toBe('#86b8c6');
  expect(await violations(page)).toEqual([]);
  await context.close();
});

it('a logo stands in every masthead with the agency’s name as its words, but not on a version’s page', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await openInEnglish('#/settings/look');
  await openSection(page, 'look');
  const picture = (background: string) =>
    sharp({ create: { width: 500, height: 100, channels: 4, background } })
      .png()
      .toBuffer();
  const choose = async (place: number, name: string, buffer: Buffer) =>
    page
      .locator('.setting input[type="file"]')
      .nth(place)
      .setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose(0, 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await page.waitForSelector('.logo .wrong:text("An SVG can hold a program")');
  await choose(0, 'light.png', await picture('#7a1022'));
  await page.waitForSelector('.logo:nth-of-type(1) img');
  await choose(1, 'dark.png', await picture('#f0c9c0'));
  await expect.poll(() => page.locator('.logo img').count()).toBe(2);
  await save(page);
  await expect.poll(() => textAt('/fa/')).toContain('/assets/logo.');
  await page.goto(`${desk.program.url}/fa/`);
  const logo = page.locator('.name img');
  expect(await logo.getAttribute('alt')).toBe('خبرگزاری لیرون');
  const shown = () =>
    page.evaluate(`(async () => { const image = document.querySelector('.name img'); await image.decode();
      return [image.currentSrc, image.naturalWidth, document.querySelectorAll('.name img').length]; })()`);
  const [light, width] = (await shown()) as [string, number];
  expect(width).toBe(500);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(async () => ((await shown()) as [string])[0]).not.toBe(light);
  expect(await violations(page)).toEqual([]);
  const story = String(await page.locator('main h2 a').first().getAttribute('href'));
  for (const [path, count] of [
    ['', 1],
    ['/print', 1],
    ['/lite', 0],
  ] as const) {
    await page.goto(desk.program.url + story + path);
    expect([path, await page.locator('.name img').count()]).toEqual([path, count]);
  }
  const [, code] = /\/(\d+)\//.exec(story) ?? [];
  await page.goto(`${desk.program.url}/fa/v/${code}/1`);
  expect(await page.locator('.name').innerText()).toBe('خبرگزاری لیرون');
  expect(complaints).toEqual([]);
  await context.close();
});

it('a topic is said to be something in a sentence of each edition, and a line that says nothing of it is not kept', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await openInEnglish('#/settings/pages');
  await openSection(page, 'pages');
  await page.evaluate(
    `document.querySelectorAll('.setting details').forEach((edition) => { edition.open = true; })`,
  );
  const fields = page.getByLabel('Topics, in a sentence');
  const inLang = (lang: string) => page.locator(`.setting textarea[lang="${lang}"]`).and(fields);
  await inLang('en').fill('lirven-port');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForSelector('text=“lirven-port” is no pair');
  // What there is stands beside it, in each edition by its name there and with the short name of its address.
  const beside = page.locator('.setting details:has(textarea[lang="fa"]) .topic-texts li');
  const water = beside.filter({ hasText: 'water' });
  await water.waitFor();
  expect(await water.locator('bdi').allInnerTexts()).toEqual(['آب', 'water']);
  expect(await water.locator('a').getAttribute('href')).toBe(`${desk.program.url}/fa/topic/water`);
  await page.getByRole('button', { name: 'Write what \u2068آب\u2069 is' }).click();
  await expect.poll(() => inLang('fa').inputValue()).toMatch(/(?:^|\n)water = $/);
  expect(await inLang('fa').evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await water.locator('.grey').innerText()).toBe('written');
  await inLang('en').fill('lirven-port = Where ships = money.');
  await inLang('fa').fill('lirven-port = جایی که کشتی‌ها می‌آیند.');
  await save(page);
  await expect
    .poll(() => textAt('/en/topic/lirven-port'))
    .toContain('<p class="of-topic">Where ships = money.</p>');
  await expect.poll(() => textAt('/fa/topic/lirven-port')).toContain('جایی که کشتی‌ها می‌آیند.');
  expect(await textAt('/fr/topic/lirven-port')).toContain('Le port à l’embouchure');
  expect(await textAt('/en/topic/ilmer')).not.toContain('of-topic');
  expect(complaints).toEqual([]);
  await context.close();
});

it('a template of the house is offered where it fits, and a story begins with its words', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await openInEnglish('#/settings/templates');
  await openSection(page, 'templates');
  await page.getByRole('button', { name: 'Add a template' }).click();
  const made = page.locator('.templates details').last();
  await made.getByLabel('Name').fill('Weather warning');
  await made.getByLabel('Headline').fill('Warning:');
  await made.getByLabel('Text').fill('Where:\nUntil:');
  await made.getByLabel('Priority').selectOption('2');
  await save(page);
  await page.getByRole('link', { name: 'Stories' }).click();
  await page.waitForSelector('.story-row');
  await page.keyboard.press('n');
  await page.getByLabel('Weather warning').check();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.body[contenteditable="true"]');
  expect(await page.locator('.paper .headline').inputValue()).toBe('Warning:');
  expect(await page.locator('.body p').allInnerTexts()).toEqual(['Where:', 'Until:']);
  expect(complaints).toEqual([]);
  await context.close();
});

it('a role has the name that the house gave it, and what it may do is drawn from the policy', async () => {
  if (!desk.browser) return;
  const { page, context } = await openInEnglish('#/settings/roles');
  await openSection(page, 'roles');
  const rights = page.locator('.rights');
  // One for each, and one that says how many hold the role.
  expect(await rights.locator('tbody tr').count()).toBe(verbs.length + 1);
  const kills = await rights.locator('tr:has-text("Kill a story") td').allInnerTexts();
  expect(kills.map((text) => text.includes('●'))).toEqual([false, false, true, true, false, false, false]);
  await page.getByLabel('Chief (English)').fill('Editor-in-chief');
  await save(page);
  await page.goto(`${desk.program.url}/desk/#/people`);
  await page.waitForSelector('.people td:text("Editor-in-chief")');
  await context.close();
});

it('a typed time is said whole in the calendar of the edition, and the edition’s dates are as it chose', async () => {
  if (!desk.browser) return;
  const { page, context } = await openInEnglish('#/settings/agency');
  await openSection(page, 'agency');
  const english = page.locator('fieldset.ruled', { hasText: 'Edition: English' });
  await english.getByLabel('Another beside it').selectOption('persian');
  expect(await english.locator('output').innerText()).toMatch(/\(\d+ \p{L}+ 14\d\d\)/u);
  await save(page);
  await expect.poll(() => textAt('/en/')).toContain('<small>');
  await page.goto(`${desk.program.url}/en/`);
  expect(await page.locator('.today small').innerText()).toMatch(/^\d+ \p{L}+ 14\d\d$/u);
  await page.goto(`${desk.program.url}/desk/#/`);
  await speak(page, 'fa');
  await page.goto(`${desk.program.url}/desk/#/agenda`);
  await page.getByRole('button', { name: 'افزودن رویداد' }).click();
  await page.locator('.moment input').first().fill('2026-11-29T14:30');
  await page.waitForSelector('.moment output span:text("یکشنبه ۸ آذر ۱۴۰۵، ساعت ۱۴:۳۰ به وقت گرجستان")');
  expect(await violations(page)).toEqual([]);
  await speak(page, 'en');
  await context.close();
});

it('is used by keys alone: to a section, to a rule of the house, to where it is kept', async () => {
  if (!desk.browser) return;
  const { page, context } = await openInEnglish('#/settings/agency');
  await openSection(page, 'agency');
  const tabTo = async (selector: string) => {
    for (let count = 0; count < 60; count++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement.matches('${selector}')`)) return;
    }
    throw new Error(`No Tab leads to ${selector}.`);
  };
  await tabTo('.settings nav a[href$="/style"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.rules');
  await tabTo('.rules:first-of-type input');
  await page.keyboard.press('Space');
  await tabTo('.keeping button.strong');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.keeping [role="status"]:text("Saved:")');
  await page.reload();
  await page.waitForSelector('.rules');
  expect(await page.locator('.rules input').first().isChecked()).toBe(false);
  await context.close();
});

it('asks before changes are lost, and lets nobody write over what another has changed since', async () => {
  if (!desk.browser) return;
  const { page, context } = await openInEnglish('#/settings/spelling');
  await openSection(page, 'spelling');
  const { page: other, context: others } = await openInEnglish('#/settings/spelling');
  await openSection(other, 'spelling');
  await page.getByLabel('In English').fill('Teheran = Tehran');
  await page.waitForSelector('.keeping [role="status"]:text("Not saved yet.")');
  await page.getByRole('link', { name: 'House style' }).click();
  await page.waitForSelector('[role="alertdialog"]');
  expect(page.url()).toContain('#/settings/spelling');
  await page.getByRole('button', { name: 'Stay here' }).click();
  expect(await page.getByLabel('In English').inputValue()).toBe('Teheran = Tehran');
  await page.keyboard.press('Alt+Digit1');
  await page.waitForSelector('[role="alertdialog"]');
  // It has the focus: Enter saves and goes on.
  await page.keyboard.press('Enter');
  await page.waitForSelector('.story-row');
  await other.getByLabel('In English').fill('Kiew = Kyiv');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.waitForSelector('form > .wrong:text("Somebody changed these settings")');
  await other.getByRole('button', { name: 'Show what is there now' }).click();
  await expect.poll(() => other.getByLabel('In English').inputValue()).toBe('Teheran = Tehran');
  await others.close();
  await context.close();
});
