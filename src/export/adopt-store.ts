/** Every SQL statement that puts a record taken over from an export into an empty installation. */

import type { Client } from '../stories/story-store.ts';
import type { PublicKey } from './log-files.ts';

export type StoryRows = {
  stories: { id: number; code: number; lang: string; translation_group: string | null; created_at: string }[];
  acts: ActRow[];
  versions: { story_id: number; version: number; act_id: number; fields: Record<string, unknown> }[];
  /** In base64. */
  commitments: { act_id: number; field: string; salt: string | null; commitment: string }[];
  leaves: { index: number; act_id: number; leaf: string; hash: string }[];
  redactions: { of_act: number; field: string; act_id: number }[];
  absent: { of_act: number; field: string }[];
  withheld: { story_id: number; act_id: number }[];
  uses: { sha256: string; story_id: number }[];
};

export type ActRow = {
  id: number;
  story_id: number;
  kind: string;
  state: string;
  version: number;
  reason_class: string;
  note: string;
  acted_by: string;
  lang: string;
  acted_at: string;
  stated_at: string | null;
  due_at: string | null;
  replacement: number | null;
  redacts: string[];
  withdraws: number | null;
};

/** Whether nothing was ever filed or recorded. Settings, and a key that has signed nothing, may be there. */
export async function isEmptyInstallation(db: Client): Promise<boolean> {
  const { rows } = await db.query<{ empty: boolean }>(
    `select not exists (select from stories) and not exists (select from acts) and not exists (select from leaves)
       and not exists (select from checkpoints) as empty`,
  );
  return rows[0]?.empty === true;
}

/** Acts keep the order of the log: their ids are their places in it, from 1 on. */
export async function insertStoryRows(db: Client, rows: StoryRows, takenAt: Date): Promise<void> {
  const put = (statement: string, list: unknown[], ...more: unknown[]) =>
    list.length === 0 ? Promise.resolve() : db.query(statement, [JSON.stringify(list), ...more]);
  await put(
    `insert into stories (id, code, lang, translation_group, created_at) overriding system value
     select * from jsonb_to_recordset($1) as row (id bigint, code bigint, lang text, translation_group uuid,
       created_at timestamptz)`,
    rows.stories,
  );
  await put(
    `insert into acts (id, story_id, kind, state, version, reason_class, note, acted_by, lang, acted_at, stated_at, due_at,
       replacement, redacts, withdraws) overriding system value
     select id, story_id, kind, state, version, reason_class, note, acted_by, lang, acted_at, stated_at, due_at,
       replacement, array(select jsonb_array_elements_text(redacts)), withdraws
     from jsonb_to_recordset($1) as row (id bigint, story_id bigint, kind text, state text, version integer,
       reason_class text, note text, acted_by text, lang text, acted_at timestamptz, stated_at timestamptz,
       due_at timestamptz, replacement bigint, redacts jsonb, withdraws bigint)`,
    rows.acts,
  );
  await put(
    `insert into versions (story_id, version, act_id, fields)
     select * from jsonb_to_recordset($1) as row (story_id bigint, version integer, act_id bigint, fields jsonb)`,
    rows.versions,
  );
  await put(
    `insert into field_commitments (act_id, field, salt, commitment)
     select act_id, field, decode(salt, 'base64'), decode(commitment, 'base64')
     from jsonb_to_recordset($1) as row (act_id bigint, field text, salt text, commitment text)`,
    rows.commitments,
  );
  await put(
    `insert into leaves (index, act_id, leaf, hash)
     select index, act_id, leaf, decode(hash, 'base64')
     from jsonb_to_recordset($1) as row (index bigint, act_id bigint, leaf text, hash text)`,
    rows.leaves,
  );
  await put(
    `insert into redactions (of_act, field, act_id)
     select * from jsonb_to_recordset($1) as row (of_act bigint, field text, act_id bigint)`,
    rows.redactions,
  );
  await put(
    `insert into absent_words (of_act, field)
     select * from jsonb_to_recordset($1) as row (of_act bigint, field text)`,
    rows.absent,
  );
  await put(
    `insert into withheld (story_id, act_id)
     select * from jsonb_to_recordset($1) as row (story_id bigint, act_id bigint)`,
    rows.withheld,
  );
  await put(
    `insert into picture_uses (sha256, story_id)
     select decode(sha256, 'hex'), story_id from jsonb_to_recordset($1) as row (sha256 text, story_id bigint)`,
    rows.uses,
  );
  // They were delivered, as far as they were, by the installation that recorded them: they owe nothing any more.
  await put(
    `insert into outbox (act_id, created_at, taken_at)
     select id, acted_at, $2 from jsonb_to_recordset($1) as row (id bigint, acted_at timestamptz)`,
    rows.acts,
    takenAt,
  );
}

export async function insertPicture(
  db: Client,
  picture: { sha256: string; mediaType: string; width: number; height: number; bytes: Buffer },
): Promise<void> {
  await db.query(
    `insert into pictures (sha256, media_type, width, height, bytes) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [Buffer.from(picture.sha256, 'hex'), picture.mediaType, picture.width, picture.height, picture.bytes],
  );
}

/** The keys of the record in place of a fresh one that has signed nothing. No secret comes with them. */
export async function replaceKeys(db: Client, keys: PublicKey[]): Promise<void> {
  await db.query('delete from signing_keys');
  for (const { origin, vkey, fromSize, how, handover, madeAt } of keys)
    await db.query(
      `insert into signing_keys (origin, vkey, secret, from_size, how, handover, made_at)
       values ($1, $2, null, $3, $4, $5, $6)`,
      [origin, vkey, fromSize, how, handover, madeAt],
    );
}

export async function insertSubtrees(
  db: Client,
  level: number,
  from: number,
  hashes: Buffer[],
): Promise<void> {
  await db.query(
    `insert into log_subtrees (level, index, hash)
     select $1, $2 + place - 1, hash from unnest($3::bytea[]) with ordinality as made (hash, place)`,
    [level, from, hashes],
  );
}

export async function insertCheckpoints(db: Client, made: { size: number; note: string }[]): Promise<void> {
  await db.query(
    'insert into checkpoints (size, note) select size, note from unnest($1::bigint[], $2::text[]) as made (size, note)',
    [made.map(({ size }) => size), made.map(({ note }) => note)],
  );
}

/** The head of the log, the largest code, and where the numbers of rows go on. */
export async function setEnds(
  db: Client,
  ends: { size: number; frontier: Buffer[]; lastActedAt: Date; stories: number; largestCode: number },
): Promise<void> {
  await db.query('update log_head set size = $1, frontier = $2, last_acted_at = $3', [
    ends.size,
    Buffer.concat(ends.frontier),
    ends.lastActedAt,
  ]);
  await db.query('update code_counter set largest = greatest(largest, $1)', [ends.largestCode]);
  await db.query(`select setval(pg_get_serial_sequence('stories', 'id'), $1)`, [ends.stories]);
  await db.query(`select setval(pg_get_serial_sequence('acts', 'id'), $1)`, [ends.size]);
}
