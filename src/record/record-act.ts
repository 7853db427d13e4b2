/**
 * Records one act: the act, its version, its commitments, the outbox row and what is public now, in the transaction of
 * the caller, all or nothing.
 */

import type { StoryFields } from '../stories/story.ts';
import type { Client, StoryRow } from '../stories/story-store.ts';
import { nextActTime } from './act-time.ts';
import { commitTo } from './commitment.ts';
import { putPublished } from './published-store.ts';
import {
  type ActKind,
  announceAct,
  insertAct,
  insertCommitments,
  insertOutbox,
  insertVersion,
  lockLog,
} from './record-store.ts';

export type NewAct = {
  story: StoryRow & { code: number };
  kind: ActKind;
  version: number;
  fields: StoryFields;
  by: string;
  reasonClass: string;
  note: string;
  statedAt: Date | null;
  /** The injected clock's present moment. */
  now: Date;
};

export async function recordAct(db: Client, act: NewAct): Promise<{ actId: number; actedAt: Date }> {
  const { story, version, fields, statedAt } = act;
  const actedAt = nextActTime(act.now, await lockLog(db));
  const actId = await insertAct(db, {
    storyId: story.id,
    kind: act.kind,
    version,
    reasonClass: act.reasonClass,
    note: act.note,
    actedBy: act.by,
    lang: story.lang,
    actedAt,
    statedAt,
  });
  await insertVersion(db, { storyId: story.id, version, actId, fields });
  await insertCommitments(
    db,
    actId,
    Object.entries(fields).map(([field, value]) => commitTo(field, value)),
  );
  await insertOutbox(db, actId, actedAt);
  await putPublished(db, { story, version, fields, effectiveAt: statedAt ?? actedAt });
  await announceAct(db, { code: story.code, lang: story.lang });
  return { actId, actedAt };
}
