import type pg from 'pg';

/** Runs `work` in one transaction: it commits where `work` returns, and nothing is kept where it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  try {
    await db.query('begin');
    const value = await work(db);
    await db.query('commit');
    db.release();
    return value;
  } catch (error) {
    const broken = await db.query('rollback').then(
      () => false,
      () => true,
    );
    db.release(broken);
    throw error;
  }
}
