/** `bin/wireroom import PATH…`: takes saved pages in, each in a transaction of its own. */
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { readAgency } from '../editions/agency-store.ts';
import { type ImportDeps, type ImportReport, importPage, refuseFile } from '../evidence/import-page.ts';
import { type FoundFiles, largestFile, type PageFile, pageFiles } from '../evidence/page-files.ts';
import { isExport } from '../export/adopt-export.ts';
import { adoptCommand } from './adopt-command.ts';
import { describeImport, describeTotals } from './import-lines.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const importCommand: Command = {
  summary: 'takes saved pages in (files or folders of HTML, MHTML and text), or an export over',
  help: `Usage: bin/wireroom import PATH… [--publish] [--zone ZONE] [--json]
       bin/wireroom import DIR [--json]

Each page becomes a draft; its bytes are kept as evidence. What is here already is skipped, what is not
understood is kept with the reason. Folders are read with all that lies in them.

  --publish    publishes each page that was understood without doubts
  --zone ZONE  time zone of pages that state none, as Europe/Paris (default: the agency's)
  --json       one JSON object a line and file: outcome, code, reasons, understood, repairs

A DIR that bin/wireroom export wrote is taken over whole, and only into an empty installation on which no program runs: its
acts, times, salts, log and public keys become this record, after all of it was checked. Comments that were erased on request
since, by the list in this DATA_DIR (erased-comments.jsonl), are erased again.

Exit code 1: at least one page was not taken in as asked; its line says why. Or the export was not taken over.`,
  run: async (words) => {
    const { values, positionals } = readWords('import', words, {
      publish: { type: 'boolean', default: false },
      zone: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    if (positionals.length === 0) throw new WrongUse('import needs at least one file or folder.');
    const exported = positionals.find(isExport);
    if (exported !== undefined) {
      if (positionals.length > 1 || values.publish || values.zone !== undefined)
        throw new WrongUse(
          `${exported} is an export: it is taken over by itself, without --publish or --zone.`,
        );
      return adoptCommand(exported, values);
    }
    if (values.zone !== undefined && !isZone(values.zone)) {
      throw new WrongUse(`There is no time zone “${values.zone}”: name one like Europe/Paris.`);
    }
    const found = await pageFiles(positionals);
    if (found.missing.length > 0)
      throw new WrongUse(`There is no file or folder ${found.missing.join(', ')}: nothing was taken in.`);
    const stop = noteStopSignals();
    const database = await openDatabase(readConfig(process.env), {
      what: 'bin/wireroom import',
      server: false,
    });
    try {
      const agency = await readAgency(database.pool);
      const deps = {
        pool: database.pool,
        agency,
        clock: () => new Date(),
        zone: values.zone ?? agency.zone,
        publish: values.publish,
      };
      return await importFiles(deps, found, { json: values.json, stop });
    } finally {
      await database.close();
    }
  },
};

async function importFiles(
  deps: ImportDeps,
  found: FoundFiles,
  { json, stop }: { json: boolean; stop: { asked: boolean } },
): Promise<number> {
  const counts = new Map<ImportReport['outcome'], number>();
  const tell = (report: ImportReport) => {
    counts.set(report.outcome, (counts.get(report.outcome) ?? 0) + 1);
    console.log(json ? JSON.stringify(report) : describeImport(report));
  };
  for (const { path, code } of found.unreadable)
    tell(refuseFile(path, `The folder could not be read (${code}).`));
  let left = found.files.length;
  for (const file of found.files) {
    if (stop.asked) break;
    tell(await importFile(deps, file));
    left--;
  }
  if (left > 0) console.error('Stopped: what is listed above is done, nothing else was begun.');
  if (!json) console.log(describeTotals(counts, found.leftAlone));
  const refused = (['kept-as-draft', 'not-understood', 'refused'] as const).some((outcome) =>
    counts.has(outcome),
  );
  return refused || left > 0 ? 1 : 0;
}

async function importFile(deps: ImportDeps, file: PageFile): Promise<ImportReport> {
  if (file.size > largestFile) return tooLarge(file.path, file.size);
  // Never more than the bound: a device or a pipe does not tell its size.
  const bytes = await buffer(createReadStream(file.path, { end: largestFile })).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error;
      return error.code;
    },
  );
  if (typeof bytes === 'string') return refuseFile(file.path, `The file could not be read (${bytes}).`);
  if (bytes.length > largestFile) return tooLarge(file.path, bytes.length);
  return importPage(deps, file.path, bytes).catch((error: Error) => {
    // PostgreSQL would not have what this page holds; it has all of the others. Any other failure stops the import.
    if (!(error instanceof pg.DatabaseError) || !/^(?:22|54)/.test(error.code ?? '')) throw error;
    return refuseFile(file.path, `The database cannot keep the page: ${error.message}.`);
  });
}

function tooLarge(file: string, size: number): ImportReport {
  return refuseFile(file, `The file has ${Math.round(size / 1_000_000)} MB: no page is that large.`);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
