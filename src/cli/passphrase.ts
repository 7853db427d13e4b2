/** The passphrase of a backup: from a file or the environment, never from the command line, where others can read it. */
import { readFileSync } from 'node:fs';
import { WrongUse } from './words.ts';

/**
 * The file wins; the line end that an editor puts behind its last line is no part of it. Null where there is neither.
 * @throws WrongUse where it is empty or cannot be read.
 */
export function readPassphrase(file: string | undefined, env: NodeJS.ProcessEnv): string | null {
  if (file !== undefined) return checked(readText(file).replace(/\r?\n$/, ''), `The passphrase file ${file}`);
  const given = env.WIREROOM_PASSPHRASE;
  return given === undefined ? null : checked(given, 'WIREROOM_PASSPHRASE');
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongUse(`The passphrase file ${file} cannot be read (${code}).`);
  }
}

function checked(passphrase: string, where: string): string {
  if (passphrase === '') throw new WrongUse(`${where} is empty: write a passphrase in it, or leave it out.`);
  return passphrase;
}
