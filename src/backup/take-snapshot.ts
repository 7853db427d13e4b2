/** One moment of a database: every table of it, read in one transaction while others go on writing. */
import type { Readable } from 'node:stream';
import type pg from 'pg';
import copy from 'pg-copy-streams';
import { migrationLock } from '../database/migrate.ts';
import type { Agency } from '../editions/edition.ts';
import type { Client } from '../stories/story-store.ts';
import type { TablePiece } from './backup-file.ts';
import { type BackupHead, format, programVersion } from './backup-head.ts';
import { endlessly, identifier } from './database-words.ts';
import { inPieces } from './pieces.ts';
import { readTables, type Table } from './table-order.ts';

export type Snapshot = { head: BackupHead; pieces: () => AsyncGenerator<TablePiece> };

/**
 * Hands `work` the database as it is at this moment, and holds that moment until `work` is done.
 * A database without any table has an empty head.
 */
export async function withSnapshot<T>(
  { pool, clock }: { pool: pg.Pool; clock: () => Date },
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const db = await pool.connect();
  try {
    await endlessly(db);
    // While the moment is taken no migration runs; from then on the locks of the tables keep their shape.
    await db.query('select pg_advisory_lock_shared($1)', [migrationLock]);
    await db.query('begin transaction isolation level repeatable read read only');
    const tables = await readTables(db);
    const madeAt = clock().toISOString();
    if (tables.length > 0)
      await db.query(
        `lock table ${tables.map(({ name }) => identifier(name)).join(', ')} in access share mode`,
      );
    await db.query('select pg_advisory_unlock_shared($1)', [migrationLock]);
    const head = await readHead(db, tables, madeAt);
    return await work({ head, pieces: () => piecesOf(db, head) });
  } finally {
    // Nothing was written: the end of the connection ends the transaction, whatever it was about.
    db.release(true);
  }
}

async function* piecesOf(db: pg.ClientBase, { tables }: BackupHead): AsyncGenerator<TablePiece> {
  for (const { name, columns, rows } of tables) {
    const words = `copy ${identifier(name)} (${columns.map(identifier).join(', ')}) to stdout (format binary)`;
    const stream = db.query(copy.to(words));
    for await (const bytes of inPieces(stream as Readable)) yield { table: name, bytes };
    // Told by the server a moment after the last byte: the next statement waits for it.
    await db.query('select 1');
    if (stream.rowCount !== rows)
      throw new Error(`${name} has ${rows} rows, of which ${stream.rowCount} were read`);
  }
}

async function readHead(db: Client, tables: Table[], madeAt: string): Promise<BackupHead> {
  const has = (name: string) => tables.some((table) => table.name === name);
  const counted: BackupHead['tables'] = [];
  for (const table of tables) counted.push({ ...table, rows: await countRowsOf(db, table.name) });
  const { rows: servers } = await db.query<{ postgres: string }>(
    `select current_setting('server_version') as postgres`,
  );
  return {
    format,
    program: programVersion(),
    postgres: servers[0]?.postgres ?? '',
    agency: has('settings') ? await readAgencyName(db) : '',
    madeAt,
    migrations: has('migrations') ? await readRan(db) : [],
    tables: counted,
    sequences: await readSequences(db),
  };
}

export async function countRowsOf(db: Client, table: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(`select count(*) from ${identifier(table)}`);
  return rows[0]?.count ?? 0;
}

async function readAgencyName(db: Client): Promise<string> {
  const { rows } = await db.query<{ value: Agency }>("select value from settings where name = 'agency'");
  return rows[0]?.value.editions[0]?.agency ?? '';
}

async function readRan(db: Client): Promise<BackupHead['migrations']> {
  const { rows } = await db.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations order by name',
  );
  return rows;
}

/** Numbers are given outside of transactions: read after the moment, they lie behind every number in it. */
async function readSequences(db: Client): Promise<BackupHead['sequences']> {
  const { rows: names } = await db.query<{ name: string }>(
    `select sequencename::text as name from pg_sequences where schemaname = current_schema() order by 1`,
  );
  const sequences: BackupHead['sequences'] = [];
  for (const { name } of names) {
    const { rows } = await db.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${identifier(name)}`,
    );
    for (const { last, called } of rows) sequences.push({ name, last, called });
  }
  return sequences;
}
