/** Words that are markup, in every place where somebody at the desk can put some: each screen shows them, none runs them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk-browser.ts';

const hostile = `"'><img src=x onerror="window.ran=1"><script>window.ran=1</script><a href="javascript:window.ran=1">x</a>`;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** As a program would, past all that the screens check. @throws where it is refused. */
async function send(
  page: Page,
  method: string,
  path: string,
  body?: object,
  // biome-ignore lint/suspicious/noExplicitAny: answers of many kinds, whose parts are asked for by name
): Promise<any> {
  const [status, answer] = await page.evaluate(
    async ([how, where, what]) => {
      const got = await fetch(where, {
        method: how,
        ...(what ? { headers: { 'content-type': 'application/json' }, body: what } : {}),
      });
      return [got.status, await got.text()] as const;
    },
    [method, `/api/${path}`, body ? JSON.stringify(body) : ''] as const,
  );
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${answer}`);
  return JSON.parse(answer || '{}');
}

async function fill(page: Page): Promise<number> {
  type Named = { name: string };
  const { desks, mark } = await send(page, 'GET', 'settings/desks');
  const renamed = desks.map((one: Named & { stages: Named[] }) => ({
    ...one,
    name: hostile,
    stages: one.stages.map((stage) => ({ ...stage, name: `${stage.name} ${hostile}` })),
  }));
  await send(page, 'PUT', 'settings/desks', { desks: renamed, seen: mark });
  await send(page, 'PUT', 'me', { name: hostile });
  await send(page, 'PUT', `me/views/${encodeURIComponent(hostile.slice(0, 80))}`, {
    filters: {},
    shape: 'list',
  });
  const { id } = await send(page, 'POST', 'desk/stories', { lang: 'en', desk: 'main' });
  const text = (words: string, ...marks: object[]) => ({
    type: 'text',
    text: words,
    ...(marks.length ? { marks } : {}),
  });
  const where = { dir: null, lang: '"><script>window.ran=1</script>' };
  const content = [
    { type: 'paragraph', attrs: where, content: [text(hostile)] },
    {
      type: 'paragraph',
      content: [
        text('a', { type: 'link', attrs: { href: 'javascript:window.ran=1' } }),
        text('b', { type: 'link', attrs: { href: ' java\tscript:window.ran=1' } }),
        text('c', { type: 'topic', attrs: { slug: hostile } }),
        text('d', { type: 'date', attrs: { datetime: hostile, until: null, title: hostile } }),
      ],
    },
    {
      type: 'image',
      attrs: {
        picture: null,
        src: 'javascript:window.ran=1',
        alt: hostile,
        caption: hostile,
        credit: hostile,
      },
    },
  ];
  const said = {
    headline: hostile,
    lead: hostile,
    dateline: hostile,
    credit: hostile,
    byline: hostile,
    section: hostile,
  };
  const fields = {
    ...said,
    body: { type: 'doc', content },
    topics: [{ slug: hostile, name: hostile }],
    subjects: [],
    thread: { slug: 'running', name: hostile },
  };
  await send(page, 'PUT', `desk/stories/${id}/draft`, { fields, revision: 1, tab: hostile.slice(0, 80) });
  await send(page, 'POST', `desk/stories/${id}/copies`, { fields, why: 'saved-since' });
  await send(page, 'POST', `desk/stories/${id}/notes`, { text: hostile });
  await send(page, 'PUT', `desk/stories/${id}/place`, { slug: hostile.slice(0, 100) });
  const startsAt = new Date().toISOString();
  const event = {
    title: hostile,
    place: hostile,
    startsAt,
    endsAt: null,
    desk: 'main',
    about: hostile,
    cancelled: false,
  };
  await send(page, 'POST', 'planning/events', {
    ...event,
    coverages: [{ who: hostile, what: 'text', dueAt: null, storyCode: null }],
  });
  return id;
}

/** What is read on the screen, and what stands in its fields. */
function wordsOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    const fields = main.querySelectorAll<HTMLInputElement>('input, textarea');
    return [main.innerText, ...[...fields].map(({ value }) => value)].join(' ');
  });
}

it('shows markup as words on every screen and in every preview, and runs none of it', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open();
  await page.waitForSelector('.story-row');
  const id = await fill(page);
  for (const path of [
    '#/',
    `#/story/${id}`,
    '#/people',
    '#/audit',
    '#/agenda',
    '#/threads',
    '#/thread/en/running',
    '#/settings/desks',
  ]) {
    await page.goto(`${desk.program.url}/desk/${path}`);
    await page.reload();
    await expect.poll(() => wordsOn(page), { timeout: 20_000 }).toContain('onerror=');
    expect([path, await page.evaluate(() => 'ran' in window)]).toEqual([path, false]);
    expect([path, await page.locator('a[href^="javascript"], img[src="x"]').count()]).toEqual([path, 0]);
  }
  await page.goto(`${desk.program.url}/desk/#/story/${id}`);
  await page.waitForSelector('.body[contenteditable="true"]');
  await page.keyboard.press('Alt+KeyP');
  for (const form of ['Page', 'Lite', 'Print']) {
    await page.getByRole('radio', { name: form }).check();
    await page.waitForSelector(`.preview iframe[title="${form}"]`);
    const drawn = page.frameLocator('.preview iframe');
    await expect.poll(() => drawn.locator('body').innerText()).toContain('onerror=');
    expect([
      form,
      await drawn.locator('script:not([type]), a[href^="javascript"], img[src="x"]').count(),
    ]).toEqual([form, 0]);
  }
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(complaints).toEqual([]);
  await context.close();
});
