/** Publishes a story's draft as its first version. */
import type { ActDeps, Acted, ActRequest } from './begin-act.ts';
import { publishDraft } from './publish-draft.ts';
import type { Result } from './refusal.ts';

/** Inside the caller's transaction. Refuses a story that is published already. */
export async function publishStory(deps: ActDeps, asked: ActRequest): Promise<Result<Acted>> {
  return publishDraft(deps, asked, 'publish');
}
