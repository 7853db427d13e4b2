/** Does a part of the record's check in a thread of its own: hashes and signatures would keep one core busy alone. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import type { Part, PartSaid, Seen } from './verify-parts.ts';
import type { Tell } from './verify-record.ts';

export type PartSettings<P extends Part> = { part: P; connection: pg.PoolConfig; snapshot: string };

export type PartThread<P extends Part> = {
  /** Rejects where the thread fails, as where its connection breaks. */
  seen: Promise<Seen<P>>;
  /** Resolves when the thread is gone, at work or not. */
  end: () => Promise<unknown>;
};

export function startPart<P extends Part>(
  part: P,
  pool: pg.Pool,
  snapshot: string,
  tell: Tell,
): PartThread<P> {
  const worker = new Worker(
    // As source or as built.
    new URL(`./verify-worker${path.extname(import.meta.url)}`, import.meta.url),
    {
      workerData: { part, connection: connectionOf(pool), snapshot } satisfies PartSettings<P>,
      // What is read is looked at once: more room for the young would only be filled.
      resourceLimits: { maxYoungGenerationSizeMb: 12 },
    },
  );
  const seen = new Promise<Seen<P>>((resolve, reject) => {
    worker.on('message', (said: PartSaid<P>) => {
      if (said.kind === 'found') tell(said.finding);
      else resolve(said.seen);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error(`the check of the ${part} ended early`)));
  });
  return { seen, end: () => worker.terminate() };
}

/** The pool hides its password from whoever lists what it has. */
function connectionOf({ options }: pg.Pool): pg.PoolConfig {
  return { ...options, ...(options.password === undefined ? {} : { password: options.password }) };
}
