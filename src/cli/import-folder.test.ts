/** Folders, large files and imports that are cut short: one clear line each, all others imported, nothing half-written. */
import { chmodSync, chownSync, readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { serversOf } from '../../test/data-folder.ts';
import { htmlPage, prose, textPage } from '../../test/page-import.ts';
import { dataFolder, startProgram } from '../../test/program.ts';
import { beginWireroom, folderWith, wireroom } from '../../test/wireroom-command.ts';
import { connectionOf, type DatabaseAddress, readDatabaseAddress } from '../database/embedded-postgres.ts';

/** Small pages with the codes from 1 on: "0001.txt" and so on. */
function pages(count: number): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, nth) => nth + 1);
  const page = (code: number) => textPage({ code, headline: `Boat ${code} sails from Halim` });
  return Object.fromEntries(numbers.map((code) => [`${String(code).padStart(4, '0')}.txt`, page(code)]));
}

/** The first line of each file's report: those below it are indented. */
function fileLines(out: string, folder: string): string[] {
  return out.split('\n').flatMap((line) => (line.startsWith(folder) ? [line.slice(folder.length + 1)] : []));
}

type Kept = { codes: number[]; items: number; evidence: number; loose: number };

/** What an installation holds; `loose`: evidence of which nothing was made, and stories without a draft or version. */
async function kept(dataDir: string): Promise<Kept> {
  const program = await startProgram({ dataDir });
  const address = readDatabaseAddress(dataDir) as DatabaseAddress;
  const db = new pg.Client({ ...connectionOf(address), database: 'wireroom' });
  await db.connect();
  const { rows } = await db.query<Kept>(
    `select (select coalesce(array_agg(code::integer order by code), '{}') from stories) as codes,
       (select count(*)::integer from intake_items) as items, (select count(*)::integer from raw_evidence) as evidence,
       (select count(*)::integer from raw_evidence where sha256 not in (select sha256 from intake_items))
       + (select count(*)::integer from stories where id not in (select story_id from drafts)
          and id not in (select story_id from versions)) as loose`,
  );
  await db.end();
  await program.stop();
  return rows[0] as Kept;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, nth) => nth + 1);
}

it('takes in 300 pages and tells the one that is broken', async () => {
  const dataDir = dataFolder();
  const folder = folderWith({ ...pages(300), '0150-broken.html': Buffer.from('89504e470d0a1a0a', 'hex') });
  const { code, out, err } = await wireroom({ dataDir }, 'import', folder, '--publish');
  const lines = fileLines(out, folder);
  expect([code, err, lines.length]).toEqual([1, '', 301]);
  expect(
    lines.filter((line) => !/^\d{4}\.txt: published \d+ {2}“Boat \d+ sails from Halim”$/.test(line)),
  ).toEqual(['0150-broken.html: not understood, kept as evidence']);
  expect(out).toContain(`\n  ! ${folder}/0150-broken.html is a PNG picture, not a page.\n`);
  expect(out).toMatch(/\n300 published, 1 not understood, kept as evidence\.\n$/);
  expect(await kept(dataDir)).toEqual({ codes: upTo(300), items: 301, evidence: 301, loose: 0 });
});

it('takes nothing in where one of several paths does not exist', async () => {
  const dataDir = dataFolder();
  const folder = folderWith(pages(3));
  const { code, out, err } = await wireroom({ dataDir }, 'import', folder, `${folder}/none.html`);
  expect([code, out, err]).toEqual([
    2,
    '',
    `There is no file or folder ${folder}/none.html: nothing was taken in.\n`,
  ]);
  expect(readdirSync(dataDir)).toEqual([]);
});

const mb50 = 50 * 1024 * 1024;
it.each([
  ['zeros', () => Buffer.alloc(mb50), 'is a binary file, not a page.'],
  ['text', () => Buffer.alloc(mb50, `${prose}\n\n`), 'is larger than 20 MB, too large for a page.'],
  [
    'HTML',
    () =>
      Buffer.concat([
        Buffer.from('<!doctype html><html><body><h1>Boats</h1>'),
        Buffer.alloc(mb50, `<p>${prose}</p>\n`),
      ]),
    'is larger than 20 MB, too large for a page.',
  ],
])('tells in one line that 50 MB of %s are no page', async (_, content, why) => {
  const folder = folderWith({ 'a.html': content(), 'b.txt': textPage() });
  const { code, out, err } = await wireroom({ dataDir: dataFolder() }, 'import', folder);
  expect([code, err]).toEqual([1, '']);
  expect(out).toMatch(
    `${folder}/a.html: not understood, kept as evidence\n  ! ${folder}/a.html ${why}\n${folder}/b.txt: draft 100 `,
  );
});

it('does not read more than 100 MB, even where a file does not tell its size', async () => {
  const { code, out } = await wireroom({ dataDir: dataFolder() }, 'import', '/dev/zero');
  expect([code, out]).toEqual([
    1,
    '/dev/zero: refused\n  ! The file has 105 MB: no page is that large.\n1 refused.\n',
  ]);
});

it.runIf(process.getuid?.() === 0)('tells which folder it may not read, and takes in the rest', async () => {
  const nobody = 65_534;
  const dataDir = dataFolder();
  chownSync(dataDir, nobody, nobody);
  const folder = folderWith({ 'a.txt': textPage(), 'b/secret.txt': 'x', 'c.txt': 'x' });
  chmodSync(folder, 0o755);
  for (const closed of ['b', 'c.txt']) chmodSync(path.join(folder, closed), 0o000);
  const { code, out } = await wireroom({ dataDir, uid: nobody }, 'import', folder);
  expect(code).toBe(1);
  expect(out).toContain(`${folder}/b: refused\n  ! The folder could not be read (EACCES).\n`);
  expect(out).toContain(`${folder}/c.txt: refused\n  ! The file could not be read (EACCES).\n`);
  expect(out).toMatch(/\n2 refused, 1 draft\.\n$/);
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops after the page it is at on %s', async (signal) => {
  const dataDir = dataFolder();
  const folder = folderWith(pages(400));
  const { child, said, ended } = beginWireroom({ dataDir }, 'import', folder, '--publish');
  await expect
    .poll(() => fileLines(said(), folder).length, { timeout: 30_000, interval: 5 })
    .toBeGreaterThan(3);
  // As a terminal does it: to the whole group.
  process.kill(-(child.pid as number), signal);
  const { code, out, err } = await ended;
  const listed = fileLines(out, folder);
  expect([code, err]).toEqual([1, 'Stopped: what is listed above is done, nothing else was begun.\n']);
  expect(listed.length).toBeLessThan(400);
  expect(serversOf(dataDir)).toEqual([]);
  expect(readdirSync(dataDir)).not.toContain('wireroom.lock');
  const count = listed.length;
  expect(await kept(dataDir)).toEqual({ codes: upTo(count), items: count, evidence: count, loose: 0 });
});

it('leaves nothing running where it is stopped while its database starts', async () => {
  const dataDir = dataFolder();
  const { child, ended } = beginWireroom({ dataDir }, 'import', folderWith(pages(2)));
  await expect.poll(() => readdirSync(dataDir), { interval: 5 }).toContain('wireroom.lock');
  process.kill(-(child.pid as number), 'SIGTERM');
  const { code } = await ended;
  expect(code).toBe(1);
  expect(serversOf(dataDir)).toEqual([]);
  expect(readdirSync(dataDir)).not.toContain('wireroom.lock');
});

it('takes everything in where the reader of its output goes away', async () => {
  const dataDir = dataFolder();
  const { child, ended } = beginWireroom({ dataDir }, 'import', folderWith(pages(60)));
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect(await ended).toMatchObject({ code: 0, err: '' });
  expect(serversOf(dataDir)).toEqual([]);
  expect(await kept(dataDir)).toMatchObject({ codes: upTo(60), loose: 0 });
});

it('skips what an import that was stopped has done', async () => {
  const dataDir = dataFolder();
  const folder = folderWith({ ...pages(5), 'z.html': htmlPage() });
  await wireroom({ dataDir }, 'import', `${folder}/0001.txt`, `${folder}/0002.txt`, '--publish');
  const { code, out } = await wireroom({ dataDir }, 'import', folder, '--publish');
  expect([code, out]).toEqual([0, expect.stringMatching(/\n2 already here, 4 published\.\n$/)]);
});
