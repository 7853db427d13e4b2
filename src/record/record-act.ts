/**
 * Records one act: the act, its version, its commitments, its leaf under a signed checkpoint, the outbox row and what is
 * public now, in the transaction of the caller, all or nothing.
 */
import { checkpointText } from '../log/checkpoint.ts';
import { appendLeaf, insertCheckpoint, lockHead } from '../log/log-store.ts';
import { frontierRoot } from '../log/merkle.ts';
import { signNote } from '../log/signed-note.ts';
import { keyForSigning } from '../log/signing-keys.ts';
import { keepPictureUses } from '../pictures/picture-uses.ts';
import type { StoryFields } from '../stories/story.ts';
import type { Client, StoryRow } from '../stories/story-store.ts';
import type { ActKind, PublicState } from './act.ts';
import { type ActFacts, factsOf } from './act-facts.ts';
import { nextActTime } from './act-time.ts';
import { commitTo } from './commitment.ts';
import { leafOf } from './leaf.ts';
import { endSpan, putPublished, putWithheld } from './published-store.ts';
import { announceAct, insertAct, insertCommitments, insertOutbox, insertVersion } from './record-store.ts';

export type NewAct = Omit<ActFacts, 'withdraws'> & {
  story: StoryRow & { code: number };
  kind: ActKind;
  /** What readers get of the story from now on. */
  state: PublicState;
  /** The version that the act makes, or the newest one where it makes none. */
  version: number;
  /** The words of a new version; null: the act makes none. */
  fields: StoryFields | null;
  /** Withdraw: the act that was wrong. */
  withdraws: { actId: number; leafIndex: number } | null;
  /** The injected clock's present moment. */
  now: Date;
};

export type RecordedAct = { actId: number; actedAt: Date; leafIndex: number };

export async function recordAct(db: Client, act: NewAct): Promise<RecordedAct> {
  const { story, kind, version, fields, statedAt, now } = act;
  const head = await lockHead(db);
  const actedAt = nextActTime(now, head.lastActedAt);
  const actId = await insertAct(db, {
    ...act,
    storyId: story.id,
    lang: story.lang,
    actedAt,
    withdraws: act.withdraws?.actId ?? null,
  });
  const facts = factsOf({ ...act, withdraws: act.withdraws?.leafIndex ?? null });
  const made = Object.entries({ ...fields, ...facts }).map(([field, value]) => commitTo(field, value));
  if (fields) await insertVersion(db, { storyId: story.id, version, actId, fields });
  await insertCommitments(db, actId, made);
  const leaf = leafOf({ kind, actedAt, code: story.code, lang: story.lang, version }, made);
  const grown = await appendLeaf(db, head, { actId, leaf, actedAt });
  const key = await keyForSigning(db, head.size, now);
  const text = checkpointText({ origin: key.origin, size: grown.size, root: frontierRoot(grown.frontier) });
  await insertCheckpoint(db, grown.size, signNote(text, [key]));
  await insertOutbox(db, actId, actedAt);
  const at = statedAt ?? actedAt;
  await endSpan(db, story.id, { at, acted: actedAt });
  if (act.state === 'public') await putPublished(db, { story, actId, at, acted: actedAt, version, fields });
  await putWithheld(db, story.id, act.state === 'public' ? null : actId);
  if (fields) await keepPictureUses(db, story.id, fields.body);
  await announceAct(db, { code: story.code, lang: story.lang });
  return { actId, actedAt, leafIndex: head.size };
}
