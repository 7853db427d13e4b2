/** All that the desk shows of one story. */
import { may } from '../people/policy.ts';
import { actKinds } from '../record/act.ts';
import { readHistory } from '../record/read-history.ts';
import { readSoFar } from '../record/record-store.ts';
import { newestVersion, readVersion, type Version } from '../record/version-store.ts';
import { reasonClasses } from '../stories/reason-class.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { listScheduled } from '../stories/schedule-store.ts';
import { wholeFields } from '../stories/story.ts';
import { readDraft, type StoryRow } from '../stories/story-store.ts';
import { stateAfter } from '../stories/what-may-follow.ts';
import { actVerb } from './act-at-desk.ts';
import { type DeskDeps, holdStoryAtDesk } from './at-desk.ts';
import type { DeskStory } from './desk-api.ts';
import { type DeskItem, listCopies, listNotes, listOtherLanguages } from './desk-store.ts';
import { readRows } from './row-store.ts';
import { isPromised } from './standing-still.ts';

export async function readDeskStory(deps: DeskDeps, id: number): Promise<Result<DeskStory>> {
  const held = await holdStoryAtDesk(deps, id, 'story.read');
  if (!held.ok) return held;
  const { db, now, person } = deps;
  const { story, item } = held.value;
  const [row] = await readRows(db, now, [id]);
  if (!row) return refuse({ kind: 'no-such-story' });
  const draft = await readDraft(db, id);
  const soFar = await readSoFar(db, id);
  const fields = draft?.fields ?? wholeFields((await newestOf(deps, id))?.fields ?? {});
  const place = { desk: item.desk, lang: story.lang };
  return {
    ok: true,
    value: {
      row,
      fields,
      revision: draft?.revision ?? 0,
      savedAt: draft?.saved_at.toISOString() ?? null,
      savedBy: draft?.saved_by ?? null,
      doubts: draft?.doubts ?? [],
      acts: (await readHistory(db, id)).map((act) => ({
        actId: act.actId,
        kind: act.kind,
        version: act.version,
        madeVersion: act.madeVersion,
        at: act.actedAt.toISOString(),
        by: act.by,
        reasonClass: act.reasonClass,
        note: act.note,
      })),
      scheduled: (await listScheduled(db, id)).map((one) => ({
        id: one.id,
        kind: one.kind,
        dueAt: one.dueAt.toISOString(),
        by: one.by,
        state: one.state,
        outcome: one.outcome,
        undoable: one.undoable,
      })),
      notes: await listNotes(db, id),
      copies: await listCopies(db, id),
      translations: await translationsOf(deps, story),
      source: await sourceOf(deps, item),
      may: {
        write: may(person, 'draft.write', place) && !(await isPromised(deps, held.value)),
        handIn: may(person, 'story.hand-in', place),
        place: may(person, 'story.place', place),
        acts: actKinds.filter(
          (kind) =>
            may(person, actVerb(kind), place) &&
            reasonClasses[kind].some((reasonClass) => stateAfter(soFar, { kind, reasonClass }) !== null),
        ),
      },
    },
  };
}

export async function newestOf({ db }: Pick<DeskDeps, 'db'>, id: number): Promise<Version | null> {
  const number = await newestVersion(db, id);
  return number > 0 ? readVersion(db, id, number) : null;
}

/** Those that the person may read: their headlines are words of other desks. */
async function translationsOf({ db, person }: DeskDeps, story: StoryRow): Promise<DeskStory['translations']> {
  if (!story.translation_group) return [];
  const all = await listOtherLanguages(db, story.translation_group, story.id);
  return all
    .filter(({ desk, lang }) => may(person, 'story.read', { desk, lang }))
    .map(({ desk: _desk, ...translation }) => translation);
}

async function sourceOf(deps: DeskDeps, item: DeskItem): Promise<DeskStory['source']> {
  if (item.sourceId === null || item.sourceAs !== 'translation') return null;
  const [row] = await readRows(deps.db, deps.now, [item.sourceId]);
  if (!row || !may(deps.person, 'story.read', { desk: row.desk, lang: row.lang })) return null;
  const { id, lang, headline, version } = row;
  return { id, lang, headline, atVersion: item.sourceVersion ?? 0, version };
}
