/**
 * Rows of what is, or was, public that were made before lists knew bylines and subjects get them: some rows at a time, each
 * time for good, so that a start that is stopped half-way is gone on with. Two processes do it one after the other.
 */
import type pg from 'pg';
import { bylineSlugs } from '../stories/byline-names.ts';
import type { StoryFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import type { SpanTable } from './published-store.ts';
import { inTransaction } from './transaction.ts';

const rowsAtOnce = 2_000;

/** @returns how many rows it filled. */
export async function fillBylines(pool: pg.Pool): Promise<number> {
  let filled = 0;
  for (const table of ['published', 'past_published'] as const)
    for (let some = rowsAtOnce; some === rowsAtOnce; filled += some)
      some = await inTransaction(pool, (db) => fillSome(db, table, rowsAtOnce));
  return filled;
}

/** All of them, inside the caller's transaction. */
export async function fillBylinesWithin(db: Client): Promise<void> {
  for (const table of ['published', 'past_published'] as const)
    while ((await fillSome(db, table, rowsAtOnce)) === rowsAtOnce);
}

type Unfilled = {
  story_id: number;
  act_id: number;
  lang: string;
  byline: string;
  subjects: StoryFields['subjects'] | null;
};

async function fillSome(db: Client, table: SpanTable, limit: number): Promise<number> {
  const { rows } = await db.query<Unfilled>(
    `select story_id, spans.act_id, lang, byline, versions.fields -> 'subjects' as subjects
     from (select * from ${table} where bylines is null order by story_id, act_id limit $1 for update) as spans
       join versions using (story_id, version)`,
    [limit],
  );
  if (rows.length === 0) return 0;
  const found = rows.map(({ story_id, act_id, lang, byline, subjects }) => ({
    story_id,
    act_id,
    bylines: bylineSlugs(byline, lang),
    subjects: (subjects ?? []).map(({ code }) => code),
  }));
  await db.query(
    `update ${table} set bylines = array(select jsonb_array_elements_text(found.bylines)),
       subjects = array(select jsonb_array_elements_text(found.subjects))
     from jsonb_to_recordset($1) as found (story_id bigint, act_id bigint, bylines jsonb, subjects jsonb)
     where ${table}.story_id = found.story_id and ${table}.act_id = found.act_id`,
    [JSON.stringify(found)],
  );
  return rows.length;
}
