/** Writes the files of the log. */
import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../stories/story-store.ts';
import type { ExportFolder } from './export-folder.ts';
import { logFiles } from './log-files.ts';

/** A file of the payload, as its line in the manifest and the count of bytes need it. */
export type Written = { sha256: string; bytes: number };

type LogRun = {
  root: string;
  folder: ExportFolder;
  size: number;
  earlier: { path: string; sha256: string }[];
  /** Gets what was written, by path. */
  others: Map<string, Written>;
};

/** A tile that is whole never changes: where the manifest before has it, it stays as it is. */
export async function exportLog(db: Client, { root, folder, size, earlier, others }: LogRun): Promise<void> {
  const known = new Map(earlier.map((line) => [line.path, line.sha256]));
  for (const file of logFiles(size)) {
    const sha256 = file.whole ? known.get(file.path) : undefined;
    const stat = sha256 && statSync(path.join(root, file.path), { throwIfNoEntry: false });
    if (sha256 && stat) {
      others.set(file.path, { sha256, bytes: stat.size });
      continue;
    }
    const bytes = await file.read(db);
    if (bytes.length === 0) continue;
    folder.put(file.path, bytes);
    others.set(file.path, { sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length });
  }
}
