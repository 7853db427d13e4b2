/** Exports the record as a folder that needs no program: see docs/export.md. */
import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { readAgency } from '../editions/agency-store.ts';
import type { Agency } from '../editions/edition.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { readNewestCheckpoint, tileReader } from '../log/log-store.ts';
import { treeRoot } from '../log/merkle.ts';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { agencyName, bagInfo, bagitTxt } from './bag-tags.ts';
import { drawingOf, howDrawn } from './drawing.ts';
import { type ExportFolder, openExportFolder, readText, refuseOther } from './export-folder.ts';
import { exportJson } from './export-json.ts';
import { logFolder, manifestName, picturePath, picturesFolder, storyFolder } from './export-paths.ts';
import { ExportRefusal, whyDiskFailed } from './export-refusal.ts';
import { type DayCounts, type IndexPage, indexLine, monthIndex, upperIndex } from './index-pages.ts';
import { keysJson, logFiles, publicKeys } from './log-files.ts';
import { manifestLine } from './manifest.ts';
import { type EarlierLines, earlierLines, type PayloadLines, payloadLines } from './payload-lines.ts';
import {
  type ListedStory,
  listPicturesAfter,
  listStoriesAfter,
  readPictureBytes,
  readStories,
  storiesByTime,
} from './read-stories.ts';
import { readmeText } from './readme.ts';
import { type Drawing, storyFiles } from './story-files.ts';
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

/** Told every so often how many stories are done. */
export type Progress = (stories: number) => void;

/** Stories that are read at once. */
const batch = 200;

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
  const drawing = drawingOf(agency);
  refuseOther(root, origin);
  await refuseOtherHistory(db, root, newest.size);
  const folder = openExportFolder(root, origin);

  const earlier = earlierLines(folder.previousManifest);
  const lines = payloadLines(folder.aside('manifest'));
  const totals = await exportStories(db, { root, folder, drawing, earlier, lines, progress });
  const others = new Map<string, { sha256: string; bytes: number }>();
  const put = (name: string, bytes: string | Buffer) => {
    folder.put(name, bytes);
    others.set(name, { sha256: hash('sha256', bytes, 'hex'), bytes: Buffer.byteLength(bytes) });
  };
  put('data/agency.json', exportJson(agency, 3));
  put('data/style.css', exportStyle);
  for await (const page of indexPages(db, agency)) put(page.path, page.text);
  await exportLog(db, { root, folder, size: newest.size, earlier: await earlier.rest(), others });
  put(`${logFolder}/keys.json`, keysJson(keys));
  removeStrays(root, folder, ['data/index', logFolder], (name) => others.has(name));

  const sorted = [...others].sort(([a], [b]) => (a < b ? -1 : 1));
  const checkpoint = { path: `${logFolder}/checkpoint`, bytes: Buffer.from(newest.note) };
  sorted.push([
    checkpoint.path,
    { sha256: hash('sha256', checkpoint.bytes, 'hex'), bytes: checkpoint.bytes.length },
  ]);
  sorted.sort(([a], [b]) => (a < b ? -1 : 1));
  const after = sorted.findIndex(([name]) => name > picturesFolder);
  const addAll = (some: typeof sorted) => {
    for (const [name, { sha256, bytes }] of some) lines.add({ path: name, sha256 }, bytes);
  };
  addAll(sorted.slice(0, after));
  const pictures = await exportPictures(db, root, folder, lines);
  addAll(sorted.slice(after));
  const { files, bytes } = lines.close();

  const name = agencyName(agency);
  const tags: Record<string, string> = {
    'README.txt': readmeText({ agency: name, origin }),
    'bag-info.txt': bagInfo({ agency: name, origin, size: newest.size, files, bytes, drawn: howDrawn() }),
    'bagit.txt': bagitTxt,
  };
  for (const [tag, text] of Object.entries(tags)) folder.put(tag, text);
  folder.put(checkpoint.path, checkpoint.bytes);
  const manifest = folder.aside('manifest');
  tags[manifestName] = '';
  const tagManifest = Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, text]) =>
      manifestLine({
        path: tag,
        sha256: tag === manifestName ? hashFile(manifest) : hash('sha256', text, 'hex'),
      }),
    )
    .join('');
  folder.finish({ manifest, tagManifest });
  return { ...totals, acts: newest.size, pictures, files, bytes };
}

type StoriesRun = {
  root: string;
  folder: ExportFolder;
  drawing: Drawing;
  earlier: EarlierLines;
  lines: PayloadLines;
  progress: Progress;
};

async function exportStories(db: Client, run: StoriesRun): Promise<{ stories: number; written: number }> {
  let stories = 0;
  let written = 0;
  for (let listed = await listStoriesAfter(db, 0, batch); listed.length > 0; ) {
    // The database looks for the next ones while these are written.
    const next = listStoriesAfter(db, (listed.at(-1) as ListedStory).code, batch);
    const stale = listed.filter((story) => !isUpToDate(story, run));
    const read = new Map((await readStories(db, stale)).map((story) => [story.code, story]));
    for (const { code } of listed) {
      const story = read.get(code);
      const place = storyFolder(code);
      const before = await run.earlier.inFolder(place);
      if (story) {
        const files = storyFiles(story, run.drawing);
        run.folder.putFolder(place, files);
        for (const { name, text } of files)
          run.lines.add(
            { path: `${place}/${name}`, sha256: hash('sha256', text, 'hex') },
            Buffer.byteLength(text),
          );
        written++;
      } else keepLines(place, before, run);
    }
    stories += listed.length;
    run.progress(stories);
    listed = await next;
  }
  return { stories, written };
}

/** A story's folder follows from its acts and from how it is drawn: where these are the same, it is. */
function isUpToDate(listed: ListedStory, { root, drawing }: StoriesRun): boolean {
  const text = readText(path.join(root, storyFolder(listed.code), 'record.json'));
  if (text === null) return false;
  try {
    const { acts, drawnWith, translationGroup, translations } = JSON.parse(text);
    return (
      acts.at(-1).index === listed.newest &&
      drawnWith === drawing.drawnWith &&
      translationGroup === listed.translationGroup &&
      JSON.stringify(translations) === JSON.stringify(listed.translations)
    );
  } catch {
    return false;
  }
}

/** The lines of a folder that stays: those of the manifest before, unless the folder was made after it. */
function keepLines(place: string, before: { path: string; sha256: string }[], run: StoriesRun): void {
  const record = readFileSync(path.join(run.root, place, 'record.json'));
  const same =
    before.find(({ path: name }) => name === `${place}/record.json`)?.sha256 ===
    hash('sha256', record, 'hex');
  const names = readdirSync(path.join(run.root, place)).sort();
  for (const name of names) {
    const file = path.join(run.root, place, name);
    const kept = same && before.find((line) => line.path === `${place}/${name}`);
    const line = kept || { path: `${place}/${name}`, sha256: hashFile(file) };
    run.lines.add(line, statSync(file).size);
  }
}

async function* indexPages(db: Client, agency: Agency): AsyncGenerator<IndexPage> {
  const counts: DayCounts = new Map();
  let month = '';
  let days = new Map<string, string[]>();
  for await (const rows of storiesByTime(db)) {
    for (const row of rows) {
      const { day, line } = indexLine(agency, row);
      if (!day.startsWith(month) || month === '') {
        if (month !== '') yield monthIndex(agency, month, days);
        month = day.slice(0, 7);
        days = new Map();
      }
      days.set(day, [...(days.get(day) ?? []), line]);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
  }
  if (month !== '') yield monthIndex(agency, month, days);
  yield* upperIndex(agency, counts);
}

type LogRun = {
  root: string;
  folder: ExportFolder;
  size: number;
  earlier: { path: string; sha256: string }[];
  others: Map<string, { sha256: string; bytes: number }>;
};

/** A tile that is whole never changes: where the manifest before has it, it stays as it is. */
async function exportLog(db: Client, { root, folder, size, earlier, others }: LogRun): Promise<void> {
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

/** Pictures are named by their hash: what is there is right, as far as its length says. */
async function exportPictures(
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

/** Removes what an earlier export had and this one has not: partial tiles, months that have no story any more. */
function removeStrays(
  root: string,
  folder: ExportFolder,
  places: string[],
  belongs: (name: string) => boolean,
): void {
  /** @returns whether anything is left in it. */
  const clear = (place: string): boolean => {
    let left = 0;
    for (const entry of existsSync(path.join(root, place))
      ? readdirSync(path.join(root, place), { withFileTypes: true })
      : []) {
      const name = `${place}/${entry.name}`;
      const stays = entry.isDirectory() ? clear(name) : belongs(name) || name === `${logFolder}/checkpoint`;
      if (stays) left++;
      else folder.remove(name);
    }
    return left > 0;
  };
  for (const place of places) clear(place);
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

function hashFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
