/** `bin/wireroom backup FILE`: one file of everything, beside a running program or without one. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { backupSentence } from '../backup/backup-refusal.ts';
import { type BackupReport, takeBackup } from '../backup/take-backup.ts';
import { type Config, readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { printable } from './import-lines.ts';
import { readPassphrase } from './passphrase.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const backupCommand: Command = {
  summary: 'makes one file of everything: stories, record, pictures, keys, settings',
  help: `Usage: bin/wireroom backup FILE [--passphrase-file FILE] [--json]

Writes everything that is in the database, as it is at one moment, to a new file; a running program goes on meanwhile.
The file is written as FILE.part, read back and checked, and has its name only when it is whole. Nothing is
overwritten. It holds drafts and keys: keep it like them, or encrypt it.

  --passphrase-file FILE  encrypts with the passphrase in FILE; so does WIREROOM_PASSPHRASE. Without it nobody
                          reads the backup, its owner neither. The format is age's: age -d opens it.
  --json                  one JSON object: file, bytes, sha256, encrypted, madeAt, stories, acts, tables, rows,
                          notRecorded (why the backup is not in the table backups, or null)

Exit code 1: there is no backup; one sentence says why.`,
  run: async (words) => {
    const { values, positionals } = readWords('backup', words, {
      'passphrase-file': { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [given] = positionals;
    if (!given || positionals.length !== 1) throw new WrongUse('backup takes one file, which it makes.');
    const passphrase = readPassphrase(values['passphrase-file'], process.env);
    const config = readConfig(process.env);
    const place = placeOf(config);
    if (!config.databaseUrl && !existsSync(path.join(config.dataDir, 'installation.json'))) {
      console.error(backupSentence({ kind: 'nothing-here', place }));
      return 1;
    }
    const stop = noteStopSignals();
    // As it is found: whoever is about to migrate wants a backup of what was before.
    const asker = { what: 'bin/wireroom backup', server: false };
    const database = await openDatabase(config, asker, { migrated: false });
    try {
      const deps = { pool: database.pool, clock: () => new Date(), stop };
      const taken = await takeBackup(deps, { file: path.resolve(given), passphrase, place });
      if (!taken.ok) {
        console.error(printable(backupSentence(taken.refusal)));
        return 1;
      }
      console.log(values.json ? JSON.stringify(taken.value, null, 2) : describeBackup(taken.value));
      if (taken.value.notRecorded)
        console.error(
          `The backup is good but could not be noted in the table backups: ${taken.value.notRecorded}.`,
        );
      return 0;
    } finally {
      await database.close();
    }
  },
};

/** What is backed up or restored into, in words. */
export function placeOf({ databaseUrl, dataDir }: Config): string {
  return databaseUrl ? 'The database of DATABASE_URL' : `The data folder ${dataDir}`;
}

function describeBackup({
  file,
  bytes,
  encrypted,
  madeAt,
  stories,
  acts,
  rows,
  tables,
}: BackupReport): string {
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  const lines = [
    `${file}: ${stories} stories and ${acts} acts as of ${madeAt}, ${size}; written, read back and checked (${rows} rows of ${tables} tables).`,
    encrypted
      ? 'Encrypted: without its passphrase nobody can read it.'
      : 'Not encrypted: it holds drafts and keys, so keep it like them (--passphrase-file encrypts).',
  ];
  return lines.map(printable).join('\n');
}
