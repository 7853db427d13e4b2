/** `backup` and `restore` as a person runs them: on a running and a stopped installation, and with everything in the way. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { asRestored, backUp, backupFolder, everything } from '../../test/backups.ts';
import { serversOf } from '../../test/data-folder.ts';
import { publishOne } from '../../test/invented-story.ts';
import { textPage } from '../../test/page-import.ts';
import { dataFolder, sharedDataFolder, startProgram } from '../../test/program.ts';
import { makeDatabase, type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { beginWireroom, folderWith, wireroom } from '../../test/wireroom-command.ts';
import { checkBackup } from '../backup/check-backup.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { sampleStories } from '../sample/sample-agency.ts';

/** A small agency on the run's own server: what most of these tests back up. */
let agency: TestDatabase;
/** Its backup. */
const backedUp = path.join(backupFolder(afterAll), 'agency.backup');

beforeAll(async () => {
  agency = await makeDatabase();
  await publishOne(agency);
  await backUp(agency.pool, { file: backedUp });
});
afterAll(() => agency.drop());

/** A stopped installation whose database takes a moment to read. Its cluster is made once. */
const large = sharedDataFolder();
async function fillLarge(): Promise<void> {
  await withDatabase(large, async (pool) => {
    const { rows } = await pool.query<{ filled: boolean }>('select exists (select from stories) as filled');
    if (rows[0]?.filled) return;
    await publishOne({ pool });
    for (let nth = 0; nth < 15; nth++)
      await pool.query(`insert into raw_evidence values (sha256($1), 'noise', $1, now())`, [
        randomBytes(4_000_000),
      ]);
  });
}

async function withDatabase<T>(dataDir: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig({ DATA_DIR: dataDir }), { what: 'the test', server: false });
  try {
    return await work(database.pool);
  } finally {
    await database.close();
  }
}

/** Those of the sample, and one. */
const held = sampleStories.length + 1;

/** The program that runs takes in the words of new stories when it comes to it, also while it is backed up. */
async function allButSpellings(pool: pg.Pool): Promise<Record<string, string[]>> {
  const { search_words, search_words_until, ...others } = await everything(pool);
  return others;
}

it('moves a running installation to a new place, with its pictures, and refuses to put it over another', async () => {
  const [dataDir, elsewhere] = [dataFolder(), dataFolder()];
  const folder = backupFolder();
  const program = await startProgram({ dataDir, env: { EMPTY: '' } });
  await wireroom({ dataDir }, 'import', folderWith({ 'a.txt': textPage({ code: 5_000 }) }), '--publish');
  const front = await (await fetch(`${program.url}/en/`)).text();
  const picture = /\/pictures?\/[^"' ]+\.webp/.exec(front)?.[0] ?? '';
  const image = Buffer.from(await (await fetch(program.url + picture)).arrayBuffer());
  const before = await withDatabase(dataDir, allButSpellings);

  const file = path.join(folder, 'agency.backup');
  const taken = await wireroom({ dataDir }, 'backup', file);
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect(taken.out).toMatch(
    new RegExp(
      `^/.*agency\\.backup: ${held} stories and ${held} acts as of \\S+Z, \\d+ kB; written, read back and checked \\(\\d+ rows of \\d+ tables\\)\\.\\nNot encrypted: `,
    ),
  );
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
  const over = await wireroom({ dataDir }, 'restore', file);
  expect(over).toMatchObject({ code: 1, out: '' });
  expect(over.err).toMatch(
    /^The data folder \S+ is in use by another Wireroom \(process \d+\): stop it first\.\n$/,
  );
  await program.stop();
  const stopped = await wireroom({ dataDir }, 'restore', file);
  expect(stopped.err).toBe(
    `The data folder ${dataDir} is not empty, it holds ${held} stories, ${held} acts and 1 file of raw evidence: nothing was changed; restore into an empty place, for example with DATA_DIR set to a new folder.\n`,
  );
  expect(stopped.code).toBe(1);

  const restored = await wireroom({ dataDir: elsewhere }, 'restore', file);
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toContain(
    `restored ${held} stories and ${held} acts of Lirven Telegraph Agency as of `,
  );
  expect(serversOf(elsewhere)).toEqual([]);
  // But nobody is signed in by a backup, and no link of then holds.
  expect(before.sign_in_links).toHaveLength(1);
  expect(asRestored(await withDatabase(elsewhere, allButSpellings))).toEqual(
    asRestored({ ...before, sign_in_links: [] }),
  );
  const again = await startProgram({ dataDir: elsewhere, env: { EMPTY: '' } });
  expect(again.output()).not.toContain('invented agency');
  expect(await (await fetch(`${again.url}/en/`)).text()).toBe(front);
  expect(Buffer.from(await (await fetch(again.url + picture)).arrayBuffer())).toEqual(image);
  expect(picture).not.toBe('');
});

it('restores into an installation that was begun empty and stopped', async () => {
  const dataDir = dataFolder();
  await (await startProgram({ dataDir })).stop();
  const { code, out } = await wireroom({ dataDir }, 'restore', backedUp, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ file: backedUp, stories: 1, acts: 1, migrated: [], leftOut: [] });
  expect(
    await withDatabase(dataDir, async (pool) => (await pool.query('select code from published')).rows),
  ).toEqual([{ code: 1_000 }]);
});

it('works on any database of DATABASE_URL, while no program runs on it', async () => {
  const [empty, folder] = [await testDatabase({ migrated: false }), backupFolder()];
  const dataDir = dataFolder();
  const file = path.join(folder, 'a.backup');
  const taken = await wireroom({ dataDir, env: { DATABASE_URL: agency.url } }, 'backup', file, '--json');
  expect(JSON.parse(taken.out)).toMatchObject({
    file,
    stories: 1,
    acts: 1,
    encrypted: false,
    notRecorded: null,
  });
  const program = await startProgram({ dataDir, env: { DATABASE_URL: empty.url } });
  const refused = await wireroom({ dataDir, env: { DATABASE_URL: empty.url } }, 'restore', file);
  expect(refused).toEqual({
    code: 1,
    out: '',
    err: 'The database of DATABASE_URL is in use by a running Wireroom: stop it first.\n',
  });
  await program.stop();
  const restored = await wireroom({ dataDir, env: { DATABASE_URL: empty.url } }, 'restore', file);
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect((await empty.pool.query('select code from published')).rows).toEqual([{ code: 1_000 }]);
});

it('takes the passphrase from a file or from the environment', async () => {
  const [empty, folder, dataDir] = [await testDatabase(), backupFolder(), dataFolder()];
  const [file, passphraseFile] = [path.join(folder, 'a.age'), path.join(folder, 'passphrase')];
  writeFileSync(passphraseFile, 'ice floe at noon\r\n');
  const env = { DATABASE_URL: agency.url, WIREROOM_PASSPHRASE: 'another one' };
  const taken = await wireroom({ dataDir, env }, 'backup', file, '--passphrase-file', passphraseFile);
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect(taken.out).toContain('\nEncrypted: without its passphrase nobody can read it.\n');
  const into = (secret: NodeJS.ProcessEnv) =>
    wireroom({ dataDir, env: { DATABASE_URL: empty.url, ...secret } }, 'restore', file);
  expect(await into({})).toMatchObject({
    code: 1,
    err: expect.stringContaining('is encrypted: give its passphrase'),
  });
  expect(await into({ WIREROOM_PASSPHRASE: 'another one' })).toMatchObject({
    code: 1,
    err: expect.stringContaining('The passphrase does not open'),
  });
  expect(await into({ WIREROOM_PASSPHRASE: 'ice floe at noon' })).toMatchObject({ code: 0, err: '' });
});

it.each([
  [['backup'], 'backup takes one file, which it makes.'],
  [['backup', 'a', 'b'], 'backup takes one file, which it makes.'],
  [['restore'], 'restore takes one file, a backup.'],
  [['restore', ''], 'restore takes one file, a backup.'],
  [['backup', 'a', '--passphrase', 'b'], /^Unknown option '--passphrase'\. /],
  [['backup', 'a', '--passphrase-file', '/no/such'], 'The passphrase file /no/such cannot be read (ENOENT).'],
  [
    ['restore', 'a', '--passphrase-file', '/dev/null'],
    'The passphrase file /dev/null is empty: write a passphrase in it, or leave it out.',
  ],
])('says of %j what is wrong with it, exit code 2', async (words, sentence) => {
  const dataDir = dataFolder();
  const { code, out, err } = await wireroom({ dataDir }, ...words);
  expect([code, out]).toEqual([2, '']);
  expect(err.trimEnd()).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
  expect(readdirSync(dataDir)).toEqual([]);
});

it('starts no database for a file that is none, or where there is nothing to back up', async () => {
  const [dataDir, folder] = [dataFolder(), backupFolder()];
  const wrong = path.join(folder, 'text');
  writeFileSync(wrong, 'The harbour is closed.');
  expect(await wireroom({ dataDir }, 'restore', wrong)).toEqual({
    code: 1,
    out: '',
    err: `${wrong} is no backup of Wireroom.\n`,
  });
  expect(await wireroom({ dataDir }, 'restore', path.join(folder, 'none'))).toMatchObject({
    code: 1,
    err: `${folder}/none cannot be read (ENOENT): there is no such file.\n`,
  });
  expect(await wireroom({ dataDir }, 'backup', path.join(folder, 'a'))).toEqual({
    code: 1,
    out: '',
    err: `The data folder ${dataDir} holds no installation: there is nothing to back up.\n`,
  });
  expect([readdirSync(dataDir), readdirSync(folder)]).toEqual([[], ['text']]);
});

/** Backs the small agency up. */
function backUpTo(file: string) {
  return wireroom({ dataDir: dataFolder(), env: { DATABASE_URL: agency.url } }, 'backup', file);
}

it('never overwrites anything', async () => {
  const folder = backupFolder();
  const [file, link] = [path.join(folder, 'file'), path.join(folder, 'link')];
  writeFileSync(file, 'dear');
  symlinkSync('nowhere', link);
  mkdirSync(path.join(folder, 'folder'));
  for (const name of ['file', 'link', 'folder'])
    expect(await backUpTo(path.join(folder, name))).toEqual({
      code: 1,
      out: '',
      err: `${folder}/${name} is there already: name another file, nothing is overwritten.\n`,
    });
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['dear', ['file', 'folder', 'link']]);
});

it('says that a folder is missing', async () => {
  const folder = backupFolder();
  expect(await backUpTo(path.join(folder, 'none', 'a'))).toEqual({
    code: 1,
    out: '',
    err: `${folder}/none/a cannot be written (ENOENT): its folder does not exist; nothing of it was kept.\n`,
  });
});

/** Mounts a disk in memory. @returns what stood against it. */
function mountDisk(folder: string, options: string): string {
  const { error, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder], {
    encoding: 'utf8',
  });
  return error?.message ?? stderr;
}

/** `it` where a disk can be mounted. Elsewhere one line says so; under CI it is run all the same, and fails. */
function itWithDisk(): ReturnType<typeof it.runIf> {
  const folder = backupFolder(afterAll);
  const mounted = process.getuid?.() === 0 && mountDisk(folder, 'size=64k') === '';
  if (mounted) spawnSync('umount', [folder]);
  if (mounted || process.env.CI === 'true') return it;
  console.log('not run: needs root');
  return it.runIf(false);
}

/** A disk for the test that calls it. */
function disk(options: string): string {
  const folder = backupFolder();
  expect(mountDisk(folder, options)).toBe('');
  onTestFinished(() => void spawnSync('umount', [folder]));
  return folder;
}

const onDisk = itWithDisk();

onDisk('says that a disk cannot be written', async () => {
  const file = path.join(disk('ro'), 'a.backup');
  expect(await backUpTo(file)).toEqual({
    code: 1,
    out: '',
    err: `${file} cannot be written (EROFS): you may not write in its folder; nothing of it was kept.\n`,
  });
});

onDisk('says that the disk is full and leaves nothing on it', async () => {
  await fillLarge();
  const folder = disk('size=8m');
  const file = path.join(folder, 'a.backup');
  for (const secret of [{}, { WIREROOM_PASSPHRASE: 'ice floe' }])
    expect(await wireroom({ dataDir: large, env: secret }, 'backup', file)).toEqual({
      code: 1,
      out: '',
      err: `${file} cannot be written (ENOSPC): its disk is full; nothing of it was kept.\n`,
    });
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves only FILE.part where it is killed, which the next run replaces', async () => {
  await fillLarge();
  const folder = backupFolder();
  const file = path.join(folder, 'a.backup');
  const { child, ended } = beginWireroom({ dataDir: large }, 'backup', file);
  await expect.poll(() => existsSync(`${file}.part`), { interval: 5 }).toBe(true);
  process.kill(-(child.pid as number), 'SIGKILL');
  await ended;
  expect(readdirSync(folder)).toEqual(['a.backup.part']);
  expect(await wireroom({ dataDir: large }, 'backup', file)).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(folder)).toEqual(['a.backup']);
  expect((await checkBackup(file, null)).head.tables.length).toBeGreaterThan(10);
});

it('leaves nothing where it is stopped, and stops what it started', async () => {
  await fillLarge();
  const folder = backupFolder();
  const file = path.join(folder, 'a.backup');
  const { child, ended } = beginWireroom({ dataDir: large }, 'backup', file);
  await expect.poll(() => existsSync(`${file}.part`), { interval: 5 }).toBe(true);
  child.kill('SIGINT');
  expect(await ended).toEqual({
    code: 1,
    out: '',
    err: 'Stopped: nothing was changed and nothing was kept.\n',
  });
  expect([readdirSync(folder), serversOf(large)]).toEqual([[], []]);
});

it('restores over what a killed restore left', async () => {
  await fillLarge();
  const [folder, dataDir] = [backupFolder(), dataFolder()];
  const file = path.join(folder, 'a.backup');
  await wireroom({ dataDir: large }, 'backup', file);
  const { child, ended } = beginWireroom({ dataDir }, 'restore', file);
  await expect.poll(() => existsSync(path.join(dataDir, 'database.json')), { interval: 5 }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 400));
  process.kill(-(child.pid as number), 'SIGKILL');
  await ended;
  const tables = await withDatabase(
    dataDir,
    async (pool) => (await pool.query('select count(*) from stories')).rows,
  );
  expect(tables).toEqual([{ count: 0 }]);
  expect(await wireroom({ dataDir }, 'restore', file)).toMatchObject({ code: 0, err: '' });
});
