/** `bin/wireroom restore FILE`: everything from a backup into an empty place. */

import { type BackupResult, backupSentence, refusable } from '../backup/backup-refusal.ts';
import { openBackup } from '../backup/open-backup.ts';
import { NoSuchExport, type Replayed, replayRemovals } from '../backup/replay-removals.ts';
import { checkMigrations, type RestoreReport, restoreBackup } from '../backup/restore-backup.ts';
import { readConfig } from '../config.ts';
import { readMigrations } from '../database/migrate.ts';
import { FolderInUse, openDatabase } from '../database/open-database.ts';
import { completeWithin } from '../record/complete-record.ts';
import { fillBylinesWithin } from '../record/fill-bylines.ts';
import { wipeRemoved } from '../record/wipe-removed.ts';
import type { Client } from '../stories/story-store.ts';
import { placeOf } from './backup-command.ts';
import { printable } from './import-lines.ts';
import { readPassphrase } from './passphrase.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const restoreCommand: Command = {
  summary: 'puts everything from a backup into an empty installation',
  help: `Usage: bin/wireroom restore FILE [--export DIR] [--passphrase-file FILE] [--json]

Only into a place without stories, acts and evidence: a new DATA_DIR, an empty database of DATABASE_URL, or an installation
that was just begun, whose settings and keys are replaced. No program may run on it. Everything is restored and
checked in one transaction, or nothing is changed. A backup of an older Wireroom is brought up to this one.

  --export DIR            a newer export of the same record: what was redacted or killed since the backup was made is
                          taken out of what is restored
  --passphrase-file FILE  opens an encrypted backup with the passphrase in FILE; so does WIREROOM_PASSPHRASE
  --json                  one JSON object: file, agency, madeAt, stories, acts, tables, rows, migrated, leftOut

Exit code 1: nothing was restored; one sentence says why.`,
  run: async (words) => {
    const { values, positionals } = readWords('restore', words, {
      'passphrase-file': { type: 'string' },
      export: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [file] = positionals;
    if (!file || positionals.length !== 1) throw new WrongUse('restore takes one file, a backup.');
    const passphrase = readPassphrase(values['passphrase-file'], process.env);
    const restored = await restoreFile(file, { passphrase, newer: values.export ?? null }).catch(
      (error: unknown) => {
        if (!(error instanceof NoSuchExport)) throw error;
        return error;
      },
    );
    if (restored instanceof NoSuchExport || !restored.ok) {
      const sentence = restored instanceof NoSuchExport ? restored.message : backupSentence(restored.refusal);
      console.error(printable(sentence));
      return 1;
    }
    console.log(values.json ? JSON.stringify(restored.value, null, 2) : describeRestore(restored.value));
    return 0;
  },
};

/** `left`: what could not be wiped from the disk yet. */
type Restored = RestoreReport & { replayed: Replayed; left: string[] };

async function restoreFile(
  file: string,
  { passphrase, newer }: { passphrase: string | null; newer: string | null },
): Promise<BackupResult<Restored>> {
  const config = readConfig(process.env);
  const place = placeOf(config);
  const known = readMigrations();
  const stop = noteStopSignals();
  // What can be told from the file alone is told before any database is started.
  const opened = await refusable(async () => {
    const backup = await openBackup(file, passphrase);
    checkMigrations(file, backup.head, known);
    return backup;
  });
  if (!opened.ok) return opened;
  const backup = opened.value;
  try {
    const asker = { what: 'bin/wireroom restore', server: false, alone: true };
    const database = await openDatabase(config, asker, { migrated: false });
    try {
      let replayed: Replayed = [];
      const mend = async (db: Client) => {
        const now = new Date();
        await completeWithin(db, now);
        await fillBylinesWithin(db);
        if (newer !== null) replayed = await replayRemovals(db, newer, now);
      };
      const done = await restoreBackup({ pool: database.pool, known }, { file, backup, place, stop, mend });
      if (!done.ok) return done;
      const { left } = await wipeRemoved(database.pool);
      return { ok: true, value: { ...done.value, replayed, left } };
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    return { ok: false, refusal: { kind: 'place-in-use', place, program: error.owner } };
  } finally {
    await backup.close();
  }
}

function describeRestore({ file, agency, madeAt, stories, acts, rows, tables, ...more }: Restored): string {
  const lines = [
    `${file}: restored ${stories} stories and ${acts} acts${agency ? ` of ${agency}` : ''} as of ${madeAt} (${rows} rows of ${tables} tables), all checked.`,
  ];
  if (more.migrated.length > 0) lines.push(`Brought up to this Wireroom by ${more.migrated.join(', ')}.`);
  if (more.leftOut.length > 0)
    lines.push(`Left out, because no migration makes it: ${more.leftOut.join(', ')}.`);
  if (more.replayed.length > 0) {
    const what = more.replayed.map(({ code, kind }) => `${code} (${kind})`).join(', ');
    lines.push(`Taken out again, as the newer export says: ${what}.`);
    lines.push(
      'These removals are recorded anew, now: from here on this log is another than the one that went on after the backup, and whoever kept a later checkpoint will see that. To go on from the newer record, import the export into an empty installation instead.',
    );
  }
  lines.push(...more.left);
  return lines.map(printable).join('\n');
}
