/** Readers' comments in a real browser: written on the site without a script, decided on at the desk by keys. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type Desk, openDesk, tabTo } from './desk-browser.ts';
import { fetchRaw } from './raw-http.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function speak(page: Page, lang: string): Promise<void> {
  await page.waitForSelector('.desk');
  await page.evaluate(`fetch('/api/me', { method: 'PUT', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ uiLang: '${lang}' }) })`);
  await page.reload();
  await page.waitForSelector(`html[lang="${lang}"] .desk`);
}

/** "Waiting 4" → 4, for each queue. */
async function counts(page: Page): Promise<Record<string, number>> {
  return page.evaluate(`Object.fromEntries([...document.querySelectorAll('.queues button')]
    .map((one) => [one.dataset.state, Number(one.querySelector('b').textContent)]))`) as Promise<
    Record<string, number>
  >;
}

async function waitForCount(page: Page, state: string, count: number): Promise<void> {
  await page.locator(`.queues [data-state="${state}"] b`, { hasText: new RegExp(`^${count}$`) }).waitFor();
}

const chosen = (page: Page) => page.locator('.comment-row[aria-selected="true"] .said').innerText();
const firstOf = async (lang: string, words: string): Promise<string> => {
  const front = (await fetchRaw(`${desk.program.url}/${lang}/`, {})).text();
  const path = [...front.matchAll(/href="(\/\w+\/\d+\/[^"]+)"[^>]*>([^<]+)</g)].find(([, , said]) =>
    said?.includes(words),
  )?.[1];
  if (!path) throw new Error(`No story “${words}”.`);
  return path;
};

describe.each(['en', 'fa'])('in %s', (lang) => {
  it('sets what was said to the list’s side, in whatever direction it runs', async () => {
    if (!desk.browser) return;
    const { page, context } = await desk.open('#/comments');
    await speak(page, lang);
    await page.locator('.comment-row .said').first().waitFor();
    const found = await page.locator('.comment-row .said').evaluateAll((all) =>
      all.map((one) => {
        const { direction, textAlign } = getComputedStyle(one);
        return `${direction}, set to the ${textAlign}`;
      }),
    );
    const side = lang === 'fa' ? 'right' : 'left';
    expect(new Set(found)).toEqual(new Set([`ltr, set to the ${side}`, `rtl, set to the ${side}`]));
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'the screen has no violation that axe knows, in %s',
    async (colorScheme) => {
      if (!desk.browser) return;
      const { page, context, complaints } = await desk.open('#/comments', { colorScheme });
      await speak(page, lang);
      const found: string[] = [];
      for (const state of ['waiting', 'surge', 'published', 'rejected', 'banned']) {
        await page.locator(`.queues [data-state="${state}"]`).click();
        await page.waitForSelector(`.queues [data-state="${state}"][aria-pressed="true"]`);
        found.push(...(await violations(page)));
      }
      await page.locator('.queues [data-state="waiting"]').click();
      await page.locator('.comment-row').first().waitFor();
      await page.keyboard.press('b');
      await page.waitForSelector('.ban select:focus');
      found.push(...(await violations(page)));
      expect([found, complaints]).toEqual([[], []]);
      await context.close();
    },
  );
});

it('is decided by keys, one after the other, and taken back', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open('#/comments');
  await speak(page, 'en');
  await page.waitForSelector('.rows:focus');
  const before = await counts(page);
  expect(await page.locator('.comment-row').count()).toBe(before.waiting);
  const texts = await page.locator('.comment-row .said').allInnerTexts();
  expect(await chosen(page)).toBe(texts[0]);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('a');
  await waitForCount(page, 'published', (before.published ?? 0) + 1);
  await waitForCount(page, 'waiting', (before.waiting ?? 0) - 1);
  expect(await chosen(page)).toBe(texts[1]);
  await page.keyboard.press('s');
  await waitForCount(page, 'rejected', (before.rejected ?? 0) + 1);
  expect(await chosen(page)).toBe(texts[2]);
  await page.keyboard.press('z');
  await waitForCount(page, 'rejected', before.rejected ?? 0);
  await page.keyboard.press('z');
  await waitForCount(page, 'waiting', before.waiting ?? 0);
  expect(await counts(page)).toEqual(before);
  await page.keyboard.press('b');
  await page.waitForSelector('.ban select:focus');
  await tabTo(page, '.ban button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.rows:focus');
  await waitForCount(page, 'banned', (before.banned ?? 0) + 1);
  await page.keyboard.press('BracketLeft');
  await page.locator('.bans li').first().waitFor();
  expect(await page.locator('.bans li').count()).toBe(1);
  await page.getByRole('button', { name: 'Lift the ban' }).click();
  await page.getByText('Nobody is banned.').waitFor();
  await page.locator('.rows').focus();
  await page.keyboard.press('z');
  await waitForCount(page, 'banned', before.banned ?? 0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('has the one that was taken back under the cursor, wherever the cursor had gone', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open('#/comments');
  await speak(page, 'en');
  await page.waitForSelector('.rows:focus');
  const before = await counts(page);
  const texts = await page.locator('.comment-row .said').allInnerTexts();
  await page.keyboard.press('s');
  await waitForCount(page, 'rejected', (before.rejected ?? 0) + 1);
  await page.keyboard.press('j');
  expect(await chosen(page)).toBe(texts[2]);
  await page.keyboard.press('z');
  await page
    .locator('.comment-row[aria-selected="true"] .said')
    .getByText(texts[0] ?? '', { exact: true })
    .waitFor();
  // In one breath: nothing is decided about somebody else meanwhile.
  await page.keyboard.press('s');
  await page.keyboard.press('z');
  await page.keyboard.press('a');
  await page
    .locator('.comment-row[aria-selected="true"] .said')
    .getByText(texts[0] ?? '', { exact: true })
    .waitFor();
  await page.keyboard.press('a');
  await waitForCount(page, 'published', (before.published ?? 0) + 1);
  expect(await page.locator('.comment-row .said').allInnerTexts()).toEqual(texts.slice(1));
  await page.keyboard.press('z');
  await waitForCount(page, 'waiting', before.waiting ?? 0);
  expect(await counts(page)).toEqual(before);
  expect(complaints).toEqual([]);
  await context.close();
});

it('goes from a reader’s form without a script to the desk and below the story, in Persian, on a phone', async () => {
  if (!desk.browser) return;
  const path = await firstOf('fa', 'گاورل');
  const moderator = await desk.open('#/comments', { viewport: { width: 390, height: 780 } });
  await speak(moderator.page, 'fa');
  await moderator.page.locator('.comment-row').first().waitFor();
  const { waiting = 0 } = await moderator.page
    .locator('.queues [data-state="waiting"] b')
    .innerText()
    .then((text) => ({
      waiting: Number(text.replace(/[۰-۹]/g, (one) => String(one.charCodeAt(0) - 0x6f0))),
    }));
  const context = await desk.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  const reader = await context.newPage();
  reader.setDefaultTimeout(20_000);
  await reader.goto(desk.program.url + path);
  await reader.getByRole('link', { name: 'نوشتن دیدگاه' }).click();
  // Nobody gets into the trap by the keyboard.
  const names: (string | null)[] = [];
  await reader.getByLabel('نام شما').focus();
  for (let presses = 0; presses < 5; presses++) {
    names.push(await reader.locator(':focus').getAttribute('id'));
    await reader.keyboard.press('Tab');
  }
  // To be told of it is offered where mail goes out alone.
  expect(names.slice(0, 3)).toEqual(['name', 'email', 'comment']);
  expect(names).not.toContain('website');
  await reader.getByLabel('نام شما').fill('گلنار');
  await reader
    .getByLabel('دیدگاه شما', { exact: true })
    .fill('این را از روی تلفن می‌نویسم: راه باز است.\n\nسلامت باشید.');
  await reader.waitForTimeout(3_100);
  await reader.getByRole('button', { name: 'ارسال دیدگاه' }).click();
  await reader.getByRole('heading', { name: 'دیدگاه شما رسید' }).waitFor();
  const row = moderator.page.locator('.comment-row', { hasText: 'این را از روی تلفن می‌نویسم' });
  await row.waitFor();
  expect(await moderator.page.locator('.comment-row').count()).toBe(waiting + 1);
  await row.click();
  await moderator.page.locator('.panel.comment').getByRole('button', { name: 'تأیید' }).click();
  await row.waitFor({ state: 'detached' });
  for (let tries = 0; ; tries++) {
    await reader.goto(desk.program.url + path);
    if (await reader.getByText('این را از روی تلفن می‌نویسم').count()) break;
    expect(tries).toBeLessThan(50);
  }
  expect(await reader.locator('.comments-list li', { hasText: 'گلنار' }).locator('.words p').count()).toBe(2);
  expect(moderator.complaints).toEqual([]);
  await moderator.context.close();
  await context.close();
});
