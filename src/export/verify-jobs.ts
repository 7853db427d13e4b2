/** The parts of a check that can be done side by side, in this thread or in others. */
import { createHash, hash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Agency } from '../editions/edition.ts';
import { whyNotHead } from '../log/check-log.ts';
import { drawingOf } from './drawing.ts';
import type { PublicKey } from './log-files.ts';
import type { ManifestLine } from './manifest.ts';
import type { ExportFinding } from './verify-findings.ts';
import { type FolderLines, verifyFolder } from './verify-folder.ts';
import type { SignedHead } from './verify-log.ts';

/** What every job needs; the two arrays are shared by all threads. */
export type JobSettings = {
  root: string;
  agency: Agency;
  /** How the pages were drawn, as bag-info.txt says; and whether this program draws them so. */
  drawn: string;
  sameDrawing: boolean;
  keys: PublicKey[];
  size: number;
  /** 32 bytes for each leaf. */
  leaves: Uint8Array;
  /** One byte for each leaf: whether a story has it. */
  claimed: Uint8Array;
};

export type Job =
  | { kind: 'heads'; file: string; heads: SignedHead[] }
  | { kind: 'files'; lines: ManifestLine[] }
  | { kind: 'folders'; folders: FolderLines[] };

export type JobDone = {
  findings: ExportFinding[];
  /** Of the files that the manifest has. */
  bytes: number;
  acts: number;
  versions: number;
  pictures: string[];
  /** Stories first published on a day: how many, and the sum of the hashes of their lines. */
  days: [day: string, count: number, sum: bigint][];
};

/** Sums of hashes wrap around here. */
export const sumMask = (1n << 256n) - 1n;

/** Heads of one file that do not hold are named up to this; then they are counted. */
const mostHeads = 3;

/** Makes what does jobs. */
export function jobDoer(settings: JobSettings): (job: Job) => JobDone {
  const { root, agency, drawn, sameDrawing, keys, size, leaves, claimed } = settings;
  const drawing = drawingOf(agency, drawn);
  const found = new Set<string>();
  return (job) => {
    const done: JobDone = { findings: [], bytes: 0, acts: 0, versions: 0, pictures: [], days: [] };
    const tell = (finding: ExportFinding) => done.findings.push(finding);
    switch (job.kind) {
      case 'heads':
        checkHeads(job.file, job.heads, keys, tell);
        break;
      case 'files':
        for (const line of job.lines) done.bytes += checkFile(root, line, tell);
        break;
      case 'folders': {
        const days = new Map<string, { count: number; sum: bigint }>();
        for (const folder of job.folders) {
          const checked = verifyFolder(folder, {
            root,
            drawing,
            sameDrawing,
            found,
            leaves: (index) => (index < size ? leaves.subarray(index * 32, index * 32 + 32) : null),
            claim: (index) => index < size && Atomics.exchange(claimed, index, 1) === 1,
            tell,
          });
          done.bytes += checked.bytes;
          done.acts += checked.acts;
          done.versions += checked.versions;
          done.pictures.push(...checked.pictures);
          if (!checked.listed) continue;
          const { day, line } = checked.listed;
          const { count, sum } = days.get(day) ?? { count: 0, sum: 0n };
          days.set(day, { count: count + 1, sum: (sum + line) & sumMask });
        }
        done.days = [...days].map(([day, { count, sum }]) => [day, count, sum]);
      }
    }
    return done;
  };
}

function checkHeads(
  file: string,
  heads: SignedHead[],
  keys: PublicKey[],
  tell: (finding: ExportFinding) => void,
): void {
  let wrong = 0;
  const say = (what: string) => tell({ code: null, version: null, file, what });
  for (const { size, note, root } of heads) {
    const why = whyNotHead(note, size, Buffer.from(root, 'base64'), keys);
    if (!why) continue;
    wrong++;
    if (wrong <= mostHeads) say(`Checkpoint ${size}: ${why}.`);
  }
  if (wrong > mostHeads) say(`${wrong - mostHeads} more checkpoints of it do not hold.`);
}

/** Bytes that are read at once of a large file. */
const piece = 1 << 20;

/** @returns how many bytes the file has. */
function checkFile(
  root: string,
  { path: name, sha256 }: ManifestLine,
  tell: (finding: ExportFinding) => void,
): number {
  const say = (what: string) => tell({ code: null, version: null, file: name, what });
  const file = path.join(root, name);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat) say('It is missing.');
  else if (!stat.isFile()) say('It is no plain file.');
  else if ((stat.size <= piece ? hash('sha256', readFileSync(file), 'hex') : hashLarge(file)) !== sha256)
    say('It has other bytes than manifest-sha256.txt says: one of the two was changed.');
  return stat?.size ?? 0;
}

function hashLarge(file: string): string {
  const sum = createHash('sha256');
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(piece);
  try {
    for (let count = readSync(handle, buffer); count > 0; count = readSync(handle, buffer))
      sum.update(buffer.subarray(0, count));
  } finally {
    closeSync(handle);
  }
  return sum.digest('hex');
}
