/** Print loses nothing: each English and Persian story of the sample, as a PDF, has the words and pictures of its page. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { haveDebianTools } from '../bench/debian-tools.ts';
import { readConfig } from '../src/config.ts';
import { fillWithSample } from '../src/sample/fill-with-sample.ts';
import { sampleStories } from '../src/sample/sample-agency.ts';
import { storyPath } from '../src/stories/story-address.ts';
import { bodyLinks } from '../src/text/body-links.ts';
import { type RunningSite, serve } from '../src/web/serve.ts';
import { openBrowser } from './browser.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

const run = promisify(execFile);
const stories = sampleStories.filter(({ lang }) => lang === 'en' || lang === 'fa');
const hasTools = haveDebianTools('poppler-utils');
if (!hasTools && process.env.CI === 'true')
  throw new Error('CI has no poppler-utils for the tests of print.');

let database: TestDatabase;
let site: RunningSite;
let browser: Browser | null;
const folder = mkdtempSync(path.join(tmpdir(), 'wireroom-print-'));

beforeAll(async () => {
  database = await makeDatabase();
  await fillWithSample(database.pool, { empty: false, now: new Date() });
  site = await serve(
    readConfig({ PORT: '0', PUBLIC_URL: 'https://news.example', DATABASE_URL: database.url }),
    database.pool,
  );
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** All letters, in order: how many spaces stand between tight ones, and the numbers of notes, are the reader's program's to say. */
function lettersOf(text: string): string {
  return (text.normalize('NFKD').match(/\p{L}/gu) ?? []).join('');
}

/** A Persian line of a PDF is told from its end, word by word. */
function inNoOrder(letters: string): string {
  return [...letters].toSorted().join('');
}

it.runIf(hasTools).each(stories.map((story) => [story.code, story.lang, story] as const))(
  'No. %i (%s)',
  async (code, lang, { fields }) => {
    if (!browser) return;
    const page = await browser.newPage();
    await page.goto(
      `http://127.0.0.1:${site.port}${storyPath({ lang, code, headline: fields.headline })}/print`,
    );
    const file = path.join(folder, `${code}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true });
    await page.emulateMedia({ media: 'print' });
    const said = lettersOf((await page.evaluate('document.body.innerText')) as string);
    const pictures = (await page.evaluate(
      `[...document.images].filter(({ complete, naturalWidth }) => complete && naturalWidth > 0).length`,
    )) as number;
    await page.close();
    const { stdout: text } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']);
    const { stdout: images } = await run('pdfimages', ['-list', file]);
    const printed = lettersOf(text);
    if (lang === 'en') expect(printed).toBe(said);
    else expect(inNoOrder(printed)).toBe(inNoOrder(said));
    expect(text).toContain(`https://news.example/${code}`);
    for (const link of bodyLinks(fields.body)) expect(text.replace(/\s/g, '')).toContain(link);
    expect(pictures).toBe(fields.body.content.filter(({ type }) => type === 'image').length);
    expect(images.split('\n').filter((line) => / image /.test(line)).length).toBeGreaterThanOrEqual(pictures);
    const sheets = text.split('\f').slice(0, -1);
    expect(sheets.filter((sheet) => sheet.trim() === '')).toEqual([]);
    expect(sheets.length).toBeLessThanOrEqual(3);
  },
);
