/**
 * Checks an export with nothing but its files: every byte against the manifest, every act against the log, every word against
 * its commitment, every page against its data. See docs/export.md for what it can and cannot find.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { unpackEntries } from '../log/entry-bundle.ts';
import { openNote } from '../log/signed-note.ts';
import { entriesPath } from '../log/tile-path.ts';
import { readLeafText } from '../record/leaf.ts';
import { howDrawn } from './drawing.ts';
import {
  codeOf,
  comparePaths,
  indexFolder,
  logFolder,
  manifestName,
  picturesFolder,
  storiesFolder,
} from './export-paths.ts';
import { ExportRefusal, whyDiskFailed } from './export-refusal.ts';
import { logFiles } from './log-files.ts';
import { type ManifestLine, readManifest } from './manifest.ts';
import { type Bag, readBag } from './read-bag.ts';
import { exportStyle } from './style.ts';
import type { ExportFinding, TellFinding } from './verify-findings.ts';
import type { FolderLines } from './verify-folder.ts';
import { checkIndex, type DayLines } from './verify-index.ts';
import { type JobDone, sumMask } from './verify-jobs.ts';
import { tileWidth, verifyLog } from './verify-log.ts';
import { jobThreads } from './verify-threads.ts';

export type VerifiedExport = {
  origin: string;
  stories: number;
  acts: number;
  versions: number;
  pictures: number;
  files: number;
  wrong: number;
  /** Whether this program draws pages as they were drawn: else their words were compared, not their bytes. */
  sameDrawing: boolean;
};

export type VerifyOutcome = { ok: true; value: VerifiedExport } | { ok: false; why: string };

export type VerifyOptions = {
  /** 0: everything is done in this thread. */
  threads: number;
  tell: TellFinding;
  /** A signed checkpoint that somebody kept: the log must go on from it. */
  kept?: string | undefined;
  progress?: (stories: number) => void;
};

/** Stories and files of one job. */
const foldersAtOnce = 50;
const filesAtOnce = 20;

export async function verifyExport(root: string, options: VerifyOptions): Promise<VerifyOutcome> {
  let wrong = 0;
  const tell = (finding: ExportFinding) => {
    wrong++;
    options.tell(finding);
  };
  try {
    const checked = await verifyAll(root, { ...options, tell });
    return { ok: true, value: { ...checked, wrong } };
  } catch (error) {
    const why = error instanceof ExportRefusal ? error.message : whyDiskFailed(error, root);
    if (why === null) throw error;
    return { ok: false, why };
  }
}

async function verifyAll(root: string, options: VerifyOptions): Promise<Omit<VerifiedExport, 'wrong'>> {
  const { tell, progress = () => {} } = options;
  const bag = readBag(root, tell);
  const { agency, keys, size, drawn, origin } = bag;
  const sameDrawing = drawn === howDrawn();
  const leaves = new Uint8Array(new SharedArrayBuffer(size * 32));
  const claimed = new Uint8Array(new SharedArrayBuffer(size));
  const days: DayLines = new Map();
  const pictures = new Set<string>();
  const totals = { acts: 0, versions: 0 };
  const threads = jobThreads(
    options.threads,
    { root, agency, drawn, sameDrawing, keys, size, leaves, claimed },
    (done: JobDone) => {
      for (const finding of done.findings) tell(finding);
      totals.acts += done.acts;
      totals.versions += done.versions;
      for (const picture of done.pictures) pictures.add(picture);
      for (const [day, count, sum] of done.days) {
        const before = days.get(day) ?? { count: 0, sum: 0n };
        days.set(day, { count: before.count + count, sum: (before.sum + sum) & sumMask });
      }
    },
  );

  const log = await verifyLog({
    root,
    keys,
    leaves,
    size,
    asked: keptSize(options.kept),
    tell,
    checkHeads: async (heads, file) => {
      if (keys.length > 0) await threads.give({ kind: 'heads', file, heads });
    },
  });
  if (options.kept !== undefined) checkKept(options.kept, bag, log.roots, tell);

  const payload = await checkPayload(root, bag, threads, { tell, progress });
  await threads.end();
  checkClaims(root, size, claimed, tell);
  checkPictures(payload.pictures, pictures, tell);
  checkIndex(root, { agency, days, sameDrawing, listed: payload.index, tell });
  checkStrays(root, payload, tell);
  return {
    origin,
    stories: payload.stories,
    ...totals,
    pictures: payload.pictures.size,
    files: payload.files,
    sameDrawing,
  };
}

type Payload = {
  stories: number;
  files: number;
  pictures: Set<string>;
  /** Pages by date. */
  index: Set<string>;
  /** Everything that lies outside of the folders of stories and pictures. */
  others: Set<string>;
};

async function checkPayload(
  root: string,
  bag: Bag,
  threads: ReturnType<typeof jobThreads>,
  { tell, progress }: { tell: TellFinding; progress: (stories: number) => void },
): Promise<Payload> {
  const payload: Payload = { stories: 0, files: 0, pictures: new Set(), index: new Set(), others: new Set() };
  const expected = new Set(
    [
      'data/agency.json',
      'data/index.html',
      'data/style.css',
      `${logFolder}/checkpoint`,
      `${logFolder}/keys.json`,
    ].concat([...logFiles(bag.size)].map((file) => file.path)),
  );
  let bytes = 0;
  let last = '';
  let folders: FolderLines[] = [];
  let files: ManifestLine[] = [];
  const flush = async (atLeast: number) => {
    if (folders.length > atLeast) {
      await threads.give({ kind: 'folders', folders });
      folders = [];
      progress(payload.stories);
    }
    if (files.length >= Math.min(atLeast, filesAtOnce) && files.length > 0) {
      await threads.give({ kind: 'files', lines: files });
      files = [];
    }
  };
  const wrong = (file: string, what: string) => tell({ code: codeOf(file), version: null, file, what });
  for await (const line of readManifest(path.join(root, manifestName))) {
    if (!line) {
      wrong(manifestName, 'It has a line that is none of a manifest.');
      continue;
    }
    if (last !== '' && comparePaths(last, line.path) >= 0)
      wrong(line.path, `It stands after ${last} in ${manifestName}, out of the order of an export.`);
    last = line.path;
    payload.files++;
    bytes += statSync(path.join(root, line.path), { throwIfNoEntry: false })?.size ?? 0;
    const code = codeOf(line.path);
    const name = path.posix.basename(line.path);
    if (code !== null && line.path === `${storiesFolder}/${code}/${name}`) {
      const folder = folders.at(-1);
      if (folder?.code === code) folder.lines.push({ name, sha256: line.sha256 });
      else {
        await flush(foldersAtOnce - 1);
        folders.push({ code, lines: [{ name, sha256: line.sha256 }] });
        payload.stories++;
      }
      continue;
    }
    files.push(line);
    if (line.path.startsWith(`${picturesFolder}/`)) {
      payload.pictures.add(line.path);
      // The bytes are checked against the manifest: its hash must be the one that the stories name.
      if (!line.path.startsWith(`${picturesFolder}/${line.sha256}.`))
        wrong(line.path, `It is another picture than its name says: its bytes have the hash ${line.sha256}.`);
    }
    if (!line.path.startsWith(`${picturesFolder}/`)) {
      payload.others.add(line.path);
      if (line.path.startsWith(`${indexFolder}/`) || line.path === 'data/index.html')
        payload.index.add(line.path);
      else if (!expected.has(line.path)) wrong(line.path, 'It does not belong to an export.');
    }
    await flush(filesAtOnce);
  }
  await flush(0);
  if (bag.oxum !== `${bytes}.${payload.files}`)
    wrong(
      'bag-info.txt',
      `It says that the payload is ${bag.oxum} (bytes.files); it is ${bytes}.${payload.files}.`,
    );
  for (const file of expected)
    if (!payload.others.has(file) && !file.startsWith(`${logFolder}/checkpoints/`))
      wrong(file, `${manifestName} does not have it.`);
  if (statOf(path.join(root, 'data/style.css')) && bag.drawn === howDrawn())
    if (readFileSync(path.join(root, 'data/style.css'), 'utf8') !== exportStyle)
      wrong('data/style.css', 'It is not the style sheet of an export.');
  return payload;
}

function statOf(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** Each entry of the log belongs to an act of a story that is there. */
function checkClaims(root: string, size: number, claimed: Uint8Array, tell: TellFinding): void {
  for (let index = 0; index < size; index++) {
    if (claimed[index] === 1) continue;
    const code = codeOfEntry(root, index, size);
    tell({
      code,
      version: null,
      file: code === null ? null : `${storiesFolder}/${code}`,
      what: `Entry ${index} of the log belongs to no act of a story that is here.`,
    });
  }
}

/** The code in an entry of the log; null where it cannot be read. */
function codeOfEntry(root: string, index: number, size: number): number | null {
  const bundle = Math.floor(index / tileWidth);
  const width = Math.min(tileWidth, size - bundle * tileWidth);
  const file = path.join(root, logFolder, entriesPath(bundle, width));
  const entry = existsSync(file) && unpackEntries(readFileSync(file))?.[index % tileWidth];
  return (entry && readLeafText(entry.toString())?.code) || null;
}

/** Pictures that are there are those that a version shows. Their bytes were checked: their names must say the same. */
function checkPictures(listed: ReadonlySet<string>, shown: ReadonlySet<string>, tell: TellFinding): void {
  const wrong = (file: string, what: string) => tell({ code: null, version: null, file, what });
  for (const file of shown)
    if (!listed.has(file)) wrong(file, `${manifestName} does not have it, but a story shows it.`);
  for (const file of listed) if (!shown.has(file)) wrong(file, 'No story shows it.');
}

/** What lies in the payload and is not in the manifest. The folders of stories were looked through one by one. */
function checkStrays(root: string, payload: Payload, tell: TellFinding): void {
  const wrong = (file: string) =>
    tell({
      code: null,
      version: null,
      file,
      what: `${manifestName} does not have it, or it is no plain file or folder: it was added.`,
    });
  const look = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) wrong(name);
      else if (name === storiesFolder) lookForStories(root, payload.stories, wrong);
      else if (entry.isDirectory()) look(name);
      else if (!payload.others.has(name) && !payload.pictures.has(name)) wrong(name);
    }
  };
  if (lstatSync(path.join(root, 'data')).isSymbolicLink()) wrong('data');
  look('data');
}

/** Only where there are more than the manifest has is it asked which. */
function lookForStories(root: string, stories: number, wrong: (file: string) => void): void {
  const entries = readdirSync(path.join(root, storiesFolder), { withFileTypes: true });
  // A folder that lies elsewhere is not in the archive, whatever it holds.
  for (const entry of entries) if (!entry.isDirectory()) wrong(`${storiesFolder}/${entry.name}`);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (names.length <= stories && names.every((name) => /^[1-9]\d*$/.test(name))) return;
  const known = new Set<string>();
  for (const line of readFileSync(path.join(root, manifestName), 'utf8').matchAll(
    / {2}data\/stories\/([^/\n]+)\//g,
  ))
    known.add(line[1] as string);
  for (const name of names) if (!known.has(name)) wrong(`${storiesFolder}/${name}`);
}

/** The size that a kept checkpoint speaks of. */
function keptSize(note: string | undefined): number | null {
  return readKept(note ?? '')?.size ?? null;
}

function readKept(note: string) {
  return parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
}

/** Whoever made a whole new log, with new keys, is found out by a head of the old one. */
function checkKept(
  note: string,
  { keys, origin, size }: Bag,
  roots: Map<number, Buffer>,
  tell: TellFinding,
): void {
  const wrong = (what: string) =>
    tell({
      code: null,
      version: null,
      file: `${logFolder}/checkpoint`,
      what: `The kept checkpoint: ${what}`,
    });
  const kept = readKept(note);
  if (!kept || kept.origin !== origin) {
    wrong(kept ? `it is of another log, ${kept.origin}; this one is ${origin}.` : 'it is none.');
    return;
  }
  const opened = openNote(
    note,
    keys.map(({ vkey }) => vkey),
  );
  if (!opened.ok)
    wrong(`it is not signed with a key of this export (${opened.why}): the keys, or the note, were changed.`);
  if (kept.size > size)
    wrong(
      `it has ${kept.size} entries and this log ${size}: what came after was taken away, or the export is older.`,
    );
  else if (kept.size > 0 && !roots.get(kept.size)?.equals(kept.root))
    wrong(
      `this log does not go on from it: what was recorded up to entry ${kept.size} was changed since it was signed.`,
    );
}
