/** The topics of an edition, for whoever writes what they are: their names there, and the short names of their addresses. */
import type { Client } from '../stories/story-store.ts';

/** @property stories how many of the newest public stories have it. */
export type TopicInUse = { slug: string; name: string; stories: number };

/** Of how many public stories, the newest, topics are gathered: however long the archive is. */
const newest = 5_000;
/** How many topics are listed at most, the most frequent. */
const mostListed = 300;

/** By name as the newest story with a topic has it. @returns the most frequent first. */
export async function listTopicsInUse(db: Client, lang: string): Promise<TopicInUse[]> {
  const { rows } = await db.query<TopicInUse>(
    // The words of a version are read for the newest story of each topic alone.
    `select used.slug, topic ->> 'name' as name, used.stories
     from (
       select slug, count(*)::int as stories, (array_agg(story_id order by effective_at desc, code desc))[1] as story_id
       from (
         select story_id, code, effective_at, topics from published
         where lang = $1 and story_id not in (select story_id from withheld)
         order by effective_at desc, code desc limit ${newest}) as lately, unnest(topics) as slug
       group by slug order by count(*) desc, slug limit ${mostListed}) as used
     join published using (story_id)
     join versions using (story_id, version), jsonb_array_elements(fields -> 'topics') as topic
     where topic ->> 'slug' = used.slug
     order by used.stories desc, used.slug`,
    [lang],
  );
  return rows;
}

/** By language, of each edition. */
export async function listTopicsOfEditions(
  db: Client,
  langs: readonly string[],
): Promise<Record<string, TopicInUse[]>> {
  const topics: Record<string, TopicInUse[]> = {};
  for (const lang of langs) topics[lang] = await listTopicsInUse(db, lang);
  return topics;
}
