/**
 * Checks the log of an export: entries against the hashes of the tiles, tiles against each other, and every signed head
 * against the tree that is under it. What it read of the tiles it leaves for whoever checks the stories.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { unpackEntries } from '../log/entry-bundle.ts';
import { completeRoot, type Frontier, frontierRoot, growFrontier, leafHash } from '../log/merkle.ts';
import { whyKeysBreak } from '../log/signing-keys.ts';
import { entriesPath, hashTilePath } from '../log/tile-path.ts';
import { logFolder } from './export-paths.ts';
import { checkpointsPath, type PublicKey, partNotes } from './log-files.ts';
import type { TellFinding } from './verify-findings.ts';

export const tileWidth = 256;
const hashBytes = 32;

/** A signed head with the root that the tree of its size has: in base64, as it costs least on the way to another thread. */
export type SignedHead = { size: number; note: string; root: string };

export type CheckedLog = {
  size: number;
  origin: string;
  /** Roots of the trees whose size was asked for, where the log reaches so far. */
  roots: Map<number, Buffer>;
};

type LogDeps = {
  root: string;
  keys: PublicKey[];
  /** Has 32 bytes for each entry; filled with the hashes of the tiles. */
  leaves: Uint8Array;
  size: number;
  /** A size whose root the caller wants to know. */
  asked: number | null;
  tell: TellFinding;
  /** Checks the signatures of heads, perhaps elsewhere. */
  checkHeads: (heads: SignedHead[], file: string) => Promise<void>;
};

export async function verifyLog({
  root,
  keys,
  leaves,
  size,
  asked,
  tell,
  checkHeads,
}: LogDeps): Promise<CheckedLog> {
  const wrong = (file: string, what: string) => tell({ code: null, version: null, file, what });
  const broken = whyKeysBreak(keys);
  if (broken) wrong(`${logFolder}/keys.json`, `Signing keys: ${broken}.`);
  const read = (file: string): Buffer | null => {
    if (statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile())
      return readFileSync(path.join(root, file));
    wrong(file, 'It is missing: the log is not whole.');
    return null;
  };
  const roots = new Map<number, Buffer>();
  /** What the tile above must have, for each level: roots of the whole tiles below it. */
  let above: Buffer[] = [];
  let frontier: Frontier = [];
  let lastActedAt = '';
  let newest: string | undefined;
  for (let index = 0; index * tileWidth < size; index++) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    const tileFile = `${logFolder}/${hashTilePath(0, index, width)}`;
    const entriesFile = `${logFolder}/${entriesPath(index, width)}`;
    const tile = read(tileFile);
    if (tile && tile.length !== width * hashBytes)
      wrong(tileFile, `It has ${tile.length} bytes, not ${width * hashBytes}.`);
    if (tile?.length !== width * hashBytes) return { size: index * tileWidth, origin: '', roots };
    leaves.set(tile, index * tileWidth * hashBytes);
    lastActedAt = checkEntries(read(entriesFile), tile, { index, entriesFile, lastActedAt, wrong });
    if (width === tileWidth) above.push(completeRoot(tile));

    const notesFile = checkpointsPath(index, width);
    const notes = readHeads(root, notesFile, wrong);
    const heads: SignedHead[] = [];
    for (let at = 0; at < width; at++) {
      const here = index * tileWidth + at;
      frontier = growFrontier(frontier, here, tile.subarray(at * hashBytes, (at + 1) * hashBytes));
      const note = notes.get(here + 1);
      const isLast = here + 1 === size;
      if (note !== undefined || here + 1 === asked || isLast) roots.set(here + 1, frontierRoot(frontier));
      if (note !== undefined) heads.push(signedHead(here + 1, note, roots.get(here + 1)));
      if (here + 1 !== asked && !isLast) roots.delete(here + 1);
      notes.delete(here + 1);
    }
    for (const stray of notes.keys())
      wrong(notesFile, `It has a checkpoint of ${stray} entries, which is not its place.`);
    newest = heads.at(-1)?.note ?? newest;
    await checkHeads(heads, notesFile);
  }
  for (let level = 1; above.length > 0; level++) above = checkLevel(level, above, read, wrong);

  const newestFile = `${logFolder}/checkpoint`;
  const note = read(newestFile)?.toString() ?? '';
  await checkHeads([signedHead(size, note, roots.get(size))], newestFile);
  if (newest !== note) wrong(newestFile, `It is not the newest of those in ${logFolder}/checkpoints.`);
  return { size, origin: keys.at(-1)?.origin ?? '', roots };
}

/** Of a tree that is not there the root is nothing. */
function signedHead(size: number, note: string, root: Buffer = Buffer.alloc(hashBytes)): SignedHead {
  return { size, note, root: root.toString('base64') };
}

/** @returns the time of the last entry. */
function checkEntries(
  bundle: Buffer | null,
  tile: Buffer,
  at: {
    index: number;
    entriesFile: string;
    lastActedAt: string;
    wrong: (file: string, what: string) => void;
  },
): string {
  const { index, entriesFile, wrong } = at;
  const entries = bundle && unpackEntries(bundle);
  const width = tile.length / hashBytes;
  if (!bundle) return at.lastActedAt;
  if (!entries || entries.length !== width) {
    wrong(entriesFile, `It does not have ${width} entries, one for each hash of its tile.`);
    return at.lastActedAt;
  }
  let last = at.lastActedAt;
  for (const [place, entry] of entries.entries()) {
    const number = index * tileWidth + place;
    if (!leafHash(entry).equals(tile.subarray(place * hashBytes, (place + 1) * hashBytes)))
      wrong(entriesFile, `Entry ${number} is not what its hash says: ${entry.toString().slice(0, 120)}`);
    const actedAt = timeOf(entry);
    if (actedAt <= last) wrong(entriesFile, `Entry ${number} is not later than the one before it.`);
    last = actedAt;
  }
  return last;
}

function timeOf(entry: Buffer): string {
  const [, at = ''] = /"actedAt":"([^"]*)"/.exec(entry.toString()) ?? [];
  return at;
}

/** Tiles above the leaves: each hash must be the root of the whole tile below it. @returns the next level's hashes. */
function checkLevel(
  level: number,
  hashes: Buffer[],
  read: (file: string) => Buffer | null,
  wrong: (file: string, what: string) => void,
): Buffer[] {
  const above: Buffer[] = [];
  for (let index = 0; index * tileWidth < hashes.length; index++) {
    const made = Buffer.concat(hashes.slice(index * tileWidth, (index + 1) * tileWidth));
    const width = made.length / hashBytes;
    const file = `${logFolder}/${hashTilePath(level, index, width)}`;
    const tile = read(file);
    if (tile && !tile.equals(made)) wrong(file, 'Its hashes are not the roots of the tiles below it.');
    if (width === tileWidth) above.push(completeRoot(made));
  }
  return above;
}

/** Notes of one file by the size they speak of. */
function readHeads(
  root: string,
  file: string,
  wrong: (file: string, what: string) => void,
): Map<number, string> {
  const found = new Map<number, string>();
  const stat = statSync(path.join(root, file), { throwIfNoEntry: false });
  if (!stat?.isFile()) return found;
  const notes = partNotes(readFileSync(path.join(root, file), 'utf8'));
  if (!notes) wrong(file, 'It is not a row of signed notes.');
  for (const note of notes ?? []) {
    const size = parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1))?.size;
    if (size === undefined || found.has(size))
      wrong(file, `It has a note that is no checkpoint of its own: ${note.slice(0, 80)}`);
    else found.set(size, note);
  }
  return found;
}
