/** Repairs texts in a thread of its own: a word list takes a third of a second to read and 85 MB, and readers wait for neither. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Repair } from './repair.ts';

export type RepairAsk = { text: string; language: string };

type Waiting = { resolve: (repair: Repair) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Waiting[] };

/** The thread goes when nobody asked for so long, and its word lists with it. Milliseconds. */
const idleFor = 120_000;

/** Texts and their words are looked at once: more room would only be filled. A text of ten megabytes finds enough. */
const room = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 256 };

let thread: Thread | null = null;
let idle: NodeJS.Timeout | undefined;

/** As `repairText`; texts are repaired one after the other. */
export function repairAside(text: string, language: string): Promise<Repair> {
  clearTimeout(idle);
  thread ??= begin();
  const { worker, waiting } = thread;
  return new Promise<Repair>((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.ref();
    worker.postMessage({ text, language } satisfies RepairAsk);
  });
}

function begin(): Thread {
  // As source or as built.
  const file = new URL(`./repair-worker${path.extname(import.meta.url)}`, import.meta.url);
  const begun: Thread = {
    worker: new Worker(file, { resourceLimits: room }),
    waiting: [],
  };
  const { worker, waiting } = begun;
  const end = (error: Error) => {
    if (thread === begun) thread = null;
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on('message', (repair: Repair) => {
    waiting.shift()?.resolve(repair);
    if (waiting.length > 0) return;
    worker.unref();
    idle = setTimeout(() => {
      // It ends a moment later: whoever asks meanwhile begins another.
      if (thread === begun) thread = null;
      worker.terminate();
    }, idleFor).unref();
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread that repairs texts has ended.')));
  return begun;
}
