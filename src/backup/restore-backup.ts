/** Puts a backup into an empty place: all of it in one transaction, or nothing. */
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import copy from 'pg-copy-streams';
import {
  type Migration,
  makeMigrationsTable,
  migrationLock,
  missingMigrations,
  runMigration,
} from '../database/migrate.ts';
import { forgetSignIns } from '../people/session-store.ts';
import { fillLock } from '../sample/fill-lock.ts';
import type { Client } from '../stories/story-store.ts';
import type { TablePiece } from './backup-file.ts';
import { type BackupHead, rowsOf } from './backup-head.ts';
import { type BackupResult, damaged, Refused, refusable } from './backup-refusal.ts';
import { endlessly, identifier } from './database-words.ts';
import { clearPlace, refuseFilledPlace } from './empty-place.ts';
import type { OpenBackup } from './open-backup.ts';
import { untilStopped } from './take-backup.ts';
import { countRowsOf } from './take-snapshot.ts';

export type RestoreReport = {
  file: string;
  agency: string;
  /** When the backup was made. */
  madeAt: string;
  stories: number;
  acts: number;
  tables: number;
  rows: number;
  /** Migrations of this program that are newer than the backup. */
  migrated: string[];
  /** Tables of the backup that no migration makes: somebody else's, and not restored. */
  leftOut: string[];
};

type Restoring = {
  /** Path as it was given, for what is said about it. */
  file: string;
  backup: OpenBackup;
  /** Where it goes, in words. */
  place: string;
  /** Looked at between pieces. */
  stop: { asked: boolean };
  /** Done to the restored data before anybody sees it; what it throws undoes the whole restore. */
  mend: (db: Client, head: BackupHead) => Promise<void>;
};

/** Refuses a backup with a migration that this program does not have, or has with other words. */
export function checkMigrations(file: string, { migrations }: BackupHead, known: Migration[]): Migration[] {
  return migrations.map(({ name, sha256 }) => {
    const ours = known.find((migration) => migration.name === name);
    if (!ours) throw new Refused({ kind: 'newer', file, what: name });
    if (ours.sha256 !== sha256) throw new Refused({ kind: 'migration-differs', file, migration: name });
    return ours;
  });
}

/** @param known the migrations of this program. */
export async function restoreBackup(
  { pool, known }: { pool: pg.Pool; known: Migration[] },
  { file, backup, place, stop, mend }: Restoring,
): Promise<BackupResult<RestoreReport>> {
  return refusable(async () => {
    const { head } = backup;
    const ranThen = checkMigrations(file, head, known);
    const pieces = untilStopped(backup.pieces(), stop);
    const { leftOut, migrated } = await inOwnConnection(pool, async (db) => {
      // No other process migrates or fills the place meanwhile.
      for (const lock of [migrationLock, fillLock])
        await db.query('select pg_advisory_xact_lock($1)', [lock]);
      await refuseFilledPlace(db, { place, known });
      await clearPlace(db, known);
      await makeMigrationsTable(db);
      for (const migration of ranThen) await runMigration(db, migration);
      const leftOut = await loadTables(db, { file, head, pieces });
      const missing = await missingMigrations(db, known);
      for (const migration of missing) await runMigration(db, migration);
      await passOverGiven(db);
      await forgetSignIns(db);
      await mend(db, head);
      return { leftOut, migrated: missing.map(({ name }) => name) };
    });
    // Plans are good from the first reader on; the database would do it by itself a little later.
    await pool.query('analyze').catch(() => undefined);
    const restored = head.tables.filter(({ name }) => !leftOut.includes(name));
    return {
      file,
      agency: head.agency,
      madeAt: head.madeAt,
      stories: rowsOf(head, 'stories'),
      acts: rowsOf(head, 'acts'),
      tables: restored.length,
      rows: restored.reduce((sum, { rows }) => sum + rows, 0),
      migrated,
      leftOut,
    };
  });
}

/** One transaction; where `work` throws, the connection is cut, which undoes it even in the middle of a COPY. */
async function inOwnConnection<T>(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  try {
    await endlessly(db);
    await db.query('begin');
    const value = await work(db);
    await db.query('commit');
    return value;
  } finally {
    db.release(true);
  }
}

/** @returns names of the tables that are not ours. */
async function loadTables(
  db: pg.PoolClient,
  { file, head, pieces }: { file: string; head: BackupHead; pieces: AsyncGenerator<TablePiece> },
): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where to_regclass(quote_ident(name)) is null`,
    [head.tables.map(({ name }) => name)],
  );
  const leftOut = rows.map(({ name }) => name);
  const ours = head.tables.filter(({ name }) => !leftOut.includes(name));
  await db.query('set constraints all deferred');
  // What migrations put in: each row of it comes with the backup, as it was then.
  for (const { name } of ours.toReversed())
    if ((await countRowsOf(db, name)) > 0) await db.query(`delete from ${identifier(name)}`);
  for await (const { table, bytes } of byTable(pieces)) {
    const known = ours.find(({ name }) => name === table);
    if (!known) for await (const _ of bytes);
    else await copyInto(db, known, bytes);
  }
  await db.query('set constraints all immediate');
  for (const { name, rows } of ours) {
    const loaded = await countRowsOf(db, name);
    if (loaded !== rows) throw damaged(file, `${name} came to ${loaded} rows of ${rows}`);
  }
  for (const { name, last, called } of head.sequences)
    await db.query('select setval(to_regclass($1), $2, $3)', [identifier(name), last, called]);
  await refreshViews(db);
  return leftOut;
}

/** Also of a table that the backup is too old to have. */
async function passOverGiven(db: Client): Promise<void> {
  for (const name of numberedInLinks)
    await db.query(
      `select setval(to_regclass($1), greatest(nextval(to_regclass($1)) + $2,
         floor(extract(epoch from clock_timestamp()) * 1000)::bigint))`,
      [name, givenSince],
    );
}

/**
 * What links in mails name by its number: no number that was given after the backup was made is given again, or a link of then
 * would open what is somebody else's. Numbers begin at the milliseconds since 1970, so that whoever restores the same backup a
 * second time begins later than all that was given in between; such a number has eight letters in a token (mail-token.ts).
 */
const numberedInLinks = ['comments', 'followers', 'followings', 'mails'].map((table) => `${table}_id_seq`);
/** Where the clock is behind: more than are given between two backups. */
const givenSince = 1_000_000;

async function copyInto(
  db: pg.PoolClient,
  { name, columns }: { name: string; columns: string[] },
  bytes: AsyncGenerator<Buffer>,
): Promise<void> {
  const words = `copy ${identifier(name)} (${columns.map(identifier).join(', ')}) from stdin (format binary)`;
  await pipeline(bytes, db.query(copy.from(words)) as Writable);
}

/** In the order in which they were made: one may read another. */
async function refreshViews(db: Client): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind = 'm' order by c.oid`,
  );
  for (const { name } of rows) await db.query(`refresh materialized view ${identifier(name)}`);
}

/** Parts one row of pieces by table. The bytes of each are to be read to their end before the next. */
async function* byTable(
  pieces: AsyncGenerator<TablePiece>,
): AsyncGenerator<{ table: string; bytes: AsyncGenerator<Buffer> }> {
  let next = await pieces.next();
  const ofOne = async function* (table: string): AsyncGenerator<Buffer> {
    for (; !next.done && next.value.table === table; next = await pieces.next()) yield next.value.bytes;
  };
  while (!next.done) {
    const { table } = next.value;
    yield { table, bytes: ofOne(table) };
  }
}
