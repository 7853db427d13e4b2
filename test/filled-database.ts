/** Databases that many tests begin with: each filled once for the run, and copied. */
import pg from 'pg';
import { inject } from 'vitest';
import { connectionOf } from '../src/database/embedded-postgres.ts';
import { fillWithSample } from '../src/sample/fill-with-sample.ts';
import { copyDatabase, makeDatabase, type TestDatabase } from './test-database.ts';

/**
 * With the invented agency in it, as a first start fills it. Its stories are as old as the sample says, and older by what the run has
 * taken since. The caller drops it.
 */
export function makeSampleDatabase(): Promise<TestDatabase> {
  return makeFilledDatabase('sample_template', async (pool) => {
    await fillWithSample(pool, { empty: false, now: new Date() });
  });
}

/** @param template its name; of one name all are filled alike. The caller drops it. */
export async function makeFilledDatabase(
  template: string,
  fill: (pool: pg.Pool) => Promise<void>,
): Promise<TestDatabase> {
  await fillOnce(template, fill);
  return copyDatabase({ name: template });
}

/** Of the test files that run beside each other one does it, and the others wait. */
async function fillOnce(template: string, fill: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ ...connectionOf(inject('databaseServer')), database: 'postgres' });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const { name, pool } = await makeDatabase();
    await fill(pool);
    await pool.end();
    await admin.query(`alter database ${name} rename to ${template}`);
  } finally {
    await admin.end();
  }
}
