/** Which addresses the site has, for search engines. */
import type { Client } from '../stories/story-store.ts';

export type MappedStory = {
  code: number;
  lang: string;
  headline: string;
  at: Date;
  /** Of the newest version where it is not the first. */
  updatedAt: Date | null;
  group: string | null;
};

const columns = `published.code, published.lang, published.headline, published.effective_at as at,
  published.updated_at as "updatedAt", stories.translation_group as group`;
const fromPublished = 'from published join stories on stories.id = published.story_id';

export type MonthPart = { lang: string; from: Date; until: Date; skip: number; limit: number };

/** Stories of one edition from a time until before another, oldest first, so that a part which is full stays as it is. */
export async function listForSitemap(db: Client, asked: MonthPart): Promise<MappedStory[]> {
  const { rows } = await db.query<MappedStory>(
    `select ${columns} ${fromPublished}
     where published.lang = $1 and published.effective_at >= $2 and published.effective_at < $3
     order by published.effective_at, published.code offset $4 limit $5`,
    [asked.lang, asked.from, asked.until, asked.skip, asked.limit],
  );
  return rows;
}

/** The newest stories of all editions since a moment, newest first. */
export async function listNewest(
  db: Client,
  langs: string[],
  since: Date,
  limit: number,
): Promise<MappedStory[]> {
  const { rows } = await db.query<MappedStory>(
    `select newest.* from unnest($1::text[]) as edition (lang), lateral (
       select ${columns} ${fromPublished}
       where published.lang = edition.lang and published.effective_at >= $2
       order by published.effective_at desc, published.code desc limit $3) as newest
     order by newest.at desc, newest.code desc limit $3`,
    [langs, since, limit],
  );
  return rows;
}

/** The public stories of these translation groups. */
export async function listGroups(db: Client, groups: string[]): Promise<MappedStory[]> {
  if (groups.length === 0) return [];
  const { rows } = await db.query<MappedStory>(
    `select ${columns} ${fromPublished} where stories.translation_group = any ($1) order by published.lang`,
    [groups],
  );
  return rows;
}

/** Slugs of all names in the bylines of an edition's public stories. */
export function listBylineSlugs(db: Client, lang: string): Promise<string[]> {
  return listValues(db, lang, 'bylines');
}

/** Codes of all subjects of an edition's public stories, and of what these are part of. */
export async function listSubjectCodes(db: Client, lang: string): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `with recursive wider (code) as (
       select unnest($1::text[])
       union
       select subjects.broader from subjects join wider using (code) where subjects.broader is not null)
     select code from wider order by code`,
    [await listValues(db, lang, 'subjects')],
  );
  return rows.map(({ code }) => code);
}

/** What stands in a column of `published`. The index is asked once for each set that differs, however many stories have it. */
async function listValues(db: Client, lang: string, column: 'bylines' | 'subjects'): Promise<string[]> {
  const hash = `hash_array_extended(${column}, 0)`;
  const next = (after: string) =>
    `select ${hash} as hash, ${column} as said from published where lang = $1 and ${after} order by ${hash} limit 1`;
  const { rows } = await db.query<{ value: string }>(
    `with recursive sets (hash, said) as (
       (${next(`${hash} is not null`)})
       union all
       select following.* from sets, lateral (${next(`${hash} > sets.hash`)}) as following)
     select distinct value collate "C" as value from sets, unnest(said) as value where value <> '' order by value`,
    [lang],
  );
  return rows.map(({ value }) => value);
}
