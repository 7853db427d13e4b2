/** Every SQL statement about raw evidence and what was made of it. */
import { storable } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';

export type KnownItem = {
  storyId: number | null;
  code: number | null;
  published: boolean;
  headline: string;
  /** What stands against publishing the draft by itself; none where it is published. */
  doubts: string[];
  report: unknown;
};

/** What was made of the file with this hash before, or null. */
export async function findItem(db: Client, sha256: Buffer): Promise<KnownItem | null> {
  const { rows } = await db.query<KnownItem>(
    `select intake_items.story_id as "storyId", stories.code, published.story_id is not null as published,
       coalesce(published.headline, drafts.fields->>'headline', '') as headline, coalesce(drafts.doubts, '{}') as doubts,
       intake_items.report
     from intake_items left join stories on stories.id = intake_items.story_id
     left join published on published.story_id = stories.id left join drafts on drafts.story_id = stories.id
     where intake_items.sha256 = $1`,
    [sha256],
  );
  return rows[0] ?? null;
}

/** Keeps the bytes. @returns false where another process kept the same file meanwhile. */
export async function keepEvidence(
  db: Client,
  evidence: { sha256: Buffer; fileName: string; bytes: Buffer; keptAt: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into raw_evidence (sha256, file_name, bytes, kept_at) values ($1, $2, $3, $4) on conflict do nothing',
    [evidence.sha256, evidence.fileName, evidence.bytes, evidence.keptAt],
  );
  return rowCount === 1;
}

export async function insertItem(
  db: Client,
  item: { sha256: Buffer; storyId: number | null; report: object; takenInAt: Date },
): Promise<void> {
  await db.query('insert into intake_items (sha256, story_id, report, taken_in_at) values ($1, $2, $3, $4)', [
    item.sha256,
    item.storyId,
    JSON.stringify(storable(item.report)),
    item.takenInAt,
  ]);
}
