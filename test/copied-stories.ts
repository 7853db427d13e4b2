/** Thousands of stories for lists and search, in the time that some take. */
import type pg from 'pg';
import { inTransaction } from '../src/record/transaction.ts';

/**
 * As if so many had been published, seven hours apart from 2000 on, each with the words of one that is there.
 * @param ofWhich SQL: whether the story numbered `at` of `$1` is like a row of `published`; of one row alone.
 */
export async function copyStories(pool: pg.Pool, count: number, ofWhich: string): Promise<void> {
  const { rows } = await pool.query<{ names: string }>(
    `select string_agg(column_name, ', ') as names from information_schema.columns
     where table_name = 'published' and is_generated = 'NEVER'
       and column_name not in ('story_id', 'code', 'effective_at')`,
  );
  const names = rows[0]?.names;
  await inTransaction(pool, async (db) => {
    // No story stands behind these rows.
    await db.query('set local session_replication_role = replica');
    await db.query(
      `insert into published (story_id, code, effective_at, ${names})
       select 1000000 + at, 1000000 + at, '2000-01-01'::timestamptz + at * interval '7 hours', ${names}
       from generate_series(1, $1) as at join published on ${ofWhich}
       where published.code < 1000000`,
      [count],
    );
  });
  await pool.query('analyze published');
}
