/** Reads what an export says of itself: its tag files, its settings, its keys. Each is told of where it is not as it should be. */
import { hash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Agency } from '../editions/edition.ts';
import { isEditionDates } from '../editions/edition-dates.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { hashTilePath } from '../log/tile-path.ts';
import { agencyName, bagInfo, bagitTxt } from './bag-tags.ts';
import { drawingOf, howDrawn } from './drawing.ts';
import { readText } from './export-folder.ts';
import { exportJson } from './export-json.ts';
import { exportFormat, logFolder, manifestName, tagManifestName, unfinishedName } from './export-paths.ts';
import { ExportRefusal } from './export-refusal.ts';
import { keysJson, type PublicKey } from './log-files.ts';
import { readManifestLine } from './manifest.ts';
import { readmeText } from './readme.ts';
import type { TellFinding } from './verify-findings.ts';

export type Bag = {
  agency: Agency;
  keys: PublicKey[];
  origin: string;
  /** Entries of the log; 0 where it cannot be told. */
  size: number;
  /** How the pages were drawn. */
  drawn: string;
  /** What bag-info.txt says of the payload. */
  oxum: string;
};

const tags = ['README.txt', 'bag-info.txt', 'bagit.txt', manifestName];

/** @throws ExportRefusal where there is no export, or an unfinished one, or one of a later format. */
export function readBag(root: string, tell: TellFinding): Bag {
  refuseUnfit(root);
  const wrong = (file: string, what: string) => tell({ code: null, version: null, file, what });
  checkTags(root, wrong);
  const info = readInfo(root);
  const format = info.get('Export-Format');
  if (format !== undefined && format !== exportFormat && format.startsWith('wireroom-export/'))
    throw new ExportRefusal(
      `${root} holds an export of the format ${format}; this program knows ${exportFormat}: use a newer one.`,
    );
  const agency = readAgencyFile(root, wrong);
  const keys = readKeysFile(root, wrong);
  const origin = keys.at(-1)?.origin ?? '';
  const size = readSize(root, info, wrong);
  const drawn = info.get('Drawn-With') ?? '';
  const [, bytes = '', files = ''] = /^(\d+)\.(\d+)$/.exec(info.get('Payload-Oxum') ?? '') ?? [];
  const facts = { agency: agencyName(agency), origin, size, drawn };
  if (
    bagInfo({ ...facts, bytes: Number(bytes), files: Number(files) }) !==
    readText(path.join(root, 'bag-info.txt'))
  )
    wrong('bag-info.txt', 'It does not say what the export says.');
  // Another version of this program wrote another text.
  if (drawn === howDrawn() && readText(path.join(root, 'README.txt')) !== readmeText(facts))
    wrong('README.txt', 'It is not the text that an export tells its finder.');
  return { agency, keys, origin, size, drawn, oxum: `${bytes}.${files}` };
}

/** What stands against checking it at all. */
export function refuseUnfit(root: string): void {
  if (!existsSync(root)) throw new ExportRefusal(`There is no folder ${root}.`);
  if (existsSync(path.join(root, unfinishedName)))
    throw new ExportRefusal(`The export in ${root} is unfinished: run export again.`);
  if (!existsSync(path.join(root, 'bagit.txt')) && !existsSync(path.join(root, manifestName)))
    throw new ExportRefusal(`${root} holds no export.`);
  if (!existsSync(path.join(root, manifestName)))
    throw new ExportRefusal(
      `The export in ${root} has no ${manifestName}: it is unfinished, run export again.`,
    );
}

function checkTags(root: string, wrong: (file: string, what: string) => void): void {
  const text = readText(path.join(root, tagManifestName));
  if (text === null) wrong(tagManifestName, 'It is missing.');
  const lines = text?.split('\n') ?? [];
  if (text !== null && lines.pop() !== '') wrong(tagManifestName, 'Its last line has no end.');
  const listed = new Map<string, string>();
  for (const line of lines) {
    const read = readManifestLine(line);
    if (!read || !tags.includes(read.path) || listed.has(read.path))
      wrong(tagManifestName, `It has a line that does not belong there: ${line.slice(0, 200)}`);
    else listed.set(read.path, read.sha256);
  }
  for (const tag of tags) {
    const file = path.join(root, tag);
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile()) wrong(tag, stat ? 'It is no plain file.' : 'It is missing.');
    else if (listed.get(tag) !== hash('sha256', readFileSync(file), 'hex'))
      wrong(tag, `It has other bytes than ${tagManifestName} says: one of the two was changed.`);
  }
  for (const name of readdirSync(root))
    if (name !== 'data' && name !== tagManifestName && !tags.includes(name))
      wrong(name, 'It does not belong to the export: it was added.');
  if (readText(path.join(root, 'bagit.txt')) !== bagitTxt)
    wrong('bagit.txt', 'It is not that of a bag of version 1.0 in UTF-8.');
}

function readInfo(root: string): Map<string, string> {
  const text = readText(path.join(root, 'bag-info.txt')) ?? '';
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^([A-Za-z-]+): (.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** An agency that says nothing of itself: stands for one that cannot be read. */
const noAgency: Agency = { zone: 'UTC', defaultLang: 'en', sample: false, editions: [] };

function readAgencyFile(root: string, wrong: (file: string, what: string) => void): Agency {
  const file = 'data/agency.json';
  try {
    const text = readText(path.join(root, file)) ?? '';
    const agency = JSON.parse(text) as Agency;
    // Everything that pages are drawn with is asked for once, so that what is amiss is found here.
    drawingOf(agency);
    for (const { lang, dir, agency: name, dates } of agency.editions) {
      if (typeof lang !== 'string' || typeof dir !== 'string' || typeof name !== 'string')
        throw new RangeError();
      if (dates !== undefined && !isEditionDates(dates)) throw new RangeError();
    }
    new Intl.DateTimeFormat('en', { timeZone: agency.zone });
    if (typeof agency.defaultLang !== 'string' || typeof agency.sample !== 'boolean') throw new RangeError();
    if (exportJson(agency, 3) !== text) throw new RangeError();
    return agency;
  } catch {
    wrong(file, 'It is not the settings of an agency as an export writes them.');
    return noAgency;
  }
}

function readKeysFile(root: string, wrong: (file: string, what: string) => void): PublicKey[] {
  const file = `${logFolder}/keys.json`;
  try {
    const text = readText(path.join(root, file)) ?? '';
    const keys = JSON.parse(text) as PublicKey[];
    const fit = keys.every(
      (key) =>
        typeof key.origin === 'string' &&
        typeof key.vkey === 'string' &&
        Number.isSafeInteger(key.fromSize) &&
        ['first', 'rotated', 'taken over'].includes(key.how) &&
        (key.how === 'rotated' ? typeof key.handover === 'string' : key.handover === null) &&
        new Date(key.madeAt).toISOString() === key.madeAt &&
        key.origin === keys[0]?.origin,
    );
    if (!fit || keys.length === 0 || keysJson(keys) !== text) throw new RangeError();
    return keys;
  } catch {
    wrong(file, 'It is not keys as an export writes them.');
    return [];
  }
}

/** As the newest checkpoint says, where the log reaches so far; else as bag-info.txt does. */
function readSize(
  root: string,
  info: Map<string, string>,
  wrong: (file: string, what: string) => void,
): number {
  const note = readText(path.join(root, logFolder, 'checkpoint')) ?? '';
  const said = parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1))?.size ?? 0;
  if (reaches(root, said)) return said;
  wrong(`${logFolder}/checkpoint`, `It speaks of ${said} entries, which the log does not have.`);
  const other = Number(info.get('Log-Size') ?? 0);
  return Number.isSafeInteger(other) && reaches(root, other) ? other : 0;
}

function reaches(root: string, size: number): boolean {
  if (size < 1) return false;
  const tile = hashTilePath(0, Math.floor((size - 1) / 256), ((size - 1) % 256) + 1);
  return existsSync(path.join(root, logFolder, tile));
}
