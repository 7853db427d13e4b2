/** What the manifest of an export has as a whole: nothing that does not belong there, and all that lies in the folder. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { howDrawn } from './drawing.ts';
import { readText } from './export-folder.ts';
import {
  codeOf,
  indexFolder,
  logFolder,
  manifestName,
  picturesFolder,
  storiesFolder,
} from './export-paths.ts';
import { logFiles } from './log-files.ts';
import type { Bag } from './read-bag.ts';
import { exportStyle } from './style.ts';
import { isBeside } from './verify-beside.ts';
import type { TellFinding } from './verify-findings.ts';
import type { CheckedPart } from './verify-part.ts';

export type Payload = {
  stories: number;
  files: number;
  pictures: Set<string>;
  /** Pages by date. */
  index: Set<string>;
  /** Everything that lies outside of the folders of stories and pictures. */
  others: Set<string>;
};

export function emptyPayload(): Payload {
  return { stories: 0, files: 0, pictures: new Set(), index: new Set(), others: new Set() };
}

/** Takes in what a part of the manifest has. */
export function addPart(payload: Payload, { stories, files, others }: CheckedPart): void {
  payload.stories += stories;
  payload.files += files;
  for (const file of others) {
    if (file.startsWith(`${picturesFolder}/`)) payload.pictures.add(file);
    else payload.others.add(file);
    if (file.startsWith(`${indexFolder}/`) || file === 'data/index.html') payload.index.add(file);
  }
}

/** What every export has beside its stories and pictures, and nothing else. */
export function checkOthers(root: string, bag: Bag, { others, index }: Payload, tell: TellFinding): void {
  const wrong = (file: string, what: string) => tell({ code: codeOf(file), version: null, file, what });
  const expected = new Set(['data/agency.json', 'data/index.html', 'data/style.css']);
  for (const name of ['checkpoint', 'keys.json']) expected.add(`${logFolder}/${name}`);
  for (const { path: file } of logFiles(bag.size)) expected.add(file);
  for (const file of others)
    if (!expected.has(file) && !index.has(file) && !isBeside(file))
      wrong(file, 'It does not belong to an export.');
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
