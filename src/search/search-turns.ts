/**
 * A search takes two processors for some hundredths of a second, and two connections of the database: few are done at a time, so that
 * each has the time that it may take and other pages get theirs, and the others wait for their turn.
 */
import { availableParallelism } from 'node:os';

/** Twice as many connections stay well below those that the program has. */
const atOnce = Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2)));

/** Whoever came after them would wait for seconds. */
export const mostWaiting = 50;

let searching = 0;
const waiting: (() => void)[] = [];

/** @returns null: too many wait already, and this one is not done. */
export async function searchInTurn<T>(search: () => Promise<T>): Promise<T | null> {
  if (searching < atOnce) searching++;
  else if (waiting.length < mostWaiting) await new Promise<void>((begin) => waiting.push(begin));
  else return null;
  try {
    return await search();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else searching--;
  }
}
