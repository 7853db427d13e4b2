/** Work on pictures that nobody waits for, one piece at a time in a process. */

/** Pieces that wait at most: what comes then is not taken, and is asked for again when it is wanted again. */
const mostWaiting = 100;

export type MakeLater = {
  /** Does it when all before it is done. The same `name` waits once. */
  ask: (name: string, work: () => Promise<unknown>) => void;
  /** When nothing waits any more. */
  settled: () => Promise<void>;
};

/** @param tell is told in a sentence what failed. */
export function openMakeLater(tell: (sentence: string) => void): MakeLater {
  const waiting = new Set<string>();
  let last = Promise.resolve();
  return {
    ask: (name, work) => {
      if (waiting.has(name) || waiting.size >= mostWaiting) return;
      waiting.add(name);
      last = last
        .then(work)
        .catch((error: Error) => tell(`${name}: ${error.message}`))
        .then(() => void waiting.delete(name));
    },
    settled: () => last,
  };
}
