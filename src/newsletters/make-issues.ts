/**
 * Makes the issues that are due: one mail for each reader and issue. The reader's row says when the next one is due, and is
 * moved on in the transaction that queues the mail; so none is made twice or lost, whoever ends in between.
 */
import type pg from 'pg';
import type { Agency } from '../editions/edition.ts';
import { type Looked, moveOn } from '../followers/follower-store.ts';
import { type Following, nextDue, spanOf } from '../followers/following.ts';
import type { Issue } from '../mail/mail-kinds.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { loadIssue } from './load-issue.ts';

export type NewsletterDeps = { pool: pg.Pool; agency: Agency; clock: () => Date };

type DueNewsletter = Following & { nextAt: Date; seenUntil: Date; confirmedAt: Date };

const atATime = 200;

/** @returns how many mails were queued. */
export async function makeIssues({ pool, agency, clock }: NewsletterDeps): Promise<number> {
  // Readers of one newsletter with one hour get the same issue: it is made once.
  const made: Made = new Map();
  for (let queued = 0; ; ) {
    const done = await inTransaction(pool, (db) => makeSome(db, { pool, agency, clock }, made));
    queued += done.queued;
    if (done.looked < atATime) return queued;
  }
}

/** What each newsletter has since a moment, and until when that was looked up. */
type Made = Map<string, { issue: Omit<Issue, 'at'> | null; until: Date }>;

async function makeSome(
  db: Client,
  { pool, agency, clock }: NewsletterDeps,
  made: Made,
): Promise<{ looked: number; queued: number }> {
  const now = clock();
  const due = await takeDue(db, now);
  const looked: Looked[] = [];
  let queued = 0;
  for (const newsletter of due) {
    const { id, followerId, lang, question, nextAt } = newsletter;
    const since = sinceOf(newsletter);
    const key = `${lang} ${question} ${since.toISOString()}`;
    const known = made.get(key);
    const { issue, until } = known ?? {
      until: clock(),
      issue: await loadIssue(pool, agency, { lang, topic: question, since, now }),
    };
    if (!known) made.set(key, { issue, until });
    const at = nextAt.toISOString();
    if (
      issue &&
      (await queueMail(
        db,
        {
          kind: 'newsletter',
          to: { follower: followerId, following: id },
          lang,
          about: { at, ...issue },
          once: `newsletter ${id} ${at}`,
        },
        now,
      ))
    )
      queued++;
    // What comes while nothing was new is told of in the next one.
    looked.push({ id, seenUntil: issue ? until : since, nextAt: nextDue(agency.zone, newsletter, now) });
  }
  await moveOn(db, looked);
  return { looked: due.length, queued };
}

/** From where on a story is new: the issue before, or, in the first one, a day or a week ago. */
function sinceOf({ every, nextAt, seenUntil, confirmedAt }: DueNewsletter): Date {
  return seenUntil > confirmedAt ? seenUntil : new Date(nextAt.getTime() - spanOf(every));
}

async function takeDue(db: Client, now: Date): Promise<DueNewsletter[]> {
  const { rows } = await db.query<DueNewsletter>(
    `select id, follower_id as "followerId", kind, lang, question, every, hour, true as active, next_at as "nextAt",
       seen_until as "seenUntil", confirmed_at as "confirmedAt"
     from followings where kind = 'newsletter' and next_at <= $1 order by next_at, id limit $2 for update skip locked`,
    [now, atATime],
  );
  return rows;
}
