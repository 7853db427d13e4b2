/** A front arranged at the desk by keys alone, by drag and by a choice; put on, seen by readers, taken back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type Desk, openDesk, tabTo } from './desk-browser.ts';
import { fetchRaw } from './raw-http.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Headlines of a page of the site, in the order in which they are read. */
async function readers(path = '/en/'): Promise<string[]> {
  const html = (await fetchRaw(desk.program.url + path, {})).text();
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...main.matchAll(/<h2[^>]*>\s*<a[^>]*>([^<]+)</g)].map(([, words = '']) => words);
}

const inSlot = (page: Page, slot: string) => page.locator(`[data-slot="${slot}"] .slot-story b`).innerText();

async function openFront(path = '#/fronts/en') {
  const opened = await desk.open(path);
  await opened.page.waitForSelector('[data-slot="lead"] b');
  await opened.page.waitForSelector('[data-candidate]');
  return opened;
}

/** Nothing is pinned, whatever a test before has left. */
beforeEach(async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open('#/fronts/en');
  for (const front of ['en', 'en?section=world', 'fa']) {
    const url = `${desk.program.url}/api/desk/fronts/${front}`;
    const { arrangement } = await (await page.request.get(url)).json();
    await page.request.put(url, { data: { pins: [], seen: arrangement?.id ?? 0 } });
  }
  await context.close();
});

it('is arranged by keys alone, put on, read by who has no script, and taken back', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await openFront();
  const before = await readers();
  const [first, , third] = [before[0], before[1], await inSlot(page, 'second.2')];
  // Every way there is by key: into the places, two down, picked up, two up, put down.
  await tabTo(page, '[data-slot]');
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  expect(await page.locator('[aria-live]').innerText()).toBe('Over Lead.');
  await page.keyboard.press('Enter');
  expect(await page.locator('[aria-live]').innerText()).toMatch(/is pinned to Lead\.$/);
  expect([await inSlot(page, 'lead'), await inSlot(page, 'second.1')]).toEqual([third, first]);
  // Picked up and left: nothing changes, and the focus is where it was.
  for (const key of ['Space', 'ArrowDown', 'Escape']) await page.keyboard.press(key);
  expect(await inSlot(page, 'lead')).toBe(third);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-slot'))).toBe('lead');
  // A headline of its own, and back to the places.
  await page.keyboard.press('h');
  await page.keyboard.type('By keys alone');
  expect(await inSlot(page, 'lead')).toBe('By keys alone');
  expect(await readers()).toEqual(before);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Take it back' }).waitFor();
  await expect.poll(async () => (await readers()).slice(0, 2)).toEqual(['By keys alone', first]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take it back' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => readers()).toEqual(before);
  await expect.poll(() => inSlot(page, 'lead')).toBe(first);
  expect(complaints).toEqual([]);
  await context.close();
});

it('brings a candidate in by key, and lets the place go again', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await openFront();
  const newest = await inSlot(page, 'lead');
  await page.locator('.candidates input').fill('bridge');
  await expect.poll(() => page.locator('[data-candidate]').count()).toBeLessThan(10);
  await page.locator('.candidates input').press('ArrowDown');
  const chosen = await page.locator('[data-candidate]').first().locator('.headline').innerText();
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  expect(await inSlot(page, 'second.1')).toBe(chosen);
  expect(await inSlot(page, 'lead')).toBe(newest);
  await page.keyboard.press('Delete');
  expect(await page.locator('[data-pinned]').count()).toBe(0);
  expect(await page.getByText('Not on the front yet').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('is arranged by drag, by two clicks and by a choice, and shows the true page before it is put on', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await openFront();
  const fourth = await inSlot(page, 'second.3');
  await page.locator('[data-slot="second.3"]').dragTo(page.locator('[data-slot="lead"]'));
  expect(await inSlot(page, 'lead')).toBe(fourth);
  expect(await page.locator('.slot[data-pinned] button').getAttribute('data-slot')).toBe('lead');
  const candidate = page.locator('[data-candidate]').nth(12);
  const headline = await candidate.locator('.headline').innerText();
  await candidate.dragTo(page.locator('[data-slot="second.2"]'));
  expect(await inSlot(page, 'second.2')).toBe(headline);
  // Two clicks do the same, and so does a choice.
  const other = page.locator('[data-candidate]').nth(14);
  const words = await other.locator('.headline').innerText();
  await other.click();
  await page.locator('[data-slot="second.4"]').click();
  expect(await inSlot(page, 'second.4')).toBe(words);
  await page.getByLabel('Move to').selectOption({ label: 'Lead' });
  expect([await inSlot(page, 'lead'), await inSlot(page, 'second.4')]).toEqual([words, fourth]);
  await page.getByRole('button', { name: 'See the page' }).click();
  const shown = page.frameLocator('.front-preview iframe').locator('.first h2');
  expect(await shown.innerText()).toBe(words);
  expect((await readers())[0]).not.toBe(words);
  await page.getByRole('button', { name: 'Put on the front' }).click();
  await expect.poll(async () => (await readers())[0]).toBe(words);
  expect(complaints).toEqual([]);
  await context.close();
});

it('sets two arrangements side by side where somebody else was faster, and loses neither', async () => {
  if (!desk.browser) return;
  const { page, context } = await openFront('#/fronts/en/world');
  const url = `${desk.program.url}/api/desk/fronts/en?section=world`;
  const { arrangement, newest } = await (await page.request.get(url)).json();
  const [first, second] = newest;
  const pin = { slot: 'lead', until: null, headline: '', picture: true };
  await page.locator(`[data-candidate="${second.code}"]`).click();
  await page.locator('[data-slot="lead"]').click();
  const theirs = await page.request.put(url, {
    data: { pins: [{ ...pin, code: first.code }], seen: arrangement.id },
  });
  expect(theirs.status()).toBe(200);
  await page.waitForSelector('.stale-front');
  const rows = await page.locator('.stale-front tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split('\t'))).toEqual([['Lead', first.headline, second.headline]]);
  // Nothing is put over the other one before somebody has decided.
  expect(await page.getByRole('button', { name: 'Put on the front' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on with mine' }).click();
  await page.getByRole('button', { name: 'Put on the front' }).click();
  await expect.poll(async () => (await readers('/en/section/world'))[0]).toBe(second.headline);
  // The other is in the list of earlier ones, and can be taken up.
  await page.getByRole('button', { name: 'Earlier arrangements' }).click();
  await page.getByRole('button', { name: 'Take this one up' }).first().click();
  expect(await inSlot(page, 'lead')).toBe(first.headline);
  await context.close();
});

it('keeps on the device what is not on the front yet, and offers it again after the tab was closed', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await openFront();
  const candidate = page.locator('[data-candidate]').nth(12);
  const headline = await candidate.locator('.headline').innerText();
  await candidate.click();
  await page.locator('[data-slot="lead"]').click();
  await page.getByText('Only on this device yet').waitFor();
  await page.close();
  const url = `${desk.program.url}/desk/#/fronts/en`;
  const again = async () => {
    const tab = await context.newPage();
    tab.on('pageerror', (error) => complaints.push(error.message));
    await tab.goto(url);
    await tab.waitForSelector('[data-slot="lead"] b');
    return tab;
  };
  const second = await again();
  const offer = second.locator('.kept');
  await offer.waitFor();
  expect(await offer.innerText()).toContain('that was never put on this front');
  expect(await inSlot(second, 'lead')).not.toBe(headline);
  expect(await violations(second)).toEqual([]);
  await second.getByRole('button', { name: 'Go on with it' }).click();
  expect(await inSlot(second, 'lead')).toBe(headline);
  expect(await offer.count()).toBe(0);
  await second.getByText('Only on this device yet').waitFor();
  // A tab that lives has it; another one is offered nothing.
  const beside = await again();
  await beside.waitForTimeout(500);
  expect(await beside.locator('.kept').count()).toBe(0);
  await beside.close();
  // A reload of the tab itself is offered it too.
  second.once('dialog', (dialog) => void dialog.accept());
  await second.reload();
  await second.getByRole('button', { name: 'Go on with it' }).click();
  await second.getByRole('button', { name: 'Put on the front' }).click();
  await expect.poll(async () => (await readers())[0]).toBe(headline);
  await second.close();
  const third = await again();
  await third.waitForTimeout(500);
  expect(await third.locator('.kept').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('says that somebody has arranged the front since, and drops what this device had', async () => {
  if (!desk.browser) return;
  const { page, context } = await openFront();
  const url = `${desk.program.url}/api/desk/fronts/en`;
  const { arrangement, newest } = await (await page.request.get(url)).json();
  await page.locator(`[data-candidate="${newest[1].code}"]`).click();
  await page.locator('[data-slot="lead"]').click();
  await page.getByText('Only on this device yet').waitFor();
  await page.close();
  const pins = [{ slot: 'lead', until: null, headline: '', picture: true, code: newest[2].code }];
  expect((await context.request.put(url, { data: { pins, seen: arrangement?.id ?? 0 } })).status()).toBe(200);
  const again = async () => {
    const tab = await context.newPage();
    await tab.goto(`${desk.program.url}/desk/#/fronts/en`);
    await tab.waitForSelector('[data-slot="lead"] b');
    return tab;
  };
  const second = await again();
  await second.getByText('has arranged this front since').waitFor();
  expect(await second.getByRole('button', { name: 'Go on with it' }).count()).toBe(0);
  expect(await inSlot(second, 'lead')).toBe(newest[2].headline);
  await second.getByRole('button', { name: 'Understood' }).click();
  expect(await second.locator('.kept').count()).toBe(0);
  const third = await again();
  await third.waitForTimeout(500);
  expect(await third.locator('.kept').count()).toBe(0);
  await context.close();
});

it('offers one after the other what several closed tabs have left', async () => {
  if (!desk.browser) return;
  const { page: first, context, complaints } = await openFront();
  const url = `${desk.program.url}/api/desk/fronts/en`;
  const { arrangement, newest } = await (await first.request.get(url)).json();
  const openTab = async () => {
    const tab = await context.newPage();
    tab.on('pageerror', (error) => complaints.push(error.message));
    await tab.goto(`${desk.program.url}/desk/#/fronts/en`);
    await tab.waitForSelector('[data-slot="lead"] b');
    await tab.waitForSelector('[data-candidate]');
    return tab;
  };
  const pinLead = async (tab: Page, at: number) => {
    await tab.locator(`[data-candidate="${newest[at].code}"]`).click();
    await tab.locator('[data-slot="lead"]').click();
    await tab.getByText('Only on this device yet').waitFor();
    expect(await inSlot(tab, 'lead')).toBe(newest[at].headline);
  };
  await pinLead(first, 1);
  const pins = [{ slot: 'lead', until: null, headline: '', picture: true, code: newest[2].code }];
  expect((await context.request.put(url, { data: { pins, seen: arrangement?.id ?? 0 } })).status()).toBe(200);
  const [second, third] = [await openTab(), await openTab()];
  await pinLead(second, 3);
  await pinLead(third, 4);
  // The newest of the three is the one that was begun before somebody else arranged the front.
  await pinLead(first, 5);
  for (const tab of [first, second, third]) await tab.close();
  const again = await openTab();
  await again.getByText('has arranged this front since').waitFor();
  await again.getByRole('button', { name: 'Understood' }).click();
  await again.getByRole('button', { name: 'Go on with it' }).click();
  expect(await inSlot(again, 'lead')).toBe(newest[4].headline);
  // Nothing is put over the one that was taken up, until somebody has decided on it too.
  expect(await again.locator('.kept').count()).toBe(0);
  await again.getByRole('button', { name: 'Drop my changes' }).click();
  await again.getByRole('button', { name: 'Go on with it' }).click();
  expect(await inSlot(again, 'lead')).toBe(newest[3].headline);
  await again.getByRole('button', { name: 'Put on the front' }).click();
  await expect.poll(async () => (await readers())[0]).toBe(newest[3].headline);
  await again.close();
  const last = await openTab();
  await last.waitForTimeout(500);
  expect(await last.locator('.kept').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('hears that a story has gone, and that somebody else arranged the front', async () => {
  if (!desk.browser) return;
  const { page, context } = await openFront();
  const url = `${desk.program.url}/api/desk/fronts/en`;
  const { arrangement, newest } = await (await page.request.get(url)).json();
  const pin = { slot: 'lead', until: null, headline: 'Heard of at once', picture: false };
  const pins = [{ ...pin, code: newest[4].code }];
  await page.request.put(url, { data: { pins, seen: arrangement.id } });
  await expect.poll(() => inSlot(page, 'lead')).toBe('Heard of at once');
  const found = await page.request.get(`${desk.program.url}/api/desk/search?q=${newest[4].code}`);
  const [row] = (await found.json()).rows;
  const story = await (await page.request.get(`${desk.program.url}/api/desk/stories/${row.id}`)).json();
  const act = { kind: 'hold', basedOn: story.acts.at(-1).actId, now: true };
  expect(
    (await page.request.post(`${desk.program.url}/api/desk/stories/${row.id}/acts`, { data: act })).ok(),
  ).toBe(true);
  await expect.poll(() => inSlot(page, 'lead')).toBe(newest[0].headline);
  await context.close();
});

it('has nothing against it that axe knows, in Persian, dark and narrow too', async () => {
  if (!desk.browser) return;
  for (const options of [
    { colorScheme: 'dark' as const },
    { viewport: { width: 320, height: 700 } },
    { viewport: { width: 1024, height: 576 } },
  ]) {
    const { page, context, complaints } = await desk.open('#/fronts/fa', options);
    await page.waitForSelector('[data-slot="lead"] b');
    await page.waitForSelector('[data-candidate]');
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  }
});
