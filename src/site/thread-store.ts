/** What readers get of one running event: its name, and the stories that lie around one of them. */
import type { Client } from '../stories/story-store.ts';
import { columnsOf, type ListedRow, type Place, withoutGoneWords } from './list-store.ts';
import { inThread } from './named-list.ts';
import { type PastMoment, publicAt } from './public-at.ts';

/** The name that the newest story of a thread gives it; null where no story is in it. */
export async function readThreadName(
  db: Client,
  lang: string,
  slug: string,
  moment: PastMoment | null = null,
): Promise<string | null> {
  const values: unknown[] = [lang, slug];
  const wanted = {
    where: `lang = $1 and ${inThread('$2')} and story_id not in (select story_id from withheld)`,
    tail: 'order by effective_at desc, code desc limit 1',
  };
  const from = publicAt(moment, (one) => `$${values.push(one)}`, wanted);
  const { rows } = await db.query<{ name: string | null }>(
    `select fields->'thread'->>'name' as name
     from (select story_id, version from ${from} as listed ${wanted.tail}) as newest
       join versions using (story_id, version)`,
    values,
  );
  return rows[0]?.name ?? null;
}

export type AroundQuestion = {
  lang: string;
  slug: string;
  /** Where the story itself stands. */
  place: Place;
  moment: PastMoment | null;
  /** How many on each side at most. */
  each: number;
};

/** Both in order of time: the earlier ones that are nearest, and the later ones that are. */
export async function listThreadAround(
  db: Client,
  asked: AroundQuestion,
): Promise<{ before: ListedRow[]; after: ListedRow[] }> {
  const [before, after] = await Promise.all([listSide(db, asked, '<'), listSide(db, asked, '>')]);
  return { before: before.reverse(), after };
}

/** The nearest first. */
async function listSide(
  db: Client,
  { lang, slug, place, moment, each }: AroundQuestion,
  side: '<' | '>',
): Promise<ListedRow[]> {
  const values: unknown[] = [lang, slug, place.at, place.code, each];
  const order = side === '<' ? 'desc' : 'asc';
  const wanted = {
    where: `lang = $1 and ${inThread('$2')} and (effective_at, code) ${side} ($3, $4)`,
    tail: `order by effective_at ${order}, code ${order} limit $5`,
  };
  const from = publicAt(moment, (one) => `$${values.push(one)}`, wanted);
  const { rows } = await db.query<ListedRow>(
    `select ${columnsOf('listed')} from ${from} as listed ${wanted.tail}`,
    values,
  );
  return rows.map(withoutGoneWords);
}
