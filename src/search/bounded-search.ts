/** Listing and counting within a bounded time, whatever the words. */
import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';
import type { SearchPlace } from './search-place.ts';
import { type Asked, countHits, type HitRow, hasWords, listHits, timeBehind } from './search-store.ts';

/** A count is worth less waiting than the stories themselves, in milliseconds. */
const countPatienceMs = 50;

/**
 * Reading a story's words costs far more than its row, for they lie elsewhere and are packed; PostgreSQL takes it to be
 * nothing, and would look for rare words story by story. What is ready in milliseconds gains nothing from helpers.
 */
const costs = `set local cpu_operator_cost = 0.5; set local work_mem = '24MB'; set local jit = off;
  set local max_parallel_workers_per_gather = 0`;

/** SQLSTATE of a statement that took longer than it may. */
const tookTooLong = '57014';

/** One transaction; null where a statement of it took longer. */
export async function withinTime<T>(
  pool: pg.Pool,
  timeoutMs: number,
  work: (db: pg.PoolClient) => Promise<T>,
): Promise<T | null> {
  try {
    return await inTransaction(pool, async (db) => {
      await db.query(`set local statement_timeout = ${timeoutMs}; ${costs}`);
      return await work(db);
    });
  } catch (error) {
    if ((error as pg.DatabaseError).code === tookTooLong) return null;
    throw error;
  }
}

/** So many of the newest are looked through first: words that many stories have fill a page from them. */
const nearestStories = 600;

/**
 * The index by time is right for words that many stories have, the one by words for all others. PostgreSQL would guess;
 * here the newest are tried, and what they do not fill is looked for by words.
 */
export async function listInTime(
  db: pg.PoolClient,
  ask: Asked,
  some: { after: SearchPlace | null; limit: number },
): Promise<HitRow[]> {
  const { asked } = ask;
  const isWorded = hasWords(ask) || asked.byline !== '';
  if (!isWorded || ask.since || asked.moment) return listHits(db, ask, some);
  const isByTime = asked.sort === 'date' || ask.part === 'widened';
  const since = isByTime && (await timeBehind(db, asked, { after: some.after, places: nearestStories }));
  if (since) {
    const near = await listHits(db, { ...ask, since }, some);
    if (near.length === some.limit) return near;
  }
  await db.query('set local enable_indexscan = off; set local enable_seqscan = off');
  const rows = await listHits(db, ask, some);
  await db.query('set local enable_indexscan = on; set local enable_seqscan = on');
  return rows;
}

/** Null where it takes too long. */
export async function countInTime(db: pg.PoolClient, ask: Asked): Promise<number | null> {
  if (ask.since) return countHits(db, ask);
  await db.query(`savepoint counting; set local statement_timeout = ${countPatienceMs}`);
  try {
    return await countHits(db, ask);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== tookTooLong) throw error;
    return null;
  } finally {
    // With it the patience of before comes back.
    await db.query('rollback to savepoint counting');
  }
}
