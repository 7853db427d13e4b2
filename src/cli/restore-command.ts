/** `bin/wireroom restore FILE`: everything from a backup into an empty place. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { type BackupResult, backupSentence, refusable } from '../backup/backup-refusal.ts';
import { openBackup } from '../backup/open-backup.ts';
import { erasedIn, NoSuchExport, type Replayed, replayRemovals } from '../backup/replay-removals.ts';
import { checkMigrations, type RestoreReport, restoreBackup } from '../backup/restore-backup.ts';
import { eraseAgain, sayErased } from '../comments/erase-again.ts';
import { type Ledger, ledgerIn, noteLearnt, readLedger } from '../comments/erasure-ledger.ts';
import { keepAddressWishes } from '../comments/unasked-store.ts';
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
  help: `Usage: bin/wireroom restore FILE [--export DIR] [--erased FILE] [--passphrase-file FILE] [--json]

Only into a place without stories, acts and evidence: a new DATA_DIR, an empty database of DATABASE_URL, or an installation
that was just begun, whose settings and keys are replaced. No program may run on it. Everything is restored and
checked in one transaction, or nothing is changed. A backup of an older Wireroom is brought up to this one.

  --export DIR            a newer export of the same record: what was redacted or killed since the backup was made is
                          taken out of what is restored, with the comments that it says were removed
  --erased FILE           the list of comments that were erased on request since, and of addresses that are never to be asked
                          again (erased-comments.jsonl of the DATA_DIR that was): both hold again. That of this DATA_DIR
                          is read by itself
  --passphrase-file FILE  opens an encrypted backup with the passphrase in FILE; so does WIREROOM_PASSPHRASE
  --json                  one JSON object: file, agency, madeAt, stories, acts, tables, rows, migrated, leftOut,
                          replayed, left, erasedAgain, ofErased

Exit code 1: nothing was restored; one sentence says why.`,
  run: async (words) => {
    const { values, positionals } = readWords('restore', words, {
      'passphrase-file': { type: 'string' },
      export: { type: 'string' },
      erased: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [file] = positionals;
    if (!file || positionals.length !== 1) throw new WrongUse('restore takes one file, a backup.');
    const passphrase = readPassphrase(values['passphrase-file'], process.env);
    const { erased = null, export: newer = null } = values;
    if (erased !== null && !existsSync(erased)) throw new WrongUse(`There is no file ${erased}.`);
    const restored = await restoreFile(file, { passphrase, newer, erased }).catch((error: unknown) => {
      if (!(error instanceof NoSuchExport)) throw error;
      return error;
    });
    if (restored instanceof NoSuchExport || !restored.ok) {
      const sentence = restored instanceof NoSuchExport ? restored.message : backupSentence(restored.refusal);
      console.error(printable(sentence));
      return 1;
    }
    console.log(values.json ? JSON.stringify(restored.value, null, 2) : describeRestore(restored.value));
    return 0;
  },
};

type Restored = RestoreReport & {
  replayed: Replayed;
  /** What could not be wiped from the disk yet. */
  left: string[];
  /** Numbers of comments that were erased on request after the backup was made. */
  erasedAgain: number[];
  /** What is to be said of them. */
  ofErased: string[];
};

async function restoreFile(
  file: string,
  { passphrase, newer, erased }: { passphrase: string | null; newer: string | null; erased: string | null },
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
      let erasedAgain: number[] = [];
      const ledgers = readLedgers([ledgerIn(config.dataDir), ...(erased === null ? [] : [erased])]);
      const mend = async (db: Client) => {
        const now = new Date();
        await completeWithin(db, now);
        await fillBylinesWithin(db);
        if (newer !== null) replayed = await replayRemovals(db, newer, now);
        const learnt = [
          ...(erased === null ? [] : readLedger(erased).erasures),
          // It does not say when they were erased: by now.
          ...(newer === null ? [] : erasedIn(newer).map((one) => ({ ...one, erasedAt: now }))),
        ];
        erasedAgain = await eraseAgain(db, [...erasuresIn(ledgers), ...learnt], now);
        const wishes = ledgers.flatMap(([, ledger]) => ledger.wishes);
        await keepAddressWishes(db, wishes);
        // From now on this data folder knows of them.
        noteLearnt(config.dataDir, { erasures: learnt, wishes });
      };
      const done = await restoreBackup({ pool: database.pool, known }, { file, backup, place, stop, mend });
      if (!done.ok) return done;
      const { left } = await wipeRemoved(database.pool);
      const ofErased = [
        ...sayErased(erasedAgain.length, ledgers),
        ...(await sayNotKnown(database.pool, ledgers)),
      ];
      return { ok: true, value: { ...done.value, replayed, left, erasedAgain, ofErased } };
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

type Ledgers = [file: string, ledger: Ledger][];

function readLedgers(files: string[]): Ledgers {
  return [...new Set(files.map((file) => path.resolve(file)))].map((file) => [file, readLedger(file)]);
}

function erasuresIn(ledgers: Ledgers): Ledger['erasures'] {
  return ledgers.flatMap(([, { erasures }]) => erasures);
}

/** Where no list was found nobody can say whether somebody asked to be forgotten since. */
async function sayNotKnown(pool: pg.Pool, ledgers: Ledgers): Promise<string[]> {
  if (ledgers.some(([file]) => existsSync(file))) return [];
  const { rows } = await pool.query<{ any: boolean }>('select exists (select from comments) as any');
  return rows[0]?.any
    ? [
        'It has comments of readers, and there was no list of those that were erased on request since: where the old DATA_DIR has an erased-comments.jsonl, put it into this one and start; else erase again (bin/wireroom comments erase).',
      ]
    : [];
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
  lines.push(...more.ofErased, ...more.left);
  return lines.map(printable).join('\n');
}
