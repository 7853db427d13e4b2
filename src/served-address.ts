/**
 * Where the program is to be found: it leaves its address in the data folder, for the commands, which run in another
 * shell and often without its environment.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './config.ts';

/**
 * Replaces the address that was left before, whole or not at all.
 * @param url without a slash at its end.
 * @returns null, or in a sentence why it could not be left: the program serves all the same.
 */
export function leaveAddress(dataDir: string, url: string): string | null {
  const file = fileIn(dataDir);
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, JSON.stringify({ url }));
    renameSync(aside, file);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `The address could not be left in ${file} (${code}): tell commands PUBLIC_URL, or their links lead elsewhere.`;
  }
}

/**
 * What the links of a command begin with: `PUBLIC_URL` or `PORT` where the command was told one, else where the program
 * runs or last ran, else the address of a first start.
 * @returns without a slash at its end.
 */
export function addressForLinks({ publicUrl, dataDir }: Config, env: NodeJS.ProcessEnv): string {
  const told = env.PUBLIC_URL || (env.PORT && env.PORT !== '0');
  return told ? publicUrl : (addressLeft(dataDir) ?? publicUrl);
}

function addressLeft(dataDir: string): string | null {
  try {
    const left = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as { url?: unknown };
    return typeof left.url === 'string' && URL.canParse(left.url) ? left.url : null;
  } catch {
    // None was left, or a power cut left half of one: links then begin as at a first start.
    return null;
  }
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'address.json');
}
