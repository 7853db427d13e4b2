/**
 * Removes the words of chosen fields from the record, because a law or a court asks for it: from every version, from the
 * draft and from the evidence. The leaves and the proofs stay. What is left on disk is wiped afterwards, outside of the
 * transaction: see record/wipe-removed.ts.
 */

import { relistStory } from '../record/published-store.ts';
import { recordAct } from '../record/record-act.ts';
import { noteWipeDue, refuseFilesOf, removeWords } from '../record/redaction-store.ts';
import { readVersion } from '../record/version-store.ts';
import { type ActDeps, type Acted, type ActRequest, beginAct, coded, noFacts } from './begin-act.ts';
import { type Result, refuse } from './refusal.ts';
import { fieldNames } from './story.ts';

/** What can be redacted: the fields of a story, and the sentences that its acts told readers. */
export const redactable: readonly string[] = [...fieldNames, 'note'];

/** Inside the caller's transaction. `fields`: names, or "all". */
export async function redactStory(
  { db, now }: ActDeps,
  asked: ActRequest & { fields?: readonly string[] | undefined },
): Promise<Result<Acted>> {
  const said = (asked.fields ?? []).map((name) => name.trim()).filter(Boolean);
  if (said.length === 0) return refuse({ kind: 'no-fields', known: redactable });
  const unknown = said.find((name) => name !== 'all' && !redactable.includes(name));
  if (unknown !== undefined) return refuse({ kind: 'no-such-field', field: unknown, known: redactable });
  const redacts = redactable.filter(
    (name) => said.includes(name) || (said.includes('all') && name !== 'note'),
  );

  const begun = await beginAct(db, 'redact', asked);
  if (!begun.ok) return begun;
  const story = coded(begun.value.story);
  const version = begun.value.soFar.last?.version ?? 0;
  const newest = await readVersion(db, story.id, version);
  const gone = new Set([...redacts, ...(newest?.gaps ?? []).map(({ field }) => field)]);
  const allGone = ['headline', 'lead', 'body'].every((field) => gone.has(field));
  const recorded = await recordAct(db, {
    ...noFacts,
    ...begun.value,
    state: allGone ? 'removed' : begun.value.state,
    story,
    kind: 'redact',
    version,
    fields: null,
    redacts,
    now,
  });
  await removeWords(db, { storyId: story.id, actId: recorded.actId, fields: redacts });
  if (redacts.some((name) => name !== 'note'))
    await refuseFilesOf(db, { storyId: story.id, actId: recorded.actId });
  await noteWipeDue(db, recorded.actId);
  await relistStory(db, story);
  return { ok: true, value: { code: story.code, version, actId: recorded.actId, actedAt: recorded.actedAt } };
}
