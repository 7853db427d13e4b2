/** An export in a browser, from the disk: no program, no network, no script. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { writeAgency } from '../src/editions/agency-store.ts';
import { keepPicture } from '../src/pictures/picture-store.ts';
import { actOn } from './acts.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { exportPlace, exportTo } from './exports.ts';
import { noon, publishOne, storyFields } from './invented-story.ts';
import { bilingual } from './random-acts.ts';
import { testDatabase } from './test-database.ts';

test('a finder comes from the first page to a story, its words and its picture, in either direction', async () => {
  const browser = await openBrowser();
  if (!browser) return;
  const database = await testDatabase();
  await writeAgency(database.pool, bilingual);
  const picture = await keepPicture(
    database.pool,
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><rect width="64" height="48" fill="teal"/></svg>',
    ),
  );
  const { body } = storyFields();
  const image = {
    alt: 'The harbour',
    caption: 'Empty',
    credit: 'Halim Press',
    src: null,
    width: 64,
    height: 48,
  };
  body.content.push({ type: 'image', attrs: { ...image, picture: picture.hash } });
  const link = { type: 'link', attrs: { href: '/en/topic/weather' } } as const;
  body.content.push({
    type: 'paragraph',
    content: [{ type: 'text', text: 'More on the weather', marks: [link] }],
  });
  const { code } = await publishOne(database, { body });
  const persian = await publishOne(database, { lang: 'fa', headline: 'توفان بندر هلیم را بست' } as never);
  await actOn(database.pool, code, 'correct', {
    words: { lead: 'No ferry sails.' },
    note: 'A word was wrong.',
    now: noon,
  });
  const killed = await publishOne(database, { headline: 'Not so' });
  await actOn(database.pool, killed.code, 'kill', {
    reasonClass: 'inaccurate',
    replacement: code,
    now: noon,
  });
  const root = exportPlace();
  await exportTo(database.pool, root);
  try {
    const context = await browser.newContext({ offline: true, javaScriptEnabled: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(path.join(root, 'data/index.html')).href);
    expect(await violations(page)).toEqual([]);
    await page.click('text=2026');
    expect(await violations(page)).toEqual([]);
    await page.click('text=2026-03-14');
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('li[id^=story-]').count()).toBe(3);
    expect(await page.locator('[dir=rtl]').textContent()).toContain('توفان');
    await page.click('text=Storm closes the port of Halim');
    expect(await violations(page)).toEqual([]);
    expect(await page.textContent('main')).toContain('A word was wrong.');
    await page.click('text=The newest version');
    expect(await violations(page)).toEqual([]);
    expect(await page.textContent('[data-field=lead]')).toBe('No ferry sails.');
    expect(await page.evaluate('document.images[0].naturalWidth')).toBe(64);
    expect(await page.getAttribute('.own', 'title')).toContain('/en/topic/weather');
    await page.goto(pathToFileURL(path.join(root, `data/stories/${killed.code}/1.html`)).href);
    expect(await violations(page)).toEqual([]);
    await page.click(`a[href="../${code}/index.html"]`);
    expect(await page.textContent('h1')).toBe('Storm closes the port of Halim');
    await page.goto(pathToFileURL(path.join(root, `data/stories/${persian.code}/1.html`)).href);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).direction')).toBe('rtl');
    const outside = pathToFileURL(root).href;
    expect(asked.filter((url) => !url.startsWith(outside))).toEqual([]);
  } finally {
    await browser.close();
  }
});
