/** Counts the rows in PostgreSQL's binary COPY format, as it comes, without keeping any. */

/** Signature, 4 bytes of flags, 4 bytes that tell how long an extension of the head is. */
const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const headBytes = signature.length + 8;

export type RowCounter = {
  /** @throws Error where the bytes are not in the format. */
  add: (bytes: Buffer) => void;
  /** @throws Error where the end has not come. */
  rows: () => number;
};

export function countRows(): RowCounter {
  let rows = 0;
  /** Bytes that are passed over: values. */
  let skip = 0;
  /** Fields of the present row that have not come. */
  let fields = 0;
  let expects: 'head' | 'row' | 'nothing' = 'head';
  let rest: Buffer = Buffer.alloc(0);

  /** Reads what begins at `at`. @returns where the next begins, or null where its bytes have not all come. */
  const readOne = (bytes: Buffer, at: number): number | null => {
    const left = bytes.length - at;
    if (expects === 'nothing') throw new Error('there is something behind the last row');
    if (expects === 'head') {
      if (left < headBytes) return null;
      if (!bytes.subarray(at, at + signature.length).equals(signature)) throw new Error('no rows begin here');
      expects = 'row';
      skip = bytes.readUInt32BE(at + headBytes - 4);
      return at + headBytes;
    }
    if (fields > 0) {
      if (left < 4) return null;
      fields--;
      // -1: null.
      skip = Math.max(0, bytes.readInt32BE(at));
      return at + 4;
    }
    if (left < 2) return null;
    fields = bytes.readInt16BE(at);
    if (fields < 0) expects = 'nothing';
    else rows++;
    return at + 2;
  };

  return {
    add: (added) => {
      const bytes = rest.length > 0 ? Buffer.concat([rest, added]) : added;
      let at = 0;
      while (at < bytes.length) {
        const passed = Math.min(skip, bytes.length - at);
        skip -= passed;
        at += passed;
        if (at === bytes.length) break;
        const next = readOne(bytes, at);
        if (next === null) break;
        at = next;
      }
      rest = bytes.subarray(at);
    },
    rows: () => {
      if (expects !== 'nothing' || rest.length > 0) throw new Error('the last row is missing');
      return rows;
    },
  };
}
