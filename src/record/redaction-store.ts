/** Every SQL statement that takes words out of the record. */
import { createHmac, randomBytes } from 'node:crypto';
import { removeFrontHeadlines } from '../fronts/front-store.ts';
import { pictureHashes } from '../pictures/picture-uses.ts';
import { fieldNames, type StoryFields, wholeFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';

type Removal = { storyId: number; actId: number; fields: readonly string[] };

/** Takes fields and their salts out of every version, act and draft of a story; with the body, its pictures. */
export async function removeWords(db: Client, { storyId, actId, fields }: Removal): Promise<void> {
  await db.query(
    `insert into redactions (of_act, field, act_id)
     select field_commitments.act_id, field_commitments.field, $2 from field_commitments
       join acts on acts.id = field_commitments.act_id
     where acts.story_id = $1 and acts.id <> $2 and field_commitments.field = any ($3)
     on conflict do nothing`,
    [storyId, actId, fields],
  );
  await db.query(
    `update field_commitments set salt = null from redactions
     where redactions.of_act = field_commitments.act_id and redactions.field = field_commitments.field
       and redactions.act_id = $1`,
    [actId],
  );
  const words = fields.filter((field) => (fieldNames as string[]).includes(field));
  await db.query(
    'update versions set fields = fields - $2::text[] where story_id = $1 and fields ?| $2::text[]',
    [storyId, words],
  );
  if (fields.includes('note')) {
    await db.query(`update acts set note = '' where story_id = $1 and id <> $2 and note <> ''`, [
      storyId,
      actId,
    ]);
    await db.query(`update scheduled_acts set note = '' where story_id = $1 and note <> ''`, [storyId]);
  }
  const shown = words.includes('body') ? await picturesAtDesk(db, storyId) : [];
  const none = wholeFields({});
  const emptied = Object.fromEntries(words.map((word) => [word, none[word as keyof StoryFields]]));
  await db.query(
    `update drafts set fields = fields || $2, doubts = '{}', revision = revision + 1 where story_id = $1`,
    [storyId, JSON.stringify(emptied)],
  );
  // What the desk said and kept of the story may have the same words.
  await db.query('delete from draft_copies where story_id = $1', [storyId]);
  await db.query('delete from desk_notes where story_id = $1', [storyId]);
  await db.query(`update desk_items set slug = '' where story_id = $1 and slug <> ''`, [storyId]);
  if (words.includes('headline')) await removeFrontHeadlines(db, storyId);
  if (words.includes('body')) await removePictures(db, storyId, shown);
}

/** Notes that the disk still has the words, until they are wiped (wipe-removed.ts). */
export async function noteWipeDue(db: Client, actId: number): Promise<void> {
  await db.query('insert into wipes_due (act_id) values ($1)', [actId]);
}

/** SHA-256 of the pictures that readers may never have got: of its draft, and of the texts kept beside it. */
async function picturesAtDesk(db: Client, storyId: number): Promise<Buffer[]> {
  const { rows } = await db.query<{ fields: Partial<StoryFields> }>(
    `select fields from drafts where story_id = $1 union all select fields from draft_copies where story_id = $1`,
    [storyId],
  );
  return rows.flatMap(({ fields }) =>
    pictureHashes(wholeFields(fields).body).map((hash) => Buffer.from(hash, 'hex')),
  );
}

/** Pictures that nothing shows any more: no other story, no draft, and no text kept beside one. */
async function removePictures(db: Client, storyId: number, atDesk: Buffer[]): Promise<void> {
  const { rows } = await db.query<{ body: StoryFields['body'] }>(
    `select fields -> 'body' as body from versions where story_id = $1 and fields ? 'body'
     union all select fields -> 'body' from drafts where story_id = $1`,
    [storyId],
  );
  const still = rows.flatMap(({ body }) => pictureHashes(body)).map((hash) => Buffer.from(hash, 'hex'));
  const dropped = await db.query<{ sha256: Buffer }>(
    'delete from picture_uses where story_id = $1 and not sha256 = any ($2) returning sha256',
    [storyId, still],
  );
  const gone = [...dropped.rows.map(({ sha256 }) => sha256), ...atDesk];
  // A reader who asks for a new width meanwhile waits, and finds nothing.
  await db.query('select from pictures where sha256 = any ($1) for update', [gone]);
  const unused = `sha256 = any ($1) and not exists (select from picture_uses where picture_uses.sha256 = pictures.sha256)
    and not exists (select from drafts where strpos(drafts.fields::text, encode(pictures.sha256, 'hex')) > 0)
    and not exists (select from draft_copies where strpos(draft_copies.fields::text, encode(pictures.sha256, 'hex')) > 0)`;
  await db.query(
    `delete from picture_renditions where sha256 in (select sha256 from pictures where ${unused})`,
    [gone],
  );
  await db.query(`delete from pictures where ${unused}`, [gone]);
}

/** Other files that claim the story's code, kept as drafts without one: the same words, saved twice. */
async function findCopies(db: Client, storyId: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select other.id from stories join intake_items on (intake_items.report -> 'understood' ->> 'code') = stories.code::text
       join stories as other on other.id = intake_items.story_id
     where stories.id = $1 and other.id <> stories.id and other.code is null`,
    [storyId],
  );
  return rows.map(({ id }) => id);
}

/** Deletes the files that a story came in as, and remembers them by a keyed hash, so that they are refused by name. */
export async function refuseFilesOf(db: Client, { storyId, actId }: Omit<Removal, 'fields'>): Promise<void> {
  const key = await refusalKey(db);
  const copies = await findCopies(db, storyId);
  await db.query('delete from drafts where story_id = any ($1)', [copies]);
  const { rows } = await db.query<{ sha256: Buffer }>(
    'delete from intake_items where story_id = any ($1) returning sha256',
    [[storyId, ...copies]],
  );
  for (const { sha256 } of rows) {
    await db.query('delete from raw_evidence where sha256 = $1', [sha256]);
    await db.query('insert into refused_files (hmac, act_id) values ($1, $2) on conflict do nothing', [
      hmacOf(key, sha256),
      actId,
    ]);
  }
}

export type RefusedFile = { code: number; reasonClass: string; at: Date };

/** Why a file is refused: the redaction of which story took its words away; null: it is not. */
export async function findRefusedFile(db: Client, sha256: Buffer): Promise<RefusedFile | null> {
  const { rows } = await db.query<RefusedFile>(
    `select stories.code, acts.reason_class as "reasonClass", acts.acted_at as at
     from refused_files join acts on acts.id = refused_files.act_id join stories on stories.id = acts.story_id
     where hmac = $1`,
    [hmacOf(await refusalKey(db), sha256)],
  );
  return rows[0] ?? null;
}

function hmacOf(key: Buffer, sha256: Buffer): Buffer {
  return createHmac('sha256', key).update(sha256).digest();
}

/** Without the key nobody can tell from the kept hash whether a file that he has is the one that was refused. */
async function refusalKey(db: Client): Promise<Buffer> {
  await db.query(`insert into secrets (name, value) values ('refused-files', $1) on conflict do nothing`, [
    randomBytes(32),
  ]);
  const { rows } = await db.query<{ value: Buffer }>(
    `select value from secrets where name = 'refused-files'`,
  );
  return (rows[0] as { value: Buffer }).value;
}
