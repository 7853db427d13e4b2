/**
 * How the hub calls a callback: it asks whether a wish is its own, and sends it a feed that has changed. When and to whom it is
 * sent is in send-feeds.ts.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { call } from '../outgoing/call.ts';
import type { Opened } from '../outgoing/may-reach.ts';
import { hubPath } from './hub-path.ts';
import {
  type AskedWish,
  confirmWish,
  dropFollower,
  dropWish,
  type Follower,
  markFailed,
  markSent,
  takeWishes,
} from './hub-store.ts';

export type HubDeps = {
  pool: pg.Pool;
  publicUrl: string;
  clock: () => Date;
  opened: Opened;
  /** A feed as it is now, with nothing in it where its list is not there any more; null: it is no feed of the site. */
  feedAt: (path: string) => Promise<Feed | null>;
};

/** `etag` names its bytes: they are looked at only where they are sent. */
export type Feed = { type: string; etag: string; body: () => Buffer };

/** Callbacks that are asked at once. */
const atOnce = 16;
/** A callback that fails is tried again after this, doubled each time, in milliseconds; after so many failures it is let go. */
const firstPauseMs = 30_000;
const longestPauseMs = 6 * 3_600_000;
const mostFailures = 20;
/** A callback that takes longer holds others up, who wait for a kill. */
const patienceMs = 5_000;
/** Nobody works longer on one whom he took; whom a process took that was killed meanwhile has waited so long, and no longer. */
export const forMs = 2 * patienceMs;

/**
 * Asks whose wishes wait now. It is work of its own: whoever wishes in the name of many that never answer holds up others who
 * wish, and nobody who waits for a kill. @returns how many callbacks were called. */
export async function askCallbacks(deps: Omit<HubDeps, 'feedAt'>): Promise<number> {
  for (let count = 0; ; ) {
    const wishes = await takeWishes(deps.pool, { now: deps.clock(), forMs, limit: atOnce });
    if (wishes.length === 0) return count;
    await Promise.all(wishes.map((wish) => ask(deps, wish)));
    count += wishes.length;
  }
}

/** WebSub, 5.3: the callback says the challenge back, or nothing comes of the wish. */
async function ask(
  { pool, publicUrl, clock, opened }: Omit<HubDeps, 'feedAt'>,
  wish: AskedWish,
): Promise<void> {
  const challenge = randomBytes(24).toString('base64url');
  const url = new URL(wish.callback);
  url.searchParams.append('hub.mode', wish.mode);
  url.searchParams.append('hub.topic', publicUrl + wish.topic);
  url.searchParams.append('hub.challenge', challenge);
  if (wish.mode === 'subscribe') url.searchParams.append('hub.lease_seconds', String(wish.leaseSeconds));
  const answer = await call({ method: 'GET', url: url.href, timeoutMs: patienceMs }, opened).catch(
    () => null,
  );
  const isHis =
    answer !== null && answer.status >= 200 && answer.status < 300 && answer.body.toString() === challenge;
  if (isHis) await confirmWish(pool, wish, clock());
  else await dropWish(pool, wish);
}

/** WebSub, 7: the whole feed, signed with the follower's secret. */
export async function tellFollower(
  { pool, publicUrl, clock, opened }: HubDeps,
  topic: string,
  { id, callback, secret, failures }: Follower,
  { type, body }: { type: string; body: Buffer },
  hash: Buffer,
): Promise<void> {
  const headers = {
    'content-type': type,
    link: `<${publicUrl}${hubPath}>; rel="hub", <${publicUrl}${topic}>; rel="self"`,
    ...(secret
      ? { 'x-hub-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` }
      : {}),
  };
  const since = performance.now();
  const answer = await call(
    { method: 'POST', url: callback, headers, body, maxBytes: 1_024, timeoutMs: patienceMs },
    opened,
  ).catch(() => null);
  const tookMs = Math.round(performance.now() - since);
  if (answer && answer.status >= 200 && answer.status < 300) return markSent(pool, id, hash, tookMs);
  // "Gone": it does not want any more.
  if (answer?.status === 410 || failures + 1 >= mostFailures) return dropFollower(pool, id);
  const pauseMs = Math.min(firstPauseMs * 2 ** failures, longestPauseMs);
  return markFailed(pool, id, new Date(clock().getTime() + pauseMs), tookMs);
}
