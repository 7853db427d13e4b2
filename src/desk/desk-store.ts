/** Every SQL statement about desks, where stories stand on them, notes and kept texts. */
import { type StoryFields, wholeFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import type { CopyJson, Desk, NoteJson, Priority } from './desk-api.ts';

export async function listDesks(db: Client): Promise<Desk[]> {
  const { rows } = await db.query<Desk>('select slug, name, stages from desks order by place, slug');
  return rows;
}

/** Where a story stands, and what it was made from. */
export type DeskItem = {
  desk: string;
  stage: string;
  priority: Priority;
  slug: string;
  legal: boolean;
  sourceId: number | null;
  sourceVersion: number | null;
  sourceAs: 'copy' | 'follow-up' | 'translation' | null;
};

/**
 * SQL: whether a row of `stories` lies in one of the places of a parameter, JSON of [{desk, lang}], as `covers` in
 * people/policy.ts says: what a list must know before it is cut to its length.
 */
export function liesIn(places: string): string {
  return `exists (select from jsonb_to_recordset(${places}::jsonb) as granted (desk text, lang text)
    where coalesce(granted.lang = stories.lang, true) and coalesce(granted.desk = coalesce(
      (select desk from desk_items where story_id = stories.id), (select desk from ${unplaced} as first)), true))`;
}

/** The desk and stage of a story that nobody placed. */
const unplaced = `(select slug as desk, stages -> 0 ->> 'slug' as stage from desks order by place, slug limit 1)`;

export async function readItem(db: Client, storyId: number): Promise<DeskItem> {
  const { rows } = await db.query<DeskItem>(
    `select coalesce(item.desk, first.desk) as desk, coalesce(item.stage, first.stage) as stage,
       coalesce(priority, 5) as priority, coalesce(slug, '') as slug, coalesce(legal, false) as legal, source_id as "sourceId",
       source_version as "sourceVersion", source_as as "sourceAs"
     from ${unplaced} as first left join desk_items as item on item.story_id = $1`,
    [storyId],
  );
  return rows[0] as DeskItem;
}

export async function writeItem(db: Client, storyId: number, item: DeskItem): Promise<void> {
  await db.query(
    `insert into desk_items (story_id, desk, stage, priority, slug, source_id, source_version, source_as, legal)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (story_id) do update set desk = $2, stage = $3, priority = $4, slug = $5, source_id = $6,
       source_version = $7, source_as = $8, legal = $9`,
    [
      storyId,
      item.desk,
      item.stage,
      item.priority,
      item.slug,
      item.sourceId,
      item.sourceVersion,
      item.sourceAs,
      item.legal,
    ],
  );
}

export async function listNotes(db: Client, storyId: number): Promise<NoteJson[]> {
  const { rows } = await db.query<Omit<NoteJson, 'at'> & { at: Date }>(
    'select id, said_by as by, said_at as at, text from desk_notes where story_id = $1 order by id',
    [storyId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function insertNote(
  db: Client,
  note: { storyId: number; by: string; at: Date; text: string },
): Promise<void> {
  await db.query('insert into desk_notes (story_id, said_by, said_at, text) values ($1, $2, $3, $4)', [
    note.storyId,
    note.by,
    note.at,
    note.text,
  ]);
}

/** Letters of kept texts that a screen gets with a story: some four of the longest, and very many as texts are. */
const mostCopied = 8 * 1024 * 1024;

/** Newest first; as many as a screen can take. The others stay where they are kept. */
export async function listCopies(db: Client, storyId: number): Promise<CopyJson[]> {
  const { rows } = await db.query<Omit<CopyJson, 'at'> & { at: Date }>(
    `select id, kept_by as by, kept_at as at, why, fields from (
       select *, sum(length(fields::text)) over (order by id desc) - length(fields::text) as before
       from draft_copies where story_id = $1 order by id desc limit 20) as copies
     where before < $2 order by id desc`,
    [storyId, mostCopied],
  );
  return rows.map((row) => ({ ...row, fields: wholeFields(row.fields), at: row.at.toISOString() }));
}

/** Heard by every screen when the transaction commits: it stands in the story's history. */
export async function insertCopy(
  db: Client,
  copy: { storyId: number; by: string; at: Date; why: CopyJson['why']; fields: StoryFields },
): Promise<void> {
  await db.query(
    'insert into draft_copies (story_id, kept_by, kept_at, why, fields) values ($1, $2, $3, $4, $5)',
    [copy.storyId, copy.by, copy.at, copy.why, JSON.stringify(copy.fields)],
  );
  await db.query(`select pg_notify('desk', $1)`, [String(copy.storyId)]);
}

export type OtherLanguage = {
  id: number;
  code: number | null;
  lang: string;
  headline: string;
  version: number;
  desk: string;
};

/** The story's other languages, whatever became of them. */
export async function listOtherLanguages(
  db: Client,
  group: string,
  except: number,
): Promise<OtherLanguage[]> {
  const { rows } = await db.query<OtherLanguage>(
    `select stories.id, code, stories.lang, coalesce(drafts.headline, newest.fields ->> 'headline', '') as headline,
       coalesce(newest.version, 0) as version, coalesce(item.desk, first.desk) as desk
     from ${unplaced} as first cross join stories left join drafts on drafts.story_id = stories.id
       left join desk_items as item on item.story_id = stories.id
       left join lateral (select version, fields from versions where story_id = stories.id order by version desc limit 1)
         as newest on true
     where translation_group = $1 and stories.id <> $2 order by stories.lang, stories.id`,
    [group, except],
  );
  return rows;
}

/** Puts a story among the translations of another. @returns the group of both. */
export async function joinGroup(db: Client, storyId: number, fresh: string): Promise<string> {
  const { rows } = await db.query<{ group: string }>(
    `update stories set translation_group = coalesce(translation_group, $2) where id = $1
     returning translation_group as "group"`,
    [storyId, fresh],
  );
  return (rows[0] as { group: string }).group;
}
