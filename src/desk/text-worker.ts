/** The thread for work on texts: told by text-thread.ts, answers in the order it was asked. */
import { parentPort } from 'node:worker_threads';
import type { TextAnswer, TextAsk } from './text-thread.ts';
import { textWorks } from './text-works.ts';

parentPort?.on('message', (ask: TextAsk) => parentPort?.postMessage(answer(ask)));

/** A text that cannot be worked on ends the work on it, and not the thread, which others wait for. */
function answer({ name, args }: TextAsk): TextAnswer {
  const work = textWorks[name] as (...args: unknown[]) => unknown;
  try {
    return { ok: true, value: work(...args) };
  } catch (error) {
    return { ok: false, error: error as Error };
  }
}
