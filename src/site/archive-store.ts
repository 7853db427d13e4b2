/** What an edition published in each month and day, as the agency's zone has them. */
import type { Client } from '../stories/story-store.ts';

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
