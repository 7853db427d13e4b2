/**
 * Sends feeds that have changed to all who follow them: topics side by side, and of each follower the feed as it is then, in
 * which a kill is a notice. Who answers quickly waits for nobody who is slow, and a notice of a kill goes before an ordinary
 * update. Several processes share the work.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  countWaiting,
  dropLapsed,
  type LaneName,
  laneNames,
  listTaken,
  listTopics,
  slowAfterMs,
  takeFollower,
} from './hub-store.ts';
import { type Feed, forMs, type HubDeps, tellFollower } from './hub-work.ts';
import { type Lane, openLane } from './lane.ts';

export type Sending = {
  /** Looks at which feeds have changed and begins to send them. It waits for nobody who is sent one. @throws what went wrong since. */
  look: () => Promise<void>;
  /** When all that was begun is sent. @returns how many callbacks were called since it was opened. */
  settled: () => Promise<number>;
  /** Begins nothing any more; resolves when those who are being called have answered, or have not in time. */
  close: () => Promise<void>;
};

/** Callbacks that are called at once. Whoever has answered quickly waits for nobody of whom that is not known. */
export const places: Record<LaneName, number> = { quick: 16, new: 8, slow: 4 };
/** So long a story that was taken from readers makes the feeds urgent in which it is. Milliseconds. */
const urgentForMs = 3_600_000;

type Topic = { path: string; feed: Feed; body: Buffer; hash: Buffer; isUrgent: boolean };

export function openSending(deps: HubDeps): Sending {
  const { pool, clock } = deps;
  const lanes: Record<LaneName, Lane> = {
    quick: openLane(places.quick),
    new: openLane(places.new),
    slow: openLane(places.slow),
  };
  /** A topic, as it is, in a lane. */
  const begun = new Set<string>();
  const working = new Set<Promise<unknown>>();
  let count = 0;
  let failure: { error: unknown } | null = null;
  let isClosed = false;

  const keep = (work: Promise<unknown>) => {
    const kept = work.catch((error: unknown) => {
      failure = { error };
    });
    working.add(kept);
    return kept.finally(() => working.delete(kept));
  };
  const settle = async () => {
    while (working.size > 0) await Promise.all(working);
  };

  /** One after the other of a topic's followers, as long as there is one and the feed is what it was. */
  const goOn = async (topic: Topic, lane: LaneName) => {
    for (;;) {
      const leave = await lanes[lane].enter(topic.isUrgent);
      try {
        // A kill may come while some are still to be told: they get the feed without its words, when it is looked at next.
        if (isClosed || (await deps.feedAt(topic.path))?.etag !== topic.feed.etag) return;
        const { hash } = topic;
        const follower = await takeFollower(pool, topic.path, { lane, hash, now: clock(), forMs });
        if (!follower) return;
        count++;
        const told = keep(
          tellFollower(deps, topic.path, follower, { type: topic.feed.type, body: topic.body }, hash),
        );
        // The next time it is among the slow; this time the others go on without it.
        await (lane === 'slow' ? told : Promise.race([told, sleep(slowAfterMs, undefined, { ref: false })]));
      } finally {
        leave();
      }
    }
  };

  /** @param taken codes of stories that were taken from readers. */
  const begin = async (path: string, taken: readonly number[]) => {
    const feed = await deps.feedAt(path);
    if (!feed) return;
    const hash = createHash('sha256').update(feed.etag).digest();
    const keyOf = (lane: LaneName) => `${lane} ${feed.etag} ${path}`;
    const idle = laneNames.filter((lane) => !begun.has(keyOf(lane)));
    if (idle.length === 0) return;
    const waiting = await countWaiting(pool, path, { hash, now: clock(), most: places });
    if (idle.every((lane) => waiting[lane] === 0)) return;
    const body = feed.body();
    const topic = { path, feed, body, hash, isUrgent: namesOne(body, taken) };
    for (const lane of idle) {
      begun.add(keyOf(lane));
      const all = Array.from({ length: waiting[lane] }, () => goOn(topic, lane));
      void keep(Promise.all(all)).finally(() => begun.delete(keyOf(lane)));
    }
  };

  return {
    look: async () => {
      await dropLapsed(pool, clock());
      const taken = await listTaken(pool, new Date(clock().getTime() - urgentForMs));
      for (const path of await listTopics(pool)) if (!isClosed) await begin(path, taken);
      const failed = failure;
      failure = null;
      if (failed) throw failed.error;
    },
    settled: async () => {
      await settle();
      return count;
    },
    close: async () => {
      isClosed = true;
      await settle();
    },
  };
}

/** In each form of feed a story's id is its permanent address, and ends with its code. */
function namesOne(body: Buffer, codes: readonly number[]): boolean {
  return codes.some((code) => body.includes(`/${code}<`) || body.includes(`/${code}"`));
}
