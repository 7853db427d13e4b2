/** Every SQL statement about acts, versions, commitments and the outbox. */

import type { StoryFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import type { ActKind, PublicState, SoFar } from './act.ts';
import type { ActFacts } from './act-facts.ts';
import type { FieldCommitment } from './commitment.ts';

export type Act = Omit<ActFacts, 'withdraws'> & {
  storyId: number;
  kind: ActKind;
  state: PublicState;
  version: number;
  lang: string;
  actedAt: Date;
  /** Withdraw: id of the wrong act. */
  withdraws: number | null;
};

export async function insertAct(db: Client, act: Act): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into acts (story_id, kind, state, version, reason_class, note, acted_by, lang, acted_at, stated_at, due_at,
       replacement, redacts, withdraws)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
    [
      act.storyId,
      act.kind,
      act.state,
      act.version,
      act.reasonClass,
      act.note,
      act.by,
      act.lang,
      act.actedAt,
      act.statedAt,
      act.dueAt,
      act.replacement,
      act.redacts,
      act.withdraws,
    ],
  );
  return (rows[0] as { id: number }).id;
}

export async function insertVersion(
  db: Client,
  version: { storyId: number; version: number; actId: number; fields: StoryFields },
): Promise<void> {
  await db.query('insert into versions (story_id, version, act_id, fields) values ($1, $2, $3, $4)', [
    version.storyId,
    version.version,
    version.actId,
    JSON.stringify(version.fields),
  ]);
}

export async function insertCommitments(db: Client, actId: number, made: FieldCommitment[]): Promise<void> {
  await db.query(
    `insert into field_commitments (act_id, field, salt, commitment)
     select $1, field, salt, commitment from unnest($2::text[], $3::bytea[], $4::bytea[]) as made (field, salt, commitment)`,
    [actId, made.map((one) => one.field), made.map((one) => one.salt), made.map((one) => one.commitment)],
  );
}

export async function insertOutbox(db: Client, actId: number, createdAt: Date): Promise<void> {
  await db.query('insert into outbox (act_id, created_at) values ($1, $2)', [actId, createdAt]);
}

/** Tells every process that what is public has changed. Heard when the transaction commits. */
export async function announceAct(db: Client, act: { code: number; lang: string }): Promise<void> {
  await db.query("select pg_notify('acts', $1)", [JSON.stringify(act)]);
}

/** How a story has come to where it is: its newest act, and the state before it. */
export async function readSoFar(db: Client, storyId: number): Promise<SoFar> {
  const { rows } = await db.query<LastActRow>(
    `select id as "actId", kind, state, version, reason_class as "reasonClass", acted_by as by, acted_at as "actedAt"
     from acts where story_id = $1 order by id desc limit 2`,
    [storyId],
  );
  const [last, before] = rows;
  return { state: last?.state ?? null, last: last ?? null, before: before?.state ?? null };
}
type LastActRow = NonNullable<SoFar['last']>;

/** Whether the story was taken over from an export that had it without its words. */
export async function hasAbsentWords(db: Client, storyId: number): Promise<boolean> {
  const { rowCount } = await db.query(
    'select from absent_words join acts on acts.id = of_act where story_id = $1 limit 1',
    [storyId],
  );
  return rowCount === 1;
}

export type StoryAct = {
  actId: number;
  /** Its place in the log. */
  leafIndex: number;
  kind: ActKind;
  state: PublicState;
  version: number;
  actedAt: Date;
  statedAt: Date | null;
  dueAt: Date | null;
  effectiveAt: Date;
  by: string;
  reasonClass: string;
  note: string;
  replacement: number | null;
  redacts: string[];
  /** Withdraw: id of the act that was wrong. */
  withdraws: number | null;
  /** Of the version that it made, or that was the newest; empty where that was removed. */
  headline: string;
};

/** All acts on a story in the order of recording. */
export async function listActs(db: Client, storyId: number): Promise<StoryAct[]> {
  const { rows } = await db.query<StoryAct>(
    `select acts.id as "actId", leaves.index as "leafIndex", kind, state, acts.version, acted_at as "actedAt",
       stated_at as "statedAt", due_at as "dueAt", effective_at as "effectiveAt", acted_by as by,
       reason_class as "reasonClass", note, replacement, redacts, withdraws,
       coalesce(versions.fields->>'headline', '') as headline
     from acts join leaves on leaves.act_id = acts.id join versions using (story_id, version)
     where story_id = $1 order by acts.id`,
    [storyId],
  );
  return rows;
}
