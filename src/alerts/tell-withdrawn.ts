/** Tells whoever was sent a story by an alert that it was taken back, once, and without its words. */
import { queueMail } from '../mail/queue-mail.ts';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import type { AlertDeps } from './find-hits.ts';

/** A kill is told of for as long as it is new. */
export const toldForMs = 7 * 86_400_000;
const atATime = 500;

/** A story that one thing which a follower asked for has sent him, and when. */
export type Notice = { following: number; follower: number; lang: string; story: number; mailedAt: Date };

/** @returns how many notices were queued. */
export async function tellWithdrawn({ pool, clock }: Omit<AlertDeps, 'agency'>): Promise<number> {
  for (let told = 0; ; ) {
    const now = clock();
    const some = await inTransaction(pool, async (db) => {
      const { rows } = await db.query<Notice>(
        `update alert_hits set told_at = $1 from followings where followings.id = following_id
           and (following_id, story_id) in (
             select hits.following_id, hits.story_id from withheld join acts on acts.id = withheld.act_id
               join alert_hits as hits on hits.story_id = withheld.story_id and hits.mailed_at is not null and hits.told_at is null
             where acts.state in ('killed', 'removed') and acts.acted_at > $2 limit $3 for update of hits skip locked)
         returning following_id as following, follower_id as follower, lang, story_id as story, mailed_at as "mailedAt"`,
        [now, new Date(now.getTime() - toldForMs), atATime],
      );
      for (const notice of rows) await queueNotice(db, notice, now);
      return rows.length;
    });
    told += some;
    if (some < atATime) return told;
  }
}

/** In the caller's transaction. */
export async function queueNotice(
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
