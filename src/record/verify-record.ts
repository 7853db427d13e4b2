/**
 * Checks the record in the database against itself: every hash, every commitment, every signature, and that what readers
 * get is what the acts say. It finds what was changed by hand, and names the story.
 */
import type pg from 'pg';
import { atOneMoment, sameMoment } from './same-moment.ts';
import { checkPart, type Part } from './verify-parts.ts';
import { type PartThread, startPart } from './verify-threads.ts';

/** One thing that is wrong. `code` null: it belongs to no one story. */
export type Finding = { code: number | null; version: number | null; what: string };

export type Tell = (finding: Finding) => void;

export type Verified = { acts: number; stories: number; pictures: number };

/**
 * All of it as it was at one moment, whatever is recorded meanwhile. The parts are read side by side from one snapshot, so
 * that the database works while we hash.
 * @param threads the parts that hash most get threads of their own, so that all cores work
 */
export async function verifyRecord(pool: pg.Pool, tell: Tell, { threads = false } = {}): Promise<Verified> {
  return atOneMoment(pool, async (snapshot) => {
    const begun: PartThread<Part>[] = [];
    const here = <P extends Part>(part: P) => sameMoment(pool, snapshot, (db) => checkPart(part, db, tell));
    const apart = <P extends Part>(part: P) => {
      if (!threads) return here(part);
      const thread = startPart(part, pool, snapshot, tell);
      begun.push(thread);
      return thread.seen;
    };
    try {
      const [{ acts, stories }, pictures] = await Promise.all([
        apart('acts'),
        here('pictures'),
        // The two together take about as long as the acts.
        apart('log').then(() => apart('spans')),
      ]);
      return { acts, stories, pictures };
    } finally {
      await Promise.all(begun.map((thread) => thread.end()));
    }
  });
}
