/** Lists of an edition that have a name, a page and feeds of their own, and the SQL of what is in them. */
import type { Client } from '../stories/story-store.ts';

/** A list that has feeds of its own. */
export type NamedList = { list: 'section' | 'topic' | 'thread' | 'byline' | 'subject'; slug: string };

/** Stories below which a subject is rare: they are looked up one by one, where a common one is soon met among the newest. */
const rareBelow = 1_000;

/**
 * SQL: whether a row with the columns of `published` is in a list of an edition, quick whether it has many stories or none.
 * @param value makes a parameter of a value.
 */
export async function whereInList(
  db: Client,
  lang: string,
  of: NamedList,
  value: (one: unknown) => string,
): Promise<string> {
  const compared = await valueOfList(db, of);
  const condition = inList(of.list, value(compared));
  if (of.list !== 'subject') return condition;
  const { rows } = await db.query<{ ids: number[] | null }>('select stories_of_subjects($1, $2, $3) as ids', [
    compared,
    lang,
    rareBelow,
  ]);
  const ids = rows[0]?.ids ?? [];
  return ids.length < rareBelow ? `story_id = any (${value(ids)}::bigint[]) and ${condition}` : condition;
}

/** What `inList` compares with, as a value of a query: a subject stands for all that is narrower too. */
export async function valueOfList(db: Client, { list, slug }: NamedList): Promise<string | string[]> {
  if (list !== 'subject') return slug;
  const { rows } = await db.query<{ codes: string[] }>('select subject_and_narrower($1) as codes', [slug]);
  return rows[0]?.codes ?? [slug];
}

/**
 * SQL: whether a row with the columns of `published` is in a list. @param value the parameter that has `valueOfList`.
 * @param relation the rows' name; empty: there is no other.
 */
export function inList(list: NamedList['list'], value: string, relation = ''): string {
  const column = (name: string) => (relation ? `${relation}.${name}` : name);
  switch (list) {
    case 'section':
      return `${column('section')} = ${value}`;
    case 'topic':
      return `${column('topics')} @> array[${value}]`;
    case 'thread':
      return inThread(value, relation);
    case 'byline':
      return `${column('bylines')} @> array[${value}]`;
    case 'subject':
      return `${column('subjects')} && ${value}::text[]`;
  }
}

/** SQL: said so that the index of those that have a thread is used. */
export function inThread(slug: string, relation = ''): string {
  const thread = relation ? `${relation}.thread` : 'thread';
  return `${thread} = ${slug} and ${thread} <> ''`;
}
