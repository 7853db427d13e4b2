/** Cuts a stream of any length into pieces of one size: a tar wants to know how long an entry is before it comes. */

/** Small enough to be held in memory a few times, large enough that its entry's head does not count. */
export const pieceBytes = 4 * 1024 * 1024;

/** All but the last have `size` bytes. */
export async function* inPieces(stream: AsyncIterable<Buffer>, size = pieceBytes): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let rest = chunk;
    while (length + rest.length >= size) {
      const taken = rest.subarray(0, size - length);
      yield Buffer.concat([...parts, taken]);
      rest = rest.subarray(taken.length);
      parts = [];
      length = 0;
    }
    parts.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(parts);
}
