/**
 * Stores an act that is to come. Scheduling is no act itself: nothing of it is in the record until it is due, and then
 * the rules are asked again.
 */
import { readSoFar } from '../record/record-store.ts';
import { beginAct } from './begin-act.ts';
import type { ActOrder } from './perform-act.ts';
import { type Result, refuse } from './refusal.ts';
import { insertScheduled } from './schedule-store.ts';
import { type Client, readDraft, setEmbargo } from './story-store.ts';

export type Scheduled = { id: number; code: number | null; dueAt: Date };

/** Inside the caller's transaction. `embargo`: the draft may not become public before either. */
export async function scheduleAct(
  { db, now }: { db: Client; now: Date },
  order: ActOrder & { dueAt: Date; embargo: boolean; undoable?: boolean },
): Promise<Result<Scheduled>> {
  if (order.dueAt <= now) return refuse({ kind: 'time-is-past', at: order.dueAt });
  const begun = await beginAct(db, order.kind, order);
  if (!begun.ok) return begun;
  const { story, reasonClass, note, by } = begun.value;
  const needsDraft = order.kind === 'publish' || order.kind === 'update' || order.kind === 'correct';
  if (needsDraft) {
    const draft = await readDraft(db, story.id);
    if (!draft)
      return refuse({ kind: 'no-draft', code: story.code, last: (await readSoFar(db, story.id)).last });
    if (order.revision !== undefined && order.revision !== draft.revision)
      return refuse({ kind: 'saved-since', revision: draft.revision });
    if (order.embargo) await setEmbargo(db, story.id, order.dueAt);
    else if (draft.embargo_until && draft.embargo_until > order.dueAt)
      return refuse({ kind: 'embargoed', until: draft.embargo_until });
  }
  const { kind, dueAt, replacement = null, fields = [], undoable = false } = order;
  // What can be undone stands still until it is due: it is done with what its author saw, or not at all.
  const seen = undoable ? { basedOn: begun.value.soFar.last?.actId ?? null, revision: order.revision } : {};
  const asked = { replacement, fields, ...seen };
  const act = { storyId: story.id, kind, dueAt, reasonClass, note, asked, by, askedAt: now, undoable };
  const id = await insertScheduled(db, act);
  return { ok: true, value: { id, code: story.code, dueAt } };
}
