/**
 * Drawing takes a processor for a tenth of a second, and anybody may ask for it, of any moment: one picture is drawn at a
 * time, so that pages go out meanwhile, and no more than some wait for theirs.
 */

export const mostWaiting = 20;

/** How soon to ask again, in seconds, where too many wait. */
export const askAgainSeconds = 5;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** @returns null: too many wait already, and this one is not drawn. */
export function drawInTurn<T>(draw: () => Promise<T>): Promise<T> | null {
  if (waiting >= mostWaiting) return null;
  waiting++;
  const drawn = last.then(draw).finally(() => {
    waiting--;
  });
  last = drawn.catch(() => undefined);
  return drawn;
}
