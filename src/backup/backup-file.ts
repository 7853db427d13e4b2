/**
 * The container of a backup: in a tar `backup.json` and its hash, the pieces of each table, `manifest.json`; that in
 * zstd; behind it the seal; where there is a passphrase, all of it in age. Written (write-backup.ts) and read
 * (open-backup.ts) as a stream, with a few pieces in memory.
 */
import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { headName } from './backup-head.ts';

/** A part of a table's rows, in the binary format of COPY. */
export type TablePiece = { table: string; bytes: Buffer };

/** Of a whole file. */
export type Measured = { sha256: Buffer; bytes: number };

/** As `sha256sum` writes it. */
export function headSum(head: Buffer): Buffer {
  return Buffer.from(`${hashOf(head)}  ${headName}\n`);
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Lets everything through, and knows at the end what it was. */
export function measure(): { stream: Transform; measured: () => Measured } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, measured: () => ({ sha256: hash.digest(), bytes }) };
}

/** Where one step of a stream fails the others do too, and only say that they were left alone. */
export function causeOf(errors: Error[]): Error {
  return (
    errors.find((error) => !/destroyed|prematurely|premature close|aborted/i.test(error.message)) ??
    (errors[0] as Error)
  );
}
