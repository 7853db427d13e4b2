/** The commands: `bin/wireroom VERB`. Exit codes: 0 done or already there, 1 refused, 2 wrong use. */
import { StartRefusal } from '../start-refusal.ts';
import { whyDatabaseFailed } from './database-failure.ts';
import { type Command, WrongUse } from './words.ts';

/** Each is loaded when it is called: most need little of the program. */
const commands: Record<string, () => Promise<Command>> = {
  act: async () => (await import('./act-command.ts')).actCommand,
  bounce: async () => (await import('./bounce-command.ts')).bounceCommand,
  comments: async () => (await import('./comments-command.ts')).commentsCommand,
  export: async () => (await import('./export-command.ts')).exportCommand,
  import: async () => (await import('./import-command.ts')).importCommand,
  key: async () => (await import('./key-command.ts')).keyCommand,
  mail: async () => (await import('./mail-command.ts')).mailCommand,
  repair: async () => (await import('./repair-command.ts')).repairCommand,
  story: async () => (await import('./story-command.ts')).storyCommand,
  user: async () => (await import('./user-command.ts')).userCommand,
  verify: async () => (await import('./verify-command.ts')).verifyCommand,
  vocabulary: async () => (await import('./vocabulary-command.ts')).vocabularyCommand,
  backup: async () => (await import('./backup-command.ts')).backupCommand,
  restore: async () => (await import('./restore-command.ts')).restoreCommand,
};

async function overview(): Promise<string> {
  const lines = Object.entries(commands).map(
    async ([verb, load]) => `  ${verb.padEnd(10)} ${(await load()).summary}`,
  );
  return `Usage: bin/wireroom VERB [options]

${(await Promise.all(lines)).join('\n')}

bin/wireroom VERB --help tells more. Exit codes: 0 done or already there, 1 refused, 2 wrong use.
The same environment as npm start holds: DATA_DIR, DATABASE_URL. Links that are printed begin with PUBLIC_URL or PORT where one is
told, else with where the program runs or last ran.`;
}

async function run(words: string[]): Promise<number> {
  const [verb, ...rest] = words;
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    console.log(await overview());
    return verb === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (!load) throw new WrongUse(`There is no verb “${verb}”: bin/wireroom --help lists them.`);
  const command = await load();
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
