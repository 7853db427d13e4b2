/** Brings a database to the present shape: the numbered files of `migrations/`, in order, each once. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { projectRoot } from '../project-root.ts';
import { StartRefusal } from '../start-refusal.ts';

/** Session lock that only one migrating process holds. The number means nothing; it is ours. */
const migrationLock = 7_213_001;

/**
 * Runs what is missing, each file in a transaction with its own record. Two processes may call this at once.
 * @throws StartRefusal where a file that has run was changed since, or the database is newer than this program.
 */
export async function migrate(
  pool: pg.Pool,
  folder = path.join(projectRoot, 'migrations'),
): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await runMissing(client, folder);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    client.release();
  }
}

async function runMissing(client: pg.PoolClient, folder: string): Promise<string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, sha256 text not null, ran_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations',
  );
  const done = new Map(rows.map((row) => [row.name, row.sha256]));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const unknown = [...done.keys()].find((name) => !names.includes(name));
  if (unknown)
    throw new StartRefusal(`The database was made by a newer Wireroom (it has ${unknown}): start that one.`);
  const ran: string[] = [];
  for (const name of names) {
    const sql = readFileSync(path.join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const before = done.get(name);
    if (before === sha256) continue;
    if (before)
      throw new StartRefusal(`migrations/${name} has been changed since it ran: restore the file as it was.`);
    await runOne(client, name, sql, sha256);
    ran.push(name);
  }
  return ran;
}

async function runOne(client: pg.PoolClient, name: string, sql: string, sha256: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
