/**
 * Takes an export over into an empty installation: its acts, times, salts, leaves, heads and public keys become this record,
 * unchanged. All of it in one transaction, or nothing; and nothing before the export was checked from end to end.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { eraseAgain } from '../comments/erase-again.ts';
import type { Erasure } from '../comments/erasure-ledger.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { completeRoot, type Frontier, growFrontier } from '../log/merkle.ts';
import { hashTilePath } from '../log/tile-path.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { insertSpans, type Span } from '../record/published-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { fillLock } from '../sample/fill-lock.ts';
import type { Client } from '../stories/story-store.ts';
import { checkStoryText } from '../text/story-text.ts';
import { adoptBeside } from './adopt-beside.ts';
import {
  insertCheckpoints,
  insertPicture,
  insertStoryRows,
  insertSubtrees,
  isEmptyInstallation,
  replaceKeys,
  setEnds,
} from './adopt-store.ts';
import { type AdoptedStory, adoptedStory, emptyRows } from './adopt-story.ts';
import { codeOf, logFolder, manifestName, picturePath, storyFolder } from './export-paths.ts';
import { ExportRefusal, whyDiskFailed } from './export-refusal.ts';
import { type ExportedStory, historyOf } from './exported-story.ts';
import { type StoryFiles, storyFile } from './folder-files.ts';
import { checkpointsPath, partNotes } from './log-files.ts';
import { readManifest } from './manifest.ts';
import { type Bag, readBag } from './read-bag.ts';
import { type VerifiedExport, verifyExport } from './verify-export.ts';
import type { TellFinding } from './verify-findings.ts';
import { readStory } from './verify-folder.ts';

export type Adopted = VerifiedExport & {
  largestCode: number;
  /** Numbers of comments that were erased on request after the export was made. */
  erasedAgain: number[];
};

export type AdoptOutcome = { ok: true; value: Adopted } | { ok: false; why: string };

export type AdoptOptions = {
  threads: number;
  now: Date;
  tell: TellFinding;
  /** Comments that were erased on request, by the list that this installation has. */
  erasures?: readonly Erasure[];
  progress?: (stories: number) => void;
};

/** Whether a folder holds an export, whole or not. */
export function isExport(folder: string): boolean {
  return existsSync(path.join(folder, 'bagit.txt')) && existsSync(path.join(folder, logFolder, 'checkpoint'));
}

export const notEmpty =
  'An export is taken over only into an empty installation, and this one has stories: set DATA_DIR to a new folder. Nothing was changed.';

/** @param pool of an installation on which no program runs. */
export async function adoptExport(pool: pg.Pool, root: string, options: AdoptOptions): Promise<AdoptOutcome> {
  try {
    if (!(await isEmptyInstallation(pool))) return { ok: false, why: notEmpty };
    const manifest = path.join(root, manifestName);
    const before = existsSync(manifest) ? hash('sha256', readFileSync(manifest), 'hex') : '';
    const verified = await verifyExport(root, options);
    if (!verified.ok) return verified;
    if (verified.value.wrong > 0)
      return {
        ok: false,
        why: `${verified.value.wrong} things are wrong with the export: nothing was taken over.`,
      };
    const adopted = await inTransaction(pool, async (db) => {
      if (hash('sha256', readFileSync(manifest), 'hex') !== before) throw changedMeanwhile(root);
      return adopt(db, root, options);
    });
    await pool.query('analyze');
    return { ok: true, value: { ...verified.value, ...adopted } };
  } catch (error) {
    const why = whyNotAdopted(error, root);
    if (why === null) throw error;
    return { ok: false, why };
  }
}

function whyNotAdopted(error: unknown, root: string): string | null {
  if (error instanceof ExportRefusal) return error.message;
  // What the database would not have: a value out of range, a text it has no place for, a rule that is broken.
  if (error instanceof pg.DatabaseError && /^(22|23|54)/.test(error.code ?? ''))
    return `The database cannot keep what the export says (${error.message}): nothing was taken over.`;
  return whyDiskFailed(error, root);
}

function changedMeanwhile(root: string): ExportRefusal {
  return new ExportRefusal(`The export in ${root} was changed while it was read: nothing was taken over.`);
}

/** Stories whose rows are put at once. */
const batch = 200;

async function adopt(
  db: Client,
  root: string,
  { now, erasures = [], progress = () => {} }: AdoptOptions,
): Promise<Pick<Adopted, 'largestCode' | 'erasedAgain'>> {
  await db.query('select pg_advisory_xact_lock($1)', [fillLock]);
  await db.query('select from log_head for update');
  if (!(await isEmptyInstallation(db))) throw new ExportRefusal(notEmpty);
  const bag = readBag(root, () => {
    throw changedMeanwhile(root);
  });
  await writeAgency(db, bag.agency);
  await replaceKeys(db, bag.keys);
  let stories = 0;
  let largestCode = 0;
  let rows: AdoptedStory[] = [];
  const flush = async () => {
    await putStories(db, rows, now);
    rows = [];
    progress(stories);
  };
  const pictures = new Set<string>();
  for await (const story of storiesOf(root)) {
    await takePictures(db, root, story, pictures);
    stories++;
    largestCode = Math.max(largestCode, story.code);
    rows.push(adoptedStory(story, stories));
    if (rows.length === batch) await flush();
  }
  await flush();
  await adoptBeside(db, root, () => changedMeanwhile(root));
  const erasedAgain = await eraseAgain(db, erasures, now);
  await adoptLog(db, root, bag, { stories, largestCode });
  return { largestCode, erasedAgain };
}

async function putStories(db: Client, adopted: AdoptedStory[], now: Date): Promise<void> {
  if (adopted.length === 0) return;
  const rows = emptyRows();
  const spans: AdoptedStory['spans'] = { published: [], past_published: [] };
  for (const one of adopted) {
    for (const table of Object.keys(rows) as (keyof typeof rows)[])
      rows[table].push(...(one[table] as never[]));
    for (const table of ['published', 'past_published'] as const)
      spans[table].push(...(one.spans[table] as Span[]));
  }
  await insertStoryRows(db, rows, now);
  for (const table of ['published', 'past_published'] as const) await insertSpans(db, table, spans[table]);
}

/** Stories in the order of the manifest, each file with the bytes that the manifest says. */
async function* storiesOf(root: string): AsyncGenerator<ExportedStory> {
  let code: number | null = null;
  let files: StoryFiles = new Map();
  for await (const lines of readManifest(path.join(root, manifestName))) {
    for (const line of lines) {
      if (!line) throw changedMeanwhile(root);
      const next = codeOf(line.path);
      if (next !== code) {
        if (code !== null) yield storyIn(root, code, files);
        code = next;
        files = new Map();
      }
      // Stories come first.
      if (code === null) return;
      if (!line.path.endsWith('.json')) continue;
      const bytes = readFileSync(path.join(root, line.path));
      if (hash('sha256', bytes, 'hex') !== line.sha256) throw changedMeanwhile(root);
      files.set(line.path.slice(storyFolder(code).length + 1), storyFile(bytes));
    }
  }
  if (code !== null) yield storyIn(root, code, files);
}

function storyIn(root: string, code: number, files: StoryFiles): ExportedStory {
  const story = readStory(code, files, () => {
    throw changedMeanwhile(root);
  });
  if (!story) throw changedMeanwhile(root);
  for (const { version, fields } of story.versions) {
    const body = fields.body?.value;
    if (body !== undefined && !fitsSchema(body))
      throw new ExportRefusal(
        `The text of version ${version} of story ${code} is not of a kind that this program knows: nothing was taken over.`,
      );
  }
  historyOf(story.acts);
  return story;
}

/** Outside text is checked at the door; here it must also stay as it is, so that its commitment holds. */
function fitsSchema(body: unknown): boolean {
  try {
    return canonicalJson(checkStoryText(body)) === canonicalJson(body);
  } catch {
    return false;
  }
}

async function takePictures(
  db: Client,
  root: string,
  story: ExportedStory,
  taken: Set<string>,
): Promise<void> {
  for (const picture of story.versions.flatMap(({ pictures }) => pictures)) {
    if (taken.has(picture.sha256)) continue;
    taken.add(picture.sha256);
    const bytes = readFileSync(path.join(root, picturePath(picture)));
    if (hash('sha256', bytes, 'hex') !== picture.sha256) throw changedMeanwhile(root);
    await insertPicture(db, { ...picture, bytes });
  }
}

const tileWidth = 256;
const hashBytes = 32;

/** Subtrees, heads and the end of the log; its leaves came with their acts. */
async function adoptLog(
  db: Client,
  root: string,
  { size }: Bag,
  { stories, largestCode }: { stories: number; largestCode: number },
): Promise<void> {
  let frontier: Frontier = [];
  let above: Buffer[] = [];
  for (let index = 0; index * tileWidth < size; index++) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    const tile = readFileSync(path.join(root, logFolder, hashTilePath(0, index, width)));
    for (let at = 0; at < width; at++)
      frontier = growFrontier(
        frontier,
        index * tileWidth + at,
        tile.subarray(at * hashBytes, (at + 1) * hashBytes),
      );
    if (width === tileWidth) above.push(completeRoot(tile));
    await insertCheckpoints(db, headsIn(root, index, width));
  }
  for (let level = 1; above.length > 0; level++) {
    await insertSubtrees(db, level, 0, above);
    above = Array.from({ length: Math.floor(above.length / tileWidth) }, (_, index) =>
      completeRoot(Buffer.concat(above.slice(index * tileWidth, (index + 1) * tileWidth))),
    );
  }
  const { rows } = await db.query<{ at: Date; acts: number }>(
    'select max(acted_at) as at, count(*) as acts from acts',
  );
  if (!rows[0] || rows[0].acts !== size) throw changedMeanwhile(root);
  await setEnds(db, { size, frontier, lastActedAt: rows[0].at, stories, largestCode });
}

function headsIn(root: string, index: number, width: number): { size: number; note: string }[] {
  const file = path.join(root, checkpointsPath(index, width));
  if (!existsSync(file)) return [];
  return (partNotes(readFileSync(file, 'utf8')) ?? []).map((note) => ({
    size: parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1))?.size ?? 0,
    note,
  }));
}
