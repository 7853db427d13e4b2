/**
 * What a new database and one of an older version lack: the first signing key, a leaf for each act that was recorded
 * before there was a log, and the spans of what was public before. Runs after the migrations, under the log's lock.
 */
import type pg from 'pg';
import { checkpointText } from '../log/checkpoint.ts';
import { insertCheckpoint, insertLeaf, type LogHead, lockHead, moveHead } from '../log/log-store.ts';
import { frontierRoot } from '../log/merkle.ts';
import { signNote } from '../log/signed-note.ts';
import { keyForSigning, makeFirstKey, readKeys } from '../log/signing-keys.ts';
import type { Client } from '../stories/story-store.ts';
import type { ActKind } from './act.ts';
import { factsOf } from './act-facts.ts';
import { commitTo, type FieldCommitment } from './commitment.ts';
import { fillBylines } from './fill-bylines.ts';
import { leafOf } from './leaf.ts';
import { relistStory } from './published-store.ts';
import { insertCommitments } from './record-store.ts';
import { inTransaction } from './transaction.ts';

/** Whole or not at all, but for what lists know of a row, which is filled some rows at a time; nothing where nothing is missing. */
export async function completeRecord(pool: pg.Pool, now: Date): Promise<void> {
  if (await isIncomplete(pool)) await inTransaction(pool, (db) => completeWithin(db, now));
  await fillBylines(pool);
}

/** The same inside the caller's transaction. */
export async function completeWithin(db: Client, now: Date): Promise<void> {
  // Of two processes that start at once, one does it.
  await lockHead(db);
  await makeFirstKey(db, now);
  if (!(await hasActsButNoCheckpoint(db))) return;
  await giveLeaves(db, now);
  await listWhatWasPublic(db);
}

async function isIncomplete(db: Client): Promise<boolean> {
  return (await readKeys(db)).length === 0 || (await hasActsButNoCheckpoint(db));
}

async function hasActsButNoCheckpoint(db: Client): Promise<boolean> {
  const { rows } = await db.query<{ missing: boolean }>(
    'select exists (select from acts) and not exists (select from checkpoints) as missing',
  );
  return rows[0]?.missing === true;
}

type OldAct = {
  id: number;
  kind: ActKind;
  code: number;
  lang: string;
  version: number;
  actedAt: Date;
  statedAt: Date | null;
  by: string;
  reasonClass: string;
  note: string;
  made: { field: string; commitment: string }[];
};

/** Acts that are read at once: a leaf is small, an archive is not. */
const batch = 1_000;

/** In the order of recording; then one checkpoint covers them all. */
async function giveLeaves(db: Client, now: Date): Promise<void> {
  let head: LogHead = await lockHead(db);
  for (let after: Date | null = null; ; ) {
    const acts = await readActsAfter(db, after);
    if (acts.length === 0) break;
    for (const act of acts) {
      const facts = factsOf({ ...act, dueAt: null, replacement: null, redacts: [], withdraws: null });
      const added = Object.entries(facts).map(([field, value]) => commitTo(field, value));
      await insertCommitments(db, act.id, added);
      const before = act.made.map(({ field, commitment }) => ({
        field,
        commitment: Buffer.from(commitment, 'hex'),
      }));
      const made: Pick<FieldCommitment, 'field' | 'commitment'>[] = [...before, ...added];
      head = await insertLeaf(db, head, { actId: act.id, leaf: leafOf(act, made), actedAt: act.actedAt });
    }
    after = (acts.at(-1) as OldAct).actedAt;
  }
  await moveHead(db, head);
  const key = await keyForSigning(db, 0, now);
  const text = checkpointText({ origin: key.origin, size: head.size, root: frontierRoot(head.frontier) });
  await insertCheckpoint(db, head.size, signNote(text, [key]));
}

async function readActsAfter(db: Client, after: Date | null): Promise<OldAct[]> {
  const { rows } = await db.query<OldAct>(
    `select acts.id, kind, code, acts.lang, version, acted_at as "actedAt", stated_at as "statedAt", acted_by as by,
       reason_class as "reasonClass", note, (select jsonb_agg(jsonb_build_object('field', field,
         'commitment', encode(commitment, 'hex')) order by field) from field_commitments where act_id = acts.id) as made
     from acts join stories on stories.id = acts.story_id
     where $2::timestamptz is null or acted_at > $2 order by acted_at limit $1`,
    [batch, after],
  );
  return rows;
}

/** Stories with more than one act looked different before. */
async function listWhatWasPublic(db: Client): Promise<void> {
  const { rows } = await db.query<{
    id: number;
    code: number;
    lang: string;
    translation_group: string | null;
  }>(
    `select id, code, lang, translation_group from stories
     where id in (select story_id from acts group by story_id having count(*) > 1) order by id`,
  );
  for (const story of rows) await relistStory(db, story);
}
