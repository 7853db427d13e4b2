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
  // A code finds its story in whichever edition it is.
  const isCode = /^[1-9]\d{0,14}$/.test(searchWords(asked.query));
  const where = [
    isCode
      ? `(published.lang = $1 or published.code = ${value(Number(searchWords(asked.query)))})`
      : 'published.lang = $1',
  ];
  if (isCode) where.push(`(published.code = $${values.length} or published.search @@ asked.words)`);
  else if (asked.query) where.push('published.search @@ asked.words');
  // Nobody may find out by a search which words a law has removed.
  if (asked.query && asked.moment) where.push(`(gone is null or gone ->> 'state' <> 'removed')`);
  if (asked.from) where.push(`effective_at >= ${value(asked.from)}`);
  if (asked.to) where.push(`effective_at < ${value(asked.to)}`);
  if (asked.topic) where.push(`topics @> array[${value(asked.topic)}]`);
  const from = `${publicAt(asked.moment ?? null, value)} as published,
    (select websearch_to_tsquery($2::regconfig, $3) as words) as asked`;
  const counted = await db.query<{ count: number }>(
    `select count(*) as count from (select 1 from ${from} where ${where.join(' and ')} limit ${value(countedHits + 1)}) as hits`,
    values,
  );
  const count = counted.rows[0]?.count ?? 0;
  values.pop();
  if (asked.after)
    where.push(`(effective_at, code) < (${value(asked.after.at)}, ${value(asked.after.code)})`);
  const { rows } = await db.query<ListedRow & { marked: string }>(
    `select ${columnsOf('hits')}, ts_headline($2::regconfig, translate(left(hits.plain, 20000), ${value(hitStart + hitEnd)}, ''), hits.words,
         ${value(`StartSel=${hitStart}, StopSel=${hitEnd}, MaxWords=32, MinWords=18`)}) as marked
     from (select published.*, asked.words from ${from} where ${where.join(' and ')}
           order by effective_at desc, code desc limit ${value(asked.limit)}) as hits
     order by hits.effective_at desc, hits.code desc`,
    values,
  );
  const hits = rows.map((row) => ({
    ...withoutGoneWords(row),
    snippet: row.gone ? [] : readMarks(row.marked),
  }));
  return { hits, count: Math.min(count, countedHits), more: count > countedHits };
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
