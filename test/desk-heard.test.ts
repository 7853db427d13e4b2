/** Filing, correcting and killing a story as a screen reader says it: what is asked first is heard first, and no sentence comes too late. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginStory, type Desk, openDesk, waitForStatus } from './desk-browser.ts';
import { heard } from './heard.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Each is heard, after the one before it. */
function expectInOrder(phrases: readonly string[], wanted: readonly RegExp[]): void {
  let from = 0;
  const missed = wanted.filter((one) => {
    const at = phrases.findIndex((phrase, place) => place >= from && one.test(phrase));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
  expect(missed, `heard: ${phrases.join(' | ')}`).toEqual([]);
}

it('names in a row of the list what sighted people know by its column, and how many rows there are', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open('#/', { bypassCSP: true });
  await page.waitForSelector('.story-row');
  const phrases = await heard(page, '#screen');
  expectInOrder(phrases, [
    /^heading, Stories/,
    /^searchbox, Filter/,
    /^\d+ stories$/,
    /^button, New story/,
    /^listbox, Stories/,
    /^option, priority 5 story \d+ .+ \w\w Public v1 \d+ words changed .+ Published, .*position 1, set size \d+/,
  ]);
  const [count] = /\d+/.exec(phrases.find((one) => /^\d+ stories$/.test(one)) ?? '') ?? [];
  expect(phrases.find((one) => /^option, priority/.test(one))).toContain(`set size ${count}`);
  await context.close();
});

it('says of a flash that there is no undo before the button that sends it', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open('#/', { bypassCSP: true });
  await page.waitForSelector('.story-row');
  await page.keyboard.press('f');
  await page.waitForSelector('.panel.flash textarea:focus');
  expectInOrder(await heard(page, '.panel.flash'), [
    /^region, Flash/,
    /^textbox, Headline .*required/,
    /^textbox, Lead/,
    /^combobox, Language/,
    /There is no undo\.$/,
    /^button, Send the flash/,
  ]);
  await context.close();
});

it('reads a story in the order in which it is written, then what stands against it, then the act', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open('#/', { bypassCSP: true });
  await beginStory(page);
  await page.keyboard.type('Ferry stops');
  await page.locator('#field-lead').fill('It stops.');
  await waitForStatus(page, 'saved');
  expectInOrder(await heard(page, '#screen'), [
    /^combobox, Stage/,
    /^Saved \d\d:\d\d:\d\d · v\d+$/,
    /^button, Publish/,
    /^toolbar, Form of the text/,
    /^textbox, Headline/,
    /^textbox, Dateline/,
    /^textbox, Lead/,
    /^textbox, Text/,
    /^region, Details/,
  ]);
  await page.keyboard.press('Alt+KeyA');
  await page.waitForSelector('.act .preflight li');
  expectInOrder(await heard(page, '.panel.of-act'), [
    /^region, Act/,
    /^group, Which act/,
    /^radio, Publish/,
    /^region, Before it goes/,
    /^Look$/,
    /^button, There is no dateline/,
    /^Fine$/,
    /^group, When/,
    /until then it can be undone\.$/,
    /^button, Publish \d+/,
  ]);
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.waiting-acts button:focus');
  expectInOrder(await heard(page, '.waiting-acts'), [
    /Publishing .+ in \d+ s/,
    /^button, Undo/,
    /^button, Now/,
  ]);
  await page.keyboard.press('w');
  await page.waitForSelector('.story-head .state:text("v1")');

  // A correction is asked for its class and its sentence before it can go.
  await page.locator('#field-lead').fill('It stops for a week.');
  await waitForStatus(page, 'saved');
  await page.locator('.act').getByRole('radio', { name: 'Correct', exact: true }).check();
  await page.waitForSelector('.act .preflight li');
  expectInOrder(await heard(page, '.panel.of-act'), [
    /^radio, Correct/,
    /^region, Before it goes/,
    /^combobox, Reason/,
    /^textbox, Sentence for readers/,
    /until then it can be undone\.$/,
    /^button, Correct \d+/,
  ]);
  await page.locator('.act').getByRole('radio', { name: 'Kill', exact: true }).check();
  expectInOrder(await heard(page, '.panel.of-act'), [
    /^radio, Kill/,
    /^combobox, Reason/,
    /^textbox, Sentence for readers/,
    /^textbox, Code of the story in its place/,
    /There is no undo\.$/,
    /^button, Kill \d+/,
  ]);
  await context.close();
});
