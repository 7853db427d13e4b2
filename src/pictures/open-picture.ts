/** Opens pictures so that no number of them, sent or asked for at once, takes all of the machine's memory. */
import sharp from 'sharp';

// What was opened is kept for the next who opens it, fifty of them however large; here nothing is opened twice.
sharp.cache(false);

type Size = { width: number; height: number };

/** Pixels of a picture of which several may be open at once. */
const smallPixels = 12_000_000;

let last: Promise<unknown> = Promise.resolve();

/** A large picture takes a third of a gigabyte while it is open: of those there is one at a time in a process. */
export function openPicture<T>({ width, height }: Size, open: () => Promise<T>): Promise<T> {
  if (width * height <= smallPixels) return open();
  const opened = last.then(open);
  last = opened.catch(() => undefined);
  return opened;
}
