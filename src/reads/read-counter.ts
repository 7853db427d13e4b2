/** Counts readings in memory until they are kept: a story's page costs readers no question to the database. */
import type { IncomingMessage } from 'node:http';
import type pg from 'pg';
import { countsAsRead } from './counts-as-read.ts';
import { addReads } from './reads-store.ts';

export type ReadCounter = {
  /** `code`: of the story whose page is sent; undefined: it is none. */
  hear: (code: number | undefined, request: IncomingMessage) => void;
  /** Keeps what was counted since. What cannot be kept now is kept with the next. */
  keep: (now: Date) => Promise<void>;
};

/** Stories that are counted between two keepings; what is more is not counted. */
const mostStories = 50_000;

export function readCounter(pool: pg.Pool): ReadCounter {
  let counted = new Map<number, number>();
  return {
    hear: (code, request) => {
      if (code === undefined || !countsAsRead(request.method, request.headers)) return;
      const before = counted.get(code);
      if (before !== undefined || counted.size < mostStories) counted.set(code, (before ?? 0) + 1);
    },
    keep: async (now) => {
      if (counted.size === 0) return;
      const taken = counted;
      counted = new Map();
      try {
        await addReads(pool, now, taken);
      } catch (error) {
        for (const [code, count] of taken) counted.set(code, (counted.get(code) ?? 0) + count);
        throw error;
      }
    },
  };
}
