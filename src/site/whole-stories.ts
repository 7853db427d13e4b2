/** Public stories with all their words, for feeds. */
import { type StoryFields, wholeFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import { type NamedList, whereInList } from './named-list.ts';

export type WholeStory = {
  storyId: number;
  code: number;
  lang: string;
  effective_at: Date;
  updated_at: Date | null;
  fields: StoryFields;
};

/** The newest stories of an edition, or of one of its lists, with all their words, for feeds. */
export async function readStories(
  db: Client,
  lang: string,
  limit: number,
  of: NamedList | null = null,
): Promise<WholeStory[]> {
  const values: unknown[] = [lang, limit];
  const inIt = of && (await whereInList(db, { lang, until: null }, of, (one) => `$${values.push(one)}`));
  const { rows } = await db.query<WholeStory>(
    `select published.story_id as "storyId", published.code, published.lang, published.effective_at, published.updated_at, versions.fields
     from (select * from published where lang = $1 ${inIt ? `and ${inIt}` : ''}
           order by effective_at desc, code desc limit $2) as published join versions using (story_id, version)
     order by published.effective_at desc, published.code desc`,
    values,
  );
  return rows.map((row) => ({ ...row, fields: wholeFields(row.fields) }));
}

/** All words of chosen public stories, in the order of the ids. */
export async function readWholeStories(db: Client, storyIds: number[]): Promise<WholeStory[]> {
  const { rows } = await db.query<WholeStory>(
    `select published.story_id as "storyId", published.code, published.lang, published.effective_at, published.updated_at, versions.fields
     from unnest($1::bigint[]) with ordinality as chosen (story_id, place)
       join published using (story_id) join versions using (story_id, version)
     order by chosen.place`,
    [storyIds],
  );
  return rows.map((row) => ({ ...row, fields: wholeFields(row.fields) }));
}
