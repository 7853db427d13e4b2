/**
 * A search takes two processors for some hundredths of a second, and two connections of the database: few are done at a time, so that
 * each has the time that it may take and other pages get theirs, and the others wait for their turn.
 */
import { availableParallelism } from 'node:os';

/** Twice as many connections are less than half of those that the program has. */
const atOnce = Math.min(2, Math.max(1, Math.floor(availableParallelism() / 2)));

/** Whoever came after them would wait for seconds. */
export const mostWaiting = 50;

/** How soon to ask again, in seconds. */
export const askAgainSeconds = 5;

/** Too many wait already. */
export class TooManySearch extends Error {}

let searching = 0;
const waiting: (() => void)[] = [];

/**
 * @param signal of whoever may go before his turn comes.
 * @throws TooManySearch: this one is not done, for too many wait, or nobody waits for it any more.
 */
export async function searchInTurn<T>(search: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (searching < atOnce) searching++;
  else await turn(signal);
  try {
    return await search();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else searching--;
  }
}

function turn(signal?: AbortSignal): Promise<void> {
  if (waiting.length >= mostWaiting || signal?.aborted) throw new TooManySearch();
  return new Promise<void>((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(begin), 1);
      reject(new TooManySearch());
    };
    const begin = () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    waiting.push(begin);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
