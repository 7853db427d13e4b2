/** Which files a folder of saved pages holds. */
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export type PageFile = { path: string; size: number };

/** Larger files are not read: no page is, and PostgreSQL keeps no more in one value with ease. */
export const largestFile = 100 * 1024 * 1024;

const pageNames = /\.(?:html?|xhtml|mht|mhtml|txt|text)$/i;

/**
 * The files of each path, in order. A named file is taken whatever its name; of a folder, those that may be pages, not
 * the pictures and scripts beside them, and no hidden ones.
 */
export async function pageFiles(
  paths: string[],
): Promise<{ files: PageFile[]; leftAlone: number; missing: string[] }> {
  const files: PageFile[] = [];
  const missing: string[] = [];
  let leftAlone = 0;
  for (const given of paths) {
    const found = await stat(given).catch(() => null);
    if (!found) missing.push(given);
    else if (found.isDirectory()) leftAlone += await readFolder(given, files);
    else files.push({ path: given, size: found.size });
  }
  return { files, leftAlone, missing };
}

/** Links to folders are not followed: they may lead in circles. @returns how many files were left alone. */
async function readFolder(folder: string, files: PageFile[]): Promise<number> {
  let leftAlone = 0;
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) {
    const file = path.join(folder, name);
    const entry = await lstat(file);
    if (entry.isDirectory()) {
      // "Save page as, complete" lays the page's own pictures and scripts beside it.
      if (!/_files$/.test(name) || !isBesidePage(name, names)) leftAlone += await readFolder(file, files);
    } else if (entry.isFile() && (pageNames.test(name) || !name.includes('.')))
      files.push({ path: file, size: entry.size });
    else leftAlone++;
  }
  return leftAlone;
}

function isBesidePage(folder: string, names: string[]): boolean {
  const page = folder.replace(/_files$/, '');
  return names.some((name) => pageNames.test(name) && path.parse(name).name === page);
}
