/** Saves a draft over the revision its editor read. */
import { cleanFields } from './clean-fields.ts';
import { type Result, refuse } from './refusal.ts';
import { findUndoable } from './schedule-store.ts';
import type { StoryFields } from './story.ts';
import { type Client, readDraft, saveDraftRevision } from './story-store.ts';

/** `revision` 0: a first draft since the last act. Refuses where somebody saved in between; nothing is lost then. */
export async function saveDraft(
  deps: { db: Client; now: Date },
  draft: { storyId: number; fields: StoryFields; revision: number; by?: string },
): Promise<Result<{ revision: number }>> {
  // What an act is about to take is not written over; it can still be undone.
  const waiting = await findUndoable(deps.db, draft.storyId);
  if (waiting) return refuse({ kind: 'act-waits', act: waiting.kind, dueAt: waiting.dueAt });
  const saved = await saveDraftRevision(deps.db, {
    ...draft,
    fields: cleanFields(draft.fields),
    savedAt: deps.now,
  });
  if (saved) return { ok: true, value: { revision: draft.revision + 1 } };
  const present = await readDraft(deps.db, draft.storyId);
  return refuse({ kind: 'saved-since', revision: present?.revision ?? 0 });
}
