/** Publishes a story's draft as its first version. */
import type { Agency } from '../editions/edition.ts';
import { recordAct } from '../record/record-act.ts';
import { newestVersion } from '../record/version-store.ts';
import { whyNotPublish } from './may-publish.ts';
import { type Result, refuse } from './refusal.ts';
import { type Client, deleteDraft, lockStory, readDraft } from './story-store.ts';

export type Publication = { storyId: number; by: string; note?: string };
export type Published = { code: number; version: number; actedAt: Date };

/** Inside the caller's transaction, which the act's whole weight hangs on: it commits all of it or nothing. */
export async function publishStory(
  deps: { db: Client; agency: Agency; now: Date },
  { storyId, by, note = '' }: Publication,
): Promise<Result<Published>> {
  const { db, agency, now } = deps;
  const story = await lockStory(db, storyId);
  if (!story) return refuse({ kind: 'no-such-story' });
  if (story.code !== null && (await newestVersion(db, storyId)) > 0) {
    return refuse({ kind: 'already-published', code: story.code });
  }
  const draft = await readDraft(db, storyId);
  if (!draft) return refuse({ kind: 'no-draft', code: story.code });
  const { fields, stated_at: statedAt } = draft;
  const whyNot = whyNotPublish({ code: story.code, lang: story.lang, fields, statedAt, now, agency });
  if (whyNot) return refuse(whyNot);
  const code = story.code as number;
  const act = { kind: 'publish', version: 1, fields, by, reasonClass: '', note, statedAt, now } as const;
  const { actedAt } = await recordAct(db, { story: { ...story, code }, ...act });
  await deleteDraft(db, storyId);
  return { ok: true, value: { code, version: 1, actedAt } };
}
