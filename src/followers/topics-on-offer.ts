/** Topics of which there is a newsletter: those of the newest stories, the most frequent first. */
import { readTopicName } from '../site/list-store.ts';
import type { Client } from '../stories/story-store.ts';

const newest = 300;
const offered = 24;

/** @param asked slug of one that is offered besides, where it has stories; empty: none. */
export async function topicsOnOffer(
  db: Client,
  lang: string,
  asked: string,
): Promise<{ slug: string; name: string }[]> {
  const { rows } = await db.query<{ slug: string; name: string }>(
    `with newest as (
       select story_id, version, effective_at from published where lang = $1 order by effective_at desc, code desc limit $2)
     select topic->>'slug' as slug, (array_agg(topic->>'name' order by newest.effective_at desc))[1] as name
     from newest join versions using (story_id, version), jsonb_array_elements(fields->'topics') as topic
     group by 1 order by count(*) desc, 1 limit $3`,
    [lang, newest, offered],
  );
  if (!asked || rows.some(({ slug }) => slug === asked)) return rows;
  const name = await readTopicName(db, lang, asked);
  return name === null ? rows : [...rows, { slug: asked, name }];
}
