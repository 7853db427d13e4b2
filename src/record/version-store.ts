/** Reading versions. */

import type { StoryFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';

/** @returns the number of a story's newest version, 0 where nothing was published. */
export async function newestVersion(db: Client, storyId: number): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from versions where story_id = $1',
    [storyId],
  );
  return rows[0]?.version ?? 0;
}

export type PublicStory = {
  story_id: number;
  code: number;
  lang: string;
  version: number;
  effective_at: Date;
  updated_at: Date | null;
  fields: StoryFields;
  translation_group: string | null;
};

/** The newest public version of the story with this code, or null. */
export async function readPublicStory(db: Client, code: number): Promise<PublicStory | null> {
  const { rows } = await db.query<PublicStory>(
    `select published.story_id, published.code, published.lang, published.version, published.effective_at,
       published.updated_at, versions.fields, stories.translation_group
     from published join versions using (story_id, version) join stories on stories.id = published.story_id
     where published.code = $1`,
    [code],
  );
  return rows[0] ?? null;
}
