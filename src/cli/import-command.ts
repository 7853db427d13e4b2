/** `bin/wireroom import PATH…`: takes saved pages in, each in a transaction of its own. */
import { readFile } from 'node:fs/promises';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { readAgency } from '../editions/agency-store.ts';
import { type ImportDeps, type ImportReport, importPage, refuseFile } from '../evidence/import-page.ts';
import { largestFile, type PageFile, pageFiles } from '../evidence/page-files.ts';
import { describeImport, describeTotals } from './import-lines.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const importCommand: Command = {
  summary: 'takes saved pages in: files or folders of HTML, MHTML and text',
  help: `Usage: bin/wireroom import PATH… [--publish] [--zone ZONE] [--json]

Each page becomes a draft; its bytes are kept as evidence. What is here already is skipped, what is not
understood is kept with the reason. Folders are read with all that lies in them.

  --publish    publishes each page that was understood without doubts
  --zone ZONE  time zone of pages that state none, as Europe/Paris (default: the agency's)
  --json       one JSON object a line and file: outcome, code, reasons, understood, repairs

Exit code 1: at least one page was not taken in as asked; its line says why.`,
  run: async (words) => {
    const { values, positionals } = readWords('import', words, {
      publish: { type: 'boolean', default: false },
      zone: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    if (positionals.length === 0) throw new WrongUse('import needs at least one file or folder.');
    if (values.zone !== undefined && !isZone(values.zone)) {
      throw new WrongUse(`There is no time zone “${values.zone}”: name one like Europe/Paris.`);
    }
    const { files, leftAlone, missing } = await pageFiles(positionals);
    if (missing.length > 0)
      throw new WrongUse(`There is no file or folder ${missing.join(', ')}: nothing was taken in.`);
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
      return await importFiles(deps, files, { json: values.json, leftAlone });
    } finally {
      await database.close();
    }
  },
};

async function importFiles(
  deps: ImportDeps,
  files: PageFile[],
  say: { json: boolean; leftAlone: number },
): Promise<number> {
  const counts = new Map<ImportReport['outcome'], number>();
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  for (const file of files) {
    if (stopped) break;
    const report = await importFile(deps, file);
    counts.set(report.outcome, (counts.get(report.outcome) ?? 0) + 1);
    console.log(say.json ? JSON.stringify(report) : describeImport(report));
  }
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (stopped) console.error('Stopped: what is listed above is done, nothing else was begun.');
  if (!say.json) console.log(describeTotals(counts, say.leftAlone));
  const refused = (['kept-as-draft', 'not-understood', 'refused'] as const).some((outcome) =>
    counts.has(outcome),
  );
  return refused || stopped ? 1 : 0;
}

async function importFile(deps: ImportDeps, file: PageFile): Promise<ImportReport> {
  if (file.size > largestFile) {
    return refuseFile(
      file.path,
      `The file has ${Math.round(file.size / 1_000_000)} MB: no page is that large.`,
    );
  }
  const bytes = await readFile(file.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error;
    return error.code;
  });
  if (typeof bytes === 'string') return refuseFile(file.path, `The file could not be read (${bytes}).`);
  return importPage(deps, file.path, bytes);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
