/** Checks one story's folder: its files against the manifest, its data against the log, its pages against its data. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkStory, type LeafHashes } from './check-story.ts';
import { hasSameWords, headlineIn } from './drawn-words.ts';
import { picturePath, storyFolder } from './export-paths.ts';
import { type ExportedStory, historyOf, stateOf } from './exported-story.ts';
import { type FolderLine, readFolder, type StoryFile, type StoryFiles } from './folder-files.ts';
import { hashOfLine, indexLine } from './index-pages.ts';
import { readRecord, readVersionFile } from './read-story-files.ts';
import { type Drawing, storyFiles } from './story-files.ts';
import type { ExportFinding } from './verify-findings.ts';

export type FolderLines = {
  code: number;
  /** What the manifest has of the folder. */
  lines: FolderLine[];
};

export type FolderDeps = {
  root: string;
  drawing: Drawing;
  /** Whether this program draws as the one did that made the export. */
  sameDrawing: boolean;
  leaves: LeafHashes;
  /** Links out of the folders that were found to lead somewhere: most pages have the same few. */
  found: Set<string>;
  /** Notes that an act of a story has this place in the log. @returns whether another had it before. */
  claim: (index: number) => boolean;
  tell: (finding: ExportFinding) => void;
};

export type CheckedFolder = {
  /** Of the files that the manifest has. */
  bytes: number;
  acts: number;
  versions: number;
  /** Paths of the pictures that it shows. */
  pictures: string[];
  /** The story's line in the pages by date: its day, and the line's hash. Null: it could not be read. */
  listed: { day: string; line: bigint } | null;
};

export function verifyFolder({ code, lines }: FolderLines, deps: FolderDeps): CheckedFolder {
  const place = storyFolder(code);
  const tell = (version: number | null, name: string | null, what: string) =>
    deps.tell({ code, version, file: name === null ? place : `${place}/${name}`, what });
  const checked: CheckedFolder = { bytes: 0, acts: 0, versions: 0, pictures: [], listed: null };
  const { files, changed, bytes } = readFolder(path.join(deps.root, place), lines, (name, what) =>
    tell(versionOf(name), name, what),
  );
  checked.bytes = bytes;
  const story = readStory(code, files, tell);
  if (!story) return checked;
  checkStory(story, deps.leaves, (name, version, what) => tell(version, name, what));
  for (const { index } of story.acts)
    if (deps.claim(index)) tell(null, 'record.json', `Act ${index} of the log is another story’s too.`);
  checkDrawn(story, files, changed, deps, tell);
  checked.acts = story.acts.length;
  checked.versions = story.versions.length;
  checked.pictures = story.versions.flatMap(({ pictures }) => pictures.map(picturePath));
  checked.listed = listedIn(story, deps.drawing);
  return checked;
}

type Tell = (version: number | null, name: string | null, what: string) => void;

/** "2.html" → 2 */
function versionOf(name: string): number | null {
  const [, number] = /^([1-9]\d{0,8})\.(?:html|txt|json)$/.exec(name) ?? [];
  return number === undefined ? null : Number(number);
}

/** @returns null where its data cannot be read, which is told. */
export function readStory(
  code: number,
  files: StoryFiles,
  tell: Tell,
): (ExportedStory & { drawnWith: string }) | null {
  const read = <T>(name: string, version: number | null, how: (text: string) => T): T | null => {
    const file = files.get(name);
    if (!file) return null;
    try {
      return how(file.text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      tell(version, name, `It cannot be read: ${error.message}.`);
      return null;
    }
  };
  const record = read('record.json', null, readRecord);
  if (!record) return null;
  if (record.code !== code) tell(null, 'record.json', `It is of story ${record.code}.`);
  const versions: ExportedStory['versions'] = [];
  for (let number = 1; files.has(`${number}.json`); number++) {
    const version = read(`${number}.json`, number, readVersionFile);
    if (!version) return null;
    versions.push({
      version: version.version,
      index: version.index,
      fields: version.fields,
      pictures: version.pictures,
    });
  }
  return { ...record, versions };
}

/** The folder must be what its own data draws: nothing more, nothing else. */
function checkDrawn(
  story: ExportedStory & { drawnWith: string },
  files: StoryFiles,
  changed: Set<string>,
  deps: FolderDeps,
  tell: Tell,
): void {
  const { drawing, sameDrawing } = deps;
  if (story.drawnWith !== drawing.drawnWith)
    tell(null, 'record.json', 'Its pages were drawn otherwise than bag-info.txt and agency.json say.');
  let drawn: { name: string; text: string }[];
  try {
    drawn = storyFiles(story, drawing);
  } catch (error) {
    tell(null, null, `Its data is no story (${(error as Error).message}).`);
    return;
  }
  const left = new Set(files.keys());
  for (const { name, text } of drawn) {
    const file = files.get(name);
    left.delete(name);
    if (!file) {
      tell(versionOf(name), name, 'It is missing, and manifest-sha256.txt does not have it.');
      continue;
    }
    const same =
      sameDrawing || name.endsWith('.json') ? isText(file, text) : hasSameWords(story, name, text, file.text);
    if (!same && !changed.has(name))
      tell(versionOf(name), name, 'It does not say what the data beside it says.');
    if (name.endsWith('.html'))
      checkLinks({ root: deps.root, found: deps.found, code: story.code, name }, file.text, files, tell);
  }
  for (const name of left) tell(versionOf(name), name, 'It is no file of this story.');
}

function isText(file: StoryFile, text: string): boolean {
  return file.text === text && (file.bytes === null || file.bytes.equals(Buffer.from(text)));
}

/** Every link leads out of the export, or to a file that is there. */
function checkLinks(
  { root, found, code, name }: Pick<FolderDeps, 'root' | 'found'> & { code: number; name: string },
  html: string,
  files: StoryFiles,
  tell: Tell,
): void {
  for (const [, target = ''] of html.matchAll(/<(?:a|img|link)\b[^>]*?\b(?:href|src)="([^"]*)"/g)) {
    if (files.has(target) || /^(?:https?:|mailto:|tel:)/i.test(target)) continue;
    if (!isThere({ root, found }, code, target))
      tell(versionOf(name), name, `Its link ${target} leads to no file.`);
  }
}

const mostFound = 10_000;

/** Every story's folder lies as deep: what begins with ".." leads from each of them to the same file. */
function isThere({ root, found }: Pick<FolderDeps, 'root' | 'found'>, code: number, target: string): boolean {
  if (found.has(target)) return true;
  const [file = ''] = target.split('#', 1);
  const place = path.posix.normalize(`${storyFolder(code)}/${file}`);
  if (!place.startsWith('data/') || !existsSync(path.join(root, place))) return false;
  if (found.size >= mostFound) found.clear();
  if (target.startsWith('../')) found.add(target);
  return true;
}

function listedIn(story: ExportedStory, { agency }: Drawing): CheckedFolder['listed'] {
  try {
    const [first] = historyOf(story.acts);
    if (!first) return null;
    const state = stateOf(story);
    const { code, lang } = story;
    const headline = state === 'public' ? headlineIn(story) : null;
    const { day, line } = indexLine(agency, { code, lang, at: first.effectiveAt, state, headline });
    return { day, line: hashOfLine(line) };
  } catch {
    return null;
  }
}
