/** Publishes a story's draft as its next version. The versions before stay as they are. */
import { type Publication, type PublishDeps, type Published, publishDraft } from './publish-draft.ts';
import type { Result } from './refusal.ts';

/** Inside the caller's transaction. Refuses a story that is not published yet. */
export async function updateStory(deps: PublishDeps, publication: Publication): Promise<Result<Published>> {
  return publishDraft(deps, publication, {
    kind: 'update',
    whyNot: ({ code }, newest) => (newest === 0 ? { kind: 'not-published', code } : null),
  });
}
