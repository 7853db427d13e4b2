/** Hears of acts, from this process, another one or a command: one connection that listens, and listens again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

export type HeardAct = { code: number; lang: string };

/** How often the connection is asked whether it lives, and how long it may take to answer. */
const heartbeatMs = 5_000;
const answerMs = 3_000;

export type Ears = {
  onAct: (act: HeardAct) => void;
  /** Something that the desk shows of a story has changed: its draft, its place, who has it open. */
  onDeskChange?: (storyId: number) => void;
  onSettings?: () => void;
  /** A front of an edition was arranged. */
  onFront?: (lang: string) => void;
  /** A comment has come or changed; `code`: of its story, where readers see something else now. */
  onComment?: (code: number | null) => void;
  onDeaf: () => void;
  onHearing: () => void;
};

export type Listener = { stop: () => Promise<void> };

/**
 * Calls `onAct` for each act, a few milliseconds after its commit; `onDeaf` when the connection is lost, so that acts may
 * be missed, and `onHearing` when it is back. Resolves once it listens.
 */
export async function hearActs(
  pool: pg.Pool,
  {
    onAct,
    onDeskChange = () => {},
    onSettings = () => {},
    onFront = () => {},
    onComment = () => {},
    onDeaf,
    onHearing,
  }: Ears,
): Promise<Listener> {
  let stopped = false;
  let client: pg.PoolClient | null = null;

  /** A connection that a firewall dropped says nothing: it is asked, and has to answer in time. */
  const isDeaf = async (mine: pg.PoolClient): Promise<boolean> => {
    const answer = mine.query('select 1').then(
      () => false,
      () => true,
    );
    return Promise.race([answer, sleep(answerMs, true, { ref: false })]);
  };

  const listen = async (): Promise<void> => {
    const mine = await pool.connect();
    mine.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'desk') onDeskChange(Number(payload));
      else if (channel === 'settings') onSettings();
      else if (channel === 'fronts') onFront(payload);
      else if (channel === 'comments') onComment((JSON.parse(payload) as { code: number | null }).code);
      else onAct(JSON.parse(payload) as HeardAct);
    });
    try {
      await mine.query('listen desk');
      await mine.query('listen settings');
      await mine.query('listen fronts');
      await mine.query('listen comments');
      await mine.query('listen acts');
    } catch (error) {
      mine.release(true);
      throw error;
    }
    if (stopped) return mine.release(true);
    client = mine;
    const lose = () => {
      if (client !== mine) return;
      client = null;
      clearInterval(heartbeat);
      mine.release(true);
      void listenAgain();
    };
    mine.once('error', lose);
    const heartbeat = setInterval(async () => {
      if (client !== mine) clearInterval(heartbeat);
      else if (await isDeaf(mine)) lose();
    }, heartbeatMs).unref();
  };

  const listenAgain = async (): Promise<void> => {
    onDeaf();
    for (let waitMs = 100; !stopped; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        await listen();
        if (!stopped) onHearing();
        return;
      } catch {
        await sleep(waitMs, undefined, { ref: false });
      }
    }
  };

  await listen();
  return {
    stop: async () => {
      stopped = true;
      const mine = client;
      client = null;
      mine?.release(true);
    },
  };
}
