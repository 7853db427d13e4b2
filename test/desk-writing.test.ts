/** Never lose a word: in a real browser, with the line cut, the tab crashed, the session ended, and two who write at once. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginStory, clickInto, type Desk, openDesk, waitForStatus } from './desk-browser.ts';
import { dataFolder, freePort, startProgram } from './program.ts';

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
  await clickInto(page.locator('.body'));
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
  await clickInto(first.page.locator('.body'));
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
  await clickInto(second.page.locator('.body'));
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

it('keeps the words while the server is dead, and saves them when it is back', async () => {
  if (!desk.browser) return;
  const folder = dataFolder();
  const port = await freePort();
  const start = () => startProgram({ dataDir: folder, env: { EMPTY: '0', PORT: String(port) } });
  const program = await start();
  const context = await desk.browser.newContext();
  const page = await context.newPage();
  await page.goto(/(\S+#\/link\/\S+)/.exec(program.output())?.[1] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await beginStory(page);
  await page.keyboard.type('Half a sen');
  await waitForStatus(page, 'saved');
  // kill -9, as a machine that loses its power; the writer goes on.
  await program.kill();
  await page.keyboard.type('tence, and the rest of it');
  await waitForStatus(page, 'offline');
  expect(await page.locator('.save-status').innerText()).toBe('Offline – kept on this device');
  const again = await start();
  await waitForStatus(page, 'saved');
  await page.reload();
  await page.waitForSelector('.body');
  expect(await page.locator('#field-headline').inputValue()).toBe('Half a sentence, and the rest of it');
  await context.close();
  await again.stop();
});

it('finds and replaces in headline, lead and text at once; one undo gives the text what it had', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  await beginStory(page);
  await page.keyboard.type('Lirvan opens its port');
  await page.locator('#field-lead').fill('The port of Lirvan opens.');
  await clickInto(page.locator('.body'));
  await page.keyboard.type('Lirvan, again Lirvan.');
  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type('Lirvan');
  await page.getByText('2 in the text').waitFor();
  await page.getByLabel('Replace by').fill('Lirven');
  await page.getByRole('button', { name: 'Replace all' }).click();
  await page.getByText('4 replaced').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('#field-headline').inputValue()).toBe('Lirven opens its port');
  expect(await page.locator('#field-lead').inputValue()).toBe('The port of Lirven opens.');
  expect(await bodyText(page)).toBe('Lirven, again Lirven.');
  await page.keyboard.press('Control+KeyZ');
  expect(await bodyText(page)).toBe('Lirvan, again Lirvan.');
  await context.close();
});

it('doubts words of headline and lead as it does those of the text, says which, and goes there', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await beginStory(page);
  await page.keyboard.type('Ships  wait off  Lirven');
  await page.locator('#field-lead').fill('Pilots\' talks ended "well" inTehran.');
  await clickInto(page.locator('.body'));
  await page.keyboard.type('They met  at noon...');
  const line = page.locator('.doubt-line');
  const says = (words: string | RegExp) => line.filter({ hasText: words }).waitFor();
  const selected = () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return [field.id, field.value?.slice(field.selectionStart, field.selectionEnd) ?? `${getSelection()}`];
    });
  await says(/^6 doubtful words\. Text, Ellipsis/);
  await page.locator('#field-headline').focus();
  await page.keyboard.press('Control+Home');
  await says('Headline, Spaces');
  await page.keyboard.press('F7');
  expect(await selected()).toEqual(['field-headline', '  ']);
  await page.keyboard.press('Alt+Enter');
  expect(await page.locator('#field-headline').inputValue()).toBe('Ships wait off  Lirven');
  await says(/^5 doubtful words\. Headline, Spaces: ␣␣ → ␣/);
  // The same words left once are left everywhere.
  await page.keyboard.press('Alt+Backspace');
  await says(/^3 doubtful words\. Lead, Quotes/);
  expect(await selected()).toEqual(['field-lead', '"well"']);
  await page.keyboard.press('Alt+Enter');
  await says('Lead, Glued');
  await page.keyboard.press('Alt+Enter');
  await says(/^1 doubtful word\. Text, Ellipsis/);
  await page.keyboard.press('Alt+Enter');
  await line.waitFor({ state: 'detached' });
  expect(await bodyText(page)).toBe('They met  at noon…');
  expect(await page.locator('#field-lead').inputValue()).toBe("Pilots' talks ended “well” in Tehran.");
  await page.locator('#field-lead').focus();
  await page.keyboard.press('Control+KeyZ');
  expect(await page.locator('#field-lead').inputValue()).toBe("Pilots' talks ended “well” inTehran.");
  await waitForStatus(page, 'saved');
  await says('Lead, Glued');
  await page.keyboard.press('Alt+KeyA');
  await page.locator('#field-headline').focus();
  await page.getByRole('button', { name: /In the lead “.?inTehran.?” looks glued/ }).click();
  await expect.poll(selected).toEqual(['field-lead', 'inTehran']);
  expect(complaints).toEqual([]);
  await context.close();
});

it('says which dates it resolved, and which of headline and lead are to be reworded', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await beginStory(page);
  await page.keyboard.type('Council votes tomorrow');
  await page.locator('#field-lead').fill('The fair of 5 March 2026 is over.');
  await clickInto(page.locator('.body'));
  await page.keyboard.type('It met yesterday. It votes tomorrow, as it did on 5 March 2026, not on 31 June.');
  await page.getByRole('button', { name: 'Resolve dates' }).click();
  const line = page.locator('.dates-line');
  await line.waitFor();
  const [resolved, inDoubt, toReword] = await line.locator('p').allInnerTexts();
  const day = String.raw`\d{1,2} [A-Z][a-z]+ \d{4}`;
  expect(resolved).toMatch(
    new RegExp(`^3 dates resolved: .?yesterday.? → ${day}; .?tomorrow.? → ${day}; .?on 5 March 2026.?$`),
  );
  expect(inDoubt).toMatch(/more than one day, or none: .?on 31 June.?$/);
  expect(toReword).toMatch(new RegExp(`Please reword – Headline: .?tomorrow.? → ${day}$`));
  expect(await page.locator('.body time').allInnerTexts()).toEqual([
    'yesterday',
    'tomorrow',
    'on 5 March 2026',
  ]);
  await page.getByRole('button', { name: 'Resolve dates' }).click();
  await line.getByText('No date in the text was resolved.').waitFor();
  await line.getByRole('button', { name: 'Understood' }).click();
  await line.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await context.close();
});

it('makes a table, goes through it with Tab, and takes rows and columns in and out', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  await beginStory(page);
  await clickInto(page.locator('.body'));
  await page.getByRole('button', { name: 'Table' }).click();
  const size = () => page.locator('.body tr').evaluateAll((rows) => rows.map((row) => row.childElementCount));
  const [rows, columns] = [(await size()).length, (await size())[0] ?? 0];
  await page.keyboard.type('Port');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ships');
  expect(await page.locator('.body th, .body td').nth(1).innerText()).toBe('Ships');
  await page.getByRole('button', { name: '+ row' }).click();
  await page.getByRole('button', { name: '+ column' }).click();
  expect(await size()).toEqual(Array(rows + 1).fill(columns + 1));
  await page.getByRole('button', { name: '− column' }).click();
  await page.getByRole('button', { name: '− row' }).click();
  expect((await size()).length).toBe(rows);
  // Behind the last cell Tab begins a row, and goes there.
  await clickInto(page.locator('.body td').last());
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sum');
  expect(await page.locator('.body tr').last().locator('td').first().innerText()).toBe('Sum');
  await page.getByRole('button', { name: '− row' }).click();
  await waitForStatus(page, 'saved');
  await page.reload();
  await page.waitForSelector('.body table');
  expect(await size()).toEqual(Array(rows).fill(columns));
  await context.close();
});

it('takes a dropped picture, and a point in it by click and by key', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  const id = await beginStory(page);
  await clickInto(page.locator('.body'));
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#346' } })
    .jpeg()
    .toBuffer();
  await page.locator('input[type=file]').setInputFiles({
    name: 'quay.jpg',
    mimeType: 'image/jpeg',
    buffer: bytes,
  });
  await page.waitForSelector('.picture img');
  await page.getByLabel('Description').fill('A quay');
  await page.getByRole('button', { name: 'Focal point' }).click();
  await page.getByRole('button', { name: 'Focal point: 50 % from the left, 50 % from the top' }).waitFor();
  await page.waitForSelector('.focal-point:focus');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await page.getByRole('button', { name: 'Focal point: 55 % from the left, 49 % from the top' }).waitFor();
  const box = (await page.locator('.focal-picture').boundingBox()) as {
    x: number;
    y: number;
    width: number;
    height: number;
  };
  await page.mouse.click(box.x + box.width * 0.2, box.y + box.height * 0.8);
  await page.getByRole('button', { name: /^Focal point: 20 % from the left, 80 % from the top$/ }).waitFor();
  await waitForStatus(page, 'saved');
  const saved = (await page.evaluate(
    `fetch('/api/desk/stories/${id}').then((answer) => answer.json()).then(({ fields }) => fields.body.content)`,
  )) as { type: string; attrs?: { focal?: object; alt?: string } }[];
  expect(saved.find(({ type }) => type === 'image')?.attrs).toMatchObject({
    alt: 'A quay',
    focal: { x: 20, y: 80 },
  });
  expect(complaints).toEqual([]);
  await context.close();
});
