/** Writes the container of a backup. */
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import tar from 'tar-stream';
import { causeOf, hashOf, headSum, type Measured, measure, type TablePiece } from './backup-file.ts';
import {
  type BackupHead,
  headName,
  headSumName,
  type Manifest,
  manifestName,
  type Piece,
  pieceName,
} from './backup-head.ts';
import { encryptWith } from './encryption.ts';
import { addSeal } from './seal.ts';

/** Writes a whole backup, whose pieces come in the order of its head's tables. @returns SHA-256 and size. */
export async function writeBackup(
  { head, pieces }: { head: BackupHead; pieces: AsyncIterable<TablePiece> },
  {
    passphrase,
    write,
  }: { passphrase: string | null; write: (source: AsyncIterable<Uint8Array>) => Promise<void> },
): Promise<Measured> {
  const pack = tar.pack();
  // It tells whoever puts the next entry in, and the pipeline.
  pack.on('error', () => undefined);
  const meter = measure();
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const outcomes = await Promise.allSettled([
    packEntries(pack, head, pieces).catch((error: Error) => {
      pack.destroy(error);
      throw error;
    }),
    passphrase === null
      ? pipeline(pack, zstd, addSeal(), meter.stream, write)
      : pipeline(pack, zstd, addSeal(), encryptWith(passphrase), meter.stream, write),
  ]);
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (failures.length > 0) throw causeOf(failures);
  return meter.measured();
}

async function packEntries(
  pack: tar.Pack,
  head: BackupHead,
  pieces: AsyncIterable<TablePiece>,
): Promise<void> {
  const mtime = new Date(head.madeAt);
  const listed: Piece[] = [];
  const put = (name: string, bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      const header = { name, size: bytes.length, mode: 0o600, mtime };
      const entry = pack.entry(header, bytes, (error) => (error ? reject(error) : resolve()));
      // The callback has heard of it.
      entry.on('error', () => undefined);
    });
  const list = async (name: string, bytes: Buffer, sha256: string) => {
    listed.push({ name, bytes: bytes.length, sha256 });
    await put(name, bytes);
  };
  const first = Buffer.from(`${JSON.stringify(head, null, 2)}\n`);
  await list(headName, first, hashOf(first));
  const sum = headSum(first);
  await list(headSumName, sum, hashOf(sum));
  let [last, nth] = ['', 0];
  for await (const { table, bytes } of pieces) {
    nth = table === last ? nth + 1 : 1;
    last = table;
    const sha256 = hashOf(bytes);
    await list(pieceName(table, nth, sha256), bytes, sha256);
  }
  const manifest: Manifest = { pieces: listed };
  await put(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  pack.finalize();
}
