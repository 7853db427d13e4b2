import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Makes a folder and those above it. By hand: Node's own `recursive` never returns where /proc says that it does not exist. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return;
    if (code !== 'ENOENT' || folder === path.dirname(folder)) throw error;
    makeFolder(path.dirname(folder));
    mkdirSync(folder);
  }
}
