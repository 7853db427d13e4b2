/** Every SQL statement that makes a list of public stories: newest first, by keyset, never by counting from the top. */

import { type StoryFields, wholeFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import type { Image } from '../text/story-text.ts';

export type ListedRow = {
  code: number;
  lang: string;
  headline: string;
  lead: string;
  credit: string;
  dateline: string;
  section: string;
  effective_at: Date;
  updated_at: Date | null;
  version: number;
  picture: Image['attrs'] | null;
};

/** A place in a list: everything after it is older. */
export type Place = { at: Date; code: number };

export type ListQuestion = {
  lang: string;
  section?: string;
  topic?: string;
  after?: Place | null;
  except?: number;
  limit: number;
};

const columns =
  'code, lang, headline, lead, credit, dateline, section, effective_at, updated_at, version, picture';

export async function listStories(db: Client, asked: ListQuestion): Promise<ListedRow[]> {
  const values: unknown[] = [asked.lang];
  const value = (one: unknown) => `$${values.push(one)}`;
  const where = ['lang = $1'];
  if (asked.section !== undefined) where.push(`section = ${value(asked.section)}`);
  if (asked.topic !== undefined) where.push(`topics @> array[${value(asked.topic)}]`);
  if (asked.except !== undefined) where.push(`code <> ${value(asked.except)}`);
  if (asked.after)
    where.push(`(effective_at, code) < (${value(asked.after.at)}, ${value(asked.after.code)})`);
  const { rows } = await db.query<ListedRow>(
    `select ${columns} from published where ${where.join(' and ')}
     order by effective_at desc, code desc limit ${value(asked.limit)}`,
    values,
  );
  return rows;
}

/** The newest stories of each section, in one question. */
export async function listSections(
  db: Client,
  lang: string,
  slugs: string[],
  each: number,
): Promise<ListedRow[]> {
  const { rows } = await db.query<ListedRow>(
    `select newest.* from unnest($2::text[]) with ordinality as wanted (slug, place), lateral (
       select ${columns} from published where lang = $1 and section = wanted.slug
       order by effective_at desc, code desc limit $3) as newest
     order by wanted.place, newest.effective_at desc, newest.code desc`,
    [lang, slugs, each],
  );
  return rows;
}

/** Public stories of one translation group, but for one. */
export async function listTranslations(db: Client, group: string, except: number): Promise<ListedRow[]> {
  const { rows } = await db.query<ListedRow>(
    `select ${columns
      .split(', ')
      .map((name) => `published.${name}`)
      .join(', ')}
     from stories join published on published.story_id = stories.id
     where stories.translation_group = $1 and published.code <> $2 order by published.lang`,
    [group, except],
  );
  return rows;
}

export type TapeRow = { code: number; lang: string; headline: string; acted_at: Date; kind: string };

/** The newest acts of an edition, each with the story's present headline. */
export async function listNewestActs(db: Client, lang: string, limit: number): Promise<TapeRow[]> {
  const { rows } = await db.query<TapeRow>(
    `select published.code, published.lang, published.headline, newest.effective_at as acted_at, newest.kind
     from (select * from acts where lang = $1 order by effective_at desc, id desc limit $2) as newest
     join published using (story_id) order by newest.effective_at desc, newest.id desc`,
    [lang, limit],
  );
  return rows;
}

/** The name that the newest story with a topic gives it; null where no story has it. */
export async function readTopicName(db: Client, lang: string, slug: string): Promise<string | null> {
  const { rows } = await db.query<{ name: string }>(
    `select topic->>'name' as name
     from (select story_id, version from published where lang = $1 and topics @> array[$2]
           order by effective_at desc limit 1) as newest
     join versions using (story_id, version), jsonb_array_elements(fields->'topics') as topic
     where topic->>'slug' = $2`,
    [lang, slug],
  );
  return rows[0]?.name ?? null;
}

/** The newest stories of an edition with all their words, for feeds. */
export async function readStories(
  db: Client,
  lang: string,
  limit: number,
): Promise<{ code: number; effective_at: Date; updated_at: Date | null; fields: StoryFields }[]> {
  const { rows } = await db.query<{
    code: number;
    effective_at: Date;
    updated_at: Date | null;
    fields: StoryFields;
  }>(
    `select published.code, published.effective_at, published.updated_at, versions.fields
     from published join versions using (story_id, version) where published.lang = $1
     order by published.effective_at desc, published.code desc limit $2`,
    [lang, limit],
  );
  return rows.map((row) => ({ ...row, fields: wholeFields(row.fields) }));
}
