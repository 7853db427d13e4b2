/** `bin/wireroom import DIR` of an export: takes its record over into an empty installation. */
import os from 'node:os';
import path from 'node:path';
import { sayErased } from '../comments/erase-again.ts';
import { type Erasure, ledgerIn, readLedger } from '../comments/erasure-ledger.ts';
import { type Config, readConfig } from '../config.ts';
import { FolderInUse, openDatabase } from '../database/open-database.ts';
import { type AdoptOutcome, adoptExport } from '../export/adopt-export.ts';
import { progressOn } from './export-command.ts';
import { printable } from './import-lines.ts';
import { noteStopSignals } from './stop-signals.ts';
import { describeExportFinding } from './verify-export-command.ts';

/** @returns the exit code. */
export async function adoptCommand(folder: string, { json }: { json: boolean }): Promise<number> {
  const root = path.resolve(folder);
  noteStopSignals();
  const config = readConfig(process.env);
  const ledger = ledgerIn(config.dataDir);
  const erased = readLedger(ledger);
  const outcome = await adoptAlone(root, { config, erasures: erased.erasures, json });
  if (!outcome.ok) {
    if (json) console.log(JSON.stringify({ outcome: 'refused', folder: root, sentence: outcome.why }));
    else console.error(printable(outcome.why));
    return 1;
  }
  const { stories, acts, versions, pictures, origin, largestCode, erasedAgain } = outcome.value;
  if (json) console.log(JSON.stringify({ outcome: 'taken-over', folder: root, ...outcome.value }));
  else {
    const taken = `${root}: taken over ${acts} acts on ${stories} stories, ${versions} versions, ${pictures} pictures of the log ${origin}. The largest code is ${largestCode}; the next act is signed with a key of this installation.`;
    const ofErased = sayErased(erasedAgain.length, [[ledger, erased]]);
    console.log([taken, ...ofErased].map(printable).join('\n'));
  }
  return 0;
}

/** Settings, keys and all pages change: no program may run on it meanwhile. */
async function adoptAlone(
  root: string,
  { config, erasures, json }: { config: Config; erasures: Erasure[]; json: boolean },
): Promise<AdoptOutcome> {
  try {
    const database = await openDatabase(config, {
      what: 'bin/wireroom import',
      server: false,
      alone: true,
    });
    try {
      return await adoptExport(database.pool, root, {
        threads: os.availableParallelism(),
        now: new Date(),
        erasures,
        progress: progressOn(process.stderr),
        tell: (finding) => console.log(json ? JSON.stringify(finding) : describeExportFinding(finding)),
      });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    return { ok: false, why: error.message };
  }
}
