/** Every SQL statement about those who follow our feeds through the hub. */
import type { Client } from '../stories/story-store.ts';

export type Wish = {
  mode: 'subscribe' | 'unsubscribe';
  /** Path of the feed. */
  topic: string;
  callback: string;
  /** Empty: none. */
  secret: string;
  leaseSeconds: number;
};

export type AskedWish = Wish & { id: number };

/** How many of one host, and of all, may follow: a stranger's wish costs a row. */
export const mostFollowers = { ofHost: 500, ofAll: 50_000 };

/** Keeps what is wished until its callback confirms it. What is confirmed already goes on meanwhile. @returns whether there was room. */
export async function keepWish(db: Client, wish: Wish, now: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into hub_subscriptions (topic, callback, secret, asked_secret, asked, asked_lease, next_try)
     select $1, $2, '', $3, $4, make_interval(secs => $5), $6
     where exists (select from hub_subscriptions where topic = $1 and callback = $2)
        or (select count(*) from hub_subscriptions) < $7
       and (select count(*) from hub_subscriptions where ${hostOf('callback')} = ${hostOf('$2')}) < $8
     on conflict (topic, callback) do update set asked = excluded.asked, asked_lease = excluded.asked_lease,
       asked_secret = excluded.asked_secret, next_try = excluded.next_try, failures = 0`,
    [
      wish.topic,
      wish.callback,
      wish.secret,
      wish.mode,
      wish.leaseSeconds,
      now,
      mostFollowers.ofAll,
      mostFollowers.ofHost,
    ],
  );
  return rowCount === 1;
}

/** Of an address: without its port, for one host has sixty thousand of them. Addresses of IPv6 go by how they begin. */
function hostOf(address: string): string {
  return `split_part(split_part(${address}, '/', 3), ':', 1)`;
}

/** For how long a process has what it took, in milliseconds: then it is taken for ended, and another goes on. */
export type Taking = { now: Date; forMs: number; limit: number };

/** Takes wishes that wait, so that no other process takes them meanwhile. */
export async function takeWishes(db: Client, { now, forMs, limit }: Taking): Promise<AskedWish[]> {
  const { rows } = await db.query<AskedWish>(
    `update hub_subscriptions set next_try = $3 where id in (
       select id from hub_subscriptions where asked is not null and next_try <= $1
       order by next_try limit $2 for update skip locked)
     returning id, asked as mode, topic, callback, asked_secret as secret, extract(epoch from asked_lease)::int as "leaseSeconds"`,
    [now, limit, new Date(now.getTime() + forMs)],
  );
  return rows;
}

/** Unless something else was asked for meanwhile. */
export async function confirmWish(db: Client, wish: AskedWish, now: Date): Promise<void> {
  if (wish.mode === 'unsubscribe')
    await db.query(`delete from hub_subscriptions where id = $1 and asked = 'unsubscribe'`, [wish.id]);
  else
    await db.query(
      `update hub_subscriptions set asked = null, secret = asked_secret, failures = 0, next_try = '-infinity',
         lease_until = $2::timestamptz + asked_lease where id = $1 and asked = 'subscribe'`,
      [wish.id, now],
    );
}

/** The callback did not confirm: what was before goes on, and a row that never was confirmed goes. */
export async function dropWish(db: Client, { id, mode }: AskedWish): Promise<void> {
  await db.query('delete from hub_subscriptions where id = $1 and asked = $2 and lease_until is null', [
    id,
    mode,
  ]);
  await db.query('update hub_subscriptions set asked = null where id = $1 and asked = $2', [id, mode]);
}

export async function dropLapsed(db: Client, now: Date): Promise<void> {
  await db.query('delete from hub_subscriptions where lease_until < $1', [now]);
}

/** Feeds that somebody follows. */
export async function listTopics(db: Client): Promise<string[]> {
  const { rows } = await db.query<{ topic: string }>(
    'select distinct topic from hub_subscriptions where lease_until is not null order by topic',
  );
  return rows.map(({ topic }) => topic);
}

export type Follower = { id: number; callback: string; secret: string; failures: number };

/** Takes those who do not have the feed as it is now. */
export async function takeFollowers(
  db: Client,
  topic: string,
  { hash, now, forMs, limit }: Taking & { hash: Buffer },
): Promise<Follower[]> {
  const { rows } = await db.query<Follower>(
    `update hub_subscriptions set next_try = $5 where id in (
       select id from hub_subscriptions where topic = $1 and lease_until > $3 and sent_hash is distinct from $2
         and next_try <= $3 order by failures, next_try limit $4 for update skip locked)
     returning id, callback, secret, failures`,
    [topic, hash, now, limit, new Date(now.getTime() + forMs)],
  );
  return rows;
}

/** Whatever the clock says then, it may be sent the next at once. */
export async function markSent(db: Client, id: number, hash: Buffer): Promise<void> {
  await db.query(
    `update hub_subscriptions set sent_hash = $2, failures = 0, next_try = '-infinity' where id = $1`,
    [id, hash],
  );
}

/** Tried again later and later; the newest state of the feed is what is sent then. */
export async function markFailed(db: Client, id: number, nextTry: Date): Promise<void> {
  await db.query('update hub_subscriptions set failures = failures + 1, next_try = $2 where id = $1', [
    id,
    nextTry,
  ]);
}

export async function dropFollower(db: Client, id: number): Promise<void> {
  await db.query('delete from hub_subscriptions where id = $1', [id]);
}
