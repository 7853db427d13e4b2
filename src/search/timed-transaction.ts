/** A transaction whose statements end in time, all of them together: however many a search needs, nobody waits longer. */
import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';

/** SQLSTATE of a statement that took longer than it may. */
const tookTooLong = '57014';

const isTooLong = (error: unknown) => (error as pg.DatabaseError).code === tookTooLong;

export class TimedTransaction {
  /** What it may take, in milliseconds. */
  readonly patienceMs: number;
  readonly #db: pg.PoolClient;
  #until: number;

  constructor(db: pg.PoolClient, patienceMs: number) {
    this.#db = db;
    this.patienceMs = patienceMs;
    this.#until = performance.now() + patienceMs;
  }

  /** Each statement may take what the others have left. @throws DatabaseError 57014 where nothing is left. */
  readonly query = (async (text: string, values?: unknown[]) => {
    const left = Math.ceil(this.#until - performance.now());
    if (left <= 0) throw Object.assign(new Error('The time of a search is over.'), { code: tookTooLong });
    await this.#db.query(`set local statement_timeout = ${left}`);
    return this.#db.query(text, values);
  }) as pg.ClientBase['query'];

  /** What follows may take so long at the most. */
  hurry(ms: number): void {
    this.#until = Math.min(this.#until, performance.now() + ms);
  }

  /** Null where it took longer; the transaction goes on with the time that it had. */
  async within<T>(ms: number, work: () => Promise<T>): Promise<T | null> {
    const until = this.#until;
    await this.#db.query('savepoint hurried');
    this.hurry(ms);
    try {
      return await work();
    } catch (error) {
      if (!isTooLong(error)) throw error;
      return null;
    } finally {
      this.#until = until;
      await this.#db.query('rollback to savepoint hurried');
    }
  }
}

/** One transaction, begun with `settings`; null where it took longer. */
export async function withinTime<T>(
  pool: pg.Pool,
  { patienceMs, settings = '' }: { patienceMs: number; settings?: string },
  work: (db: TimedTransaction) => Promise<T>,
): Promise<T | null> {
  try {
    return await inTransaction(pool, async (db) => {
      if (settings) await db.query(settings);
      return await work(new TimedTransaction(db, patienceMs));
    });
  } catch (error) {
    if (isTooLong(error)) return null;
    throw error;
  }
}
