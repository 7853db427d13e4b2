/** Never lose a word: in a real browser, with the line cut, the tab crashed, the session ended, and two who write at once. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginStory, type Desk, openDesk, waitForStatus } from './desk-browser.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const headline = 'Ferries return to Lirven';
const bodyText = (page: Page) => page.locator('.body').innerText();

it('saves what is written, says so truly, and has it after a reload', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await beginStory(page);
  await page.keyboard.type(headline);
  await page.locator('.body').click();
  await page.keyboard.type('The first boat left at dawn.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('قایق دوم ماند 👩🏽‍🚀');
  await waitForStatus(page, 'saved');
  expect(await page.locator('.save-status').innerText()).toMatch(/^Saved \d\d:\d\d:\d\d · v\d+$/);
  await page.reload();
  await page.waitForSelector('.body');
  expect(await page.locator('#field-headline').inputValue()).toBe(headline);
  expect(await bodyText(page)).toBe('The first boat left at dawn.\n\nقایق دوم ماند 👩🏽‍🚀');
  expect(await page.locator('.kept').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('keeps the words on this device while the line is cut, and saves them when it is back', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  await beginStory(page);
  await context.setOffline(true);
  await page.keyboard.type('Written on a train');
  await waitForStatus(page, 'offline');
  expect(await page.locator('.save-status').innerText()).toBe('Offline – kept on this device');
  await page.keyboard.type(', in a tunnel');
  await context.setOffline(false);
  await waitForStatus(page, 'saved');
  await page.reload();
  await page.waitForSelector('.body');
  expect(await page.locator('#field-headline').inputValue()).toBe('Written on a train, in a tunnel');
  await context.close();
});

it('offers what a crash in mid-sentence left on this device', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  const id = await beginStory(page);
  await page.keyboard.type('A headline');
  await waitForStatus(page, 'saved');
  await context.setOffline(true);
  await page.keyboard.type(' that nobody has seen');
  await waitForStatus(page, 'offline');
  // The tab is gone at once, as in a crash: nothing of the page runs any more.
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${desk.program.url}/desk/#/story/${id}`);
  await again.waitForSelector('.kept');
  expect(await again.locator('#field-headline').inputValue()).toBe('A headline');
  await again.keyboard.press('Enter');
  await waitForStatus(again, 'saved');
  expect(await again.locator('#field-headline').inputValue()).toBe('A headline that nobody has seen');
  await context.close();
});

it('lets a person whose session has ended sign in over the text and go on', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  await beginStory(page);
  await page.evaluate(`fetch('/api/me/password', {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password: 'nine boats at dawn' }) })`);
  await context.clearCookies();
  await page.keyboard.type('Typed without a session');
  await waitForStatus(page, 'signed-out');
  await page.waitForSelector('.sign-in-again');
  expect(await page.locator('.save-status').innerText()).toBe(
    'Signed out – kept on this device: sign in again',
  );
  // The form came while somebody typed, and took not one letter.
  expect(await page.locator('#field-headline').inputValue()).toBe('Typed without a session');
  await page.locator('.sign-in-again input[type=password]').fill('nine boats at dawn');
  await page.keyboard.press('Enter');
  await waitForStatus(page, 'saved');
  expect(await page.locator('.sign-in-again').count()).toBe(0);
  expect(await page.locator('#field-headline').inputValue()).toBe('Typed without a session');
  await context.close();
});

it('keeps both texts of two tabs that have written, lays them side by side, and makes them one', async () => {
  if (!desk.browser) return;
  const first = await desk.open();
  const id = await beginStory(first.page);
  await first.page.keyboard.type('Base');
  await first.page.locator('.body').click();
  await first.page.keyboard.type('Common ground.');
  await waitForStatus(first.page, 'saved');
  // The first tab is cut off, and writes on; the second takes the pen and saves.
  await first.context.setOffline(true);
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.type('Words of the first.');
  await waitForStatus(first.page, 'offline');
  const second = await desk.open(`#/story/${id}`);
  await second.page.waitForSelector('.body');
  const take = second.page.getByRole('button', { name: 'Take over' });
  await take.click();
  if (await take.isVisible().catch(() => false)) await take.click();
  await second.page.waitForSelector('.body[contenteditable="true"]');
  await second.page.locator('.body').click();
  await second.page.keyboard.press('Control+End');
  await second.page.keyboard.press('Enter');
  await second.page.keyboard.type('Words of the second.');
  await waitForStatus(second.page, 'saved');
  await first.context.setOffline(false);
  // Losing the pen and finding a newer text both keep the first tab's words whole.
  await first.page.waitForSelector(
    '.save-status[data-status="conflict"], .save-status[data-status="no-pen"]',
    { timeout: 30_000 },
  );
  if (await first.page.locator('.conflict').isVisible()) {
    expect(await first.page.locator('.conflict').innerText()).toContain('Words of the first.');
    expect(await first.page.locator('.conflict').innerText()).toContain('Words of the second.');
    await first.page.getByRole('button', { name: 'Go on with this text' }).click();
    expect(await bodyText(first.page)).toBe('Common ground.\n\nWords of the first.\n\nWords of the second.');
  } else {
    await second.page.reload();
    await second.page.waitForSelector('.body');
    await second.page.keyboard.press('Alt+KeyH');
    expect(await second.page.locator('.history').innerText()).toContain('when the pen was taken');
  }
  await first.context.close();
  await second.context.close();
});
