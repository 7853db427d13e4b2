import { expect, it } from 'vitest';
import { publishSearched, search } from '../../test/searched.ts';
import { testDatabase } from '../../test/test-database.ts';
import { withinTime } from './bounded-search.ts';

it('gives up what takes too long, throws what is wrong, and leaves the connection as it was', async () => {
  const { pool } = await testDatabase();
  expect(await withinTime(pool, 20, (db) => db.query('select pg_sleep(60)'))).toBe(null);
  await expect(withinTime(pool, 20, (db) => db.query('select 1 / 0'))).rejects.toThrow('division by zero');
  const { rows } = await pool.query(`select current_setting('statement_timeout') as timeout`);
  expect(rows).toEqual([{ timeout: '0' }]);
});

it('asks again, of the newest alone, where the first answer did not come', async () => {
  const { pool } = await testDatabase();
  await publishSearched(pool, [{ headline: 'Storm' }]);
  const other = await pool.connect();
  await other.query('begin; lock table published in access exclusive mode');
  const finding = search(pool, 'en', { q: 'storm' });
  // Until the first question was given up, and the next one waits without an end to its patience.
  await expect
    .poll(async () => {
      const { rows } = await pool.query(
        `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%offset%'
           and datname = current_database()`,
      );
      return rows[0].count;
    })
    .toBe(1);
  await other.query('commit');
  other.release();
  expect(await finding).toMatchObject({ total: { count: 1, more: false }, gaveUp: false, since: null });
});
