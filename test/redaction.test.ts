/** Words that were redacted are in no table and in no file of the installation. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { connectionOf, readDatabaseAddress } from '../src/database/embedded-postgres.ts';
import { newPool } from '../src/database/open-database.ts';
import { foldersElsewhere } from './data-folder.ts';
import { dataFolder, startProgram } from './program.ts';
import { folderWith, wireroom } from './wireroom-command.ts';

/** Words that stand nowhere else, short enough that PostgreSQL does not compress them. */
const secrets = [
  'Zorbentrix',
  'Quallompis',
  'Verdizzelt',
  'Brompfennig',
  'Klaxovine',
  'Ondrizzled',
  'Plinthwort',
  'Grumbelase',
  'Snorfidget',
  'Trellowick',
  'Wumblecord',
];
const page = `<!doctype html><html lang="en"><head><title>Zorbentrix is accused</title></head><body>
<p>Saturday 5 August 2017 - 11:54</p><p>Story Code : 4711</p><h1>Zorbentrix is accused of fraud in Halim</h1>
<p><b>Halim Press - The mayor said on Saturday that Quallompis had taken the money of the harbour.</b></p>
<p>The harbour master of Halim, Verdizzelt, said that he had seen the papers and that they were all in order, and that
nobody had asked him for them before. The council will meet again in two weeks, a spokesman said.</p></body></html>`;

/** All files of an installation, the cluster included, wherever it lies. */
function allFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('server-') ? [] : allFiles(file);
    return entry.isFile() ? [file] : [];
  });
}

/** Which words stand in which files, as they are or as search keeps them. */
function foundInFiles(dataDir: string): string[] {
  const wanted = secrets.flatMap((word) => [word, word.toLowerCase().slice(0, 7)]);
  return [dataDir, ...foldersElsewhere(dataDir)].flatMap(allFiles).flatMap((file) => {
    // A file that the server has removed meanwhile has nothing any more.
    const bytes = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : Buffer.alloc(0);
    return wanted
      .filter((word) => bytes.includes(word))
      .map((word) => `${word} in ${path.basename(path.dirname(file))}/${path.basename(file)}`);
  });
}

async function foundInTables(dataDir: string): Promise<string[]> {
  const address = readDatabaseAddress(dataDir);
  if (!address) throw new Error('no address');
  const pool = newPool({ ...connectionOf(address), database: 'wireroom' });
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and (table_schema = 'public' or table_name = 'pg_statistic')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} as t`);
    // Bytes of files come as hexadecimal digits.
    const text = rows
      .map(({ row }) => row)
      .join('\n')
      .toLowerCase();
    for (const word of secrets) {
      const hex = Buffer.from(word).toString('hex');
      if (text.includes(word.toLowerCase().slice(0, 7)) || text.includes(hex))
        found.push(`${word} in ${name}`);
    }
  }
  await pool.end();
  return found;
}

/** What the desk keeps beside a draft: a note, a text that lost, a slug; and what a front called the story. */
async function sayAtDesk(dataDir: string): Promise<void> {
  const address = readDatabaseAddress(dataDir);
  if (!address) throw new Error('no address');
  const pool = newPool({ ...connectionOf(address), database: 'wireroom' });
  const story = '(select id from stories where code = 4711)';
  await pool.query(
    `insert into desk_notes (story_id, said_by, said_at, text) values (${story}, 'Ana', now(), 'Plinthwort called.')`,
  );
  await pool.query(
    `insert into draft_copies (story_id, kept_by, kept_at, why, fields)
     values (${story}, 'Ana', now(), 'take-over', '{"headline": "Grumbelase"}')`,
  );
  await pool.query(
    `insert into desk_items (story_id, desk, stage, slug) values (${story}, 'main', 'draft', 'Snorfidget')`,
  );
  await pool.query(
    `with made as (insert into front_arrangements (lang, section, made_at, made_by)
       values ('en', '', now(), 'Ana') returning id)
     insert into front_pins (arrangement_id, slot, story_id, headline, picture)
     select id, 'lead', ${story}, 'Wumblecord accused', true from made`,
  );
  await pool.end();
}

it('removes them from versions, draft, evidence, lists, search, statistics and the write-ahead log', async () => {
  const dataDir = dataFolder();
  const program = await startProgram({ dataDir });
  const folder = folderWith({ 'page.html': page });
  const file = path.join(folder, 'page.html');
  const imported = await wireroom({ dataDir }, 'import', file, '--publish');
  expect(imported.out).toContain('published 4711');
  const act = (...words: string[]) => wireroom({ dataDir }, 'act', '4711', ...words);
  const corrected = await act(
    'correct',
    '--fields',
    'byline=Brompfennig',
    '--fields',
    'thread=Trellowick',
    '--note',
    'The name of Klaxovine was wrong.',
  );
  expect(corrected.err).toBe('');
  expect(
    (await act('update', '--fields', 'headline=Zorbentrix is free', '--at', '2099-01-01T00:00:00Z')).err,
  ).toBe('');
  expect((await act('hold', '--note', 'Ondrizzled asks.', '--at', '2099-01-02T00:00:00Z')).err).toBe('');
  await sayAtDesk(dataDir);
  const url = `${program.url}/4711`;
  expect(await (await fetch(url)).text()).toContain('Zorbentrix');
  expect(await (await fetch(`${program.url}/en/search?q=Quallompis`)).text()).toContain('4711');
  // The walk can find them: without that it would prove nothing.
  const before = { tables: await foundInTables(dataDir), files: foundInFiles(dataDir) };
  for (const word of secrets) {
    expect(before.tables.some((found) => found.startsWith(word))).toBe(true);
    expect(before.files.some((found) => found.startsWith(word))).toBe(true);
  }
  expect(before.files.some((found) => found.includes('pg_wal/'))).toBe(true);

  const fields = 'headline,lead,body,byline,credit,dateline,topics,subjects,thread,note';
  const said = await act('redact', '--fields', fields, '--reason', 'legal', '--note', 'A court ordered it.');
  expect([said.code, said.err]).toEqual([0, '']);
  expect(said.out).toContain('Removed, also from the disk.');

  expect(await foundInTables(dataDir)).toEqual([]);
  expect(foundInFiles(dataDir)).toEqual([]);
  expect((await fetch(url)).status).toBe(451);
  expect(await (await fetch(`${program.url}/en/search?q=Quallompis`)).text()).not.toContain('/en/4711');
  const again = await wireroom({ dataDir }, 'import', file);
  expect([again.code, again.out]).toEqual([
    1,
    expect.stringContaining('were removed with those of story 4711'),
  ]);
  const verified = await wireroom({ dataDir }, 'verify');
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('all is as it was recorded')]);
  // A restart finds nothing to bring back either.
  await program.stop();
  expect(foundInFiles(dataDir)).toEqual([]);
}, 240_000);

it('removes them from an export that is run again, and from a backup that is restored with it', async () => {
  const [dataDir, other] = [dataFolder(), dataFolder()];
  const work = folderWith({ 'page.html': page });
  const run = (...words: string[]) => wireroom({ dataDir }, ...words);
  expect((await run('import', path.join(work, 'page.html'), '--publish')).code).toBe(0);
  const [backup, bag] = [path.join(work, 'all.backup'), path.join(work, 'bag')];
  expect((await run('backup', backup)).code).toBe(0);
  expect((await run('export', bag)).code).toBe(0);
  expect(foundInFiles(bag).length).toBeGreaterThan(0);
  const redacted = await run('act', '4711', 'redact', '--fields', 'all', '--reason', 'privacy');
  expect(redacted.out).toContain('These backups have the words');
  expect(redacted.out).toContain(backup);
  expect((await run('export', bag)).code).toBe(0);
  expect(foundInFiles(bag)).toEqual([]);

  const restored = await wireroom({ dataDir: other }, 'restore', backup, '--export', bag);
  expect([restored.err, restored.code]).toEqual(['', 0]);
  expect(restored.out).toContain('Taken out again, as the newer export says: 4711 (redact).');
  expect(foundInFiles(other)).toEqual([]);
  expect((await wireroom({ dataDir: other }, 'verify')).out).toContain('all is as it was recorded');
  const shown = JSON.parse((await wireroom({ dataDir: other }, 'story', '4711', '--json')).out);
  expect(shown).toMatchObject({
    state: 'removed',
    acts: [{ kind: 'publish' }, { kind: 'redact', reasonClass: 'privacy' }],
  });
  const strange = await wireroom({ dataDir: dataFolder() }, 'restore', backup, '--export', work);
  expect([strange.code, strange.err]).toEqual([1, expect.stringContaining('is no export')]);
}, 240_000);
