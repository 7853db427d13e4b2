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

/** All of it as it was at one moment, whatever is recorded meanwhile. */
export async function verifyRecord(pool: pg.Pool, tell: Tell): Promise<Verified> {
  return inTransaction(pool, async (db: Client) => {
    await db.query('set transaction isolation level repeatable read, read only');
    await checkLog(db, tell);
    const { acts, stories } = await checkActs(db, tell);
    await checkSpans(db, tell);
    return { acts, stories, pictures: await checkPictures(db, tell) };
  });
}
