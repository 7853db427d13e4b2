/** The payload's manifest as an export writes it: line by line, in one order, counted on the way. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { comparePaths } from './export-paths.ts';
import { type ManifestLine, manifestLine, readManifest } from './manifest.ts';

export type PayloadLines = {
  /** Lines come in the order of `comparePaths`. `bytes`: length of the file. */
  add: (line: ManifestLine, bytes: number) => void;
  close: () => { files: number; bytes: number };
};

/** Lines that are collected before they are written, in characters. */
const chunk = 1 << 18;

export function payloadLines(file: string): PayloadLines {
  const handle = openSync(file, 'w');
  let files = 0;
  let sum = 0;
  let left = '';
  let last = '';
  return {
    add: (line, bytes) => {
      if (last !== '' && comparePaths(last, line.path) >= 0)
        throw new Error(`${line.path} comes after ${last} in the manifest.`);
      last = line.path;
      files++;
      sum += bytes;
      left += manifestLine(line);
      if (left.length < chunk) return;
      writeSync(handle, left);
      left = '';
    },
    close: () => {
      writeSync(handle, left);
      closeSync(handle);
      return { files, bytes: sum };
    },
  };
}

/** The lines of an earlier manifest, asked for in the order of `comparePaths`: each is read once. */
export type EarlierLines = {
  /** Lines of the files in a folder, which comes after every folder asked for before. */
  inFolder: (folder: string) => Promise<ManifestLine[]>;
  /** All that is left. */
  rest: () => Promise<ManifestLine[]>;
};

export function earlierLines(file: string | null): EarlierLines {
  const lines = file === null ? null : readManifest(file);
  let next: ManifestLine | null = null;
  let read: (ManifestLine | null)[] = [];
  let at = 0;
  const advance = async () => {
    for (;;) {
      while (at < read.length) {
        next = read[at++] ?? null;
        if (next) return;
      }
      const more = await lines?.next();
      next = null;
      if (!more || more.done) return;
      read = more.value;
      at = 0;
    }
  };
  let begun = false;
  const begin = async () => {
    if (!begun) await advance();
    begun = true;
  };
  return {
    inFolder: async (folder) => {
      await begin();
      const prefix = `${folder}/`;
      const found: ManifestLine[] = [];
      while (next !== null) {
        const { path } = next as ManifestLine;
        if (path.startsWith(prefix)) found.push(next);
        else if (comparePaths(path, prefix) > 0) break;
        await advance();
      }
      return found;
    },
    rest: async () => {
      await begin();
      const found: ManifestLine[] = [];
      while (next !== null) {
        found.push(next);
        await advance();
      }
      return found;
    },
  };
}
