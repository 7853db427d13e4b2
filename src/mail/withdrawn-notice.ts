/** Word that a story which was sent to somebody was taken back: once, and without its words. Of alerts and newsletters alike. */
import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { queueMail } from './queue-mail.ts';

/** A kill is told of for as long as it is new. */
const toldForMs = 7 * 86_400_000;
const atATime = 500;

/** A story that one thing which a follower asked for has sent him, and when. */
export type Notice = { following: number; follower: number; lang: string; story: number; mailedAt: Date };

/** `since`: what was taken back before is told of no more. */
export type Finding = { now: Date; since: Date; limit: number };

/**
 * Queues a notice for each that `find` takes, some at a time, each time in a transaction of its own, until it finds none. What it
 * took it must not find again. @returns how many.
 */
export async function noticeAll(
  { pool, clock }: { pool: pg.Pool; clock: () => Date },
  find: (db: Client, finding: Finding) => Promise<Notice[]>,
): Promise<number> {
  for (let told = 0; ; ) {
    const now = clock();
    const some = await inTransaction(pool, async (db) => {
      const notices = await find(db, { now, since: new Date(now.getTime() - toldForMs), limit: atATime });
      for (const notice of notices) await queueNotice(db, notice, now);
      return notices.length;
    });
    told += some;
    if (some === 0) return told;
  }
}

async function queueNotice(
  db: Client,
  { following, follower, lang, story, mailedAt }: Notice,
  now: Date,
): Promise<void> {
  await queueMail(
    db,
    {
      kind: 'withdrawn',
      to: { follower, following },
      lang,
      about: { story, mailedAt: mailedAt.toISOString() },
      // Two alerts, or an alert and a newsletter, may have sent it to the same reader.
      once: `withdrawn ${follower} ${story}`,
    },
    now,
  );
}
