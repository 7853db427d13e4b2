/** Reads the record as it was at one moment on several connections, in this thread or in others. */
import type pg from 'pg';
import type { Client } from '../stories/story-store.ts';
import { inTransaction } from './transaction.ts';

/** `work` gets the name of the moment; it is there for as long as `work` runs. */
export async function atOneMoment<T>(pool: pg.Pool, work: (snapshot: string) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (db: Client) => {
    await db.query('set transaction isolation level repeatable read, read only');
    const { rows } = await db.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    return work(rows[0]?.snapshot ?? '');
  });
}

/** Does `work` on a connection of its own, which sees the record as it was at that moment. */
export function sameMoment<T>(pool: pg.Pool, snapshot: string, work: (db: Client) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (db) => {
    await db.query('set transaction isolation level repeatable read, read only');
    await db.query(`set transaction snapshot '${snapshot}'`);
    return work(db);
  });
}

/**
 * The rows of a query, some at a time; the next are asked for before these are looked at, so that the database works
 * meanwhile. One query for all of them: asked for anew from where the last ones ended, each would walk the tables that it
 * joins from their beginning.
 * @param db in a transaction; it has one such query at a time
 */
export async function* readInBatches<Row extends object>(
  db: Client,
  query: string,
  batch = 50,
): AsyncGenerator<Row[]> {
  await db.query(`declare wanted no scroll cursor for ${query}`);
  const fetch = async () => (await db.query<Row>(`fetch ${batch} from wanted`)).rows;
  for (let rows = await fetch(); rows.length > 0; ) {
    const next = fetch();
    // Where the look at these rows fails, nobody waits for the next.
    next.catch(() => undefined);
    yield rows;
    rows = await next;
  }
  await db.query('close wanted');
}
