/** Search over what is public now. */
import { columnsOf, type ListedRow, type Place, withoutGoneWords } from '../site/list-store.ts';
import { type PastMoment, publicAt } from '../site/public-at.ts';
import type { Client } from '../stories/story-store.ts';
import { searchConfiguration, searchWords } from './search-words.ts';

export type SearchQuestion = {
  lang: string;
  query: string;
  /** UTC instants, both inclusive-exclusive; null: open. */
  from: Date | null;
  to: Date | null;
  topic: string;
  moment?: PastMoment | null;
  after: Place | null;
  limit: number;
};

/** Counts are exact up to here. */
export const countedHits = 1_000;

/** Marks around a hit, in a snippet; control characters that no story has. */
const hitStart = '\u0002';
const hitEnd = '\u0003';

export type SearchHit = ListedRow & { snippet: { text: string; hit: boolean }[] };

export async function searchStories(
  db: Client,
  asked: SearchQuestion,
): Promise<{ hits: SearchHit[]; count: number; more: boolean }> {
  const values: unknown[] = [asked.lang, searchConfiguration(asked.lang), searchWords(asked.query)];
  const value = (one: unknown) => `$${values.push(one)}`;
  const moment = asked.moment ?? null;
  const words = 'websearch_to_tsquery($2::regconfig, $3)';
  // A code finds its story in whichever edition it is.
  const isCode = /^[1-9]\d{0,14}$/.test(searchWords(asked.query));
  const code = isCode ? value(Number(searchWords(asked.query))) : '';
  const where = [isCode ? `(lang = $1 or code = ${code})` : 'lang = $1'];
  if (isCode) where.push(`(code = ${code} or search @@ ${words})`);
  else if (asked.query) where.push(`search @@ ${words}`);
  // Nobody may find out by a search which words a law has removed.
  if (asked.query && moment) where.push(`story_id not in (${removedStories})`);
  if (asked.from) where.push(`effective_at >= ${value(asked.from)}`);
  if (asked.to) where.push(`effective_at < ${value(asked.to)}`);
  if (asked.topic) where.push(`topics @> array[${value(asked.topic)}]`);
  const count = await countHits(db, moment, where.join(' and '), [...values]);
  if (asked.after)
    where.push(`(effective_at, code) < (${value(asked.after.at)}, ${value(asked.after.code)})`);
  const tail = `order by effective_at desc, code desc limit ${value(asked.limit)}`;
  const from = publicAt(moment, value, { where: where.join(' and '), tail });
  const { rows } = await db.query<ListedRow & { marked: string }>(
    `select ${columnsOf('hits')}, ts_headline($2::regconfig, translate(left(hits.plain, 20000), ${value(hitStart + hitEnd)}, ''),
         ${words}, ${value(`StartSel=${hitStart}, StopSel=${hitEnd}, MaxWords=32, MinWords=18`)}) as marked
     from (select * from ${from} as found ${tail}) as hits order by hits.effective_at desc, hits.code desc`,
    values,
  );
  const hits = rows.map((row) => ({
    ...withoutGoneWords(row),
    snippet: row.gone ? [] : readMarks(row.marked),
  }));
  return { hits, count: Math.min(count, countedHits), more: count > countedHits };
}

/** Stories that a law has removed. */
const removedStories = `select withheld.story_id from withheld join acts on acts.id = withheld.act_id
  where acts.state = 'removed'`;

/** No further than one above what is counted exactly. */
async function countHits(
  db: Client,
  moment: PastMoment | null,
  where: string,
  values: unknown[],
): Promise<number> {
  const value = (one: unknown) => `$${values.push(one)}`;
  // PostgreSQL wants to know the type of each parameter, also of those that this question has no use for.
  const known = `$2::text is not null and $3::text is not null`;
  const limit = value(countedHits + 1);
  const from = publicAt(moment, value, { where, tail: `limit ${limit}` });
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from (select 1 from ${from} as found where ${known} limit ${limit}) as hits`,
    values,
  );
  return rows[0]?.count ?? 0;
}

function readMarks(marked: string): { text: string; hit: boolean }[] {
  return marked
    .split(hitStart)
    .flatMap((part, at) => {
      const [hit = '', rest = ''] = part.split(hitEnd);
      return at === 0
        ? [{ text: part, hit: false }]
        : [
            { text: hit, hit: true },
            { text: rest, hit: false },
          ];
    })
    .filter((part) => part.text !== '');
}
