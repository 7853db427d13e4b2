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
type Taking = { now: Date; forMs: number; limit: number };

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

/** Feeds that somebody follows: those first that somebody has followed for longest, so that nobody new makes them wait. */
export async function listTopics(db: Client): Promise<string[]> {
  const { rows } = await db.query<{ topic: string }>(
    'select topic from hub_subscriptions where lease_until is not null group by topic order by min(id)',
  );
  return rows.map(({ topic }) => topic);
}

/** Codes of stories that readers do not get any more since then, the newest hundred. */
export async function listTaken(db: Client, since: Date): Promise<number[]> {
  const { rows } = await db.query<{ code: number }>(
    `select stories.code from acts join withheld on withheld.act_id = acts.id join stories on stories.id = acts.story_id
     where acts.acted_at > $1 and stories.code is not null order by acts.acted_at desc limit 100`,
    [since],
  );
  return rows.map(({ code }) => code);
}

/** Who takes longer to answer is slow, in milliseconds. */
export const slowAfterMs = 1_000;

/** By how long the last answer took; `new`: who was never sent anything. */
export const laneNames = ['quick', 'new', 'slow'] as const;
export type LaneName = (typeof laneNames)[number];

/** SQL: who is in a lane, and in which order. */
const inLane: Record<LaneName, { where: string; order: string }> = {
  quick: { where: `took_ms < ${slowAfterMs}`, order: 'failures, id' },
  new: { where: 'took_ms is null', order: 'id' },
  slow: { where: `took_ms >= ${slowAfterMs}`, order: 'failures, took_ms, next_try' },
};

/** SQL: who does not have the feed as it is now, and may be sent it. */
const isWaiting = 'topic = $1 and lease_until > $3 and sent_hash is distinct from $2 and next_try <= $3';

type Waiting = { hash: Buffer; now: Date };

/** How many wait, up to `most`. */
export async function countWaiting(
  db: Client,
  topic: string,
  { hash, now, most }: Waiting & { most: Record<LaneName, number> },
): Promise<Record<LaneName, number>> {
  const counts = laneNames.map(
    (lane) => `(select count(*)::int from (
       select from hub_subscriptions where ${isWaiting} and ${inLane[lane].where} limit ${most[lane]}) as waiting) as ${lane}`,
  );
  const { rows } = await db.query<Record<LaneName, number>>(`select ${counts.join(', ')}`, [
    topic,
    hash,
    now,
  ]);
  return rows[0] as Record<LaneName, number>;
}

export type Follower = { id: number; callback: string; secret: string; failures: number };

/** Takes the next who waits; null: nobody does. */
export async function takeFollower(
  db: Client,
  topic: string,
  { lane, hash, now, forMs }: Waiting & { lane: LaneName; forMs: number },
): Promise<Follower | null> {
  const { where, order } = inLane[lane];
  const { rows } = await db.query<Follower>(
    `update hub_subscriptions set next_try = $4 where id in (
       select id from hub_subscriptions where ${isWaiting} and ${where} order by ${order} limit 1 for update skip locked)
     returning id, callback, secret, failures`,
    [topic, hash, now, new Date(now.getTime() + forMs)],
  );
  return rows[0] ?? null;
}

/** Whatever the clock says then, it may be sent the next at once. */
export async function markSent(db: Client, id: number, hash: Buffer, tookMs: number): Promise<void> {
  await db.query(
    `update hub_subscriptions set sent_hash = $2, took_ms = $3, failures = 0, next_try = '-infinity' where id = $1`,
    [id, hash, tookMs],
  );
}

/** Tried again later and later; the newest state of the feed is what is sent then. */
export async function markFailed(db: Client, id: number, nextTry: Date, tookMs: number): Promise<void> {
  await db.query(
    'update hub_subscriptions set failures = failures + 1, next_try = $2, took_ms = $3 where id = $1',
    [id, nextTry, tookMs],
  );
}

export async function dropFollower(db: Client, id: number): Promise<void> {
  await db.query('delete from hub_subscriptions where id = $1', [id]);
}
