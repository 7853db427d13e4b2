/**
 * The desk's work on texts, in a thread of its own: a word list takes a third of a second to read and 85 MB, a large table takes
 * seconds to read, and readers wait for neither. There is one thread, and one copy of the lists.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
// Its type alone: what it loads is loaded in the thread.
import type { TextWorks } from './text-works.ts';

type WorkName = keyof TextWorks;

export type TextAsk = { name: WorkName; args: unknown[] };
export type TextAnswer = { ok: true; value: unknown } | { ok: false; error: Error };

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Waiting[] };

/** The thread goes when nobody asked for so long, and its word lists with it. Milliseconds. */
const idleFor = 120_000;

/** Texts and their words are looked at once: more room would only be filled. A text of ten megabytes finds enough. */
const room = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 256 };

let thread: Thread | null = null;
let idle: NodeJS.Timeout | undefined;

/** Does a piece of work on texts; pieces are done one after the other. @throws what the work throws. */
export function workAside<Name extends WorkName>(
  name: Name,
  ...args: Parameters<TextWorks[Name]>
): Promise<ReturnType<TextWorks[Name]>> {
  clearTimeout(idle);
  thread ??= begin();
  const { worker, waiting } = thread;
  return new Promise<unknown>((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.ref();
    worker.postMessage({ name, args } satisfies TextAsk);
  }) as Promise<ReturnType<TextWorks[Name]>>;
}

function begin(): Thread {
  // As source or as built.
  const file = new URL(`./text-worker${path.extname(import.meta.url)}`, import.meta.url);
  const begun: Thread = {
    worker: new Worker(file, { resourceLimits: room }),
    waiting: [],
  };
  const { worker, waiting } = begun;
  const end = (error: Error) => {
    if (thread === begun) thread = null;
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on('message', (answer: TextAnswer) => {
    const first = waiting.shift();
    if (answer.ok) first?.resolve(answer.value);
    else first?.reject(answer.error);
    if (waiting.length > 0) return;
    worker.unref();
    idle = setTimeout(() => {
      // It ends a moment later: whoever asks meanwhile begins another.
      if (thread === begun) thread = null;
      worker.terminate();
    }, idleFor).unref();
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread for work on texts has ended.')));
  return begun;
}
