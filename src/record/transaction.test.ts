import { expect, it } from 'vitest';
import { testDatabase } from '../../test/test-database.ts';
import { inTransaction } from './transaction.ts';

it('keeps what work wrote where it returns, and nothing where it throws', async () => {
  const { pool } = await testDatabase();
  const write = (name: string, fails: boolean) =>
    inTransaction(pool, async (db) => {
      await db.query(`insert into settings (name, value) values ($1, '1')`, [name]);
      if (fails) throw new Error('no');
      return name;
    });
  expect(await write('kept', false)).toBe('kept');
  await expect(write('lost', true)).rejects.toThrow('no');
  expect((await pool.query('select name from settings')).rows).toEqual([{ name: 'kept' }]);
});

it('fails alone where its connection breaks between two queries, and gives the pool a new one', async () => {
  const { pool } = await testDatabase();
  const broken = inTransaction(pool, async (db) => {
    await db.query(`insert into settings (name, value) values ('lost', '1')`);
    const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
    await pool.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    await db.query('select 1');
  });
  await expect(broken).rejects.toThrow();
  expect((await pool.query('select name from settings')).rows).toEqual([]);
  expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
});
