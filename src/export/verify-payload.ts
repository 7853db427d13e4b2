/** Reads the manifest of an export line by line, gives its files out to be checked, and looks for what it does not have. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
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
import { logFiles } from './log-files.ts';
import { type ManifestLine, readManifest } from './manifest.ts';
import type { Bag } from './read-bag.ts';
import { exportStyle } from './style.ts';
import type { TellFinding } from './verify-findings.ts';
import type { FolderLines } from './verify-folder.ts';
import type { JobThreads } from './verify-threads.ts';

/** Stories and files of one job. */
const foldersAtOnce = 50;
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

export async function checkPayload(
  root: string,
  bag: Bag,
  threads: JobThreads,
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
    if (!isInPayload(line.path)) {
      wrong(manifestName, `It names ${line.path}, which is no place in the payload.`);
      continue;
    }
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
    if (line.path.startsWith(`${picturesFolder}/`)) payload.pictures.add(line.path);
    else {
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

/** Nothing outside of the export is read, whatever its manifest says. */
function isInPayload(name: string): boolean {
  const parts = name.split('/');
  return parts[0] === 'data' && parts.length > 1 && parts.every((part) => !/^\.{0,2}$/.test(part));
}

function statOf(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
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
    tell({ code: null, version: null, file, what: `${manifestName} does not have it: it was added.` });
  const look = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`;
      if (name === storiesFolder) lookForStories(root, payload.stories, wrong);
      else if (entry.isDirectory()) look(name);
      else if (!payload.others.has(name) && !payload.pictures.has(name)) wrong(name);
    }
  };
  look('data');
}

/** Only where there are more than the manifest has is it asked which. */
function lookForStories(root: string, stories: number, wrong: (file: string) => void): void {
  const names = readdirSync(path.join(root, storiesFolder));
  if (names.length <= stories && names.every((name) => /^[1-9]\d*$/.test(name))) return;
  const known = new Set<string>();
  for (const line of readFileSync(path.join(root, manifestName), 'utf8').matchAll(
    / {2}data\/stories\/([^/\n]+)\//g,
  ))
    known.add(line[1] as string);
  for (const name of names) if (!known.has(name)) wrong(`${storiesFolder}/${name}`);
}
