/**
 * Finds stories, within a bounded time. A question that takes too long over everything is asked of the newest stories
 * alone, and the answer says so.
 */
import type pg from 'pg';
import { storiesOfRare } from '../site/named-list.ts';
import type { SearchQuestion } from './asked-search.ts';
import { costs, findInTime } from './bounded-search.ts';
import { codeIn } from './code-in.ts';
import { type Hit, withSnippets } from './hit-snippets.ts';
import { readQuestionIn } from './read-question.ts';
import { type SearchPlace, searchPlaceWord } from './search-place.ts';
import { type Asked, countedHits, type HitRow, listHits, timeBehind } from './search-store.ts';
import { searchInTurn } from './search-turns.ts';
import { type TimedTransaction, withinTime } from './timed-transaction.ts';

/** So many of the newest are looked through where everything would take too long. */
const newestStories = 2_000;

/**
 * How long it may take over everything, and then over the newest alone, in milliseconds. Where no more stories are there than those, it
 * is the machine that has no time.
 */
const usualPatience = { all: 60, newest: 100 };
const patienceWithFew = 1_000;

/** `more`: there are more than were counted. */
export type HitCount = { count: number; more: boolean };

export type Found = {
  hits: Hit[];
  total: HitCount;
  /** Those that only have words that begin with the last one of the question; null: they were not looked for. */
  widened: { hits: Hit[]; total: HitCount; word: string } | null;
  /** Of the place where the next page goes on; null: there is none. */
  next: string | null;
  /** Only stories since then were looked through, for all would have taken too long; null: all were. */
  since: Date | null;
  /** Whether even that took too long, and nothing was found out. */
  gaveUp: boolean;
  /** Whether asked again it would find the same, until the next act: all were looked through, and counted. */
  isWhole: boolean;
  /** Whether all words are such that nearly every story has. */
  isCommon: boolean;
};

/** `widen`: whether, where few have it, those are looked for that have words which begin with the last one. */
type Page = Some & {
  widen?: boolean;
  patience?: typeof usualPatience;
  /** Ends the waiting of whoever went. */
  signal?: AbortSignal | undefined;
};
type Some = { after: SearchPlace | null; limit: number };

/** @throws TooManySearch */
export function findStories(pool: pg.Pool, asked: SearchQuestion, page: Page): Promise<Found> {
  return searchInTurn(() => findPatiently(pool, asked, page), page.signal);
}

async function findPatiently(
  pool: pg.Pool,
  asked: SearchQuestion,
  { after, limit, widen = true, patience = usualPatience }: Page,
): Promise<Found> {
  const read = await withinTime(pool, { patienceMs: patience.newest }, async (db) => ({
    readings: await readQuestionIn(db, asked.langs, asked.question),
    ofTopic: await storiesOfTopic(db, asked),
  }));
  if (!read) return { ...nothing, gaveUp: true };
  const { readings, ofTopic } = read;
  const find = (since: Date | null, patienceMs: number) =>
    withinTime(pool, { patienceMs, settings: costs }, async (db) => {
      const ask: Asked = { asked, readings, part: 'asked', since, except: null, ofTopic };
      return findIn(db, ask, { after, limit, widen });
    });
  const found = await find(null, patience.all);
  if (found) return found;
  const newest = await withinTime(pool, { patienceMs: patience.newest }, async (db) => ({
    since: await timeBehind(db, asked, { after, places: newestStories }),
  }));
  if (!newest) return { ...nothing, gaveUp: true };
  const { since } = newest;
  return (
    (await find(since, since ? patience.newest : Math.max(patience.newest, patienceWithFew))) ?? {
      ...nothing,
      since,
      gaveUp: true,
    }
  );
}

/** Null: they are many, or no topic is asked for. */
async function storiesOfTopic(
  db: TimedTransaction,
  { topic, langs, to, moment }: SearchQuestion,
): Promise<number[] | null> {
  if (topic === '') return null;
  const found: number[] = [];
  for (const lang of langs) {
    const ids = await storiesOfRare(db, { lang, until: to ?? moment?.at ?? null }, 'topic', [topic]);
    if (!ids) return null;
    found.push(...ids);
  }
  return found;
}

const nothing: Found = {
  hits: [],
  total: { count: 0, more: false },
  widened: null,
  next: null,
  since: null,
  gaveUp: false,
  isWhole: false,
  isCommon: false,
};

async function findIn(
  db: TimedTransaction,
  ask: Asked,
  { after, limit, widen }: Some & { widen: boolean },
): Promise<Found> {
  const coded = await findCoded(db, ask);
  const main = { ...ask, except: coded?.code ?? null };
  const inWidened = after?.part === 'widened';
  const some = { after, limit: limit + 1 };
  const { rows, count } = await findInTime(db, main, inWidened ? { after: null, limit: 0 } : some);
  const shown = rows.slice(0, limit);
  // Where only some are looked through, those of later pages are not all there are.
  const isAll = rows.length <= limit && !after;
  const counted = isAll ? rows.length : ask.since && after ? null : count;
  const total = counted === null ? { count: shown.length, more: true } : totalOf(counted + (coded ? 1 : 0));
  const hits = [...(coded && !after ? [coded] : []), ...shown];
  const base = {
    ...nothing,
    hits: await withSnippets(db, hits, ask.readings, false),
    total,
    since: ask.since,
    isWhole: ask.since === null && counted !== null,
    isCommon: ask.readings.every(({ isCommon }) => isCommon) && ask.readings.length > 0,
  };
  if (rows.length > limit) return { ...base, next: placeAfter(shown.at(-1), 'asked') };
  // Few have it: perhaps the last word is not written to its end.
  if (total.count > limit && !inWidened) return base;
  const word = ask.readings.find(({ widenedTerm }) => widenedTerm)?.widenedTerm?.text;
  if (!word || !widen) return base;
  const wide: Asked = { ...main, part: 'widened' };
  const room = limit - shown.length;
  const found = await findInTime(db, wide, { after: inWidened ? after : null, limit: room + 1 });
  const more = found.rows;
  const wider = more.slice(0, room);
  if (more.length === 0) return base;
  const isWhole = more.length <= room && !inWidened;
  const countedWide = isWhole ? more.length : found.count;
  return {
    ...base,
    isWhole: base.isWhole && countedWide !== null,
    widened: {
      hits: await withSnippets(db, wider, ask.readings, true),
      total: countedWide === null ? { count: wider.length, more: true } : totalOf(countedWide),
      word,
    },
    next: more.length > room ? (placeAfter(wider.at(-1), 'widened') ?? beginning) : null,
  };
}

/** Where a page has no room for any of them, the next one begins with the newest. */
const beginning = searchPlaceWord({
  at: new Date('9999-12-31T00:00:00Z'),
  code: 0,
  rank: null,
  part: 'widened',
});

function totalOf(count: number): HitCount {
  return { count: Math.min(count, countedHits), more: count > countedHits };
}

function placeAfter(row: HitRow | undefined, part: SearchPlace['part']): string | null {
  return row
    ? searchPlaceWord({
        at: row.effective_at,
        code: row.code,
        rank: part === 'asked' ? row.rank : null,
        part,
      })
    : null;
}

/** A question that is a code, in any script's figures, finds its story first, in whichever edition it is. */
async function findCoded(db: TimedTransaction, ask: Asked): Promise<HitRow | null> {
  const code = ask.asked.code === null ? codeIn(ask.asked.question) : null;
  if (code === null) return null;
  const anywhere = { ...ask.asked, langs: [], code, question: { groups: [], cut: false } };
  const [row] = await listHits(db, { ...ask, asked: anywhere, readings: [] }, { after: null, limit: 1 });
  return row ?? null;
}
