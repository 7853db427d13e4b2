import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { testDatabase } from '../../test/test-database.ts';
import { StartRefusal } from '../start-refusal.ts';
import { migrate } from './migrate.ts';
import { newPool } from './open-database.ts';

/** A folder of migrations as {name: SQL}. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wireroom-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) writeFileSync(path.join(folder, name), sql);
  return folder;
}

const first = { '0001-desks.sql': 'create table desks (name text)' };
const second = { '0002-rows.sql': `insert into desks values ('once')` };

it('makes an empty database whole, once', async () => {
  const { pool } = await testDatabase({ migrated: false });
  const ran = await migrate(pool);
  expect(ran).toContain('0001-stories.sql');
  expect(ran).toEqual([...ran].sort());
  expect(await migrate(pool)).toEqual([]);
});

it('runs each file once where many programs start at once on an empty database', async () => {
  const { url } = await testDatabase({ migrated: false });
  const folder = folderOf({ ...first, ...second });
  const pools = Array.from({ length: 6 }, () => newPool({ connectionString: url }));
  const ran = await Promise.all(pools.map((pool) => migrate(pool, folder)));
  expect(ran.flat()).toEqual(['0001-desks.sql', '0002-rows.sql']);
  expect((await pools[0]?.query('select name from desks'))?.rows).toEqual([{ name: 'once' }]);
  await Promise.all(pools.map((pool) => pool.end()));
});

it('runs what is new and leaves what has run', async () => {
  const { pool } = await testDatabase({ migrated: false });
  await migrate(pool, folderOf(first));
  expect(await migrate(pool, folderOf({ ...first, ...second }))).toEqual(['0002-rows.sql']);
});

it('keeps nothing of a file that fails, and everything of those before it', async () => {
  const { pool } = await testDatabase({ migrated: false });
  const broken = { '0002-broken.sql': `insert into desks values ('half'); select 1 / 0` };
  await expect(migrate(pool, folderOf({ ...first, ...broken }))).rejects.toThrow('division by zero');
  expect((await pool.query('select name from migrations')).rows).toEqual([{ name: '0001-desks.sql' }]);
  expect((await pool.query('select from desks')).rowCount).toBe(0);
  expect(await migrate(pool, folderOf({ ...first, ...second }))).toEqual(['0002-rows.sql']);
});

it('refuses a file that was changed since it ran', async () => {
  const { pool } = await testDatabase({ migrated: false });
  await migrate(pool, folderOf(first));
  const changed = migrate(pool, folderOf({ '0001-desks.sql': 'create table desks (title text)' }));
  await expect(changed).rejects.toThrow(StartRefusal);
  await expect(changed).rejects.toThrow('migrations/0001-desks.sql has been changed since it ran');
});

it('refuses a database that a newer program made', async () => {
  const { pool } = await testDatabase({ migrated: false });
  await migrate(pool, folderOf({ ...first, ...second }));
  const older = migrate(pool, folderOf(first));
  await expect(older).rejects.toThrow(StartRefusal);
  await expect(older).rejects.toThrow('made by a newer Wireroom (it has 0002-rows.sql)');
});
