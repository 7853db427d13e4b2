/** Stories that fit an alert's question and were published since a moment: what its search page would find, newest first. */
import { type Agency, editionOf } from '../editions/edition.ts';
import { readAsked } from '../search/asked-search.ts';
import { readQuestionIn } from '../search/read-question.ts';
import { listHits } from '../search/search-store.ts';
import type { Client } from '../stories/story-store.ts';

/** @param at `effectiveAt`. */
export type NewHit = { storyId: number; at: Date };

/** Stories that one mail tells of at most; whatever fits beside them is on the search page. */
export const mostHits = 50;

/**
 * None where the question can no longer be asked, for its edition is gone.
 * @param question as the search page's address says it, in one spelling (`readQuestion`).
 */
export async function newHits(
  db: Client,
  agency: Agency,
  { lang, question, since }: { lang: string; question: string; since: Date },
): Promise<NewHit[]> {
  const edition = editionOf(agency, lang);
  const read = edition && readAsked(agency, edition, new URLSearchParams(question));
  if (!read?.ok || read.asksNothing) return [];
  const readings = await readQuestionIn(db, read.question.langs, read.question.question);
  const asked = { asked: read.question, readings, part: 'asked', since, except: null } as const;
  const hits = await listHits(db, asked, { after: null, limit: mostHits });
  return hits.map(({ story_id: storyId, effective_at: at }) => ({ storyId, at }));
}
