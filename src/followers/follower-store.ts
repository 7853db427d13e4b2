/** Every SQL statement about followers and what they asked for. */
import type { Client } from '../stories/story-store.ts';
import type { Following, FollowingKind } from './following.ts';

export type Follower = { id: number; address: string; lang: string };

/** Days for which what nobody confirmed is kept. */
export const unconfirmedDays = 7;
/** Days for which an address is kept after the last thing that it got was ended. */
export const endedDays = 30;
/** One address cannot ask for more. */
export const mostFollowings = 50;

/** Finds the follower by the address, or makes one. */
export async function keepFollower(db: Client, address: string, lang: string, now: Date): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into followers (address, lang, made_at) values ($1, $2, $3)
     on conflict (lower(address)) do update set lang = followers.lang returning id`,
    [address, lang, now],
  );
  return (rows[0] as { id: number }).id;
}

export type AskedFollowing = Pick<Following, 'kind' | 'lang' | 'question' | 'every' | 'hour'>;

/**
 * Keeps what was asked for until it is confirmed. Whoever asks for what the follower gets already changes nothing of it, for
 * he need not be the follower. @returns null: the follower asked for too much already.
 */
export async function keepFollowing(
  db: Client,
  followerId: number,
  { kind, lang, question, every, hour }: AskedFollowing,
  now: Date,
): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    `insert into followings (follower_id, kind, lang, question, every, hour, made_at, seen_until)
     select $1, $2, $3, $4, $5, $6, $7, $7
     where (select count(*) from followings where follower_id = $1 and (kind, lang, question) <> ($2, $3, $4)) < $8
     on conflict (follower_id, kind, lang, question) do update set
       every = case when followings.next_at is null then excluded.every else followings.every end,
       hour = case when followings.next_at is null then excluded.hour else followings.hour end,
       made_at = case when followings.next_at is null then excluded.made_at else followings.made_at end,
       confirmed_at = case when followings.next_at is null then null else followings.confirmed_at end
     returning id`,
    [followerId, kind, lang, question, every, hour, now, mostFollowings],
  );
  return rows[0]?.id ?? null;
}

const columns = `followings.id, follower_id as "followerId", kind, followings.lang, question, every, hour,
  next_at is not null as active`;

export async function readFollowing(db: Client, id: number): Promise<Following | null> {
  const { rows } = await db.query<Following>(`select ${columns} from followings where id = $1`, [id]);
  return rows[0] ?? null;
}

export async function readFollower(db: Client, id: number): Promise<Follower | null> {
  const { rows } = await db.query<Follower>('select id, address, lang from followers where id = $1', [id]);
  return rows[0] ?? null;
}

/** What a follower gets now, oldest first. */
export async function listFollowings(db: Client, followerId: number): Promise<Following[]> {
  const { rows } = await db.query<Following>(
    `select ${columns} from followings where follower_id = $1 and next_at is not null order by id`,
    [followerId],
  );
  return rows;
}

/** From now on it is sent, first at `nextAt`. */
export async function startFollowing(
  db: Client,
  { id, followerId, lang }: Following,
  nextAt: Date,
  now: Date,
): Promise<void> {
  await db.query(
    `update followings set confirmed_at = $2, seen_until = $4, next_at = $3 where id = $1 and next_at is null`,
    // What was recorded in this very millisecond is new.
    [id, now, nextAt, new Date(now.getTime() - 1)],
  );
  await db.query(
    `update followers set confirmed_at = coalesce(confirmed_at, $2), ended_at = null, ended_why = '', lang = $3 where id = $1`,
    [followerId, now, lang],
  );
}

/** What was looked at for a following, until when, and when it is next. */
export type Looked = { id: number; seenUntil: Date; nextAt: Date };

/** Of what its reader has ended meanwhile nothing is due. */
export async function moveOn(db: Client, looked: Looked[]): Promise<void> {
  if (looked.length === 0) return;
  await db.query(
    `update followings set seen_until = looked.seen_until, next_at = looked.next_at
     from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) as looked (id, seen_until, next_at)
     where followings.id = looked.id and followings.next_at is not null`,
    [
      looked.map(({ id }) => id),
      looked.map(({ seenUntil }) => seenUntil),
      looked.map(({ nextAt }) => nextAt),
    ],
  );
}

export async function changeFollowing(
  db: Client,
  { id, every, hour }: Pick<Following, 'id' | 'every' | 'hour'>,
  nextAt: Date,
): Promise<void> {
  await db.query(
    'update followings set every = $2, hour = $3, next_at = $4 where id = $1 and next_at is not null',
    [id, every, hour, nextAt],
  );
}

/** @param only one of the follower's; null: all of them. The last one ends the follower. */
export async function endFollowings(
  db: Client,
  followerId: number,
  only: number | null,
  why: 'reader' | 'bounced',
  now: Date,
): Promise<void> {
  await db.query(
    `update followings set next_at = null, confirmed_at = coalesce(confirmed_at, $3)
     where follower_id = $1 and ($2::bigint is null or id = $2)`,
    [followerId, only, now],
  );
  await db.query(
    `update followers set ended_at = $2, ended_why = $3 where id = $1 and ended_at is null
       and not exists (select from followings where follower_id = $1 and next_at is not null)`,
    [followerId, now, why],
  );
}

/** Address, mails that wait and all that was asked for. */
export async function eraseFollower(db: Client, followerId: number): Promise<void> {
  await db.query('delete from followers where id = $1', [followerId]);
}

/** Erases what nobody confirmed, whoever ended all, and what is remembered of mails for longer than it is of use. */
export async function eraseOld(db: Client, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db.query('delete from followings where confirmed_at is null and made_at < $1', [
    before(unconfirmedDays),
  ]);
  await db.query('delete from followers where ended_at < $1', [before(endedDays)]);
  await db.query(
    'delete from followers where made_at < $1 and not exists (select from followings where follower_id = followers.id)',
    [before(unconfirmedDays)],
  );
  await db.query('delete from mails where done_at < $1', [before(30)]);
  // Where no mail goes out, nothing else ends them: one that waits with an address of its own is given up after three days.
  await db.query(`delete from mails where state = 'waiting' and follower_id is null and queued_at < $1`, [
    before(4),
  ]);
  await db.query('delete from alert_hits where found_at < $1', [before(365)]);
  await db.query('delete from bounces where at < $1', [before(180)]);
  await db.query('delete from follow_tries where since < $1', [before(1)]);
}

/** How many followers get something of each kind, for the desk. */
export async function countFollowings(
  db: Client,
): Promise<{ kind: FollowingKind; lang: string; topic: string; count: number }[]> {
  const { rows } = await db.query<{ kind: FollowingKind; lang: string; topic: string; count: number }>(
    `select kind, lang, case when kind = 'newsletter' then question else '' end as topic, count(*)::int as count
     from followings where next_at is not null group by 1, 2, 3 order by count desc, 1, 2, 3 limit 200`,
  );
  return rows;
}
