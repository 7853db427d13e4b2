/** The transaction that a call of better-auth runs in, so that what it changes and its audit row commit together. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { Client } from '../stories/story-store.ts';

export type SessionMade = { sessionId: string; personId: string };

type Ambient = { db: pg.PoolClient | null; begin: () => Promise<void>; sessionsMade: SessionMade[] };

const running = new AsyncLocalStorage<Ambient>();

/**
 * Everything that asks for `currentClient` inside `work` gets the one connection of this transaction.
 * @param later it begins when `beginAmbient` is called: work that waits for another server first holds no connection.
 */
export async function inAmbientTransaction<T>(
  pool: pg.Pool,
  work: (sessionsMade: readonly SessionMade[]) => Promise<T>,
  { later = false } = {},
): Promise<T> {
  const ambient: Ambient = {
    db: null,
    begin: async () => {
      ambient.db ??= await pool.connect();
      await ambient.db.query('begin');
    },
    sessionsMade: [],
  };
  return running.run(ambient, async () => {
    try {
      if (!later) await ambient.begin();
      const value = await work(ambient.sessionsMade);
      await ambient.db?.query('commit');
      ambient.db?.release();
      return value;
    } catch (error) {
      const broken = await ambient.db?.query('rollback').then(
        () => false,
        () => true,
      );
      ambient.db?.release(broken);
      throw error;
    }
  });
}

export async function beginAmbient(): Promise<void> {
  const ambient = running.getStore();
  if (ambient && !ambient.db) await ambient.begin();
}

export function currentClient(pool: pg.Pool): Client {
  return running.getStore()?.db ?? pool;
}

export function noteSessionMade(made: SessionMade): void {
  running.getStore()?.sessionsMade.push(made);
}
