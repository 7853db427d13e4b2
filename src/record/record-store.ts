/** Every SQL statement about acts, versions, commitments and the outbox. */

import type { StoryFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import type { FieldCommitment } from './commitment.ts';

/** Lock under which acts are recorded one after the other. The number means nothing; it is ours. */
const logLock = 7_213_002;

/** Holds the log until the transaction ends. @returns `actedAt` of the last act, or null. */
export async function lockLog(db: Client): Promise<Date | null> {
  await db.query('select pg_advisory_xact_lock($1)', [logLock]);
  const { rows } = await db.query<{ last: Date | null }>('select max(acted_at) as last from acts');
  return rows[0]?.last ?? null;
}

export type ActKind = 'publish' | 'update';

export type Act = {
  storyId: number;
  kind: ActKind;
  version: number;
  reasonClass: string;
  note: string;
  actedBy: string;
  lang: string;
  actedAt: Date;
  statedAt: Date | null;
};

export async function insertAct(db: Client, act: Act): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into acts (story_id, kind, version, reason_class, note, acted_by, lang, acted_at, stated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      act.storyId,
      act.kind,
      act.version,
      act.reasonClass,
      act.note,
      act.actedBy,
      act.lang,
      act.actedAt,
      act.statedAt,
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

export type StoryAct = {
  version: number;
  kind: ActKind;
  actedAt: Date;
  statedAt: Date | null;
  by: string;
  note: string;
  headline: string;
};

/** All acts on a story in the order of recording, each with the headline of the version it made. */
export async function listActs(db: Client, storyId: number): Promise<StoryAct[]> {
  const { rows } = await db.query<StoryAct>(
    `select acts.version, acts.kind, acts.acted_at as "actedAt", acts.stated_at as "statedAt", acts.acted_by as by,
       acts.note, versions.fields->>'headline' as headline
     from acts join versions on versions.act_id = acts.id where acts.story_id = $1 order by acts.acted_at`,
    [storyId],
  );
  return rows;
}
