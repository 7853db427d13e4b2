/** Reads the manifest of an export line by line, gives its files out to be checked, and looks for what it does not have. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { howDrawn } from './drawing.ts';
import { readText } from './export-folder.ts';
import {
  codeOf,
  comparePaths,
  indexFolder,
  logFolder,
  manifestName,
  picturesFolder,
  storiesFolder,
  storyFolder,
} from './export-paths.ts';
import { logFiles } from './log-files.ts';
import { type ManifestLine, readManifest } from './manifest.ts';
import type { Bag } from './read-bag.ts';
import { exportStyle } from './style.ts';
import type { TellFinding } from './verify-findings.ts';
import type { FolderLines } from './verify-folder.ts';
import type { JobThreads } from './verify-threads.ts';

/** Stories and files of one job. */
const foldersAtOnce = 100;
const filesAtOnce = 20;

export type Payload = {
  stories: number;
  files: number;
  pictures: Set<string>;
  /** Pages by date. */
  index: Set<string>;
  /** Everything that lies outside of the folders of stories and pictures. */
  others: Set<string>;
};

type PayloadCheck = { root: string; bag: Bag; tell: TellFinding; progress: (stories: number) => void };

export async function checkPayload(
  { root, bag, tell, progress }: PayloadCheck,
  threads: JobThreads,
): Promise<Payload> {
  const payload: Payload = { stories: 0, files: 0, pictures: new Set(), index: new Set(), others: new Set() };
  const wrong = (file: string, what: string) => tell({ code: codeOf(file), version: null, file, what });
  let folders: FolderLines[] = [];
  let files: ManifestLine[] = [];
  const giveOut = async () => {
    if (folders.length > 0) await threads.give({ kind: 'folders', folders });
    if (files.length > 0) await threads.give({ kind: 'files', lines: files });
    folders = [];
    files = [];
    progress(payload.stories);
  };
  let last = { path: '', code: null as number | null };
  for await (const lines of readManifest(path.join(root, manifestName))) {
    for (const line of lines) {
      const code = line && codeOf(line.path);
      if (!line || !isInPayload(line.path)) {
        wrong(manifestName, `It has a line that is none of an export: ${line?.path.slice(0, 200) ?? ''}`);
        continue;
      }
      const follows = code === last.code ? last.path < line.path : comparePaths(last.path, line.path) < 0;
      if (last.path !== '' && !follows)
        wrong(line.path, `It stands after ${last.path} in ${manifestName}, out of the order of an export.`);
      last = { path: line.path, code };
      payload.files++;
      const name = code === null ? null : line.path.slice(storyFolder(code).length + 1);
      if (code === null || name === null || name.includes('/')) {
        sortOther(line.path, payload);
        // Its bytes are checked against the manifest: its hash must be the one that the stories name.
        if (
          line.path.startsWith(`${picturesFolder}/`) &&
          !line.path.startsWith(`${picturesFolder}/${line.sha256}.`)
        )
          wrong(
            line.path,
            `It is another picture than its name says: its bytes have the hash ${line.sha256}.`,
          );
        files.push(line);
        if (files.length >= filesAtOnce) await giveOut();
        continue;
      }
      const folder = folders.at(-1);
      if (folder?.code === code) folder.lines.push({ name, sha256: line.sha256 });
      else {
        if (folders.length >= foldersAtOnce) await giveOut();
        folders.push({ code, lines: [{ name, sha256: line.sha256 }] });
        payload.stories++;
      }
    }
  }
  await giveOut();
  checkOthers(root, bag, payload, wrong);
  return payload;
}

function sortOther(file: string, payload: Payload): void {
  if (file.startsWith(`${picturesFolder}/`)) payload.pictures.add(file);
  else payload.others.add(file);
  if (file.startsWith(`${indexFolder}/`) || file === 'data/index.html') payload.index.add(file);
}

/** What every export has beside its stories and pictures, and nothing else. */
function checkOthers(
  root: string,
  bag: Bag,
  { others, index }: Payload,
  wrong: (file: string, what: string) => void,
): void {
  const expected = new Set(['data/agency.json', 'data/index.html', 'data/style.css']);
  for (const name of ['checkpoint', 'keys.json']) expected.add(`${logFolder}/${name}`);
  for (const { path: file } of logFiles(bag.size)) expected.add(file);
  for (const file of others)
    if (!expected.has(file) && !index.has(file)) wrong(file, 'It does not belong to an export.');
  // There may be no checkpoint of the sizes of one file: of acts that were recorded before there was a log.
  for (const file of expected)
    if (!others.has(file) && !file.startsWith(`${logFolder}/checkpoints/`))
      wrong(file, `${manifestName} does not have it.`);
  const style = 'data/style.css';
  if (bag.drawn === howDrawn() && (readText(path.join(root, style)) ?? exportStyle) !== exportStyle)
    wrong(style, 'It is not the style sheet of an export.');
}

export function checkOxum({ oxum }: Bag, bytes: number, files: number, tell: TellFinding): void {
  if (oxum === `${bytes}.${files}`) return;
  const what = `It says that the payload is ${oxum} (bytes.files); it is ${bytes}.${files}.`;
  tell({ code: null, version: null, file: 'bag-info.txt', what });
}

/** Nothing outside of the export is read, whatever its manifest says. */
function isInPayload(name: string): boolean {
  const parts = name.split('/');
  return parts[0] === 'data' && parts.length > 1 && parts.every((part) => !/^\.{0,2}$/.test(part));
}

/** Pictures that are there are those that a version shows. Their bytes were checked: their names must say the same. */
export function checkPictures(
  listed: ReadonlySet<string>,
  shown: ReadonlySet<string>,
  tell: TellFinding,
): void {
  const wrong = (file: string, what: string) => tell({ code: null, version: null, file, what });
  for (const file of shown)
    if (!listed.has(file)) wrong(file, `${manifestName} does not have it, but a story shows it.`);
  for (const file of listed) if (!shown.has(file)) wrong(file, 'No story shows it.');
}

/** What lies in the payload and is not in the manifest. The folders of stories were looked through one by one. */
export function checkStrays(root: string, payload: Payload, tell: TellFinding): void {
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
