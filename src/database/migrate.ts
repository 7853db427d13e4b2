/** Brings a database to the present shape: the numbered files of `migrations/`, in order, each once. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { projectRoot } from '../project-root.ts';
import { StartRefusal } from '../start-refusal.ts';

/** Lock that only one migrating process holds. The number means nothing; it is ours. */
export const migrationLock = 7_213_001;

export type Migration = { name: string; sql: string; sha256: string };

const ownFolder = path.join(projectRoot, 'migrations');

/** The files of `migrations/`, in the order in which they run. */
export function readMigrations(folder = ownFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Runs what is missing, each file in a transaction with its own record. Two processes may call this at once.
 * @throws StartRefusal where a file that has run was changed since, or the database is newer than this program.
 */
export async function migrate(pool: pg.Pool, folder = ownFolder): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await makeMigrationsTable(client);
    const ran: string[] = [];
    for (const migration of await missingMigrations(client, readMigrations(folder))) {
      await client.query('begin');
      try {
        await runMigration(client, migration);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      ran.push(migration.name);
    }
    return ran;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    client.release();
  }
}

/** The table that keeps what has run. */
export async function makeMigrationsTable(client: pg.ClientBase): Promise<void> {
  await client.query(
    'create table if not exists migrations (name text primary key, sha256 text not null, ran_at timestamptz not null default now())',
  );
}

/** Those of `migrations` that have not run yet. @throws StartRefusal as `migrate` does. */
export async function missingMigrations(
  client: pg.ClientBase,
  migrations: Migration[],
): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations order by name',
  );
  const done = new Map(rows.map((row) => [row.name, row.sha256]));
  const unknown = rows.find((row) => !migrations.some(({ name }) => name === row.name));
  if (unknown)
    throw new StartRefusal(
      `The database was made by a newer Wireroom (it has ${unknown.name}): start that one.`,
    );
  for (const { name, sha256 } of migrations) {
    if ((done.get(name) ?? sha256) !== sha256)
      throw new StartRefusal(`migrations/${name} has been changed since it ran: restore the file as it was.`);
  }
  return migrations.filter(({ name }) => !done.has(name));
}

/** Runs one file, with its own record, in the transaction of the caller. */
export async function runMigration(client: pg.ClientBase, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
}
