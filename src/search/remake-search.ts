/**
 * Makes the `search` column anew where it was made in an older manner, some rows at a time, while readers read: a row is
 * held for no longer than its own writing takes. Begun again after a stop, it goes on where it was.
 */
import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';
import { keptManner, keptWords, type SearchedText, telling } from './kept-words.ts';

/** Lock of the one process that remakes. The number means nothing; it is ours. */
const remakeLock = 7_213_017;

const batch = 100;

type Due = SearchedText & { story_id: number; act_id: number };

/** @returns how many rows it made. `go`: asked before each batch. */
export async function remakeSearch(pool: pg.Pool, go: () => boolean = () => true): Promise<number> {
  let made = 0;
  for (const table of ['published', 'past_published'] as const) {
    for (let some = batch; some === batch && go(); made += some) some = await remakeSome(pool, table);
  }
  return made;
}

function remakeSome(pool: pg.Pool, table: 'published' | 'past_published'): Promise<number> {
  return inTransaction(pool, async (db) => {
    const { rows: lock } = await db.query<{ taken: boolean }>(
      'select pg_try_advisory_xact_lock($1) as taken',
      [remakeLock],
    );
    if (!lock[0]?.taken) return 0;
    const { rows } = await db.query<Due>(
      `select story_id, act_id, lang, headline, lead, byline, dateline, plain from ${table}
       where search_made < ${keptManner} order by story_id, act_id limit ${batch} for update skip locked`,
    );
    if (rows.length === 0) return 0;
    const search = await keptWords(db, rows);
    await db.query(
      `update ${table} set search = remade.search::tsvector, telling = ${telling('remade.search')},
         search_made = ${keptManner}
       from unnest($1::bigint[], $2::bigint[], $3::text[]) as remade (story_id, act_id, search)
       where ${table}.story_id = remade.story_id and ${table}.act_id = remade.act_id`,
      [rows.map(({ story_id }) => story_id), rows.map(({ act_id }) => act_id), search],
    );
    return rows.length;
  });
}
