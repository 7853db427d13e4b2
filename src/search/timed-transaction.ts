/** A transaction whose statements end in time, all of them together: however many a search needs, nobody waits longer. */
import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';

/** SQLSTATE of a statement that took longer than it may. */
const tookTooLong = '57014';

const isTooLong = (error: unknown) => (error as pg.DatabaseError).code === tookTooLong;

/** What a transaction may take, in milliseconds, and what is set in it first. */
export type Timing = { patienceMs: number; settings?: string };

export class TimedTransaction {
  /** What it may take, in milliseconds. */
  readonly patienceMs: number;
  readonly #pool: pg.Pool;
  readonly #db: pg.PoolClient;
  readonly #settings: string;
  readonly #until: number;

  constructor(pool: pg.Pool, db: pg.PoolClient, { patienceMs, settings = '' }: Timing) {
    this.patienceMs = patienceMs;
    this.#pool = pool;
    this.#db = db;
    this.#settings = settings;
    this.#until = performance.now() + patienceMs;
  }

  /** Each statement may take what the others have left. @throws DatabaseError 57014 where nothing is left. */
  readonly query = (async (text: string, values?: unknown[]) => {
    const left = Math.ceil(this.#until - performance.now());
    if (left <= 0) throw Object.assign(new Error('The time of a search is over.'), { code: tookTooLong });
    await this.#db.query(`set local statement_timeout = ${left}`);
    return this.#db.query(text, values);
  }) as pg.ClientBase['query'];

  /** Meanwhile, in a transaction of its own; null where it took longer than that. */
  beside<T>(mostMs: number, work: (db: TimedTransaction) => Promise<T>): Promise<T | null> {
    const patienceMs = Math.min(mostMs, this.#until - performance.now());
    return withinTime(this.#pool, { patienceMs, settings: this.#settings }, work);
  }
}

/** One transaction; null where it took longer. */
export async function withinTime<T>(
  pool: pg.Pool,
  timing: Timing,
  work: (db: TimedTransaction) => Promise<T>,
): Promise<T | null> {
  try {
    return await inTransaction(pool, async (db) => {
      if (timing.settings) await db.query(timing.settings);
      return await work(new TimedTransaction(pool, db, timing));
    });
  } catch (error) {
    if (isTooLong(error)) return null;
    throw error;
  }
}
