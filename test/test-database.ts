/** A database of its own for a test file or a test, copied from the migrated template of the run. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { connectionOf } from '../src/database/embedded-postgres.ts';
import { newPool } from '../src/database/open-database.ts';
import { templateName } from './database-server.ts';

export type TestDatabase = {
  name: string;
  pool: pg.Pool;
  /** For `DATABASE_URL`. */
  url: string;
  drop: () => Promise<void>;
};

/** For the test that calls it; dropped after it. */
export async function testDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const database = await makeDatabase({ migrated });
  onTestFinished(database.drop);
  return database;
}

/** The caller drops it. `migrated: false`: an empty one. */
export function makeDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  return copyOf(migrated ? templateName : 'template0');
}

/** All that is in another one, whose open connections are ended. The caller drops it. */
export async function copyDatabase({ name }: Pick<TestDatabase, 'name'>): Promise<TestDatabase> {
  // Each is given ten seconds to end.
  await administer(`select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '${name}'`);
  return copyOf(name);
}

async function copyOf(original: string): Promise<TestDatabase> {
  const address = inject('databaseServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  // File by file: the usual way, page by page through the server's log, takes twice as much work.
  await administer(`create database ${name} template ${original} strategy file_copy`);
  const pool = newPool({ ...connectionOf(address), database: name, max: 25 });
  const { user, password, port, socketDir } = address;
  const place = new URLSearchParams({ host: socketDir, port: String(port) });
  return {
    name,
    pool,
    url: `postgres://${user}:${password}@/${name}?${place}`,
    drop: async () => {
      // The server ends what connections are left: a test that failed may have kept one.
      await administer(`drop database ${name} with (force)`);
      if (!pool.ending) void pool.end();
    },
  };
}

/** Runs a statement on the server's own database: about databases, not in them. */
export async function administer(statement: string): Promise<void> {
  const admin = new pg.Client({ ...connectionOf(inject('databaseServer')), database: 'postgres' });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}
