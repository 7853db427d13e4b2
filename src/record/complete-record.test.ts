/** Data that a Wireroom without a log left: its acts get their leaves, in the order of recording, under one checkpoint. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { publishOne } from '../../test/invented-story.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { migrate } from '../database/migrate.ts';
import { readKeys } from '../log/signing-keys.ts';
import { projectRoot } from '../project-root.ts';
import { completeRecord } from './complete-record.ts';
import { listActs } from './record-store.ts';
import { type Finding, verifyRecord } from './verify-record.ts';
import { readPublicStory } from './version-store.ts';

const fixture = path.join(import.meta.dirname, 'fixtures/before-the-log.json');
const migrations = path.join(projectRoot, 'migrations');

/** A database as the version before the log left it. */
async function oldDatabase(): Promise<TestDatabase> {
  const database = await testDatabase({ migrated: false });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wireroom-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of readdirSync(migrations).filter((one) => one < '0005'))
    copyFileSync(path.join(migrations, name), path.join(folder, name));
  await migrate(database.pool, folder);
  await database.pool.query('delete from code_counter');
  const tables = JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, unknown[]>;
  for (const [table, rows] of Object.entries(tables)) {
    const { rows: columns } = await database.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    const names = columns.map(({ name }) => name).join(', ');
    await database.pool.query(
      `insert into ${table} (${names}) overriding system value
       select ${names} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
    if (names.split(', ').includes('id'))
      await database.pool.query(
        `select setval(pg_get_serial_sequence($1, 'id'), (select max(id) from ${table}))`,
        [table],
      );
  }
  return database;
}

async function findings({ pool }: TestDatabase): Promise<Finding[]> {
  const found: Finding[] = [];
  await verifyRecord(pool, (one) => found.push(one));
  return found;
}

it('gives every earlier act its leaf before the first checkpoint is signed', async () => {
  const database = await oldDatabase();
  const { pool } = database;
  await migrate(pool);
  await completeRecord(pool, new Date());
  const { rows } = await pool.query<{ index: number; leaf: string; acted_at: Date; commitments: number }>(
    `select index, leaf, acted_at, (select count(*) from field_commitments where act_id = acts.id) as commitments
     from leaves join acts on acts.id = act_id order by acted_at`,
  );
  expect(rows.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  for (const { leaf, acted_at, commitments } of rows) {
    const said = JSON.parse(leaf);
    expect(said.actedAt).toBe(acted_at.toISOString());
    expect(Object.keys(said.commitments)).toHaveLength(commitments);
  }
  expect((await pool.query('select size from checkpoints')).rows).toEqual([{ size: 5 }]);
  expect(await findings(database)).toEqual([]);
});

it('keeps the commitments that were there, and commits to the times and the hand of old acts too', async () => {
  const database = await oldDatabase();
  const all = () =>
    database.pool.query(
      `select act_id, field, salt, commitment from field_commitments
       where field not in ('by', 'note', 'reason', 'statedAt') order by act_id, field`,
    );
  const before = (await all()).rows;
  await migrate(database.pool);
  await completeRecord(database.pool, new Date());
  expect((await all()).rows).toEqual(before);
  const imported = await readPublicStory(database.pool, 271032);
  const [act] = await listActs(database.pool, imported?.story_id ?? 0);
  expect(act).toMatchObject({ statedAt: new Date('2017-08-05T07:24:00Z'), state: 'public' });
});

it('knows what was public before each update', async () => {
  const database = await oldDatabase();
  await migrate(database.pool);
  await completeRecord(database.pool, new Date());
  const { rows } = await database.pool.query(
    'select version, headline, until_at - from_at as lasted from past_published order by from_at',
  );
  expect(rows.map(({ version, headline }) => [version, headline])).toEqual([
    [1, 'Storm closes the port of Halim'],
    [2, 'Storm keeps the port of Halim closed'],
  ]);
});

it('does it once, also where two programs start at once, and goes on from there', async () => {
  const database = await oldDatabase();
  await migrate(database.pool);
  await Promise.all([1, 2, 3].map(() => completeRecord(database.pool, new Date())));
  await completeRecord(database.pool, new Date());
  expect(await readKeys(database.pool)).toHaveLength(1);
  await publishOne(database);
  expect((await database.pool.query('select size from checkpoints order by size')).rows).toEqual([
    { size: 5 },
    { size: 6 },
  ]);
  expect(await findings(database)).toEqual([]);
});
