/** Reading the words of a command. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

export type Command = {
  /** One line for the list of verbs. */
  summary: string;
  help: string;
  /** @returns the exit code. */
  run: (words: string[]) => Promise<number>;
};

/** The command was called wrongly: one sentence for whoever called it; exit code 2. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** @throws WrongUse naming the option that is unknown or lacks its value. */
export function readWords<T extends Options>(verb: string, words: string[], options: T) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\. |\n/);
    throw new WrongUse(`${sentence}. bin/wireroom ${verb} --help tells what it takes.`);
  }
}
