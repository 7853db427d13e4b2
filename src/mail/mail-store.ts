/** Every SQL statement about mails that wait: taking some, and noting what became of each. */
import type { Following } from '../followers/following.ts';
import type { Client } from '../stories/story-store.ts';
import type { MailAbout, MailKind } from './mail-kinds.ts';

export type TakenMail = {
  id: number;
  kind: MailKind;
  lang: string;
  about: MailAbout[MailKind];
  /** The follower's, or its own. */
  address: string;
  followerId: number | null;
  following: Following | null;
  queuedAt: Date;
  /** With this one. */
  tries: number;
};

/** A process has this long for what it took, in milliseconds; then it is taken for ended, and another sends it. */
export const takenForMs = 10 * 60_000;

/**
 * Takes mails that are due, for this process alone, newsletters after all others. Counted under one lock, so that all
 * processes together take no more than so many in a minute. In a transaction of the caller's.
 */
export async function takeMails(
  db: Client,
  { limit, aMinute, now }: { limit: number; aMinute: number; now: Date },
): Promise<TakenMail[]> {
  await db.query(`select pg_advisory_xact_lock(hashtext('mails'))`);
  const { rows: counted } = await db.query<{ count: number }>(
    // A clock that was set back has taken none of those that are yet to come.
    'select count(*)::int as count from mails where taken_at > $1 and taken_at <= $2',
    [new Date(now.getTime() - 60_000), now],
  );
  const room = Math.min(limit, aMinute - (counted[0]?.count ?? 0));
  if (room <= 0) return [];
  const { rows } = await db.query<TakenMail>(
    `with due as (
       select id from mails where state = 'waiting' and due_at <= $1 and (taken_until is null or taken_until <= $1)
       order by (kind = 'newsletter'), due_at, id limit $2 for update skip locked
     ), taken as (
       update mails set taken_at = $1, taken_until = $3, tries = tries + 1 where id in (select id from due) returning *
     )
     select taken.id, taken.kind, taken.lang, taken.about, coalesce(followers.address, taken.address) as address,
       taken.follower_id as "followerId", taken.queued_at as "queuedAt", taken.tries,
       case when followings.id is not null then jsonb_build_object('id', followings.id, 'followerId',
         followings.follower_id, 'kind', followings.kind, 'lang', followings.lang, 'question', followings.question,
         'every', followings.every, 'hour', followings.hour, 'active', followings.next_at is not null) end as following
     from taken left join followers on followers.id = taken.follower_id
       left join followings on followings.id = taken.following_id
     order by (taken.kind = 'newsletter'), taken.due_at, taken.id`,
    [now, room, new Date(now.getTime() + takenForMs)],
  );
  return rows;
}

export type MailEnd = 'sent' | 'bounced' | 'given-up' | 'dropped';

/** Wipes what was in it, but for the keyed hash of the address. @returns false: somebody else has noted its end. */
export async function endMail(
  db: Client,
  id: number,
  state: MailEnd,
  addressHash: Buffer,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update mails set state = $2, done_at = $3, address_hash = $4, about = null, address = null, taken_until = null
     where id = $1 and state = 'waiting'`,
    [id, state, now, addressHash],
  );
  return rowCount === 1;
}

/** Of the stories that an alert's mail had, those in it were sent; the others may be found again. */
export async function noteAlertHits(db: Client, mailId: number, shown: number[], now: Date): Promise<void> {
  await db.query('update alert_hits set mailed_at = $3 where mail_id = $1 and story_id = any($2)', [
    mailId,
    shown,
    now,
  ]);
  await db.query('delete from alert_hits where mail_id = $1 and mailed_at is null', [mailId]);
}

/** Of an issue that was sent: which stories its reader has of it. */
export async function noteIssueStories(db: Client, mailId: number, shown: number[]): Promise<void> {
  await db.query('update mails set stories = $2 where id = $1', [mailId, shown]);
}

export async function putBack(db: Client, id: number, dueAt: Date): Promise<void> {
  await db.query(`update mails set taken_until = null, due_at = $2 where id = $1 and state = 'waiting'`, [
    id,
    dueAt,
  ]);
}

/** A mail that was sent, by the token in its return path; null: it is forgotten. */
export async function findSentMail(
  db: Client,
  id: number,
): Promise<{ id: number; followerId: number | null; addressHash: Buffer; address: string | null } | null> {
  const { rows } = await db.query<{
    id: number;
    followerId: number | null;
    addressHash: Buffer;
    address: string | null;
  }>(
    `select mails.id, follower_id as "followerId", address_hash as "addressHash", followers.address
     from mails left join followers on followers.id = follower_id where mails.id = $1 and state in ('sent', 'bounced') and address_hash is not null`,
    [id],
  );
  return rows[0] ?? null;
}
