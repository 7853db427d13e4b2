/** Saves what an editor wrote, over the revision that he read, or keeps it beside the draft. */
import { newestVersion, readVersion } from '../record/version-store.ts';
import { cleanFields } from '../stories/clean-fields.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { saveDraft } from '../stories/save-draft.ts';
import type { Subject } from '../stories/story.ts';
import { type Client, readDraft } from '../stories/story-store.ts';
import { checkSubjects } from '../subjects/may-choose.ts';
import { type DeskDeps, holdStoryAtDesk } from './at-desk.ts';
import type { CopyAsk, SaveAsk, SavedJson } from './desk-api.ts';
import { insertCopy, listDesks, writeItem } from './desk-store.ts';
import { refuseChange } from './standing-still.ts';

export async function saveAtDesk(deps: DeskDeps, storyId: number, ask: SaveAsk): Promise<Result<SavedJson>> {
  const held = await holdStoryAtDesk(deps, storyId, 'draft.write');
  if (!held.ok) return held;
  const { db, now, person } = deps;
  const { fields, revision } = ask;
  const still = await refuseChange<SavedJson>(deps, held.value);
  if (still) return still;
  const had = fields.subjects.length > 0 ? await subjectsOf(db, storyId) : [];
  const fit = await checkSubjects(db, fields.subjects, had);
  if (!fit.ok) return fit;
  const saved = await saveDraft(deps, { storyId, fields, revision, by: person.name });
  if (!saved.ok) return saved;
  // What is written anew on a story that readers have begins as a draft, wherever the last one stood.
  if (revision === 0) {
    const { item } = held.value;
    const stages = (await listDesks(db)).find(({ slug }) => slug === item.desk)?.stages ?? [];
    const first = stages.find(({ slug }) => slug === 'draft') ?? stages[0];
    if (first) await writeItem(db, storyId, { ...item, stage: first.slug });
  }
  return { ok: true, value: { revision: saved.value.revision, savedAt: now.toISOString() } };
}

/** Those that the story has by its draft, or by what readers have of it. */
async function subjectsOf(db: Client, storyId: number): Promise<Subject[]> {
  const draft = await readDraft(db, storyId);
  const version = await readVersion(db, storyId, await newestVersion(db, storyId));
  return [...(draft?.fields.subjects ?? []), ...(version?.fields.subjects ?? [])];
}

/** A text that lost is kept whole. Whoever may read the story may keep what he wrote. */
export async function keepCopy(deps: DeskDeps, storyId: number, ask: CopyAsk): Promise<Result<null>> {
  const held = await holdStoryAtDesk(deps, storyId, 'draft.write');
  if (!held.ok) return held;
  const { db, now, person } = deps;
  await insertCopy(db, { storyId, by: person.name, at: now, why: ask.why, fields: cleanFields(ask.fields) });
  return { ok: true, value: null };
}

/** Gives up what was written since the last act. Only a story that readers have can do without a draft. */
export async function discardDraft(
  deps: DeskDeps,
  storyId: number,
  { revision }: { revision: number },
): Promise<Result<null>> {
  const held = await holdStoryAtDesk(deps, storyId, 'draft.write');
  if (!held.ok) return held;
  if ((await newestVersion(deps.db, storyId)) === 0)
    return refuse({ kind: 'not-published', code: held.value.story.code });
  const still = await refuseChange<null>(deps, held.value);
  if (still) return still;
  const draft = await readDraft(deps.db, storyId);
  if (!draft || draft.revision !== revision)
    return refuse({ kind: 'saved-since', revision: draft?.revision ?? 0 });
  await insertCopy(deps.db, {
    storyId,
    by: deps.person.name,
    at: deps.now,
    why: 'saved-since',
    fields: draft.fields,
  });
  await deps.db.query('delete from drafts where story_id = $1', [storyId]);
  return { ok: true, value: null };
}
