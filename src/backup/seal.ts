/**
 * The seal: the SHA-256 of all bytes before it, at the very end of a backup. zstd and tar leave bits that nobody reads
 * (reserved ones, padding); with the seal there is no byte that can change and pass. It is a skippable frame of zstd
 * (RFC 8878, 3.1.2), so that any zstd still unpacks the file.
 */
import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Magic number of a skippable frame, and the length of what is in it: both little-endian. */
const frameHead = Buffer.from([0x57, 0x2a, 0x4d, 0x18, 32, 0, 0, 0]);
const sealBytes = frameHead.length + 32;

/** Passes everything on and puts the seal behind it. */
export function addSeal(): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, Buffer.concat([frameHead, hash.digest()]));
    },
  });
}

/** Takes the seal away, and fails at the end where it is not that of what came before. */
export function checkSeal(): Transform {
  const hash = createHash('sha256');
  let held: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const all = Buffer.concat([held, chunk]);
      const ready = all.subarray(0, Math.max(0, all.length - sealBytes));
      held = all.subarray(ready.length);
      hash.update(ready);
      done(null, ready);
    },
    flush(done) {
      const expected = Buffer.concat([frameHead, hash.digest()]);
      done(held.equals(expected) ? null : new Error('its seal does not fit'));
    },
  });
}
