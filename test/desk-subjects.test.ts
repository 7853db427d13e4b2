/** A story's subject and its running event, chosen by keys alone; the thread's screen, and a follow-up that keeps both. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { beginStory, type Desk, openDesk, waitForStatus } from './desk-browser.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** What the server has of a story. */
async function kept(page: Page, id: number) {
  const answer = await page.request.get(`${desk.program.url}/api/desk/stories/${id}`);
  return (await answer.json()).fields;
}

it('chooses a subject and begins a thread by keys, and has both after a reload', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  const id = await beginStory(page);
  await page.keyboard.type('Pilots meet the owners');
  await page.keyboard.press('Alt+i');
  await page.waitForSelector('#field-subjects');
  await page.locator('#field-subjects').focus();
  await page.keyboard.type('spor');
  await page.waitForSelector('#field-subjects-choices [role=option]');
  await page.keyboard.press('Enter');
  await page.keyboard.type('09');
  await page.waitForSelector('#field-subjects-choices [role=option]');
  await page.keyboard.press('Enter');
  expect(await page.locator('.subjects bdi').allInnerTexts()).toEqual(['sport', 'labour']);
  // What is chosen is not to be chosen twice; Escape closes the list, not the panel.
  await page.keyboard.type('sport');
  expect(await page.locator('[role=option]').getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await page.locator('.subjects li').count()).toBe(2);
  expect(await page.locator('.panel.of-details').count()).toBe(1);
  await page.keyboard.type('nothing is called so');
  expect(await page.locator('.choice-field .hint').first().innerText()).toBe('No subject is called that.');
  await page.keyboard.press('Escape');
  await page.locator('.subjects button').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('#field-thread').focus();
  await page.keyboard.type('Harbour strike');
  await page.waitForSelector('#field-thread-choices [role=option]');
  expect(await page.locator('[role=option]').allInnerTexts()).toEqual([
    expect.stringContaining('Harbour strike'),
  ]);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await waitForStatus(page, 'saved');
  expect(await kept(page, id)).toMatchObject({
    subjects: [{ code: '09000000', name: 'labour' }],
    thread: { slug: 'harbour-strike', name: 'Harbour strike' },
  });
  await page.reload();
  await page.waitForSelector('.body');
  await page.keyboard.press('Alt+i');
  await page.waitForSelector('.subjects li');
  expect(await page.locator('.subjects bdi').allInnerTexts()).toEqual(['labour']);
  expect(await page.locator('#field-thread').inputValue()).toBe('Harbour strike');
  expect(complaints).toEqual([]);
  await context.close();
});

it('offers a running event, tells it in order, and begins a follow-up that keeps it', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  const id = await beginStory(page);
  await page.keyboard.type('Night cranes at work');
  await page.keyboard.press('Alt+i');
  await page.locator('#field-thread').focus();
  await page.keyboard.type('night');
  await page.waitForSelector('#field-thread-choices [role=option]');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await waitForStatus(page, 'saved');
  expect((await kept(page, id)).thread).toEqual({ slug: 'night-port', name: 'Night work in the ports' });

  await page.keyboard.press('Alt+6');
  await page.getByRole('link', { name: 'Night work in the ports' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.timeline li');
  const told = await page.locator('.timeline li').allInnerTexts();
  expect(told.map((line) => line.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/Published v1 River ports adopt one loading sheet/),
    expect.stringMatching(/Published v1 Lirven dockers accept/),
    expect.stringMatching(/In work Night cranes at work Draft$/),
  ]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show in the list' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.story-row');
  const listed = await page.locator('.story-row .headline').allInnerTexts();
  expect(listed.toSorted()).toEqual([
    expect.stringMatching(/^Lirven dockers accept/),
    'Night cranes at work',
    expect.stringMatching(/^River ports adopt/),
  ]);
  await page.goBack();
  await page.getByRole('button', { name: 'Follow-up' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.panel form');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.body[contenteditable="true"]');
  const made = Number(/#\/story\/(\d+)/.exec(page.url())?.[1]);
  expect(await kept(page, made)).toMatchObject({
    headline: '',
    subjects: [{ code: '04000000' }, { code: '09000000' }],
    thread: { slug: 'night-port', name: 'Night work in the ports' },
  });
  // What somebody begins meanwhile comes to it by itself, also where nothing else has changed.
  await page.goto(`${desk.program.url}/desk/#/thread/en/night-port`);
  const lines = () => page.locator('.timeline li').count();
  await expect.poll(lines).toBe(4);
  const data = { lang: 'en', desk: 'main', from: { id: made, as: 'follow-up' } };
  for (const count of [5, 6]) {
    await page.request.post(`${desk.program.url}/api/desk/stories`, { data });
    await expect.poll(lines).toBe(count);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

it('loads a vocabulary in the settings, and says which line of a bad one is wrong', async () => {
  if (!desk.browser) return;
  const { page, context } = await desk.open('#/settings/subjects');
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Subjects' }) });
  await section.getByText('17 subjects').waitFor();
  const give = async (text: string) => {
    await section.locator('input[type=file]').setInputFiles({
      name: 'topics.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await section.getByRole('button', { name: 'Load' }).click();
  };
  await give('code,broader,en\n15000000,,sport\n123,15000000,football\n');
  await section.getByText('Line 3: “123” is no code').waitFor();
  await give('code,broader,en,fa\n15000000,,sport,ورزش\n20001065,15000000,football,فوتبال\n');
  await section.getByText('2 in the file: 1 added, 0 changed.').waitFor();
  await section.getByText('18 subjects').waitFor();
  // It is there at once, in the language of the story, with the way down to it.
  const asked = { lang: 'fa', desk: 'main' };
  const made = await page.request.post(`${desk.program.url}/api/desk/stories`, { data: asked });
  await page.goto(`${desk.program.url}/desk/#/story/${(await made.json()).id}`);
  await page.waitForSelector('.body[contenteditable="true"]');
  await page.keyboard.press('Alt+i');
  await page.locator('#field-subjects').focus();
  await page.keyboard.type('فوتبال');
  await page.waitForSelector('#field-subjects-choices [role=option]');
  expect(await page.locator('[role=option]').innerText()).toMatch(/ورزش › فوتبال\s+20001065\s+football/);
  await page.keyboard.press('Enter');
  expect(await page.locator('.subjects li').innerText()).toMatch(/^ورزش › فوتبال/);
  await context.close();
});
