/** Makes a story's draft its next public version: the one way there, for a first publication and for an update. */
import type { Agency } from '../editions/edition.ts';
import { recordAct } from '../record/record-act.ts';
import type { ActKind } from '../record/record-store.ts';
import { newestVersion } from '../record/version-store.ts';
import { whyNotPublish } from './may-publish.ts';
import { type Refusal, type Result, refuse } from './refusal.ts';
import { type Client, deleteDraft, lockStory, readDraft, type StoryRow } from './story-store.ts';

export type PublishDeps = { db: Client; agency: Agency; now: Date };
export type Publication = { storyId: number; by: string; note?: string };
export type Published = { code: number; version: number; actedAt: Date };

/** An act on the draft, and what its kind has against a story whose newest version is `newest` (0: none). */
type DraftAct = { kind: ActKind; whyNot: (story: StoryRow, newest: number) => Refusal | null };

/** Inside the caller's transaction, which the act's whole weight hangs on: it commits all of it or nothing. */
export async function publishDraft(
  { db, agency, now }: PublishDeps,
  { storyId, by, note = '' }: Publication,
  { kind, whyNot }: DraftAct,
): Promise<Result<Published>> {
  const story = await lockStory(db, storyId);
  if (!story) return refuse({ kind: 'no-such-story' });
  const newest = await newestVersion(db, storyId);
  const wrongAct = whyNot(story, newest);
  if (wrongAct) return refuse(wrongAct);
  const draft = await readDraft(db, storyId);
  if (!draft) return refuse({ kind: 'no-draft', code: story.code });
  const { fields, stated_at: statedAt } = draft;
  const unfit = whyNotPublish({ code: story.code, lang: story.lang, fields, statedAt, now, agency });
  if (unfit) return refuse(unfit);
  const code = story.code as number;
  const version = newest + 1;
  const act = { kind, version, fields, by, reasonClass: '', note, statedAt, now };
  const { actedAt } = await recordAct(db, { story: { ...story, code }, ...act });
  await deleteDraft(db, storyId);
  return { ok: true, value: { code, version, actedAt } };
}
