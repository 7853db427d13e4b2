/** Publishes a story's draft as its next version. The versions before stay as they are. */
import type { Agency } from '../editions/edition.ts';
import { recordAct } from '../record/record-act.ts';
import { newestVersion } from '../record/version-store.ts';
import { whyNotPublish } from './may-publish.ts';
import type { Publication, Published } from './publish-story.ts';
import { type Result, refuse } from './refusal.ts';
import { type Client, deleteDraft, lockStory, readDraft } from './story-store.ts';

/** Inside the caller's transaction, as `publishStory`. */
export async function updateStory(
  deps: { db: Client; agency: Agency; now: Date },
  { storyId, by, note = '' }: Publication,
): Promise<Result<Published>> {
  const { db, agency, now } = deps;
  const story = await lockStory(db, storyId);
  if (!story) return refuse({ kind: 'no-such-story' });
  const before = await newestVersion(db, storyId);
  if (before === 0) return refuse({ kind: 'not-published', code: story.code });
  const draft = await readDraft(db, storyId);
  if (!draft) return refuse({ kind: 'no-draft', code: story.code });
  const { fields, stated_at: statedAt } = draft;
  const whyNot = whyNotPublish({ code: story.code, lang: story.lang, fields, statedAt, now, agency });
  if (whyNot) return refuse(whyNot);
  const code = story.code as number;
  const version = before + 1;
  const act = { kind: 'update', version, fields, by, reasonClass: '', note, statedAt, now } as const;
  const { actedAt } = await recordAct(db, { story: { ...story, code }, ...act });
  await deleteDraft(db, storyId);
  return { ok: true, value: { code, version, actedAt } };
}
