/** Listing and counting within a bounded time, whatever the words. */
import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';
import type { SearchPlace } from './search-place.ts';
import {
  type Asked,
  countedHits,
  countHits,
  type HitRow,
  hasWords,
  listHits,
  rankedHits,
  timeBehind,
} from './search-store.ts';

/**
 * Reading a story's words costs far more than its row, for they lie elsewhere; PostgreSQL takes it to be
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

/** So many of the nearest are looked through first: how many of them are hits tells how the others are best looked for. */
const nearestStories = 600;
/** From so many of them on, looking through stories by time soon finds enough; fewer are found by the words' own index. */
const commonFrom = 100;
/** Of an old matter that everybody wrote about, hits are looked for among so many first. */
const nearStories = 20_000;
/** More are not looked through one by one. */
const mostWalked = 10_000;

type Some = { after: SearchPlace | null; limit: number };

/**
 * Hits after a place, and how many there are in all, no further than listHits and countHits go; null: to count takes too long.
 * @param patienceMs what a statement of the transaction may take.
 */
export async function findInTime(
  db: pg.PoolClient,
  ask: Asked,
  some: Some,
  patienceMs: number,
): Promise<{ rows: HitRow[]; count: number | null }> {
  const { asked } = ask;
  const isWorded = hasWords(ask) || asked.byline !== '';
  // Some of the newest, or without words: an index has them in their order.
  if (ask.since) return { rows: await listHits(db, ask, some), count: await countHits(db, ask) };
  if (!isWorded || asked.moment)
    return { rows: await listHits(db, ask, some), count: await countPatiently(db, ask, patienceMs) };
  const isWeighed = hasWords(ask) && asked.sort === 'relevance' && ask.part === 'asked';
  const nearest = { after: isWeighed ? null : some.after, places: nearestStories };
  // Words that only begin so are asked for where few have the whole one.
  const since = ask.part === 'asked' ? await timeBehind(db, asked, nearest) : null;
  const near = since ? await countHits(db, { ...ask, since }) : 0;
  const count = await by(near >= commonFrom ? 'time' : 'words', db, () =>
    countPatiently(db, ask, patienceMs),
  );
  // What cannot be counted in time will hardly be found in time: the newest alone are asked the sooner.
  if (count === null) await db.query(`set local statement_timeout = ${Math.ceil(patienceMs / 2)}`);
  if (count !== null && count <= countedHits)
    return { rows: await by('words', db, () => listHits(db, ask, some)), count };
  if (isWeighed) return { rows: await listWeighed(db, ask, some, near), count };
  const rows = near >= some.limit ? await listHits(db, { ...ask, since }, some) : [];
  // Of those counted as near, some lie before the place.
  return { rows: rows.length === some.limit ? rows : await listFurther(db, ask, some), count };
}

async function listFurther(db: pg.PoolClient, ask: Asked, some: Some): Promise<HitRow[]> {
  const since = await timeBehind(db, ask.asked, { after: some.after, places: nearStories });
  return by('words', db, async () => {
    const near = since ? await listHits(db, { ...ask, since }, some) : [];
    return near.length === some.limit ? near : listHits(db, ask, some);
  });
}

/** The hits to weigh are the newest: how many stories they lie among is guessed from how many of the nearest are hits. */
async function listWeighed(db: pg.PoolClient, ask: Asked, some: Some, near: number): Promise<HitRow[]> {
  // Half as many again, for the hits may lie thinner further back.
  const places = Math.ceil((rankedHits / near) * nearestStories * 1.5);
  const since = near > 0 ? await timeBehind(db, ask.asked, { after: null, places }) : null;
  if (since) {
    const index = places <= mostWalked ? 'time' : 'words';
    const rows = await by(index, db, () => listHits(db, { ...ask, since }, some));
    if ((rows[0]?.weighed ?? 0) >= rankedHits) return rows;
  }
  return by('words', db, () => listHits(db, ask, some));
}

/** PostgreSQL would guess which index is the better. */
async function by<T>(index: 'time' | 'words', db: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  const others = index === 'words' ? ['indexscan', 'seqscan'] : ['bitmapscan', 'seqscan'];
  const set = (on: boolean) =>
    db.query(others.map((one) => `set local enable_${one} = ${on ? 'on' : 'off'}`).join('; '));
  await set(false);
  const done = await work();
  await set(true);
  return done;
}

/** Null where it takes half as long as a statement may: a count is worth less waiting than the stories themselves. */
async function countPatiently(db: pg.PoolClient, ask: Asked, patienceMs: number): Promise<number | null> {
  await db.query(`savepoint counting; set local statement_timeout = ${Math.ceil(patienceMs / 2)}`);
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
