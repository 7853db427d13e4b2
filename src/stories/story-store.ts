/** Every SQL statement about stories, their drafts and codes. */
import type pg from 'pg';
import { countStory } from '../text/count-words.ts';
import { type StoryFields, wholeFields } from './story.ts';

export type Client = Pick<pg.ClientBase, 'query'>;

export type StoryRow = { id: number; code: number | null; lang: string; translation_group: string | null };
export type DraftRow = {
  fields: StoryFields;
  revision: number;
  saved_at: Date;
  /** Empty: it came in by itself. */
  saved_by: string;
  stated_at: Date | null;
  doubts: string[];
  embargo_until: Date | null;
};

/** Takes the next code. Holds the counter until the transaction ends, so that no code is given twice. */
export async function takeNextCode(db: Client): Promise<number> {
  const { rows } = await db.query<{ largest: number }>(
    'update code_counter set largest = largest + 1 returning largest',
  );
  return (rows[0] as { largest: number }).largest;
}

/** Notes that a stated code is in use, so that the next new one lies above it. */
export async function noteCode(db: Client, code: number): Promise<void> {
  await db.query('update code_counter set largest = greatest(largest, $1)', [code]);
}

/** @returns the story that holds a code, with its newest headline, or null. */
export async function findHolder(db: Client, code: number): Promise<{ id: number; headline: string } | null> {
  const { rows } = await db.query<{ id: number; headline: string }>(
    `select stories.id, coalesce(published.headline, drafts.fields->>'headline', '') as headline
     from stories left join published on published.story_id = stories.id left join drafts on drafts.story_id = stories.id
     where stories.code = $1`,
    [code],
  );
  return rows[0] ?? null;
}

export async function insertStory(
  db: Client,
  story: { code: number | null; lang: string; translationGroup: string | null; createdAt: Date },
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    'insert into stories (code, lang, translation_group, created_at) values ($1, $2, $3, $4) returning id',
    [story.code, story.lang, story.translationGroup, story.createdAt],
  );
  return (rows[0] as { id: number }).id;
}

/** Locks the story until the transaction ends: acts on one story come one after the other. */
export async function lockStory(db: Client, id: number): Promise<StoryRow | null> {
  const { rows } = await db.query<StoryRow>(
    'select id, code, lang, translation_group from stories where id = $1 for update',
    [id],
  );
  return rows[0] ?? null;
}

export async function findStoryByCode(db: Client, code: number): Promise<StoryRow | null> {
  const { rows } = await db.query<StoryRow>(
    'select id, code, lang, translation_group from stories where code = $1',
    [code],
  );
  return rows[0] ?? null;
}

export async function insertDraft(
  db: Client,
  draft: {
    storyId: number;
    fields: StoryFields;
    statedAt: Date | null;
    doubts: string[];
    savedAt: Date;
    by?: string | undefined;
  },
): Promise<void> {
  await db.query(
    `insert into drafts (story_id, fields, revision, stated_at, doubts, saved_at, words, saved_by)
     values ($1, $2, 1, $3, $4, $5, $6, $7)`,
    [
      draft.storyId,
      JSON.stringify(draft.fields),
      draft.statedAt,
      draft.doubts,
      draft.savedAt,
      countStory(draft.fields),
      draft.by ?? '',
    ],
  );
}

/** @returns false where somebody saved or published since `revision` was read. Revision 0: there was no draft. */
export async function saveDraftRevision(
  db: Client,
  draft: { storyId: number; fields: StoryFields; revision: number; savedAt: Date; by?: string | undefined },
): Promise<boolean> {
  const { rowCount } = await db.query(
    draft.revision === 0
      ? `insert into drafts (story_id, fields, revision, saved_at, words, saved_by) values ($1, $2, $3 + 1, $4, $5, $6)
         on conflict do nothing`
      : `update drafts set fields = $2, revision = $3 + 1, saved_at = $4, words = $5, saved_by = $6
         where story_id = $1 and revision = $3`,
    [
      draft.storyId,
      JSON.stringify(draft.fields),
      draft.revision,
      draft.savedAt,
      countStory(draft.fields),
      draft.by ?? '',
    ],
  );
  return rowCount === 1;
}

/** What was saved before a story had some field has none of it. */
export async function readDraft(db: Client, storyId: number): Promise<DraftRow | null> {
  const { rows } = await db.query<DraftRow>(
    'select fields, revision, saved_at, saved_by, stated_at, doubts, embargo_until from drafts where story_id = $1',
    [storyId],
  );
  return rows[0] ? { ...rows[0], fields: wholeFields(rows[0].fields) } : null;
}

/** A draft that became a version is not kept twice. */
export async function deleteDraft(db: Client, storyId: number): Promise<void> {
  await db.query('delete from drafts where story_id = $1', [storyId]);
}

/** The time before which the draft must not be public; null: none. */
export async function setEmbargo(db: Client, storyId: number, until: Date | null): Promise<void> {
  await db.query('update drafts set embargo_until = $2 where story_id = $1', [storyId, until]);
}

/** Whether the desk has marked it for a lawyer, who has not cleared it. */
export async function isWithLawyer(db: Client, storyId: number): Promise<boolean> {
  const { rowCount } = await db.query('select from desk_items where story_id = $1 and legal', [storyId]);
  return rowCount === 1;
}

/** Whether readers get the story with this code now. */
export async function isPublic(db: Client, code: number): Promise<boolean> {
  const { rowCount } = await db.query('select from published where code = $1', [code]);
  return rowCount === 1;
}
