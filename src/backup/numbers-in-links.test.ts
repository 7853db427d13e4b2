/** Numbers that links in mails name, after restores: a link of before, or of in between, opens nobody else's. */
import type pg from 'pg';
import { expect, it } from 'vitest';
import { backUp, restoreInto } from '../../test/backups.ts';
import { publishOne } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { readMailSecret, readToken, tokenOf } from '../mail/mail-token.ts';

const tables = ['comments', 'followers', 'followings', 'mails'];

/** The next number of each table. */
async function nextOfEach(pool: pg.Pool): Promise<number[]> {
  const { rows } = await pool.query<{ next: number }>(
    `select nextval(name || '_id_seq') as next from unnest($1::text[]) with ordinality as wanted (name, place) order by place`,
    [tables],
  );
  return rows.map(({ next }) => next);
}

async function restored(file: string): Promise<pg.Pool> {
  const { pool } = await testDatabase({ migrated: false });
  expect(await restoreInto(pool, file)).toMatchObject({ ok: true });
  return pool;
}

it('gives none twice where the same backup is restored twice', async () => {
  const from = await testDatabase();
  await publishOne(from);
  const { file } = await backUp(from.pool);
  const begun = Date.now();
  const first = await restored(file);
  const given = [await nextOfEach(first), await nextOfEach(first)];
  for (const number of given.flat()) expect(number).toBeGreaterThan(begun);
  const again = await nextOfEach(await restored(file));
  for (const [at, number] of again.entries()) expect(number).toBeGreaterThan(given[1]?.[at] ?? 0);
  // A token has room for them.
  const secret = await readMailSecret(first);
  for (const id of again) {
    const token = tokenOf(secret, 'bounce', id);
    expect(readToken(secret, 'bounce', token)).toBe(id);
    expect(token.indexOf('-')).toBeLessThanOrEqual(10);
  }
});

it('goes on a million later where the clock is behind', async () => {
  const from = await testDatabase();
  await publishOne(from);
  const ahead = 2 * Date.now();
  for (const table of tables) await from.pool.query('select setval($1, $2)', [`${table}_id_seq`, ahead]);
  const { file } = await backUp(from.pool);
  const goesOn = ahead + 1_000_002;
  expect(await nextOfEach(await restored(file))).toEqual(tables.map(() => goesOn));
});
