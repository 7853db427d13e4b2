/** `bin/wireroom export DIR`: the whole public record as a folder that needs no program. */
import path from 'node:path';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { type Exported, exportRecord } from '../export/export-record.ts';
import { printable } from './import-lines.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const exportCommand: Command = {
  summary: 'writes the whole public record to a folder that needs no program',
  help: `Usage: bin/wireroom export DIR [--json]

Writes every story with its history, its versions as HTML, text and data, its pictures and the log that proves them.
Open DIR/data/index.html, or read DIR/README.txt. Run again it adds what is new and takes out what was killed or redacted
since; where it was broken off it goes on.

Exit code 1: it could not be written; the sentence says why.`,
  run: async (words) => {
    const { values, positionals } = readWords('export', words, { json: { type: 'boolean', default: false } });
    const [folder] = positionals;
    if (positionals.length !== 1 || !folder) throw new WrongUse('export takes one folder.');
    noteStopSignals();
    const database = await openDatabase(readConfig(process.env), {
      what: 'bin/wireroom export',
      server: false,
    });
    try {
      const root = path.resolve(folder);
      const outcome = await exportRecord(database.pool, root, progressOn(process.stderr));
      if (!outcome.ok) {
        if (values.json) console.log(JSON.stringify({ outcome: 'refused', sentence: outcome.why }));
        else console.error(printable(outcome.why));
        return 1;
      }
      if (values.json) console.log(JSON.stringify({ outcome: 'exported', folder: root, ...outcome.value }));
      else console.log(printable(describeExport(root, outcome.value)));
      return 0;
    } finally {
      await database.close();
    }
  },
};

function describeExport(root: string, { stories, written, acts, pictures, files, bytes }: Exported): string {
  const size = bytes < 10_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;
  return `${root}: ${stories} stories (${written} written anew), ${acts} acts, ${pictures} pictures; ${files} files, ${size}.`;
}

/** A line that grows, for a person who looks at it; nothing where nobody does. */
export function progressOn(stream: NodeJS.WriteStream): (stories: number) => void {
  let toldAtMs = 0;
  return (stories) => {
    const now = performance.now();
    if (!stream.isTTY || now - toldAtMs < 500) return;
    toldAtMs = now;
    stream.write(`\r${stories} stories \r`);
  };
}
