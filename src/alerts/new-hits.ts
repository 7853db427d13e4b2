/** Stories that fit an alert's question and were published since a moment. */
import { searchStories } from '../search/search-store.ts';
import type { Client } from '../stories/story-store.ts';

/** @param at `effectiveAt`. */
export type NewHit = { storyId: number; at: Date };

/** Stories that one mail tells of at most; whatever fits beside them is on the search page. */
export const mostHits = 50;

/** The newest first. @param question as the search page's address says it, in one spelling (`readQuestion`). */
export async function newHits(
  db: Client,
  { lang, question, since }: { lang: string; question: string; since: Date },
): Promise<NewHit[]> {
  const asked = new URLSearchParams(question);
  const { hits } = await searchStories(db, {
    lang,
    query: asked.get('q') ?? '',
    from: since,
    to: null,
    topic: (asked.get('topic') ?? '').toLowerCase().replace(/\s+/g, '-'),
    after: null,
    limit: mostHits,
  });
  const { rows } = await db.query<NewHit>(
    'select story_id as "storyId", effective_at as at from published where code = any($1) order by effective_at desc',
    [hits.map(({ code }) => code)],
  );
  return rows;
}
