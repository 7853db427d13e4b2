import { expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { publishSearched, search } from '../../test/searched.ts';
import { testDatabase } from '../../test/test-database.ts';
import { keptManner } from './kept-words.ts';
import { remakeSearch } from './remake-search.ts';

it('makes old rows anew in batches, goes on where it stopped, and comes to what is kept for new ones', async () => {
  const { pool } = await testDatabase();
  const codes = await publishSearched(
    pool,
    Array.from({ length: 150 }, (_, at) => ({
      headline: `Ship ${at}`,
      body: 'Boats in the harbour',
      byline: 'Ana',
    })),
  );
  await actOn(pool, codes[0] as number, 'correct', { words: { headline: 'Ships' }, note: 'There were two.' });
  const kept = async () =>
    (
      await pool.query(
        `select story_id, act_id, search::text, telling::text, search_made from published
         union all select story_id, act_id, search::text, telling::text, search_made from past_published order by 1, 2`,
      )
    ).rows;
  const before = await kept();
  expect(before).toHaveLength(151);
  for (const table of ['published', 'past_published'])
    await pool.query(`update ${table} set search = to_tsvector('simple', headline), search_made = 0`);
  expect((await search(pool, 'en', { q: 'boat' })).total.count).toBe(0);

  // A stop after the first batch.
  let batches = 0;
  expect(await remakeSearch(pool, () => batches++ < 1)).toBe(100);
  expect((await search(pool, 'en', { q: 'boat' })).total.count).toBe(100);
  const both = await Promise.all([remakeSearch(pool), remakeSearch(pool)]);
  await remakeSearch(pool);
  expect(both[0] + both[1]).toBeGreaterThan(0);
  expect(await kept()).toEqual(before);
  expect(before.every((row) => row.search_made === keptManner)).toBe(true);
  expect(await remakeSearch(pool)).toBe(0);
});
