/** Writes the pictures that readers get, and removes the others. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../stories/story-store.ts';
import type { ExportFolder } from './export-folder.ts';
import { picturePath, picturesFolder } from './export-paths.ts';
import type { PayloadLines } from './payload-lines.ts';
import { listPicturesAfter, readPictureBytes } from './read-stories.ts';

/** Pictures that are asked for at once; their bytes come one by one. */
const batch = 200;

/** Pictures are named by their hash: what is there is right, as far as its length says. */
export async function exportPictures(
  db: Client,
  root: string,
  folder: ExportFolder,
  lines: PayloadLines,
): Promise<number> {
  let count = 0;
  const names = namesIn(path.join(root, picturesFolder));
  const shown = new Set<string>();
  for (let after = ''; ; ) {
    const pictures = await listPicturesAfter(db, after, batch);
    if (pictures.length === 0) break;
    for (const picture of pictures) {
      const place = picturePath(picture);
      const stat = statSync(path.join(root, place), { throwIfNoEntry: false });
      if (stat?.size !== picture.bytes) folder.put(place, await readPictureBytes(db, picture.sha256));
      lines.add({ path: place, sha256: picture.sha256 }, picture.bytes);
      shown.add(path.basename(place));
      count++;
      after = picture.sha256;
    }
  }
  for (const name of names) if (!shown.has(name)) folder.remove(`${picturesFolder}/${name}`);
  return count;
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
