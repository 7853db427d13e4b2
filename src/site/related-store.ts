/** Other stories to read: those that share topics with one, and the newest of its section. */
import type { Client } from '../stories/story-store.ts';
import { columnsOf, type ListedRow, withoutGoneWords } from './list-store.ts';
import { whereSharesTopic } from './named-list.ts';
import { type PastMoment, publicAt } from './public-at.ts';

export type RelatedQuestion = {
  lang: string;
  code: number;
  topics: string[];
  /** Empty: of any section. */
  section: string;
  /** Slug of its thread, whose stories are shown elsewhere; empty: none. */
  thread: string;
  moment: PastMoment | null;
  limit: number;
};

/** Stories that are looked at for each of the two: the newest. */
const candidates = 40;

/** What shares most topics comes first, a shared topic weighing more than the section; of the same weight the newest. */
export async function listRelated(
  db: Client,
  { lang, code, topics, section, thread, moment, limit }: RelatedQuestion,
): Promise<(ListedRow & { shared: number })[]> {
  const values: unknown[] = [lang, code, topics, section, thread, candidates, limit];
  const value = (one: unknown) => `$${values.push(one)}`;
  const others = `lang = $1 and code <> $2 and ($5 = '' or thread <> $5)`;
  const tail = 'order by effective_at desc, code desc limit $6';
  const shares =
    topics.length > 0
      ? await whereSharesTopic(db, { lang, until: moment?.at ?? null }, topics, value)
      : 'false';
  const sharing = publicAt(moment, value, { where: `${others} and ${shares}`, tail });
  const beside = publicAt(moment, value, {
    where: `${others} ${section ? 'and section = $4' : "and $4 = ''"}`,
    tail,
  });
  const some = (from: string) => `(select * from ${from} as part ${tail})`;
  const { rows } = await db.query<ListedRow & { shared: number }>(
    `select ${columnsOf('listed')}, listed.shared from (
       select distinct on (code) found.*, (select count(*)::int from unnest(found.topics) as topic
           where topic = any ($3)) as shared
       from (${topics.length > 0 ? `${some(sharing)} union all ` : ''}${some(beside)}) as found order by code) as listed
     order by 2 * listed.shared + (listed.section = $4)::int desc, effective_at desc, code desc limit $7`,
    values,
  );
  return rows.map(withoutGoneWords);
}
