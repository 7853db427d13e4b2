/** Publishes a story's draft as its first version. */
import { type Publication, type PublishDeps, type Published, publishDraft } from './publish-draft.ts';
import type { Result } from './refusal.ts';

/** Inside the caller's transaction. Refuses a story that is published already. */
export async function publishStory(deps: PublishDeps, publication: Publication): Promise<Result<Published>> {
  return publishDraft(deps, publication, {
    kind: 'publish',
    whyNot: ({ code }, newest) => (code !== null && newest > 0 ? { kind: 'already-published', code } : null),
  });
}
