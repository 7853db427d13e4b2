/** The thread that repairs texts: told by repair-thread.ts, answers in the order it was asked. */
import { parentPort } from 'node:worker_threads';
import { repairText } from './repair.ts';
import type { RepairAsk } from './repair-thread.ts';

parentPort?.on('message', ({ text, language }: RepairAsk) =>
  parentPort?.postMessage(repairText(text, language)),
);
