/** Takes a story back for good: at all its addresses stands a tombstone, now and in every view of the past. */
import { removeFrontHeadlines } from '../fronts/front-store.ts';
import { actWithoutWords } from './act-without-words.ts';
import { type ActDeps, type Acted, type ActRequest, beginAct } from './begin-act.ts';
import { type Result, refuse } from './refusal.ts';
import { isPublic } from './story-store.ts';

/** Inside the caller's transaction. `replacement`: code of the public story that stands in its place. */
export async function killStory(
  { db, now }: ActDeps,
  asked: ActRequest & { replacement?: number | null | undefined },
): Promise<Result<Acted>> {
  const begun = await beginAct(db, 'kill', asked);
  if (!begun.ok) return begun;
  const replacement = asked.replacement ?? null;
  if (replacement !== null && (replacement === begun.value.story.code || !(await isPublic(db, replacement))))
    return refuse({ kind: 'no-replacement', code: replacement });
  const acted = await actWithoutWords(db, { kind: 'kill', begun: begun.value, now, facts: { replacement } });
  if (begun.value.state === 'removed') await removeFrontHeadlines(db, begun.value.story.id);
  return acted;
}
