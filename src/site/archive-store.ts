/** What an edition published in each month and day, as the agency's zone has them. */
import type { Client } from '../stories/story-store.ts';
import { type PastMoment, publicAt } from './public-at.ts';

/** `month`: YYYY-MM. */
export type CountedMonth = { month: string; stories: number };

/** Months in which something that readers get was published, the newest first. The index is asked once for each month. */
export async function listMonths(db: Client, lang: string, zone: string): Promise<CountedMonth[]> {
  const { rows } = await db.query<CountedMonth>(
    `with recursive months (month) as (
       (select date_trunc('month', effective_at at time zone $2) from published where lang = $1
        order by effective_at desc, code desc limit 1)
       union all
       select (select date_trunc('month', effective_at at time zone $2) from published
               where lang = $1 and effective_at < months.month at time zone $2
               order by effective_at desc, code desc limit 1)
       from months where months.month is not null)
     select to_char(month, 'YYYY-MM') as month,
       (select count(*)::int from published where lang = $1 and effective_at >= month at time zone $2
          and effective_at < (month + interval '1 month') at time zone $2) as stories
     from months where month is not null`,
    [lang, zone],
  );
  return rows;
}

/** Where a count stops: a page says "more than" then. */
export const mostCounted = 10_000;

export type CountQuestion = {
  lang: string;
  moment: PastMoment | null;
  /** One more than there are counts: each count is of what lies from one until before the next. */
  bounds: Date[];
};

/** How many stories lie between each bound and the next; `mostCounted` + 1: more than that. */
export async function countBetween(db: Client, { lang, moment, bounds }: CountQuestion): Promise<number[]> {
  const values: unknown[] = [lang, bounds.slice(0, -1), bounds.slice(1), mostCounted + 1];
  const from = publicAt(moment, (one) => `$${values.push(one)}`, {
    where: 'lang = $1 and effective_at >= span.since and effective_at < span.until',
    tail: 'limit $4',
  });
  const { rows } = await db.query<{ stories: number }>(
    `select least((select count(*) from ${from} as listed), $4)::int as stories
     from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as span (since, until, place) order by place`,
    values,
  );
  return rows.map(({ stories }) => stories);
}

/** The time of the newest story before a time, or of the oldest from a time on; null where there is none. */
export async function nearestStory(
  db: Client,
  { lang, moment, at, side }: { lang: string; moment: PastMoment | null; at: Date; side: 'before' | 'from' },
): Promise<Date | null> {
  const values: unknown[] = [lang, at];
  const order = side === 'before' ? 'desc' : 'asc';
  const wanted = {
    where: `lang = $1 and effective_at ${side === 'before' ? '<' : '>='} $2`,
    tail: `order by effective_at ${order}, code ${order} limit 1`,
  };
  const from = publicAt(moment, (one) => `$${values.push(one)}`, wanted);
  const { rows } = await db.query<{ at: Date }>(
    `select effective_at as at from ${from} as listed ${wanted.tail}`,
    values,
  );
  return rows[0]?.at ?? null;
}
