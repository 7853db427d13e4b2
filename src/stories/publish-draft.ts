/** Makes a story's draft its next public version: the one way there, for a publication, an update and a correction. */
import { recordAct } from '../record/record-act.ts';
import { newestVersion } from '../record/version-store.ts';
import { type ActDeps, type Acted, type ActRequest, beginAct, coded, noFacts } from './begin-act.ts';
import { whyNotPublish } from './may-publish.ts';
import { type Result, refuse } from './refusal.ts';
import { deleteDraft, isWithLawyer, readDraft } from './story-store.ts';

/** Inside the caller's transaction, which the act's whole weight hangs on: it commits all of it or nothing. */
export async function publishDraft(
  { db, agency, now }: ActDeps,
  asked: ActRequest,
  kind: 'publish' | 'update' | 'correct',
): Promise<Result<Acted>> {
  const begun = await beginAct(db, kind, asked);
  if (!begun.ok) return begun;
  const { story, soFar } = begun.value;
  const draft = await readDraft(db, story.id);
  if (!draft) return refuse({ kind: 'no-draft', code: story.code, last: soFar.last });
  if (asked.revision !== undefined && asked.revision !== draft.revision)
    return refuse({ kind: 'saved-since', revision: draft.revision });
  const { fields, embargo_until: embargoUntil } = draft;
  // Only a first version has a time that its page stated: what changes it, changes it now.
  const statedAt = kind === 'publish' ? draft.stated_at : null;
  const unfit = whyNotPublish({
    code: story.code,
    lang: story.lang,
    fields,
    statedAt,
    embargoUntil,
    withLawyer: await isWithLawyer(db, story.id),
    now,
    agency,
    flash: asked.flash === true,
  });
  if (unfit) return refuse(unfit);
  const version = (await newestVersion(db, story.id)) + 1;
  const act = { ...noFacts, ...begun.value, story: coded(story), kind, version, fields, statedAt, now };
  const { actId, actedAt } = await recordAct(db, act);
  await deleteDraft(db, story.id);
  return { ok: true, value: { code: act.story.code, version, actId, actedAt } };
}
