/** The commands: `bin/wireroom VERB`. Exit codes: 0 done or already there, 1 refused, 2 wrong use. */
import { StartRefusal } from '../start-refusal.ts';
import { actCommand } from './act-command.ts';
import { backupCommand } from './backup-command.ts';
import { bounceCommand } from './bounce-command.ts';
import { commentsCommand } from './comments-command.ts';
import { whyDatabaseFailed } from './database-failure.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { keyCommand } from './key-command.ts';
import { mailCommand } from './mail-command.ts';
import { repairCommand } from './repair-command.ts';
import { restoreCommand } from './restore-command.ts';
import { storyCommand } from './story-command.ts';
import { userCommand } from './user-command.ts';
import { verifyCommand } from './verify-command.ts';
import { vocabularyCommand } from './vocabulary-command.ts';
import { type Command, WrongUse } from './words.ts';

const commands: Record<string, Command> = {
  act: actCommand,
  bounce: bounceCommand,
  comments: commentsCommand,
  export: exportCommand,
  import: importCommand,
  key: keyCommand,
  mail: mailCommand,
  repair: repairCommand,
  story: storyCommand,
  user: userCommand,
  verify: verifyCommand,
  vocabulary: vocabularyCommand,
  backup: backupCommand,
  restore: restoreCommand,
};

const overview = `Usage: bin/wireroom VERB [options]

${Object.entries(commands)
  .map(([verb, { summary }]) => `  ${verb.padEnd(10)} ${summary}`)
  .join('\n')}

bin/wireroom VERB --help tells more. Exit codes: 0 done or already there, 1 refused, 2 wrong use.
The same environment as npm start holds: DATA_DIR, DATABASE_URL. Links that are printed begin with PUBLIC_URL or PORT where one is
told, else with where the program runs or last ran.`;

async function run(words: string[]): Promise<number> {
  const [verb, ...rest] = words;
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    console.log(overview);
    return verb === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (!command) throw new WrongUse(`There is no verb “${verb}”: bin/wireroom --help lists them.`);
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  return command.run(rest);
}

// Whoever reads our output may stop reading ("| head"): that is no error of ours, and what was asked for is still done.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const lost = whyDatabaseFailed(error);
  if (lost === null && !(error instanceof WrongUse) && !(error instanceof StartRefusal)) throw error;
  console.error(lost ?? (error as Error).message);
  process.exitCode = lost === null ? 2 : 1;
}
