/** Publishes a story's draft as its next version, because there is more to tell. The versions before stay as they are. */
import type { ActDeps, Acted, ActRequest } from './begin-act.ts';
import { publishDraft } from './publish-draft.ts';
import type { Result } from './refusal.ts';

/** Inside the caller's transaction. Refuses a story that is not published yet, or was taken back. */
export async function updateStory(deps: ActDeps, asked: ActRequest): Promise<Result<Acted>> {
  return publishDraft(deps, asked, 'update');
}
