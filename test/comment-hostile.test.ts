/** Hostile texts as names and comments, on the site and at the desk, in a real browser: they are read, and do nothing. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { readDraft } from '../src/comments/read-draft.ts';
import { sealIn } from './commented.ts';
import { type Desk, openDesk } from './desk-browser.ts';
import { fetchRaw } from './raw-http.ts';
import { itWithShared, sharedFile } from './shared.ts';

const corpus = 'standards/feeds/feedparser-sanitize.json';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ env: { TRUST_PROXY: '1' } });
});
afterAll(() => desk.close());

/** Each as it stands in its feed, and as the feed means it. */
function hostileTexts(): string[] {
  const feeds = JSON.parse(readFileSync(sharedFile(corpus), 'utf8')) as { xml: string }[];
  return feeds.map(({ xml }, at) => `${at}: ${unescaped(xml)}`.slice(0, 2_900));
}

function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** "li id class", for every element that the comments are made of. */
async function elementsIn(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(`[...new Set([...document.querySelectorAll('${selector} *')].map((one) =>
    [one.localName, ...[...one.attributes].map(({ name }) => name).sort()].join(' ')))].sort()`) as Promise<
    string[]
  >;
}

itWithShared(corpus)('shows 745 hostile comments as words', { timeout: 120_000 }, async () => {
  if (!desk.browser) return;
  const { url } = desk.program;
  const front = (await fetchRaw(`${url}/en/`, {})).text();
  const code = Number(/href="\/en\/(\d+)\//.exec(front)?.[1]);
  const form = (await fetchRaw(`${url}/en/${code}/comments/write`, {})).text();
  await sleep(3_100);
  const texts = hostileTexts();
  expect(texts).toHaveLength(745);
  const send = async (text: string, at: number) => {
    const name =
      text
        .replace(/^\d+: \s*(<[^>]*>\s*){0,4}/, '')
        .trim()
        .slice(0, 50) || `Reader ${at}`;
    const body = new URLSearchParams({ seal: sealIn(form), name, comment: text }).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `10.1.${at >> 8}.${at & 255}`,
    };
    return (await fetchRaw(`${url}/en/${code}/comments`, { method: 'POST', headers, body })).status;
  };
  const statuses: number[] = [];
  for (let at = 0; at < texts.length; at += 20)
    statuses.push(
      ...(await Promise.all(texts.slice(at, at + 20).map((text, more) => send(text, at + more)))),
    );
  expect(new Set(statuses)).toEqual(new Set([303]));

  const { page, context, complaints } = await desk.open('#/comments');
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  await page.locator('.queues [data-state="surge"]').click();
  await page.locator('.comment-row').nth(150).waitFor();
  expect(await elementsIn(page, '.comment-rows')).toEqual([
    'bdi',
    'div aria-selected class id role tabindex',
    'span class',
    'span class dir lang',
  ]);
  const published = (await page.evaluate(`(async () => {
    const ask = (method, path, body) => fetch('/api/desk/comments' + path, { method,
      headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) }).then((answer) => answer.json());
    const ids = [];
    for (const state of ['surge', 'rejected', 'waiting'])
      for (;;) {
        const { rows } = await ask('GET', '?state=' + state);
        if (rows.length === 0) break;
        ids.push(...(await ask('POST', '/decisions', { to: 'published', ids: rows.map(({ id }) => id) })).ids);
      }
    return ids.length;
  })()`)) as number;
  expect(published).toBeGreaterThanOrEqual(745);
  await page.locator('.queues [data-state="published"]').click();
  await page.locator('.comment-row').nth(150).waitFor();
  for (let presses = 0; presses < 40; presses++) await page.keyboard.press('j');
  expect(await elementsIn(page, '.panel.comment .comment-words')).toEqual(['p dir']);
  expect(complaints).toEqual([]);
  await context.close();

  const reader = await (await desk.browser.newContext()).newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  reader.on('dialog', () => dialogs++);
  const found = new Set<string>();
  const seen: string[] = [];
  let path: string | null = `/en/${code}/comments`;
  while (path) {
    await reader.goto(url + path);
    for (const one of await elementsIn(reader, '.comments-list')) found.add(one);
    seen.push(...(await reader.locator('.comments-list .words').allInnerTexts()));
    path = (await reader.evaluate(`document.querySelector('a[rel="next"]')?.getAttribute('href') ?? null`)) as
      | string
      | null;
  }
  expect([...found].sort()).toEqual([
    'a class href',
    'a href',
    'b',
    'bdi',
    'div class',
    'li id',
    'p class',
    'p dir',
    'time datetime',
  ]);
  expect(seen.length).toBeGreaterThanOrEqual(745);
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const shown = new Set(seen.map(squeezed));
  expect(
    texts.filter((text) => !shown.has(squeezed(readDraft(new URLSearchParams({ comment: text })).text))),
  ).toEqual([]);
  expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(new Set([url]));
  expect(dialogs).toBe(0);
  for (const feed of ['feed.xml', 'feed.atom', 'feed.json'])
    expect((await fetchRaw(`${url}/en/${feed}`, {})).text()).not.toContain('feedparser');
});
