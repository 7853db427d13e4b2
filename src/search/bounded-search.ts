/** Listing and counting within a bounded time, whatever the words. */
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
import type { TimedTransaction } from './timed-transaction.ts';

/**
 * Reading a story's words costs far more than its row, for they lie elsewhere; PostgreSQL takes it to be
 * nothing, and would look for rare words story by story. What is ready in milliseconds gains nothing from helpers.
 */
export const costs = `set local cpu_operator_cost = 0.5; set local work_mem = '24MB'; set local jit = off;
  set local max_parallel_workers_per_gather = 0`;

/** So many of the nearest are looked through first: how many of them are hits tells how the others are best looked for. */
const nearestStories = 600;
/** From so many of them on, looking through stories by time soon finds enough; fewer are found by the words' own index. */
const commonFrom = 100;
/** Of an old matter that everybody wrote about, hits are looked for among so many first. */
const nearStories = 20_000;
/** More are not looked through one by one. */
const mostWalked = 10_000;

type Some = { after: SearchPlace | null; limit: number };

/** Hits after a place, and how many there are in all, no further than listHits and countHits go; null: to count takes too long. */
export async function findInTime(
  db: TimedTransaction,
  ask: Asked,
  some: Some,
): Promise<{ rows: HitRow[]; count: number | null }> {
  const { asked } = ask;
  const isWorded = hasWords(ask) || asked.byline !== '';
  // Some of the newest, or without words: an index has them in their order.
  if (ask.since) return { rows: await listHits(db, ask, some), count: await countHits(db, ask) };
  if (!isWorded || asked.moment)
    return { rows: await listHits(db, ask, some), count: await countPatiently(db, ask) };
  const isWeighed = hasWords(ask) && asked.sort === 'relevance' && ask.part === 'asked';
  const nearest = { after: isWeighed ? null : some.after, places: nearestStories };
  // Words that only begin so are asked for where few have the whole one.
  const since = ask.part === 'asked' ? await timeBehind(db, asked, nearest) : null;
  const near = since ? await countHits(db, { ...ask, since }) : 0;
  const count = await by(near >= commonFrom ? 'time' : 'words', db, () => countPatiently(db, ask));
  // What cannot be counted in time will hardly be found in time: the newest alone are asked the sooner.
  if (count === null) db.hurry(db.patienceMs / 2);
  if (count !== null && count <= countedHits)
    return { rows: await by('words', db, () => listHits(db, ask, some)), count };
  if (isWeighed) return { rows: await listWeighed(db, ask, some, near), count };
  const rows = near >= some.limit ? await listHits(db, { ...ask, since }, some) : [];
  // Of those counted as near, some lie before the place.
  return { rows: rows.length === some.limit ? rows : await listFurther(db, ask, some), count };
}

async function listFurther(db: TimedTransaction, ask: Asked, some: Some): Promise<HitRow[]> {
  const since = await timeBehind(db, ask.asked, { after: some.after, places: nearStories });
  return by('words', db, async () => {
    const near = since ? await listHits(db, { ...ask, since }, some) : [];
    return near.length === some.limit ? near : listHits(db, ask, some);
  });
}

/** The hits to weigh are the newest: how many stories they lie among is guessed from how many of the nearest are hits. */
async function listWeighed(db: TimedTransaction, ask: Asked, some: Some, near: number): Promise<HitRow[]> {
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
async function by<T>(index: 'time' | 'words', db: TimedTransaction, work: () => Promise<T>): Promise<T> {
  const others = index === 'words' ? ['indexscan', 'seqscan'] : ['bitmapscan', 'seqscan'];
  const set = (on: boolean) =>
    db.query(others.map((one) => `set local enable_${one} = ${on ? 'on' : 'off'}`).join('; '));
  await set(false);
  const done = await work();
  await set(true);
  return done;
}

/** Null where it takes half of the time that there is for all: a count is worth less waiting than the stories themselves. */
function countPatiently(db: TimedTransaction, ask: Asked): Promise<number | null> {
  return db.within(db.patienceMs / 2, () => countHits(db, ask));
}
