/** Exports the record as a folder that needs no program: see docs/export.md. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { readAgency } from '../editions/agency-store.ts';
import type { Agency } from '../editions/edition.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { type Checkpoint, readNewestCheckpoint, tileReader } from '../log/log-store.ts';
import { treeRoot } from '../log/merkle.ts';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { agencyName, bagInfo, bagitTxt } from './bag-tags.ts';
import { drawingOf, howDrawn } from './drawing.ts';
import { exportComments, frontFiles } from './export-beside.ts';
import { type ExportFolder, openExportFolder, readText, refuseOther } from './export-folder.ts';
import { indexPages } from './export-index.ts';
import { exportJson } from './export-json.ts';
import { exportLog, type Written } from './export-log.ts';
import { commentsFolder, frontsFolder, logFolder, manifestName, picturesFolder } from './export-paths.ts';
import { exportPictures } from './export-pictures.ts';
import { ExportRefusal, whyDiskFailed } from './export-refusal.ts';
import { exportStories, type Progress } from './export-stories.ts';
import { keysJson, type PublicKey, publicKeys } from './log-files.ts';
import { manifestLine } from './manifest.ts';
import { earlierLines, payloadLines } from './payload-lines.ts';
import { readmeText } from './readme.ts';
import { removeStrays } from './strays.ts';
import { exportStyle } from './style.ts';

export type Exported = {
  stories: number;
  /** Stories whose folders were made anew. */
  written: number;
  acts: number;
  pictures: number;
  files: number;
  bytes: number;
};

export type ExportOutcome = { ok: true; value: Exported } | { ok: false; why: string };

/** All of it as it was at one moment, whatever is recorded meanwhile. */
export async function exportRecord(
  pool: pg.Pool,
  root: string,
  progress: Progress = () => {},
): Promise<ExportOutcome> {
  try {
    const value = await inTransaction(pool, async (db) => {
      await db.query('set transaction isolation level repeatable read, read only');
      return exportSnapshot(db, root, progress);
    });
    return { ok: true, value };
  } catch (error) {
    const why = error instanceof ExportRefusal ? error.message : whyDiskFailed(error, root);
    if (why === null) throw error;
    return { ok: false, why };
  }
}

async function exportSnapshot(db: Client, root: string, progress: Progress): Promise<Exported> {
  const newest = await readNewestCheckpoint(db);
  const keys = await publicKeys(db);
  const origin = keys.at(-1)?.origin;
  if (!newest || !origin) throw new ExportRefusal('Nothing was published yet: there is nothing to export.');
  const agency = await readAgency(db);
  refuseOther(root, origin);
  await refuseOtherHistory(db, root, newest.size);
  const folder = openExportFolder(root, origin);
  try {
    return await exportTo(db, folder, { root, agency, keys, newest, origin, progress });
  } finally {
    folder.leave();
  }
}

type Run = {
  root: string;
  agency: Agency;
  keys: PublicKey[];
  newest: Checkpoint;
  origin: string;
  progress: Progress;
};

async function exportTo(db: Client, folder: ExportFolder, run: Run): Promise<Exported> {
  const { root, agency, keys, newest, origin, progress } = run;
  const drawing = drawingOf(agency);
  const earlier = earlierLines(folder.previousManifest);
  const lines = payloadLines(folder.aside('manifest'));
  const totals = await exportStories(db, { root, folder, drawing, earlier, lines, progress });

  const others = new Map<string, Written>();
  const put = (name: string, bytes: string | Buffer) => {
    folder.put(name, bytes);
    others.set(name, writtenOf(bytes));
  };
  put('data/agency.json', exportJson(agency, 3));
  put('data/style.css', exportStyle);
  for await (const page of frontFiles(db)) put(page.path, page.text);
  for await (const page of indexPages(db, agency)) put(page.path, page.text);
  await exportLog(db, { root, folder, size: newest.size, earlier: await earlier.rest(), others });
  put(`${logFolder}/keys.json`, keysJson(keys));
  removeStrays(root, folder, ['data/index', frontsFolder, logFolder], (name) => others.has(name));

  const checkpoint = `${logFolder}/checkpoint`;
  others.set(checkpoint, writtenOf(newest.note));
  const sorted = [...others].sort(([a], [b]) => (a < b ? -1 : 1));
  const add = ([name, { sha256, bytes }]: [string, Written]) => lines.add({ path: name, sha256 }, bytes);
  for (const one of sorted.filter(([name]) => name < commentsFolder)) add(one);
  await exportComments(db, root, folder, lines);
  for (const one of sorted.filter(([name]) => name > commentsFolder && name < picturesFolder)) add(one);
  const pictures = await exportPictures(db, root, folder, lines);
  for (const one of sorted.filter(([name]) => name > picturesFolder)) add(one);
  const { files, bytes } = lines.close();

  const name = agencyName(agency);
  const tags = {
    'README.txt': readmeText({ agency: name, origin }),
    'bag-info.txt': bagInfo({ agency: name, origin, size: newest.size, files, bytes, drawn: howDrawn() }),
    'bagit.txt': bagitTxt,
  };
  for (const [tag, text] of Object.entries(tags)) folder.put(tag, text);
  folder.put(checkpoint, newest.note);
  const manifest = folder.aside('manifest');
  const tagManifest = [...Object.entries(tags), [manifestName, readFileSync(manifest)] as const]
    .map(([tag, text]) => manifestLine({ path: tag, sha256: hash('sha256', text, 'hex') }))
    .join('');
  folder.finish({ manifest, tagManifest });
  return { ...totals, acts: newest.size, pictures, files, bytes };
}

function writtenOf(bytes: string | Buffer): Written {
  return { sha256: hash('sha256', bytes, 'hex'), bytes: Buffer.byteLength(bytes) };
}

/** An export goes on from what is there: the log there must be a beginning of this one. */
async function refuseOtherHistory(db: Client, root: string, size: number): Promise<void> {
  const note = readText(path.join(root, logFolder, 'checkpoint'));
  const there = note === null ? null : parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
  if (!there) return;
  if (there.size > size)
    throw new ExportRefusal(
      `${root} holds an export of ${there.size} acts, and this record has ${size}: it is older than its export. Name another folder.`,
    );
  if (there.size > 0 && !(await treeRoot(there.size, tileReader(db))).equals(there.root))
    throw new ExportRefusal(
      `${root} holds an export whose log is not the beginning of this record’s: one of them was changed. Name another folder.`,
    );
}
