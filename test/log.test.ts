/** The log of the running program: tiles, checkpoints and proofs over HTTP, and the reader's own check in a real browser. */
import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectionOf, readDatabaseAddress } from '../src/database/embedded-postgres.ts';
import { newPool } from '../src/database/open-database.ts';
import { parseCheckpoint } from '../src/log/checkpoint.ts';
import { unpackEntries } from '../src/log/entry-bundle.ts';
import { leafHash, treeRoot, verifyConsistency, verifyInclusion } from '../src/log/merkle.ts';
import { openNote } from '../src/log/signed-note.ts';
import { parseProof } from '../src/log/tlog-proof.ts';
import { sampleStories } from '../src/sample/sample-agency.ts';
import { openBrowser } from './browser.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { publishOne } from './invented-story.ts';
import { type Program, startProgram } from './program.ts';
import { fetchRaw } from './raw-http.ts';
import { wireroom } from './wireroom-command.ts';

const dataDir = makeDataFolder();
let program: Program;
let browser: Browser | null;

beforeAll(async () => {
  program = await startProgram({ dataDir, env: { EMPTY: '0' } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program.stop();
  removeDataFolder(dataDir);
});

const get = (path: string) => fetchRaw(program.url + path);
const pool = () => {
  const address = readDatabaseAddress(dataDir);
  if (!address) throw new Error('the program has left no address');
  return newPool({ ...connectionOf(address), database: 'wireroom' });
};
async function keys(): Promise<string[]> {
  return (await get('/log/keys'))
    .text()
    .split('\n')
    .filter((line) => /^\S+\+[0-9a-f]{8}\+\S+$/.test(line));
}
async function head() {
  const note = (await get('/log/checkpoint')).text();
  const opened = openNote(note, await keys());
  const checkpoint = opened.ok ? parseCheckpoint(opened.text) : null;
  if (!checkpoint) throw new Error(`no checkpoint: ${note}`);
  return checkpoint;
}
const readTile = async (level: number, index: number, width: number) =>
  (await get(`/log/tile/${level}/${String(index).padStart(3, '0')}${width < 256 ? `.p/${width}` : ''}`)).body;

it('has a leaf for each act of the sample, under a signed checkpoint', async () => {
  const { size, root } = await head();
  expect(size).toBe(sampleStories.length);
  expect(await treeRoot(size, readTile)).toEqual(root);
  const bundle = unpackEntries((await get(`/log/tile/entries/000.p/${size}`)).body) ?? [];
  expect(Buffer.concat(bundle.map(leafHash))).toEqual(await readTile(0, 0, size));
  expect(JSON.parse(String(bundle[0]))).toMatchObject({
    format: 'wireroom-act/1',
    act: 'publish',
    version: 1,
  });
  // No word of a story is in a leaf.
  for (const { fields } of sampleStories) expect(Buffer.concat(bundle).includes(fields.headline)).toBe(false);
});

it('serves tiles for ever, and nothing that the log does not have', async () => {
  const { size } = await head();
  const tile = await get(`/log/tile/0/000.p/${size}`);
  expect(tile.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(tile.headers['access-control-allow-origin']).toBe('*');
  expect((await get('/log/checkpoint')).headers['cache-control']).toBe('no-cache');
  for (const path of [
    '/log/tile/0/000',
    `/log/tile/0/000.p/${size + 1}`,
    '/log/tile/1/000',
    '/log/tile/0/0.p/3',
    '/log/tile/entries/001.p/1',
    '/log/tile/entries/000.p/0',
    `/log/inclusion/${size}`,
    `/log/consistency/2/${size + 1}`,
    '/log/consistency/0/3',
    '/log/version/101/2',
    '/log/version/999999/1',
    '/en/proof/999999/1',
    '/en/proof/101/2',
  ])
    expect([path, (await get(path)).status]).toEqual([path, 404]);
});

it('names its keys for programs too', async () => {
  const [key] = JSON.parse((await get('/log/keys.json')).text());
  expect(key).toMatchObject({ vkey: (await keys())[0], how: 'first', fromSize: 0 });
  expect(JSON.stringify(key)).not.toContain('secret');
});

it('signs an empty log where nothing was recorded yet', async () => {
  const folder = makeDataFolder();
  const empty = await startProgram({ dataDir: folder });
  const note = (await fetchRaw(`${empty.url}/log/checkpoint`)).text();
  expect(note.split('\n')[1]).toBe('0');
  await empty.stop();
  removeDataFolder(folder);
});

it('proves inclusion and consistency', async () => {
  const { size, root } = await head();
  const said = parseProof((await get('/log/inclusion/7')).text());
  const [leaf] = (unpackEntries((await get(`/log/tile/entries/000.p/${size}`)).body) ?? []).slice(7);
  if (!said || !leaf) throw new Error('no proof');
  expect(verifyInclusion({ index: 7, size, leaf: leafHash(leaf), proof: said.proof, root })).toBe(true);
  const { proof } = JSON.parse((await get(`/log/consistency/5/${size}`)).text());
  const from = parseCheckpoint(`${(await get('/log/checkpoint/5')).text().split('\n\n')[0]}\n`);
  if (!from) throw new Error('no checkpoint');
  const hashes = (proof as string[]).map((one) => Buffer.from(one, 'base64'));
  expect(verifyConsistency({ from: 5, to: size, fromRoot: from.root, toRoot: root, proof: hashes })).toBe(
    true,
  );
});

it('shows a version’s words with salts that open its leaf', async () => {
  const { leaf, fields } = JSON.parse((await get('/log/version/101/1')).text());
  const { commitments } = JSON.parse(leaf);
  expect(Object.keys(fields).sort()).toEqual(Object.keys(commitments).sort());
  const { value, salt } = fields.headline;
  const made = createHash('sha256')
    .update(Buffer.from(salt, 'base64'))
    .update(JSON.stringify(['headline', value]));
  expect(made.digest('base64')).toBe(commitments.headline);
});

it('checks a version in the reader’s browser, with a script under 10 KB and nothing from elsewhere', async () => {
  if (!browser) return;
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  let bytes = 0;
  page.on('response', async (answer) => {
    if (/prove\..+\.js$/.test(answer.url())) bytes = (await answer.body()).length;
  });
  const farsi = sampleStories.find(({ lang }) => lang === 'fa')?.code;
  for (const path of ['/en/proof/101/1', `/fa/proof/${farsi}/1`]) {
    await page.goto(program.url + path);
    await page.waitForSelector('.verdict[data-found]');
    expect(
      await page
        .locator('[data-check]')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.found)),
    ).toEqual(Array(6).fill('ok'));
    expect(await page.locator('.verdict').getAttribute('data-found')).toBe('ok');
  }
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThan(10 * 1024);
  console.log(`the script that checks a proof has ${bytes} bytes`);
  expect(asked.filter((url) => !url.startsWith(program.url))).toEqual([]);
  await context.close();
});

it('goes on under a new key that the old one signed, and a browser that saw the log before is content', async () => {
  if (!browser) return;
  const context = await browser.newContext();
  const page = await context.newPage();
  const verdict = async () => {
    await page.goto(`${program.url}/en/proof/101/1`);
    await page.waitForSelector('.verdict[data-found]');
    return page.locator('.verdict').getAttribute('data-found');
  };
  expect(await verdict()).toBe('ok');
  const [old] = await keys();
  expect((await wireroom({ dataDir }, 'key', 'rotate')).code).toBe(0);
  const database = pool();
  await publishOne({ pool: database });
  await database.end();
  const both = await keys();
  expect(both).toHaveLength(2);
  expect(both[0]).toBe(old);
  const note = (await get('/log/checkpoint')).text();
  expect(openNote(note, [both[1] as string]).ok).toBe(true);
  expect(openNote(note, [old as string]).ok).toBe(false);
  expect(await verdict()).toBe('ok');
  await context.close();
});

it('says so in the browser where a word was changed in the database, and where the log forgot something', async () => {
  if (!browser) return;
  const context = await browser.newContext();
  const page = await context.newPage();
  const found = async (code: number) => {
    await page.goto(`${program.url}/en/proof/${code}/1`);
    await page.waitForSelector('.verdict[data-found]');
    return Object.fromEntries(
      await page
        .locator('[data-check]')
        .evaluateAll((all) =>
          all.map((one) => [(one as HTMLElement).dataset.check, (one as HTMLElement).dataset.found]),
        ),
    );
  };
  const english = sampleStories.filter(({ lang }) => lang === 'en').map(({ code }) => code);
  const [one = 0, other = 0] = english;
  expect(await found(other)).toMatchObject({ words: 'ok', before: 'ok' });
  const database = pool();
  await database.query('alter table versions disable trigger versions_stay');
  await database.query(
    `update versions set fields = jsonb_set(fields, '{lead}', '"Nothing happened."')
     where story_id = (select id from stories where code = $1)`,
    [one],
  );
  await database.query('alter table versions enable trigger versions_stay');
  expect(await found(one)).toMatchObject({ words: 'bad', leaf: 'ok', log: 'ok', signature: 'ok' });
  // A log that began anew: this browser has seen a longer one.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('wireroom-log') ?? '{}');
    localStorage.setItem('wireroom-log', JSON.stringify({ ...kept, size: kept.size + 5 }));
  });
  expect(await found(other)).toMatchObject({ words: 'ok', before: 'bad' });
  await database.end();
  await context.close();
});
