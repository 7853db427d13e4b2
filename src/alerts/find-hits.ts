/**
 * Looks, after acts, for new stories that fit an alert, and queues them in one mail for each alert. Whoever has an alert "at
 * once" gets at most one mail of it in ten minutes. A story is sent once for each alert, however often it is published anew.
 */
import type pg from 'pg';
import type { Agency } from '../editions/edition.ts';
import { type Looked, moveOn } from '../followers/follower-store.ts';
import { type Following, nextDue } from '../followers/following.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { type NewHit, newHits } from './new-hits.ts';

export type AlertDeps = { pool: pg.Pool; agency: Agency; clock: () => Date };

const pauseMs = 10 * 60_000;
/** How far back is looked: a day, also the longest one, for those who hear once a day; and further where the program stood still. */
const lookBackMs = 26 * 3_600_000;
const furthestBackMs = 7 * 24 * 3_600_000;
/** Alerts that are looked at in one transaction. */
const atATime = 100;

type DueAlert = Following & { confirmedAt: Date; seenUntil: Date };

/** Looks at all alerts that are due. @returns how many mails were queued. */
export async function findHits({ pool, agency, clock }: AlertDeps): Promise<number> {
  for (let queued = 0; ; ) {
    const done = await inTransaction(pool, (db) => findSome(db, agency, clock()));
    queued += done.queued;
    if (done.looked < atATime) return queued;
  }
}

async function findSome(db: Client, agency: Agency, now: Date): Promise<{ looked: number; queued: number }> {
  const newest = await readNewestAct(db);
  if (!newest) return { looked: 0, queued: 0 };
  const due = await takeDue(db, now, newest);
  // Many ask for the same: it is looked for once.
  const known = new Map<string, Promise<NewHit[]>>();
  const looked: Looked[] = [];
  let queued = 0;
  for (const alert of due) {
    const { lang, question, every } = alert;
    const since = sinceOf(alert, now);
    const key = `${lang} ${since.getTime()} ${question}`;
    const found = known.get(key) ?? newHits(db, agency, { lang, question, since });
    known.set(key, found);
    const fresh = await keepFresh(db, alert, await found, now);
    const mail =
      fresh.length > 0 &&
      (await queueMail(
        db,
        {
          kind: 'alert',
          to: { follower: alert.followerId, following: alert.id },
          lang,
          about: { stories: fresh },
        },
        now,
      ));
    if (mail) {
      await db.query('update alert_hits set mail_id = $2 where following_id = $1 and story_id = any($3)', [
        alert.id,
        mail,
        fresh,
      ]);
      queued++;
    }
    const next =
      every === 'at-once'
        ? mail
          ? new Date(now.getTime() + pauseMs)
          : now
        : nextDue(agency.zone, alert, now);
    looked.push({ id: alert.id, seenUntil: newest, nextAt: next });
  }
  await moveOn(db, looked);
  return { looked: due.length, queued };
}

function sinceOf({ seenUntil }: DueAlert, now: Date): Date {
  const [usual, furthest] = [now.getTime() - lookBackMs, now.getTime() - furthestBackMs];
  return new Date(Math.max(furthest, Math.min(usual, seenUntil.getTime())));
}

async function readNewestAct(db: Client): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date | null }>('select max(acted_at) as at from acts');
  return rows[0]?.at ?? null;
}

/**
 * Alerts whose time has come; of those at once, where something was recorded since the last look. A daily one moves on to its next day
 * also where nothing was: else the next act would send it at its own hour. Another process takes others.
 */
async function takeDue(db: Client, now: Date, newest: Date): Promise<DueAlert[]> {
  const { rows } = await db.query<DueAlert>(
    `select id, follower_id as "followerId", kind, lang, question, every, hour, true as active,
       confirmed_at as "confirmedAt", seen_until as "seenUntil"
     from followings where kind = 'alert' and next_at <= $1 and (every = 'daily' or seen_until < $2)
     order by next_at, id limit $3 for update skip locked`,
    [now, newest, atATime],
  );
  return rows;
}

/** Notes what is new to the alert: published after it was confirmed, and not sent before. @returns ids of the stories. */
async function keepFresh(db: Client, alert: DueAlert, found: NewHit[], now: Date): Promise<number[]> {
  const ids = found.filter(({ at }) => at >= alert.confirmedAt).map(({ storyId }) => storyId);
  if (ids.length === 0) return [];
  const { rows } = await db.query<{ id: number }>(
    `insert into alert_hits (following_id, story_id, found_at) select $1, unnest($2::bigint[]), $3
     on conflict do nothing returning story_id as id`,
    [alert.id, ids, now],
  );
  return rows.map(({ id }) => id);
}
