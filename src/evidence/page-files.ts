/** Which files a folder of saved pages holds. */
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export type PageFile = { path: string; size: number };

/** Larger files are not read: no page is, and PostgreSQL keeps no more in one value with ease. */
export const largestFile = 100 * 1024 * 1024;

const pageNames = /\.(?:html?|xhtml|mht|mhtml|txt|text)$/i;

export type FoundFiles = {
  files: PageFile[];
  /** Folders that could not be read, each with the system's name of the error. */
  unreadable: { path: string; code: string }[];
  /** How many files are no pages. */
  leftAlone: number;
  missing: string[];
};

/**
 * The files of each path, in order. A named file is taken whatever its name; of a folder, those that may be pages, not
 * the pictures and scripts beside them, and no hidden ones.
 */
export async function pageFiles(paths: string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], unreadable: [], leftAlone: 0, missing: [] };
  for (const given of paths) {
    const entry = await stat(given).catch(() => null);
    // A named pipe would keep us waiting for whoever writes to it.
    if (!entry || entry.isFIFO() || entry.isSocket()) found.missing.push(given);
    else if (entry.isDirectory()) await readFolder(given, found);
    else found.files.push({ path: given, size: entry.size });
  }
  return found;
}

/** Links are not followed: they may lead in circles. */
async function readFolder(folder: string, found: FoundFiles): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    found.unreadable.push({ path: folder, code: error.code ?? error.message });
    return [];
  });
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  const names = shown.map(({ name }) => name);
  for (const entry of shown.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      // "Save page as, complete" lays the page's own pictures and scripts beside it.
      if (!isBesidePage(entry.name, names)) await readFolder(file, found);
    } else if (entry.isFile() && (pageNames.test(entry.name) || !entry.name.includes('.')))
      found.files.push({ path: file, size: await sizeOf(file) });
    else found.leftAlone++;
  }
}

/** 0 where the file has gone meanwhile: whoever reads it says so. */
async function sizeOf(file: string): Promise<number> {
  return lstat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

function isBesidePage(folder: string, names: string[]): boolean {
  const page = /^(?<page>.*)_files$/.exec(folder)?.groups?.page;
  return names.some((name) => pageNames.test(name) && path.parse(name).name === page);
}
