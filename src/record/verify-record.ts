/**
 * Checks the record in the database against itself: every hash, every commitment, every signature, and that what readers
 * get is what the acts say. It finds what was changed by hand, and names the story.
 */
import type pg from 'pg';
import { checkLog } from '../log/check-log.ts';
import type { Client } from '../stories/story-store.ts';
import { inTransaction } from './transaction.ts';
import { checkActs } from './verify-acts.ts';
import { checkPictures } from './verify-pictures.ts';
import { checkSpans } from './verify-spans.ts';

/** One thing that is wrong. `code` null: it belongs to no one story. */
export type Finding = { code: number | null; version: number | null; what: string };

export type Tell = (finding: Finding) => void;

export type Verified = { acts: number; stories: number; pictures: number };

/**
 * All of it as it was at one moment, whatever is recorded meanwhile. The parts are read side by side from one snapshot, so
 * that the database works while we hash.
 */
export async function verifyRecord(pool: pg.Pool, tell: Tell): Promise<Verified> {
  return inTransaction(pool, async (db: Client) => {
    await db.query('set transaction isolation level repeatable read, read only');
    const { rows } = await db.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    const snapshot = rows[0]?.snapshot ?? '';
    const [{ acts, stories }, pictures] = await Promise.all([
      sameMoment(pool, snapshot, (part) => checkActs(part, tell)),
      sameMoment(pool, snapshot, (part) => checkPictures(part, tell)),
      sameMoment(pool, snapshot, (part) => checkLog(part, tell)),
      sameMoment(pool, snapshot, (part) => checkSpans(part, tell)),
    ]);
    return { acts, stories, pictures };
  });
}

function sameMoment<T>(pool: pg.Pool, snapshot: string, work: (db: Client) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (db) => {
    await db.query('set transaction isolation level repeatable read, read only');
    await db.query(`set transaction snapshot '${snapshot}'`);
    return work(db);
  });
}
