/** The drill: an agency with everything in it is backed up, restored elsewhere, and compared row by row. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Decrypter } from 'age-encryption';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { asRestored, backUp, backupFolder, everything, restoreInto } from '../../test/backups.ts';
import { publishOne } from '../../test/invented-story.ts';
import { htmlPage, importInto, textPage } from '../../test/page-import.ts';
import { testDatabase } from '../../test/test-database.ts';
import { type Migration, migrate, readMigrations } from '../database/migrate.ts';
import { newPool } from '../database/open-database.ts';
import { readRendition } from '../pictures/picture-store.ts';
import { fillWithSample } from '../sample/fill-with-sample.ts';
import { fieldNames } from '../stories/story.ts';
import { checkBackup } from './check-backup.ts';
import { withSnapshot } from './take-snapshot.ts';

/** The sample with its pictures, a rendition of each, pages taken in, one not understood, a draft. */
async function agencyIn(pool: pg.Pool): Promise<void> {
  await fillWithSample(pool, { empty: false, now: new Date('2026-03-14T12:00:00Z') });
  const { rows } = await pool.query<{ hash: string }>(`select encode(sha256, 'hex') as hash from pictures`);
  for (const { hash } of rows) await readRendition(pool, { hash, width: 320, format: 'webp' });
  await importInto(pool, textPage({ code: 5_000 }), { publish: true });
  await importInto(pool, htmlPage({ headline: 'Ferry sails at dawn' }));
  await importInto(pool, Buffer.from('89504e470d0a1a0a', 'hex'), { file: 'odd.html' });
  await publishOne({ pool }, { headline: 'NULL \\N \t\u2028 “quotes” 𝒳 سلام' });
}

it('restores an agency as it was, row by row, and its numbers go on', async () => {
  const [from, to] = [await testDatabase(), await testDatabase({ migrated: false })];
  await agencyIn(from.pool);
  const before = asRestored(await everything(from.pool));
  const { file, acts, stories, rows, tables } = await backUp(from.pool);
  const restored = await restoreInto(to.pool, file);
  expect(restored).toMatchObject({
    ok: true,
    value: { acts, stories, rows, tables, migrated: [], leftOut: [], agency: 'Lirven Telegraph Agency' },
  });
  expect(acts).toBeGreaterThan(38);
  const after = asRestored(await everything(to.pool));
  for (const [table, held] of Object.entries(before)) expect(after[table], table).toEqual(held);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const table of [
    'pictures',
    'picture_renditions',
    'raw_evidence',
    'intake_items',
    'settings',
    'drafts',
  ])
    expect(before[table]?.length, table).toBeGreaterThan(0);
  // The next code, id and act are those that the first installation would have given.
  const [there, here] = [await publishOne(from), await publishOne(to)];
  expect(here).toEqual(there);
  expect(await migrate(to.pool)).toEqual([]);
  expect(await fillWithSample(to.pool, { empty: false, now: new Date() })).toEqual({ sentence: null });
});

it('notes each backup where it was made: file, moment, acts, hash', async () => {
  const { pool } = await testDatabase();
  await publishOne({ pool });
  const { file, sha256, madeAt } = await backUp(pool);
  const { rows } = await pool.query(
    `select file, made_at as "madeAt", acts, encode(sha256, 'hex') as sha256 from backups`,
  );
  expect(rows).toEqual([{ file, madeAt: new Date(madeAt), acts: 1, sha256 }]);
  const summed = spawnSync('sha256sum', [file], { encoding: 'utf8' }).stdout;
  expect(summed.slice(0, 64)).toBe(sha256);
});

it('makes a good backup where it cannot be noted, and says so', async () => {
  const { pool } = await testDatabase();
  await publishOne({ pool });
  await pool.query('drop table backups');
  const { file, notRecorded } = await backUp(pool);
  expect(notRecorded).toBe('relation "backups" does not exist');
  expect((await checkBackup(file, null)).head.tables.map(({ name }) => name)).not.toContain('backups');
});

it('writes a file for its owner alone, in formats that other programs open', async () => {
  const { pool } = await testDatabase();
  await publishOne({ pool });
  const { file, bytes } = await backUp(pool);
  expect([statSync(file).mode & 0o777, statSync(file).size]).toEqual([0o600, bytes]);
  expect(readdirSync(path.dirname(file))).toEqual(['agency.backup']);
  expect(readFileSync(file).subarray(0, 4)).toEqual(Buffer.from([0x28, 0xb5, 0x2f, 0xfd]));
});

it('encrypts so that plain age opens it with the passphrase, and restores from it', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await agencyIn(from.pool);
  const before = asRestored(await everything(from.pool));
  const plain = await backUp(from.pool);
  const encrypted = await backUp(from.pool, { passphrase: 'ice floe at noon' });
  const bytes = readFileSync(encrypted.file);
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(bytes.includes('Lirven')).toBe(false);
  const decrypter = new Decrypter();
  decrypter.addPassphrase('ice floe at noon');
  const opened = path.join(backupFolder(), 'opened');
  writeFileSync(opened, await decrypter.decrypt(bytes));
  expect((await checkBackup(opened, null)).head).toEqual(
    (await checkBackup(encrypted.file, 'ice floe at noon')).head,
  );
  expect(await restoreInto(to.pool, encrypted.file, { passphrase: 'ice floe at noon' })).toMatchObject({
    ok: true,
  });
  const after = await everything(to.pool);
  expect(after.backups?.length).toBe(1);
  expect(after.backups?.[0]).toContain(plain.file);
  for (const table of ['acts', 'versions', 'field_commitments', 'pictures', 'raw_evidence'])
    expect(after[table], table).toEqual(before[table]);
});

it('holds one moment of a database in which others publish meanwhile', async () => {
  const [from, to] = [await testDatabase(), await testDatabase({ migrated: false })];
  // Something to read for a while, before the tables that change.
  for (let nth = 0; nth < 8; nth++) await keepEvidence(from.pool, randomBytes(4_000_000));
  let over = false;
  const publish = async () => {
    while (!over) await publishOne(from);
  };
  const publishers = Promise.all([publish(), publish(), publish()]);
  await expect.poll(async () => (await countOf(from.pool, 'acts')) > 10).toBe(true);
  const { file, acts } = await backUp(from.pool);
  over = true;
  await publishers;
  const meanwhile = (await countOf(from.pool, 'acts')) - acts;
  console.log(`${acts} acts in the backup, ${meanwhile} since its moment`);
  expect(meanwhile).toBeGreaterThan(3);
  expect(await restoreInto(to.pool, file)).toMatchObject({ ok: true, value: { acts } });
  const { rows } = await to.pool.query(
    `select count(*) as whole from acts join versions on versions.act_id = acts.id join leaves on leaves.act_id = acts.id join outbox on outbox.act_id = acts.id
     join published on published.story_id = acts.story_id
     where (select count(*) from field_commitments where act_id = acts.id) = $1`,
    // The fields of a story, and the reason, note and author of its act.
    [fieldNames.length + 3],
  );
  expect(rows).toEqual([{ whole: acts }]);
  // The log is written one act after the other: what is there is its beginning, without a gap.
  const beginning = async (pool: pg.Pool) =>
    (await pool.query('select id, acted_at from acts order by acted_at limit $1', [acts])).rows;
  expect(await beginning(to.pool)).toEqual(await beginning(from.pool));
});

it('does not hold up a program that starts during a backup', async () => {
  const { pool, url } = await testDatabase();
  const other = newPool({ connectionString: url });
  const ran = await withSnapshot({ pool, clock: () => new Date() }, () => migrate(other));
  await other.end();
  expect(ran).toEqual([]);
});

/** This program's migrations and one more that changes what the others made. */
const later: Migration[] = [
  ...readMigrations(),
  {
    name: '9999-wards.sql',
    sql: `create table wards (name text primary key); insert into wards select distinct section from published;
          alter table stories add column ward text references wards (name)`,
    sha256: 'ab'.repeat(32),
  },
];

it('brings the backup of an older program up to this one, also where this one began the place', async () => {
  const [from, fresh, begun] = [
    await testDatabase(),
    await testDatabase({ migrated: false }),
    await testDatabase(),
  ];
  await publishOne(from);
  await publishOne(from, { section: 'economy' });
  const { file } = await backUp(from.pool);
  const db = await begun.pool.connect();
  await db.query(later.at(-1)?.sql ?? '');
  await db.query(`insert into migrations (name, sha256) values ('9999-wards.sql', $1)`, ['ab'.repeat(32)]);
  db.release();
  for (const { pool } of [fresh, begun]) {
    const restored = await restoreInto(pool, file, { known: later });
    expect(restored).toMatchObject({ ok: true, value: { migrated: ['9999-wards.sql'], stories: 2 } });
    const { rows } = await pool.query('select name from wards order by 1');
    expect(rows).toEqual([{ name: 'economy' }, { name: 'world' }]);
  }
  expect(await everything(begun.pool)).toMatchObject(
    await everything(from.pool).then(({ acts }) => ({ acts })),
  );
});

it('refuses the backup of a newer program, or of one with another migration, and changes nothing', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  const before = await everything(to.pool);
  await from.pool.query(`insert into migrations (name, sha256) values ('9999-wards.sql', 'ff')`);
  const newer = await backUp(from.pool);
  expect(await restoreInto(to.pool, newer.file)).toEqual({
    ok: false,
    refusal: { kind: 'newer', file: newer.file, what: '9999-wards.sql' },
  });
  await from.pool.query(`delete from migrations where name = '9999-wards.sql'`);
  await from.pool.query(`update migrations set sha256 = 'ff' where name = '0002-evidence.sql'`);
  const other = await backUp(from.pool);
  expect(await restoreInto(to.pool, other.file)).toEqual({
    ok: false,
    refusal: { kind: 'migration-differs', file: other.file, migration: '0002-evidence.sql' },
  });
  expect(await everything(to.pool)).toEqual(before);
});

it('runs what is to be done after loading in the same transaction', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  const { file } = await backUp(from.pool);
  const before = await everything(to.pool);
  const refused = restoreInto(to.pool, file, {
    mend: async (db, head) => {
      await db.query(`insert into settings (name, value) values ('restored', to_jsonb($1::text))`, [
        head.madeAt,
      ]);
      throw new Error('not like this');
    },
  });
  await expect(refused).rejects.toThrow('not like this');
  expect(await everything(to.pool)).toEqual(before);
  const mended = await restoreInto(to.pool, file, {
    mend: async (db) => {
      await db.query(`update published set headline = 'Mended'`);
    },
  });
  expect(mended).toMatchObject({ ok: true });
  expect((await to.pool.query('select headline from published')).rows).toEqual([{ headline: 'Mended' }]);
});

it('leaves no trace of a restore that somebody stops', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  const { file } = await backUp(from.pool);
  const before = await everything(to.pool);
  const stopped = await restoreInto(to.pool, file, { stop: { asked: true } });
  expect(stopped).toEqual({ ok: false, refusal: { kind: 'stopped' } });
  expect(await everything(to.pool)).toEqual(before);
});

it('says what the database has against rows, and changes nothing', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  await from.pool.query(
    `alter table settings drop constraint settings_pkey; insert into settings values ('a', '1'), ('a', '2')`,
  );
  const { file } = await backUp(from.pool);
  const before = await everything(to.pool);
  expect(await restoreInto(to.pool, file)).toEqual({
    ok: false,
    refusal: {
      kind: 'database-failed',
      message: 'duplicate key value violates unique constraint "settings_pkey"',
    },
  });
  expect(await everything(to.pool)).toEqual(before);
});

it('reads back what it wrote, and keeps nothing that a broken disk made of it', async () => {
  const { pool } = await testDatabase();
  for (let nth = 0; nth < 10; nth++) await keepEvidence(pool, randomBytes(4_000_000));
  const folder = backupFolder();
  const taken = backUp(pool, { file: path.join(folder, 'a') });
  taken.catch(() => undefined);
  const part = path.join(folder, 'a.part');
  await expect
    .poll(() => statSync(part, { throwIfNoEntry: false })?.size ?? 0, { interval: 2 })
    .toBeGreaterThan(5_000);
  const disk = openSync(part, 'r+');
  writeSync(disk, Buffer.from('rust'), 0, 4, 4_000);
  closeSync(disk);
  await expect(taken).rejects.toThrow(/"kind":"reads-back-wrong"/);
  expect(readdirSync(folder)).toEqual([]);
});

it('refuses a backup, and leaves no file, where the database ends the connection in the middle', async () => {
  const { pool, name } = await testDatabase();
  for (let nth = 0; nth < 20; nth++) await keepEvidence(pool, randomBytes(4_000_000));
  const folder = backupFolder();
  const taken = backUp(pool, { file: path.join(folder, 'a') });
  taken.catch(() => undefined);
  const isCopying = async () => {
    const { rowCount } = await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like 'copy "raw_evidence%'`,
      [name],
    );
    return rowCount;
  };
  await expect.poll(isCopying, { interval: 5 }).toBe(1);
  await expect(taken).rejects.toThrow(/"kind":"database-failed"/);
  expect(readdirSync(folder)).toEqual([]);
  expect(await backUp(pool)).toMatchObject({ notRecorded: null });
});

async function keepEvidence(pool: pg.Pool, bytes: Buffer): Promise<void> {
  await pool.query(`insert into raw_evidence values (sha256($1), 'noise', $1, now())`, [bytes]);
}

async function countOf(pool: pg.Pool, table: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`select count(*) from ${table}`);
  return rows[0]?.count ?? 0;
}
