/** Checks a part of the manifest: its lines, the folders of the stories that it has, and its other files one by one. */
import { createHash, hash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { codeOf, comparePaths, manifestName, picturesFolder, storyFolder } from './export-paths.ts';
import { type ManifestLine, type ManifestPart, payloadLine, readManifestLine } from './manifest.ts';
import type { TellFinding } from './verify-findings.ts';
import { type FolderDeps, type FolderLines, verifyFolder } from './verify-folder.ts';

export type CheckedPart = {
  /** That the manifest has. */
  files: number;
  bytes: number;
  stories: number;
  acts: number;
  versions: number;
  /** Paths of the pictures that the stories show. */
  pictures: string[];
  /** Paths that lie in no folder of a story. */
  others: string[];
  /** Stories first published on a day: how many, and the sum of the hashes of their lines. */
  days: [day: string, count: number, sum: bigint][];
};

export function nothingChecked(): CheckedPart {
  return { files: 0, bytes: 0, stories: 0, acts: 0, versions: 0, pictures: [], others: [], days: [] };
}

/** Sums of hashes wrap around here. */
export const sumMask = (1n << 256n) - 1n;

export function checkPart(part: ManifestPart, deps: FolderDeps): CheckedPart {
  const checked = nothingChecked();
  const { folders, others } = sortLines(part, checked, deps.tell);
  for (const line of others) checked.bytes += checkFile(deps.root, line, deps.tell);
  const days = new Map<string, { count: number; sum: bigint }>();
  for (const folder of folders) {
    const { bytes, acts, versions, pictures, listed } = verifyFolder(folder, deps);
    checked.bytes += bytes;
    checked.acts += acts;
    checked.versions += versions;
    checked.pictures.push(...pictures);
    if (!listed) continue;
    const { count, sum } = days.get(listed.day) ?? { count: 0, sum: 0n };
    days.set(listed.day, { count: count + 1, sum: (sum + listed.line) & sumMask });
  }
  checked.days = [...days].map(([day, { count, sum }]) => [day, count, sum]);
  return checked;
}

/** Each line must be one of an export, after the one before it. */
function sortLines(
  { text, before }: ManifestPart,
  checked: CheckedPart,
  tell: TellFinding,
): { folders: FolderLines[]; others: ManifestLine[] } {
  const wrong = (file: string, what: string) => tell({ code: codeOf(file), version: null, file, what });
  const folders: FolderLines[] = [];
  const others: ManifestLine[] = [];
  let last = before;
  let lastCode = codeOf(before);
  const lines = text.split('\n');
  if (lines.pop() !== '') wrong(manifestName, 'Its last line has no end.');
  for (const written of lines) {
    const line = payloadLine(written);
    if (!line) {
      const told = readManifestLine(written)?.path ?? written;
      wrong(manifestName, `It has a line that is none of an export: ${told.slice(0, 200)}`);
      continue;
    }
    const code = codeOf(line.path);
    const follows = code !== null && code === lastCode ? last < line.path : comparePaths(last, line.path) < 0;
    if (last !== '' && !follows)
      wrong(line.path, `It stands after ${last} in ${manifestName}, out of the order of an export.`);
    last = line.path;
    lastCode = code;
    checked.files++;
    const name = code === null ? null : line.path.slice(storyFolder(code).length + 1);
    if (code === null || name === null || name.includes('/')) {
      // Its bytes are checked against the manifest: its hash must be the one that the stories name.
      const picture = `${picturesFolder}/`;
      if (line.path.startsWith(picture) && !line.path.startsWith(`${picture}${line.sha256}.`))
        wrong(line.path, `It is another picture than its name says: its bytes have the hash ${line.sha256}.`);
      others.push(line);
      checked.others.push(line.path);
      continue;
    }
    const folder = folders.at(-1);
    if (folder?.code === code) folder.lines.push({ name, sha256: line.sha256 });
    else folders.push({ code, lines: [{ name, sha256: line.sha256 }] });
  }
  checked.stories = folders.length;
  return { folders, others };
}

/** Bytes that are read at once of a large file. */
const piece = 1 << 20;

/** @returns how many bytes the file has. */
function checkFile(root: string, { path: name, sha256 }: ManifestLine, tell: TellFinding): number {
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
