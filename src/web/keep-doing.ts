/** Work that is looked for again and again while the program runs. */
import { setTimeout as sleep } from 'node:timers/promises';

export type Keeping = { stop: () => Promise<void> };

/**
 * Does `work` every so often, one after the other. Where the database does not answer it is asked again, and `tell` hears
 * of it once. `stop` waits for what was begun.
 */
export function keepDoing(
  what: string,
  {
    everyMs,
    work,
    tell,
  }: { everyMs: number; work: () => Promise<unknown>; tell: (sentence: string) => void },
): Keeping {
  const stopping = new AbortController();
  const run = async () => {
    let broken = false;
    while (!stopping.signal.aborted) {
      try {
        await work();
        broken = false;
      } catch (error) {
        if (!broken && !stopping.signal.aborted)
          tell(`${what}: waits, for the database says: ${(error as Error).message}.`);
        broken = true;
      }
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
