/** What stands against a backup or a restore, each with its sentence. */
import pg from 'pg';

export type BackupRefusal =
  | { kind: 'file-exists'; file: string }
  | { kind: 'cannot-write'; file: string; code: string }
  | { kind: 'reads-back-wrong'; file: string; where: string }
  | { kind: 'cannot-read'; file: string; code: string }
  | { kind: 'nothing-here'; place: string }
  | { kind: 'circle'; tables: string[] }
  | { kind: 'not-a-backup'; file: string }
  | { kind: 'needs-passphrase'; file: string }
  | { kind: 'wrong-passphrase'; file: string }
  | { kind: 'damaged'; file: string; where: string }
  /** `what`: the format or the migration that this program does not know. */
  | { kind: 'newer'; file: string; what: string }
  | { kind: 'migration-differs'; file: string; migration: string }
  | { kind: 'place-newer'; place: string; migration: string }
  /** `holds`: what is there, in words: "37 stories". */
  | { kind: 'place-filled'; place: string; holds: string[] }
  /** `program`: the running one, in words. */
  | { kind: 'place-in-use'; place: string; program: string }
  | { kind: 'database-failed'; message: string }
  | { kind: 'stopped' };

export type BackupResult<T> = { ok: true; value: T } | { ok: false; refusal: BackupRefusal };

/** Carries a refusal through streams and transactions, up to the use case that returns it as a value. */
export class Refused extends Error {
  override name = 'Refused';
  readonly refusal: BackupRefusal;

  constructor(refusal: BackupRefusal) {
    super(backupSentence(refusal));
    this.refusal = refusal;
  }
}

export function damaged(file: string, where: string): Refused {
  return new Refused({ kind: 'damaged', file, where });
}

/** Runs a use case: a refusal or a failing database comes back as a value, anything else thrown is a bug. */
export async function refusable<T>(work: () => Promise<T>): Promise<BackupResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (isDatabaseFailure(error))
      return { ok: false, refusal: { kind: 'database-failed', message: error.message } };
    throw error;
  }
}

/** The database refused a statement, or went away. */
function isDatabaseFailure(error: unknown): error is Error {
  if (error instanceof pg.DatabaseError) return true;
  const { message, code } = error as NodeJS.ErrnoException;
  return /^(?:ECONN|EPIPE)/.test(code ?? '') || /^Connection terminated/.test(message);
}

/** What happened and what to do next. */
export function backupSentence(refusal: BackupRefusal): string {
  switch (refusal.kind) {
    case 'file-exists':
      return `${refusal.file} is there already: name another file, nothing is overwritten.`;
    case 'cannot-write':
      return `${refusal.file} cannot be written (${refusal.code}): ${whyNotWritten(refusal.code)}; nothing of it was kept.`;
    case 'reads-back-wrong':
      return `${refusal.file} could not be read back as it was written (${refusal.where}): its disk may be broken; nothing of it was kept.`;
    case 'cannot-read':
      return `${refusal.file} cannot be read (${refusal.code}): ${refusal.code === 'ENOENT' ? 'there is no such file' : 'see to it that it is a file which you may read'}.`;
    case 'nothing-here':
      return `${refusal.place} holds no installation: there is nothing to back up.`;
    case 'circle':
      return `The tables ${refusal.tables.join(', ')} refer to each other in a circle, in which no restore could load them: make one of the references deferrable.`;
    case 'not-a-backup':
      return `${refusal.file} is no backup of Wireroom.`;
    case 'needs-passphrase':
      return `${refusal.file} is encrypted: give its passphrase with --passphrase-file FILE or in WIREROOM_PASSPHRASE.`;
    case 'wrong-passphrase':
      return `The passphrase does not open ${refusal.file}: it is another one, or the beginning of the file is damaged.`;
    case 'damaged':
      return `${refusal.file} is damaged (${refusal.where}): nothing was taken from it; use another copy.`;
    case 'newer':
      return `${refusal.file} was made by a newer Wireroom (${refusal.what} is unknown here): restore it with that one.`;
    case 'migration-differs':
      return `${refusal.file} was made with another ${refusal.migration} than is in migrations/: restore it with the Wireroom that made it.`;
    case 'place-newer':
      return `${refusal.place} was begun by a newer Wireroom (it has ${refusal.migration}): restore with that one, or into another place.`;
    case 'place-filled':
      return `${refusal.place} is not empty, it holds ${new Intl.ListFormat('en-GB').format(refusal.holds)}: nothing was changed; restore into an empty place, for example with DATA_DIR set to a new folder.`;
    case 'place-in-use':
      return `${refusal.place} is in use by ${refusal.program}: stop it first.`;
    case 'database-failed':
      return `The database did not do it (${refusal.message}): nothing was changed.`;
    case 'stopped':
      return 'Stopped: nothing was changed and nothing was kept.';
  }
}

function whyNotWritten(code: string): string {
  if (/^(?:ENOSPC|EDQUOT)$/.test(code)) return 'its disk is full';
  if (/^(?:EACCES|EPERM|EROFS)$/.test(code)) return 'you may not write in its folder';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'its folder does not exist';
  return 'its disk may be full or broken';
}
