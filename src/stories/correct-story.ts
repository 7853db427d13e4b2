/** Publishes a story's draft as its next version, because something in the one before was wrong: readers are told so. */
import type { ActDeps, Acted, ActRequest } from './begin-act.ts';
import { publishDraft } from './publish-draft.ts';
import type { Result } from './refusal.ts';

/** Inside the caller's transaction. A held story can be corrected; it stays held. */
export async function correctStory(deps: ActDeps, asked: ActRequest): Promise<Result<Acted>> {
  return publishDraft(deps, asked, 'correct');
}
