/** Makes one file of everything that an installation has in its database, and makes sure that it can be read. */
import type pg from 'pg';
import type { TablePiece } from './backup-file.ts';
import { type BackupHead, rowsOf } from './backup-head.ts';
import { type BackupRefusal, type BackupResult, Refused, refusable } from './backup-refusal.ts';
import { insertBackup } from './backup-store.ts';
import { checkBackup } from './check-backup.ts';
import { beginPartFile, type PartFile } from './part-file.ts';
import { withSnapshot } from './take-snapshot.ts';
import { writeBackup } from './write-backup.ts';

export type BackupDeps = {
  pool: pg.Pool;
  clock: () => Date;
  /** Looked at between pieces. */
  stop: { asked: boolean };
};

export type BackupReport = {
  /** Absolute path. */
  file: string;
  bytes: number;
  /** Of the file, in hex. */
  sha256: string;
  encrypted: boolean;
  madeAt: string;
  stories: number;
  acts: number;
  tables: number;
  rows: number;
  /** Null: the backup stands in the table `backups`; else why it does not. */
  notRecorded: string | null;
};

/**
 * @param file absolute path; there must be none yet. @param place what is backed up, in words.
 * @returns once the file is whole, on disk, read back and checked. Where it is refused, nothing of it is left.
 */
export async function takeBackup(
  deps: BackupDeps,
  { file, passphrase, place }: { file: string; passphrase: string | null; place: string },
): Promise<BackupResult<BackupReport>> {
  return refusable(async () => {
    const part = await beginPartFile(file);
    try {
      const { head, ...written } = await writeSnapshot(deps, part, { passphrase, place });
      await part.sync();
      await readBack(part, { file, passphrase, sha256: written.sha256 });
      await part.putInPlace();
      return {
        file,
        bytes: written.bytes,
        sha256: written.sha256.toString('hex'),
        encrypted: passphrase !== null,
        madeAt: head.madeAt,
        stories: rowsOf(head, 'stories'),
        acts: rowsOf(head, 'acts'),
        tables: head.tables.length,
        rows: head.tables.reduce((sum, { rows }) => sum + rows, 0),
        notRecorded: await record(deps.pool, { file, head, sha256: written.sha256 }),
      };
    } finally {
      await part.remove();
    }
  });
}

async function writeSnapshot(
  { stop, ...deps }: BackupDeps,
  part: PartFile,
  { passphrase, place }: { passphrase: string | null; place: string },
): Promise<{ head: BackupHead; sha256: Buffer; bytes: number }> {
  return withSnapshot(deps, async ({ head, pieces }) => {
    if (head.migrations.length === 0) throw new Refused({ kind: 'nothing-here', place });
    const written = await writeBackup(
      { head, pieces: untilStopped(pieces(), stop) },
      { passphrase, write: part.write },
    );
    return { head, ...written };
  });
}

async function readBack(
  part: PartFile,
  { file, passphrase, sha256 }: { file: string; passphrase: string | null; sha256: Buffer },
): Promise<void> {
  const read = await checkBackup(part.path, passphrase).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    throw new Refused({ kind: 'reads-back-wrong', file, where: where(error.refusal) });
  });
  if (!read.sha256.equals(sha256))
    throw new Refused({ kind: 'reads-back-wrong', file, where: 'its hash is another' });
}

function where(refusal: BackupRefusal): string {
  return 'where' in refusal ? refusal.where : refusal.kind;
}

/** @throws Refused between two pieces where somebody asked to stop. */
export async function* untilStopped(
  pieces: AsyncGenerator<TablePiece>,
  stop: { asked: boolean },
): AsyncGenerator<TablePiece> {
  for await (const piece of pieces) {
    if (stop.asked) throw new Refused({ kind: 'stopped' });
    yield piece;
  }
}

/** The file is good whatever happens here. @returns null, or why it could not be noted. */
async function record(
  pool: pg.Pool,
  { file, head, sha256 }: { file: string; head: BackupHead; sha256: Buffer },
): Promise<string | null> {
  try {
    await insertBackup(pool, { file, madeAt: new Date(head.madeAt), acts: rowsOf(head, 'acts'), sha256 });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
