/** `bin/wireroom verify`: checks the record against itself. */
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { type Finding, verifyRecord } from '../record/verify-record.ts';
import { printable } from './import-lines.ts';
import { noteStopSignals } from './stop-signals.ts';
import { verifyFolderCommand } from './verify-export-command.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const verifyCommand: Command = {
  summary: 'checks every hash, proof and link of the record, or of an export',
  help: `Usage: bin/wireroom verify [--json]
       bin/wireroom verify DIR [--checkpoint FILE] [--json]

Checks the installation's record: every word against its commitment, every act against its leaf, the log against its
signed heads, and that readers get what the acts say.
With DIR it checks an export, and opens no database: every file, act, word, page, picture and link.

  --checkpoint FILE  a checkpoint of the log that was kept elsewhere: the export must go on from it. Without one, a log
                     that was made anew as a whole cannot be told from the old one.

Exit code 1: something is wrong; each line says what and where.`,
  run: async (words) => {
    const { values, positionals } = readWords('verify', words, {
      checkpoint: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [folder] = positionals;
    if (positionals.length > 1) throw new WrongUse('verify takes one folder, or none.');
    if (folder !== undefined)
      return verifyFolderCommand(folder, { ...values, checkpoint: values.checkpoint });
    if (values.checkpoint !== undefined)
      throw new WrongUse('--checkpoint goes with the folder of an export.');
    noteStopSignals();
    const database = await openDatabase(readConfig(process.env), {
      what: 'bin/wireroom verify',
      server: false,
    });
    try {
      let wrong = 0;
      const tell = (finding: Finding) => {
        wrong++;
        console.log(values.json ? JSON.stringify(finding) : describeFinding(finding));
      };
      const seen = await verifyRecord(database.pool, tell, { threads: true });
      if (values.json) console.log(JSON.stringify({ ...seen, wrong }));
      else
        console.log(
          `${seen.acts} acts on ${seen.stories} stories, ${seen.pictures} pictures: ${verdict(wrong)}`,
        );
      return wrong === 0 ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};

export function verdict(wrong: number): string {
  return wrong === 0
    ? 'all is as it was recorded.'
    : wrong === 1
      ? 'one thing is wrong.'
      : `${wrong} things are wrong.`;
}

export function describeFinding({ code, version, what }: Finding): string {
  const where = code === null ? '' : `Story ${code}${version === null ? '' : `, version ${version}`}: `;
  return printable(`! ${where}${what}`);
}
