/**
 * Checks an export with nothing but its files: every byte against the manifest, every act against the log, every word against
 * its commitment, every page against its data. See docs/export.md for what it can and cannot find.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unpackEntries } from '../log/entry-bundle.ts';
import { entriesPath } from '../log/tile-path.ts';
import { readLeafText } from '../record/leaf.ts';
import { howDrawn } from './drawing.ts';
import { logFolder, manifestName, storiesFolder } from './export-paths.ts';
import { ExportRefusal, whyDiskFailed } from './export-refusal.ts';
import { partManifest } from './manifest.ts';
import { readBag } from './read-bag.ts';
import { checkBeside, isBeside } from './verify-beside.ts';
import type { ExportFinding, TellFinding } from './verify-findings.ts';
import { checkIndex, type DayLines } from './verify-index.ts';
import type { JobDone } from './verify-jobs.ts';
import { checkKept, keptSize } from './verify-kept.ts';
import { tileWidth, verifyLog } from './verify-log.ts';
import { sumMask } from './verify-part.ts';
import {
  addPart,
  checkOthers,
  checkOxum,
  checkPictures,
  checkStrays,
  emptyPayload,
} from './verify-payload.ts';
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
  const payload = emptyPayload();
  const totals = { acts: 0, versions: 0 };
  let bytes = 0;
  const threads = jobThreads(
    options.threads,
    { root, agency, drawn, sameDrawing, keys, size, leaves, claimed },
    (done: JobDone) => {
      for (const finding of done.findings) tell(finding);
      addPart(payload, done);
      progress(payload.stories);
      bytes += done.bytes;
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

  for await (const part of partManifest(path.join(root, manifestName)))
    await threads.give({ kind: 'part', part });
  await threads.end();
  checkOthers(root, bag, payload, tell);
  checkBeside(root, [...payload.others].filter(isBeside), tell);
  checkOxum(bag, bytes, payload.files, tell);
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
