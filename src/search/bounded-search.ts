/** Listing and counting within a bounded time, whatever the words. */
import type { SearchPlace } from './search-place.ts';
import {
  type Asked,
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
/** More are not looked through one by one, for a page and for weighing. */
const mostWalked = { page: 4_000, weighing: 10_000 };
/** More are not even stepped over in an index of times. */
const mostStepped = 200_000;

/** Of the time that there is, so much is for counting: a count is worth less waiting than the stories themselves. */
const shareOfCounting = 2 / 3;

type Some = { after: SearchPlace | null; limit: number };

/**
 * Hits after a place, and how many there are in all, no further than listHits and countHits go; null: to count takes too long. It is
 * counted while they are looked for.
 */
export async function findInTime(
  db: TimedTransaction,
  ask: Asked,
  some: Some,
): Promise<{ rows: HitRow[]; count: number | null }> {
  const { asked } = ask;
  // Some of the newest: of words that nearly every story has, their own index would read far more.
  if (ask.since)
    return both(
      by('time', db, () => listHits(db, ask, some)),
      countBeside(db, ask, 'time'),
    );
  const isWorded = hasWords(ask) || asked.byline !== '';
  if (!isWorded || asked.moment) return both(listHits(db, ask, some), countBeside(db, ask, null));
  const isWeighed = hasWords(ask) && asked.sort === 'relevance' && ask.part === 'asked';
  // Words that only begin so are asked for where few have the whole one.
  const near = ask.part === 'asked' ? await countNear(db, ask, isWeighed ? null : some.after) : 0;
  const listing = isWeighed ? listWeighed(db, ask, some, near) : listNewest(db, ask, some, near);
  return both(listing, countBeside(db, ask, near >= commonFrom ? 'time' : 'words'));
}

/** How many of the nearest stories are hits; nought where there are not so many stories. */
async function countNear(db: TimedTransaction, ask: Asked, after: SearchPlace | null): Promise<number> {
  const since = await timeBehind(db, ask.asked, { after, places: nearestStories });
  return since ? by('time', db, () => countHits(db, { ...ask, since }, { fromNewest: true })) : 0;
}

/** Null where it takes longer than it is worth. */
function countBeside(
  db: TimedTransaction,
  ask: Asked,
  index: 'time' | 'words' | null,
): Promise<number | null> {
  return db.beside(db.patienceMs * shareOfCounting, (aside) =>
    index
      ? by(index, aside, () => countHits(aside, ask, { fromNewest: index === 'time' }))
      : countHits(aside, ask),
  );
}

/** Waits for both, also where one fails: nothing goes on behind an answer. */
async function both(
  listing: Promise<HitRow[]>,
  counting: Promise<number | null>,
): Promise<{ rows: HitRow[]; count: number | null }> {
  await Promise.allSettled([listing, counting]);
  return { rows: await listing, count: await counting };
}

/** Among as many stories as likely have enough of them, guessed from how many of the nearest are hits; else among all. */
async function listNewest(db: TimedTransaction, ask: Asked, some: Some, near: number): Promise<HitRow[]> {
  if (some.limit === 0) return [];
  // Twice as many, for of those counted as near some may lie before the place, and further back they may lie thinner.
  const likely = Math.ceil((some.limit / near) * nearestStories * 2);
  const places = Math.min(nearStories, Math.max(nearestStories, likely));
  const since = await timeBehind(db, ask.asked, { after: some.after, places });
  if (since) {
    const index = places <= mostWalked.page ? 'time' : 'words';
    const rows = await by(index, db, () => listHits(db, { ...ask, since }, some));
    if (rows.length === some.limit) return rows;
  }
  return by(near >= commonFrom ? 'time' : 'words', db, () => listHits(db, ask, some));
}

/** The hits to weigh are the newest: how many stories they lie among is guessed from how many of the nearest are hits. */
async function listWeighed(db: TimedTransaction, ask: Asked, some: Some, near: number): Promise<HitRow[]> {
  // Half as many again, for the hits may lie thinner further back.
  const places = Math.ceil((rankedHits / near) * nearestStories * 1.5);
  const since = places <= mostStepped ? await timeBehind(db, ask.asked, { after: null, places }) : null;
  if (since) {
    const index = places <= mostWalked.weighing ? 'time' : 'words';
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
