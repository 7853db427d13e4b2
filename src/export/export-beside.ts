/** Writes what stands beside the record: what readers wrote, and what editors arranged on fronts. Both made anew each time. */
import { hash } from 'node:crypto';
import type { Client } from '../stories/story-store.ts';
import { commentsJson, commentsPath } from './comment-files.ts';
import type { ExportFolder } from './export-folder.ts';
import { commentsFolder } from './export-paths.ts';
import { frontsJson, frontsPath } from './front-files.ts';
import type { PayloadLines } from './payload-lines.ts';
import { listCommented, listFrontMonths, readCommentsOf, readFrontMonth } from './read-beside.ts';
import { removeStrays } from './strays.ts';

/** Stories whose comments are read at once. */
const batch = 100;

/** One file for each story that readers commented on; the others go. */
export async function exportComments(
  db: Client,
  root: string,
  folder: ExportFolder,
  lines: PayloadLines,
): Promise<void> {
  const codes = await listCommented(db);
  for (let from = 0; from < codes.length; from += batch) {
    for (const story of await readCommentsOf(db, codes.slice(from, from + batch))) {
      const [path, text] = [commentsPath(story.code), commentsJson(story)];
      folder.put(path, text);
      lines.add({ path, sha256: hash('sha256', text, 'hex') }, Buffer.byteLength(text));
    }
  }
  const there = new Set(codes.map(commentsPath));
  removeStrays(root, folder, [commentsFolder], (name) => there.has(name));
}

/** One file for each edition and month. */
export async function* frontFiles(db: Client): AsyncGenerator<{ path: string; text: string }> {
  for (const which of await listFrontMonths(db)) {
    yield { path: frontsPath(which), text: frontsJson(await readFrontMonth(db, which)) };
  }
}
