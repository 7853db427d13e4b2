/** Every SQL statement of search over what is public, now or at a moment. */
import { columnsOf, type ListedRow } from '../site/list-store.ts';
import { publicAt } from '../site/public-at.ts';
import type { Client } from '../stories/story-store.ts';
import type { SearchQuestion } from './asked-search.ts';
import type { Reading } from './read-question.ts';
import type { SearchPlace } from './search-place.ts';
import { bylineQuery } from './text-query.ts';

/** Counts are exact up to here. */
export const countedHits = 1_000;

/** Relevance is weighed among so many of the newest hits. */
export const rankedHits = 5_000;

export type Asked = {
  asked: SearchQuestion;
  /** One for each of the editions; none: stories of any edition, whatever their words. */
  readings: Reading[];
  /** Hits with what was asked for, or those that only have words that begin with the last one. */
  part: SearchPlace['part'];
  /** Only stories of this time and later; null: all. */
  since: Date | null;
  /** A story that is shown elsewhere. */
  except: number | null;
  /** Of a rare topic, the stories that have it: it is asked for among them. Null: it is common, or none is asked for. */
  ofTopic?: number[] | null;
};

export type HitRow = ListedRow & {
  story_id: number;
  /** The beginning of the body. */
  plain: string;
  /** In millionths; null where hits come by date. */
  rank: number | null;
  /** How many hits were weighed; null where hits come by date. */
  weighed: number | null;
};

/** Letters of the body that a snippet is looked for in. */
const snippetLetters = 8_000;

const byTime = 'order by effective_at desc, code desc';

/** The next hits after a place. */
export async function listHits(
  db: Client,
  ask: Asked,
  { after, limit }: { after: SearchPlace | null; limit: number },
): Promise<HitRow[]> {
  const { asked } = ask;
  const values: unknown[] = [];
  const value = valueInto(values);
  const where = conditionsOf(ask, value);
  const isRanked = asked.sort === 'relevance' && ask.part === 'asked' && hasWords(ask);
  if (after && !isRanked) where.push(`(effective_at, code) < (${value(after.at)}, ${value(after.code)})`);
  const newest = `${byTime} limit ${value(isRanked ? rankedHits : limit)}`;
  const found = publicAt(asked.moment, value, { where: where.join(' and '), tail: newest });
  const columns = (rank: string, weighed: string) =>
    `${columnsOf('hits')}, hits.story_id, left(hits.plain, ${snippetLetters}) as plain, ${rank} as rank, ${weighed} as weighed`;
  if (!isRanked) {
    const { rows } = await db.query<HitRow>(
      `select ${columns('null::int', 'null::int')} from (select * from ${found} as found ${newest}) as hits
       order by hits.effective_at desc, hits.code desc`,
      values,
    );
    return rows;
  }
  const rank = rankOf(ask, value);
  const beyond = after
    ? `where (rank, effective_at, code) < (${value(after.rank ?? 0)}::int, ${value(after.at)}, ${value(after.code)})`
    : '';
  const order = 'rank desc, effective_at desc, code desc';
  const { rows } = await db.query<HitRow>(
    `select ${columns('hits.rank', 'hits.weighed')} from (
       select * from (select newest.*, count(*) over ()::int as weighed
         from (select found.*, ${rank} as rank from ${found} as found ${newest}) as newest) as weighed
       ${beyond} order by ${order} limit ${value(limit)}) as hits
     order by hits.rank desc, hits.effective_at desc, hits.code desc`,
    values,
  );
  return rows;
}

/**
 * No further than one above what is counted exactly.
 * @param fromNewest one after the other by their time, for which there is an index: quick where nearly every story is a hit.
 */
export async function countHits(db: Client, ask: Asked, { fromNewest = false } = {}): Promise<number> {
  const values: unknown[] = [];
  const value = valueInto(values);
  const where = conditionsOf(ask, value).join(' and ');
  const limit = `${fromNewest ? byTime : ''} limit ${value(countedHits + 1)}`;
  const found = publicAt(ask.asked.moment, value, { where, tail: limit });
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from (select 1 from ${found} as found ${limit}) as hits`,
    values,
  );
  return rows[0]?.count ?? 0;
}

/**
 * When the story was published that is so many places behind the newest, or behind a place; null: there are fewer. Of one edition
 * its own are counted, of several those of all: so an index alone tells it.
 */
export async function timeBehind(
  db: Client,
  { langs, from, to, moment }: SearchQuestion,
  { after, places }: { after: SearchPlace | null; places: number },
): Promise<Date | null> {
  const bounds = [after?.at, to, moment?.at].flatMap((at) => (at ? [at.getTime()] : []));
  const until = bounds.length > 0 ? new Date(Math.min(...bounds)) : null;
  const values: unknown[] = [];
  const value = valueInto(values);
  const ofOne = langs.length === 1 ? `lang = ${value(langs[0])} and` : '';
  const { rows } = await db.query<{ at: Date }>(
    `select effective_at as at from published where ${ofOne}
       effective_at >= coalesce(${value(from)}, '-infinity'::timestamptz)
       and effective_at <= coalesce(${value(until)}, 'infinity'::timestamptz)
     order by effective_at desc, code desc offset ${value(places)} limit 1`,
    values,
  );
  return rows[0]?.at ?? null;
}

export function valueInto(values: unknown[]): (one: unknown) => string {
  return (one) => `$${values.push(one)}`;
}

export function hasWords({ readings }: Pick<Asked, 'readings'>): boolean {
  return readings.some(({ query }) => query !== null);
}

/** Conditions over the columns of `published`. */
export function conditionsOf(ask: Asked, value: (one: unknown) => string): string[] {
  const { asked, readings, part, since, except, ofTopic } = ask;
  const byline = asked.byline !== '';
  const where = [
    readings.length === 0
      ? 'true'
      : anyLanguage(
          readings,
          (reading) => {
            // An edition whose language reads no words in the question, or the byline, has none of it.
            const query = part === 'widened' ? reading.widened : reading.query;
            const by = byline ? bylineQuery(asked.byline, reading.lang) : null;
            const isAsked = part === 'widened' || asked.question.groups.length > 0;
            if ((isAsked && !query) || (byline && !by)) return null;
            const said: string[] = [];
            if (query) said.push(`search @@ ${value(query)}::tsquery`);
            if (part === 'widened') said.push(`not search @@ ${value(reading.query)}::tsquery`);
            if (by) said.push(`search @@ ${value(by)}::tsquery`);
            return said;
          },
          value,
        ),
  ];
  // Of what readers do not get any more nobody may find out the words, letter by letter: it is found in the past by its code and time.
  const asksWithin = hasWords(ask) || byline || asked.section !== '' || asked.topic !== '';
  if (asksWithin && asked.moment) where.push('story_id not in (select withheld.story_id from withheld)');
  if (asked.from) where.push(`effective_at >= ${value(asked.from)}`);
  if (since) where.push(`effective_at >= ${value(since)}`);
  if (asked.to) where.push(`effective_at < ${value(asked.to)}`);
  if (asked.section) where.push(`section = ${value(asked.section)}`);
  if (asked.topic) where.push(`topics @> array[${value(asked.topic)}]`);
  if (ofTopic) where.push(`story_id = any (${value(ofTopic)}::bigint[])`);
  if (asked.code !== null) where.push(`code = ${value(asked.code)}`);
  if (except !== null) where.push(`code <> ${value(except)}`);
  return where;
}

/** Editions that ask for the same are asked together. Null of an edition: it has no hit. */
function anyLanguage(
  readings: Reading[],
  conditions: (reading: Reading) => string[] | null,
  value: (one: unknown) => string,
): string {
  const alike = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = JSON.stringify([reading.query, reading.widened]);
    alike.set(key, [...(alike.get(key) ?? []), reading]);
  }
  const said = [...alike.values()].flatMap((same) => {
    const asked = conditions(same[0] as Reading);
    if (!asked) return [];
    const [only, ...others] = same.map(({ lang }) => lang);
    const isIn = others.length > 0 ? `lang = any (${value([only, ...others])})` : `lang = ${value(only)}`;
    return [[isIn, ...asked].join(' and ')];
  });
  if (said.length === 0) return 'false';
  return said.length === 1 ? (said[0] as string) : `(${said.map((one) => `(${one})`).join(' or ')})`;
}

/** Millionths of PostgreSQL's weight: headlines before leads, and both before stories that only have it in the body. */
function rankOf({ readings }: Asked, value: (one: unknown) => string): string {
  const cases = readings.flatMap(({ lang, query }) =>
    query ? [`when ${value(lang)} then ts_rank(found.telling, ${value(query)}::tsquery, 1)`] : [],
  );
  return `round(coalesce(case found.lang ${cases.join(' ')} end, 0) * 1000000)::int`;
}
