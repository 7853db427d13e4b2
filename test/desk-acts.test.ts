/** Flash, update, correct, kill: by keys alone, in a real browser; and the ten seconds in which an act can be taken back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginStory, type Desk, openDesk, readStory, tabTo, waitForStatus } from './desk-browser.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const read = (code: number) => readStory(desk, code);

it('takes a story from flash to kill without a mouse', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await page.waitForSelector('.story-row');

  // F, the line, Ctrl+Enter: it is out.
  await page.keyboard.press('f');
  await page.waitForSelector('.panel.flash textarea:focus');
  await page.keyboard.type('Quake of 6.1 shakes Lirven');
  await page.keyboard.press('Control+Enter');
  const out = page.locator('.outcome');
  await out.waitFor();
  const code = Number(/\d{4,}/.exec(await out.innerText())?.[0]);
  expect((await read(code)).text()).toContain('Quake of 6.1 shakes Lirven');

  // Enter: the story, its lead under the cursor. Alt+A, Ctrl+Enter, W: updated now.
  await page.keyboard.press('Enter');
  await page.waitForSelector('#field-lead:focus');
  await page.keyboard.type('The port was evacuated within the hour.');
  await waitForStatus(page, 'saved');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.waiting-acts button:focus');
  await page.keyboard.press('w');
  await page.waitForSelector('.story-head .state:text("v2")');
  await page.waitForSelector('.panel nav [aria-current]:focus');
  expect((await read(code)).text()).toContain('The port was evacuated');

  // Back to the list; C begins a correction of the story under the cursor.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.rows:focus');
  await page.keyboard.press('c');
  await page.waitForSelector('.body[contenteditable="true"]');
  await page.waitForSelector('.body:focus, #field-lead:focus, #field-headline:focus');
  await tabTo(page, '#field-headline', 'Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Quake of 5.9 shakes Lirven');
  await waitForStatus(page, 'saved');
  await page.keyboard.press('Alt+KeyA');
  await page.waitForSelector('.act');
  const untold = page.locator('.preflight li', {
    hasText: 'Readers are told that something was wrong, and not what',
  });
  await untold.waitFor();
  await tabTo(page, '.act textarea');
  await page.keyboard.type('The first figure was too high.');
  await untold.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.waiting-acts button:focus');
  await page.keyboard.press('w');
  await page.waitForSelector('.story-head .state:text("v3")');
  const corrected = (await read(code)).text();
  expect(corrected).toContain('Quake of 5.9 shakes Lirven');
  expect(corrected).toContain('The first figure was too high.');

  // X in the list, a sentence, Ctrl+Enter: gone at once.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.rows:focus');
  await page.keyboard.press('x');
  await page.waitForSelector('.act textarea');
  const unsaid = page.locator('.preflight li', { hasText: 'Readers are told that the story was taken back' });
  await unsaid.waitFor();
  await tabTo(page, '.act textarea');
  await page.keyboard.type('There was no quake.');
  await unsaid.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await page.locator('.outcome').waitFor();
  const killed = await read(code);
  expect(killed.status).toBe(410);
  expect(killed.text()).toContain('There was no quake.');
  expect(complaints).toEqual([]);
  await context.close();
});

it('gives ten seconds to take an act back, also after a reload', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  const id = await beginStory(page);
  await page.keyboard.type('Not yet');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A lead.');
  await waitForStatus(page, 'saved');
  await page.keyboard.press('Control+Enter').catch(() => undefined);
  await page.keyboard.press('Alt+KeyA');
  await page.waitForSelector('.act');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.countdown');
  await page.reload();
  await page.waitForSelector('.countdown');
  await tabTo(page, '.waiting-acts button');
  await page.keyboard.press('z');
  await page.waitForSelector('.waiting-acts:has-text("undone")');
  const row = (await page.evaluate(
    `fetch('/api/desk/rows?ids=${id}').then((answer) => answer.json()).then(({ rows }) => rows[0])`,
  )) as { state: string | null; due: object | null };
  expect(row).toMatchObject({ state: null, due: null });
  await context.close();
});

it('hears single keys by their place, under a Persian layout too, and not at all when they are switched off', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  await page.waitForSelector('.story-row');
  const press = (code: string, key: string) =>
    page.evaluate(
      ([code, key]) => {
        const list = document.querySelector('.rows');
        list?.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }));
      },
      [code, key] as const,
    );
  const chosen = () => page.locator('.story-row[aria-selected="true"]').count();
  await press('KeyJ', 'ت');
  await expect.poll(chosen).toBe(1);
  await press('KeyN', 'د');
  await page.waitForSelector('.panel form');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.getByLabel('Single keys work in lists').uncheck();
  await page.keyboard.press('Escape');
  await press('KeyN', 'n');
  await page.waitForTimeout(300);
  expect(await page.locator('.panel form').count()).toBe(0);
  await context.close();
});

it('takes what is typed right behind an act as the next draft, and never as a second text', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  const id = await beginStory(page);
  // A space at the end, which the server does not keep.
  await page.keyboard.type('Typed in a hurry ');
  await page.locator('#field-lead').fill('First lead.');
  await waitForStatus(page, 'saved');
  // The story is read again after the act; whoever types is faster than that answer.
  let isHeld = false;
  await page.route(`**/api/desk/stories/${id}`, async (route) => {
    if (isHeld) await new Promise((resolve) => setTimeout(resolve, 5_000));
    await route.continue();
  });
  await page.keyboard.press('Alt+KeyA');
  await page.waitForSelector('.act .preflight');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.waiting-acts button:focus');
  isHeld = true;
  await page.keyboard.press('w');
  await page.waitForSelector('.story-head .state:text("v1")');
  await page.locator('#field-lead').fill('Second lead.');
  await waitForStatus(page, 'saved');
  expect(await page.locator('.conflict').count()).toBe(0);
  const saved = (await page.evaluate(
    `fetch('/api/desk/stories/${id}?').then((answer) => answer.json())`,
  )) as { revision: number; fields: { lead: string } };
  expect(saved).toMatchObject({ revision: 1, fields: { lead: 'Second lead.' } });
  await context.close();
});

it('shows true ages and a true countdown where the writer’s clock is an hour wrong', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open();
  await page.clock.setSystemTime(new Date(Date.now() + 3_600_000));
  await page.reload();
  const id = await beginStory(page);
  await page.keyboard.type('An hour ahead');
  await page.locator('#field-lead').fill('A lead.');
  await waitForStatus(page, 'saved');
  const shown = (await page.locator('.save-status').innerText()).match(/\d\d:\d\d/)?.[0];
  const { savedAt, zone } = (await page.evaluate(`Promise.all(['/api/desk/stories/${id}', '/api/desk/setup']
    .map((one) => fetch(one).then((answer) => answer.json())))
    .then(([story, setup]) => ({ savedAt: story.savedAt, zone: setup.zone }))`)) as Record<string, string>;
  const format = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  expect(shown).toBe(new Intl.DateTimeFormat('en-GB', format).format(new Date(savedAt as string)));
  expect(Math.abs(Date.parse(savedAt as string) - Date.now())).toBeLessThan(60_000);
  await page.keyboard.press('Alt+KeyA');
  await page.waitForSelector('.act .preflight');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.countdown');
  const seconds = Number(/in (\d+) s/.exec(await page.locator('.waiting-acts').innerText())?.[1]);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(10);
  await page.keyboard.press('w');
  await page.waitForSelector('.story-head .state:text("v1")');
  await page.goto(`${desk.program.url}/desk/#/`);
  const row = page.locator('.story-row', { hasText: 'An hour ahead' });
  expect(await row.locator('.age').innerText()).toMatch(/now|1 min/);
  await context.close();
});
