/**
 * The folder that an export is written to. A file appears whole or not at all, a story's folder too: each is written aside
 * and put in its place. The folder "unfinished" is there from the beginning until the manifest is in place, so that
 * whoever finds an export knows whether it is whole; it also tells the next run whose export was broken off.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { makeFolder } from '../make-folder.ts';
import { manifestName, tagManifestName, unfinishedName } from './export-paths.ts';
import { ExportRefusal } from './export-refusal.ts';

/** More files than this are not synced one by one. */
const fewFiles = 500;

export type ExportFolder = {
  /** Manifest of the run before; null: there is none, or it was broken off before the first one. */
  previousManifest: string | null;
  /** Puts a file in its place, where it is not there with these bytes already. `path` from the export's root. */
  put: (path: string, bytes: string | Buffer) => void;
  /** Puts a folder with these files, by name, in the place of what is there. */
  putFolder: (path: string, files: { name: string; text: string }[]) => void;
  /** Removes a file or folder. */
  remove: (path: string) => void;
  /** A file aside, for whoever writes the new manifest. */
  aside: (name: string) => string;
  /** Makes all of it durable, then puts the manifests in place: from here on the export is whole. */
  finish: (manifests: { manifest: string; tagManifest: string }) => void;
};

/** Begins: from now on the folder is unfinished. The caller has asked `refuseOther`. */
export function openExportFolder(root: string, origin: string): ExportFolder {
  const unfinished = path.join(root, unfinishedName);
  const ownerFile = ownerFileIn(root);
  const previous = path.join(unfinished, 'previous-manifest.txt');
  const manifest = path.join(root, manifestName);
  const written: string[] = [];
  let many = false;

  const begin = () => {
    mkdirSync(unfinished, { recursive: true });
    // What a run that was broken off left aside may have words that are gone from the record since.
    for (const name of readdirSync(unfinished))
      if (name !== path.basename(ownerFile) && name !== path.basename(previous))
        rmSync(path.join(unfinished, name), { recursive: true });
    writeFileSync(ownerFile, `${origin}\n`);
    syncPath(ownerFile);
    if (existsSync(manifest)) renameSync(manifest, previous);
    syncPath(unfinished);
    syncPath(root);
  };
  const note = (file: string) => {
    if (many) return;
    written.push(file, path.dirname(file));
    many = written.length > fewFiles * 2;
  };
  begin();

  return {
    previousManifest: existsSync(previous) ? previous : null,
    put: (name, bytes) => {
      const place = path.join(root, name);
      if (hasBytes(place, bytes)) return;
      const aside = path.join(unfinished, 'file');
      writeFileSync(aside, bytes);
      mkdirSync(path.dirname(place), { recursive: true });
      renameSync(aside, place);
      note(place);
    },
    putFolder: (name, files) => {
      const place = path.join(root, name);
      const aside = path.join(unfinished, 'folder');
      const old = path.join(unfinished, 'old');
      rmSync(aside, { recursive: true, force: true });
      mkdirSync(aside);
      for (const file of files) {
        writeFileSync(path.join(aside, file.name), file.text);
        note(path.join(place, file.name));
      }
      const isThere = existsSync(place);
      if (isThere) renameSync(place, old);
      else mkdirSync(path.dirname(place), { recursive: true });
      renameSync(aside, place);
      if (isThere) rmSync(old, { recursive: true });
      note(place);
    },
    remove: (name) => {
      rmSync(path.join(root, name), { recursive: true });
      note(path.dirname(path.join(root, name)));
    },
    aside: (name) => path.join(unfinished, name),
    finish: ({ manifest: newManifest, tagManifest }) => {
      if (many || !trySync([...new Set(written)])) syncDisk(root);
      syncPath(newManifest);
      writeFileSync(path.join(unfinished, 'tag'), tagManifest);
      syncPath(path.join(unfinished, 'tag'));
      renameSync(path.join(unfinished, 'tag'), path.join(root, tagManifestName));
      renameSync(newManifest, manifest);
      syncPath(root);
      rmSync(unfinished, { recursive: true });
      syncPath(root);
    },
  };
}

/** Names the log whose export is being made. */
function ownerFileIn(root: string): string {
  return path.join(root, unfinishedName, 'origin.txt');
}

/**
 * Makes the folder where there is none, and changes nothing else.
 * @throws ExportRefusal where it holds something else, or an export of another log.
 */
export function refuseOther(root: string, origin: string): void {
  const names = readNames(root);
  if (names === null) {
    makeFolder(root);
    return;
  }
  const unfinishedOf = readText(ownerFileIn(root))?.trim();
  const held = unfinishedOf || readOrigin(root);
  const bare = names.every((name) => name === unfinishedName) && unfinishedOf === undefined;
  if (bare) return;
  if (held === null || held === undefined || held === '')
    throw new ExportRefusal(
      `${root} holds something else than an export: name a new or an empty folder, or one that holds an export of this record.`,
    );
  if (held !== origin)
    throw new ExportRefusal(
      `${root} holds an export of another record (${held}, this one is ${origin}): name another folder.`,
    );
}

/** The log of which a folder has an export; null: it has none. */
export function readOrigin(root: string): string | null {
  const note = existsSync(path.join(root, 'bagit.txt'))
    ? readText(path.join(root, 'data/log/checkpoint'))
    : null;
  const text = note?.slice(0, note.lastIndexOf('\n\n') + 1);
  return (text && parseCheckpoint(text)?.origin) || null;
}

/** Null: there is no such folder. */
function readNames(root: string): string[] | null {
  try {
    return readdirSync(root);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'ENOTDIR') throw new ExportRefusal(`${root} is a file: name a folder to export to.`);
    throw error;
  }
}

export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

function hasBytes(file: string, bytes: string | Buffer): boolean {
  const wanted = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === wanted.length && readFileSync(file).equals(wanted);
}

/** What a crash of the machine must not take away is flushed to the disk. */
function syncPath(file: string): void {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** @returns always true; a path that was removed since needs none. */
function trySync(files: string[]): boolean {
  for (const file of files) if (existsSync(file)) syncPath(file);
  return true;
}

/** Flushes the whole file system: for a hundred thousand files that is far quicker than one after the other. */
function syncDisk(root: string): void {
  const done = spawnSync('sync', process.platform === 'linux' ? ['-f', root] : [], { stdio: 'ignore' });
  if (done.status === 0) return;
  const everything = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) everything(place);
      else if (entry.isFile()) syncPath(place);
    }
    syncPath(folder);
  };
  everything(root);
}
