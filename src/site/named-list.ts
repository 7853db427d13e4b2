/** Lists of an edition that have a name, a page and feeds of their own, and the SQL of what is in them. */
import type { Client } from '../stories/story-store.ts';

/** A list that has feeds of its own. */
export type NamedList = { list: 'section' | 'topic' | 'thread' | 'byline' | 'subject'; slug: string };

/** Lists whose stories have several values in one column, and who finds the stories that have one of some. */
const several = {
  topic: { column: 'topics', stories: 'stories_of_topics' },
  byline: { column: 'bylines', stories: 'stories_of_bylines' },
  subject: { column: 'subjects', stories: 'stories_of_subjects' },
};

/** What so many of the nearest stories have is met soon enough by going through them. */
const common = { among: 500, stories: 20 };
/** What fewer stories have in all is rare: they are looked up one by one. */
const rareBelow = 1_000;

/** The stories that are asked for: those of an edition, until a time; null: until now. */
export type ListSpan = { lang: string; until: Date | null };

/**
 * SQL: whether a row with the columns of `published` is in a list of an edition, quick whether it has many stories or none.
 * @param value makes a parameter of a value.
 */
export async function whereInList(
  db: Client,
  span: ListSpan,
  of: NamedList,
  value: (one: unknown) => string,
): Promise<string> {
  const compared = await valueOfList(db, of);
  const condition = inList(of.list, value(compared));
  return of.list in several
    ? whereAny(db, span, of.list as keyof typeof several, [compared].flat(), condition, value)
    : condition;
}

/** SQL: whether a row has one of these topics, as quick. */
export async function whereSharesTopic(
  db: Client,
  span: ListSpan,
  slugs: string[],
  value: (one: unknown) => string,
): Promise<string> {
  return whereAny(db, span, 'topic', slugs, `topics && ${value(slugs)}::text[]`, value);
}

async function whereAny(
  db: Client,
  span: ListSpan,
  list: keyof typeof several,
  values: string[],
  condition: string,
  value: (one: unknown) => string,
): Promise<string> {
  const ids = await storiesOfRare(db, span, list, values);
  return ids ? `story_id = any (${value(ids)}::bigint[]) and ${condition}` : condition;
}

/**
 * The planner guesses badly how rare a value is, and would go through a whole edition for one that no story has.
 * @returns the ids of all stories that have one of the values, now or in the past; null: they are many, and soon met.
 */
export async function storiesOfRare(
  db: Client,
  { lang, until }: ListSpan,
  list: keyof typeof several,
  values: string[],
): Promise<number[] | null> {
  const { column, stories } = several[list];
  const near = await db.query<{ hits: number }>(
    `select count(*)::int as hits from (
       select 1 from (select ${column} from published where lang = $1 and effective_at <= coalesce($2, 'infinity'::timestamptz)
                      order by effective_at desc, code desc limit ${common.among}) as nearest
       where ${column} && $3::text[] limit ${common.stories}) as found`,
    [lang, until, values],
  );
  if (near.rows[0]?.hits === common.stories) return null;
  const { rows } = await db.query<{ ids: number[] | null }>(`select ${stories}($1, $2, $3) as ids`, [
    values,
    lang,
    rareBelow,
  ]);
  return rows[0]?.ids ?? null;
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
