/** The rarer acts on screen: at a time, held and released, taken back, redacted; previews; and two people at one story. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginStory, clickInto, type Desk, openDesk, readStory, waitForStatus } from './desk-browser.ts';
import { fetchRaw } from './raw-http.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const read = (code: number) => readStory(desk, code);

/** A story with a headline, a lead and a paragraph, in its editor. */
async function write(page: Page, headline: string): Promise<number> {
  const id = await beginStory(page);
  await page.keyboard.type(headline);
  await page.locator('#field-lead').fill(`${headline}, and this is the lead.`);
  await clickInto(page.locator('.body'));
  await page.keyboard.type('The harbour master said so.');
  await waitForStatus(page, 'saved');
  return id;
}

/** In the story's act panel. `fill` says what the act needs. @returns once the server has answered. */
async function act(page: Page, kind: string, fill: () => Promise<void> = async () => undefined) {
  if ((await page.locator('.panel.of-act').count()) === 0) await page.keyboard.press('Alt+KeyA');
  await page.locator('.act').getByRole('radio', { name: kind, exact: true }).check();
  await fill();
  await page.keyboard.press('Control+Enter');
}

async function now(page: Page, state: string): Promise<void> {
  await page.waitForSelector('.waiting-acts button:focus');
  await page.keyboard.press('w');
  await page.waitForSelector(`.story-head .state:text("${state}")`);
}

const codeOn = async (page: Page) =>
  Number(/\d{4,}/.exec(await page.locator('.story-head').innerText())?.[0]);

it('publishes, holds, releases and takes back a wrong update, with a sentence for readers each time', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await write(page, 'Ferry service stops');
  await act(page, 'Publish');
  await now(page, 'v1');
  const code = await codeOn(page);
  expect((await read(code)).status).toBe(200);

  await act(page, 'Hold', () => page.locator('.act textarea').fill('We are checking this.'));
  await page.waitForSelector('.story-head .state:has-text("Held")');
  const held = await read(code);
  expect([held.status, held.headers['retry-after'] !== undefined]).toEqual([503, true]);
  expect(held.text()).toContain('We are checking this.');

  await act(page, 'Release');
  await now(page, 'v1');
  expect((await read(code)).status).toBe(200);

  await page.locator('#field-lead').fill('It stops for a week.');
  await waitForStatus(page, 'saved');
  await act(page, 'Update');
  await now(page, 'v2');
  expect((await read(code)).text()).toContain('It stops for a week.');
  await act(page, 'Take back', () => page.locator('.act textarea').fill('That was last year’s notice.'));
  await now(page, 'v3');
  const back = (await read(code)).text();
  expect(back).not.toContain('It stops for a week.');
  expect(back).toContain('this is the lead');
  expect(complaints).toEqual([]);
  await context.close();
});

it('redacts a field from every version, and the desk shows the gap', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  await write(page, 'Witness tells what she saw');
  await clickInto(page.locator('.body'));
  await page.keyboard.press('End');
  await page.keyboard.type(' Her name is Zuleika Quent.');
  await waitForStatus(page, 'saved');
  await act(page, 'Publish');
  await now(page, 'v1');
  const code = await codeOn(page);
  expect((await read(code)).text()).toContain('Zuleika Quent');
  await act(page, 'Redact', async () => {
    await page.locator('.act').getByRole('checkbox', { name: 'Text' }).check();
    await page.locator('.act textarea').fill('A court has asked for it.');
  });
  await page.waitForSelector('.waiting-acts button:focus');
  await page.keyboard.press('w');
  await expect.poll(async () => (await read(code)).text()).not.toContain('Zuleika');
  expect((await read(code)).text()).toContain('A court has asked for it.');
  const version = await fetchRaw(`${desk.program.url}/en/v/${code}/1`, {});
  expect(version.text()).not.toContain('Zuleika');
  await page.reload();
  await page.waitForSelector('.story-head');
  expect(await page.locator('main').innerText()).not.toContain('Zuleika');
  await context.close();
});

it('schedules a publication under embargo, shows its clock in the list, and lets it be called off', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  const id = await write(page, 'Prize goes to a lighthouse keeper');
  await act(page, 'Publish', async () => {
    await page.locator('.act').getByRole('radio', { name: 'At a time' }).check();
    await page
      .locator('.act')
      .getByRole('checkbox', { name: /^Embargo/ })
      .check();
  });
  await page.locator('.outcome', { hasText: /^Publishes / }).waitFor();
  const code = await codeOn(page);
  expect((await read(code)).status).toBe(404);
  // The key that arranged it sends nothing out when it is pressed again.
  await page.locator('.of-act').getByRole('button', { name: 'Call off' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(500);
  const { due } = (await page.evaluate(
    `fetch('/api/desk/rows?ids=${id}').then((answer) => answer.json()).then(({ rows }) => rows[0])`,
  )) as { due: { kind: string; undoable: boolean } };
  expect(due).toMatchObject({ kind: 'publish', undoable: false });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.rows');
  const row = page.locator('.story-row', { hasText: 'Prize goes to a lighthouse keeper' });
  await row.waitFor();
  expect(await row.locator('xpath=preceding::*[contains(@class,"section")][1]').first().innerText()).toMatch(
    /scheduled/i,
  );
  await page.goto(`${desk.program.url}/desk/#/story/${id}`);
  await page.waitForSelector('.body');
  await page.keyboard.press('Alt+KeyH');
  await page.locator('.history').getByRole('button', { name: 'Call off' }).click();
  await page.getByRole('button', { name: 'Call off' }).waitFor({ state: 'detached' });
  await context.close();
});

it('shows the page as readers get it, the light one, the printed one, the feed and the wire', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await write(page, 'Lamp lit again');
  await page.keyboard.press('Alt+KeyP');
  const frame = page.frameLocator('.preview iframe');
  await frame.getByRole('heading', { name: 'Lamp lit again' }).waitFor();
  const sheets = await page.locator('.preview iframe').evaluate((box: HTMLIFrameElement) => {
    const there = box.contentDocument as Document;
    return { sheets: there.styleSheets.length, ran: there.scripts.length };
  });
  expect(sheets.sheets).toBeGreaterThan(0);
  for (const form of ['Lite', 'Print']) {
    await page.getByRole('radio', { name: form }).check();
    await page.waitForSelector(`.preview iframe[title="${form}"]`);
    await frame.getByRole('heading', { name: 'Lamp lit again' }).waitFor();
  }
  for (const form of ['Feed', 'Wire']) {
    await page.getByRole('radio', { name: form }).check();
    await page.locator('.preview pre', { hasText: 'The harbour master said so.' }).waitFor();
  }
  // What is typed is in the preview, before anybody published it.
  await page.getByRole('radio', { name: 'Page' }).check();
  await page.locator('#field-headline').fill('Lamp lit once more');
  await frame.getByRole('heading', { name: 'Lamp lit once more' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('lets a reporter hand in what he has written where he writes it, and offers him no flash', async () => {
  if (!desk.browser) return;
  const reporter = await secondPerson('reporter');
  expect(await reporter.getByRole('button', { name: 'Flash' }).count()).toBe(0);
  await reporter.keyboard.press('f');
  await beginStory(reporter);
  await reporter.keyboard.type('Ferry runs again');
  await waitForStatus(reporter, 'saved');
  const stage = reporter.getByLabel('Stage');
  const open = await stage.locator('option:not(:disabled)').allInnerTexts();
  expect(open).toEqual(['Draft', 'In review']);
  await stage.selectOption('In review');
  await reporter.keyboard.press('Escape');
  await reporter.keyboard.press('Escape');
  await reporter.locator('.story-row', { hasText: 'Ferry runs again' }).waitFor();
  await reporter.locator('.section-head', { hasText: 'In review 1' }).waitFor();
  await reporter.context().close();
});

it('leaves the pen free as soon as the tab that had it goes elsewhere', async () => {
  if (!desk.browser) return;
  const first = await desk.open();
  const id = await write(first.page, 'Pen laid down');
  const second = await desk.open(`#/story/${id}`);
  await second.page
    .getByText(/is writing/)
    .first()
    .waitFor();
  await second.page.goto('about:blank');
  await first.page.goto(`${desk.program.url}/en/`);
  await second.page.goto(`${desk.program.url}/desk/#/story/${id}`);
  await second.page.waitForSelector('.body[contenteditable="true"]');
  expect(await second.page.getByText(/is writing/).count()).toBe(0);
  await first.context.close();
  await second.context.close();
});

it('lets a second person take the pen, and keeps both texts, side by side, to be made one', async () => {
  if (!desk.browser) return;
  const first = await desk.open();
  const id = await write(first.page, 'Two hands');
  const second = await secondPerson();
  await second.goto(`${desk.program.url}/desk/#/story/${id}`);
  await second
    .getByText(/is writing/)
    .first()
    .waitFor();
  expect(await second.locator('.body').getAttribute('contenteditable')).toBe('false');
  // The first has words on the screen that the server has not: his line is slow.
  await first.context.setOffline(true);
  await clickInto(first.page.locator('.body'));
  await first.page.keyboard.press('Control+End');
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.type('Words of the first.');
  await waitForStatus(first.page, 'offline');
  await takeOver(second);
  await clickInto(second.locator('.body'));
  await second.keyboard.press('Control+End');
  await second.keyboard.press('Enter');
  await second.keyboard.type('Words of the second.');
  await waitForStatus(second, 'saved');
  await first.context.setOffline(false);
  await first.page.waitForSelector(
    '.save-status[data-status="no-pen"], .save-status[data-status="conflict"]',
    { timeout: 30_000 },
  );
  // Whoever was overtaken finds his text in the history, whole, and beside the other's: also on a screen that was open before. No
  // reload: it would lay the pen down, and who comes back would pick it up without having learnt that he had lost it.
  await second.keyboard.press('Alt+KeyH');
  await second.locator('.history', { hasText: 'when the pen was taken' }).waitFor();
  await second.locator('.history').getByRole('button', { name: 'Compare' }).first().click();
  const conflict = second.locator('.conflict');
  await conflict.waitFor();
  expect(await conflict.innerText()).toContain('Words of the first.');
  expect(await conflict.innerText()).toContain('Words of the second.');
  await second.getByRole('button', { name: 'Go on with this text' }).click();
  await waitForStatus(second, 'saved');
  const whole = await second.locator('.body').innerText();
  expect(whole).toContain('Words of the first.');
  expect(whole).toContain('Words of the second.');
  await first.context.close();
  await second.context().close();
});

/** Takes the pen where somebody else has it. */
async function takeOver(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: 'Take over' });
  for (let presses = 0; presses < 4; presses++) {
    if ((await page.locator('.body').getAttribute('contenteditable')) === 'true') return;
    if (await take.isVisible()) await take.click();
    await page.waitForTimeout(500);
  }
  await page.waitForSelector('.body[contenteditable="true"]');
}

/** Another editor, invited by the owner. */
async function secondPerson(role = 'editor'): Promise<Page> {
  const { page, context } = await desk.open('#/people');
  const link = (await page.evaluate(`fetch('/api/people/invitations', {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Second Hand', email: '${role}@example.org',
      grants: [{ role: '${role}', desk: null, lang: null }] }) }).then((answer) => answer.json()).then(({ link }) => link)`)) as string;
  await context.close();
  const other = await (desk.browser as NonNullable<Desk['browser']>).newContext({
    viewport: { width: 1280, height: 720 },
  });
  const there = await other.newPage();
  there.setDefaultTimeout(20_000);
  await there.goto(link);
  await there.getByLabel('New password').fill('four plain words here');
  await there.getByRole('button', { name: 'Begin' }).click();
  await there.waitForSelector('.story-row');
  return there;
}
