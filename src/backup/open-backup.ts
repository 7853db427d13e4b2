/** Reads the container of a backup. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import tar from 'tar-stream';
import { causeOf, hashOf, headSum, type Measured, measure, type TablePiece } from './backup-file.ts';
import {
  type BackupHead,
  format,
  headName,
  headSumName,
  type Manifest,
  manifestName,
  type Piece,
  readPieceName,
} from './backup-head.ts';
import { damaged, Refused } from './backup-refusal.ts';
import { ageMark, DoesNotOpen, decryptWith } from './encryption.ts';
import { pieceBytes } from './pieces.ts';
import { checkSeal } from './seal.ts';

/** How a file in zstd begins. */
const zstdMark = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Longest `backup.json` or `manifest.json`: the latter for a backup of some terabytes. */
const maxJsonBytes = 256 * 1024 * 1024;

export type OpenBackup = {
  head: BackupHead;
  encrypted: boolean;
  /**
   * Every table's pieces, each checked before it is handed out. Comes to its end only where the whole file is as it was
   * written; else it throws Refused. To be called once.
   */
  pieces: () => AsyncGenerator<TablePiece>;
  /** Of the file's bytes, known when `pieces` has come to its end. */
  measured: () => Measured;
  close: () => Promise<void>;
};

/**
 * Opens a backup and reads its head.
 * @throws Refused where the file cannot be read, is no backup, is damaged, or does not open with the passphrase.
 */
export async function openBackup(file: string, passphrase: string | null): Promise<OpenBackup> {
  const encrypted = await readMark(file);
  if (encrypted && passphrase === null) throw new Refused({ kind: 'needs-passphrase', file });
  const meter = measure();
  const entries = checkedEntries(file, readEntries(file, encrypted ? passphrase : null, meter.stream));
  try {
    const [first, second] = [await entries.next(), await entries.next()];
    if (first.done || second.done || first.value.name !== headName || second.value.name !== headSumName)
      throw new Refused({ kind: 'not-a-backup', file });
    if (!second.value.bytes.equals(headSum(first.value.bytes)))
      throw damaged(file, `${headName} does not have the hash it was written with`);
    const head = readHead(file, first.value.bytes);
    const begun = [first.value, second.value];
    return {
      head,
      encrypted,
      pieces: () => checkedPieces(file, begun, entries),
      measured: meter.measured,
      close: async () => void (await entries.return(undefined)),
    };
  } catch (error) {
    await entries.return(undefined);
    throw error;
  }
}

/** Whether the file is encrypted. @throws Refused for a file that begins neither way. */
async function readMark(file: string): Promise<boolean> {
  const start = Buffer.alloc(ageMark.length);
  try {
    const handle = await open(file);
    await handle.read(start, 0, start.length, 0).finally(() => handle.close());
  } catch (error) {
    throw cannotRead(file, error as NodeJS.ErrnoException);
  }
  if (start.equals(ageMark)) return true;
  if (start.subarray(0, zstdMark.length).equals(zstdMark)) return false;
  throw new Refused({ kind: 'not-a-backup', file });
}

type Entry = { name: string; bytes: Buffer };

async function* readEntries(
  file: string,
  passphrase: string | null,
  meter: Transform,
): AsyncGenerator<Entry> {
  const extract = tar.extract();
  const source = createReadStream(file);
  const fed =
    passphrase === null
      ? pipeline(source, meter, checkSeal(), createZstdDecompress(), extract)
      : pipeline(source, meter, decryptWith(passphrase), checkSeal(), createZstdDecompress(), extract);
  fed.catch(() => undefined);
  const giveUp = () => {
    extract.destroy();
    source.destroy();
  };
  try {
    for await (const entry of extract) {
      const { name, size = 0 } = entry.header;
      if (size > (readPieceName(name) ? pieceBytes : maxJsonBytes)) throw new Error(`${name} is too long`);
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      yield { name, bytes: Buffer.concat(parts) };
    }
    await fed;
  } catch (error) {
    giveUp();
    throw causeOf([
      error as Error,
      await fed.then(
        () => error as Error,
        (cause: Error) => cause,
      ),
    ]);
  } finally {
    giveUp();
    await fed.catch(() => undefined);
  }
}

/** The same, with whatever a step says against the bytes as a refusal. */
async function* checkedEntries(file: string, entries: AsyncGenerator<Entry>): AsyncGenerator<Entry> {
  try {
    yield* entries;
  } catch (error) {
    if (error instanceof DoesNotOpen) throw new Refused({ kind: 'wrong-passphrase', file });
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall) throw cannotRead(file, error as NodeJS.ErrnoException);
    throw damaged(file, message);
  }
}

async function* checkedPieces(
  file: string,
  begun: Entry[],
  entries: AsyncGenerator<Entry>,
): AsyncGenerator<TablePiece> {
  const listed = ({ name, bytes }: Entry) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) });
  const seen: Piece[] = begun.map(listed);
  let manifest: Buffer | null = null;
  let [last, count] = ['', 0];
  for await (const { name, bytes } of entries) {
    if (manifest) throw damaged(file, `${name} lies behind its end`);
    if (name === manifestName) {
      manifest = bytes;
      continue;
    }
    const piece = readPieceName(name);
    const sha256 = hashOf(bytes);
    if (piece?.sha256 !== sha256) throw damaged(file, `${name} does not have the hash it was written with`);
    count = piece.table === last ? count + 1 : 1;
    last = piece.table;
    if (piece.nth !== count) throw damaged(file, `${name} is not in its place`);
    seen.push({ name, bytes: bytes.length, sha256 });
    yield { table: piece.table, bytes };
  }
  if (!manifest) throw damaged(file, 'its end is missing');
  const written = readJson<Manifest>(file, manifestName, manifest);
  if (JSON.stringify(written.pieces) !== JSON.stringify(seen))
    throw damaged(file, 'its pieces are not those of its manifest');
}

function readHead(file: string, bytes: Buffer): BackupHead {
  const head = readJson<BackupHead>(file, headName, bytes);
  if (head.format > format) throw new Refused({ kind: 'newer', file, what: `format ${head.format}` });
  if (head.format !== format) throw new Refused({ kind: 'not-a-backup', file });
  return head;
}

function readJson<T>(file: string, name: string, bytes: Buffer): T {
  try {
    return JSON.parse(bytes.toString()) as T;
  } catch {
    throw damaged(file, `${name} cannot be read`);
  }
}

function cannotRead(file: string, error: NodeJS.ErrnoException): Refused {
  return new Refused({ kind: 'cannot-read', file, code: error.code ?? error.message });
}
