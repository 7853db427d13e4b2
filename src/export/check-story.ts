/** Whether a story of an export is what the log says of it: its acts, and all words that are there. Pure. */
import { leafHash } from '../log/merkle.ts';
import { pictureHashes } from '../pictures/picture-uses.ts';
import { commitment64 } from '../record/commitment.ts';
import type { Leaf } from '../record/leaf.ts';
import type { ActInHistory } from '../record/read-history.ts';
import { emptyRow, placeOf, type RowOfActs, rowAfter } from '../record/row-of-acts.ts';
import { fieldNames } from '../stories/story.ts';
import {
  type ExportedAct,
  type ExportedStory,
  type ExportedVersion,
  gapOf,
  historyOf,
  leafOf,
  type Opened,
  speakingAct,
  stateOf,
} from './exported-story.ts';
import { wordsIn } from './story-texts.ts';

/** Hashes of the log's leaves, as its tiles have them; null: there is no such leaf. */
export type LeafHashes = (index: number) => Uint8Array | null;

/** `name`: the file of the story's folder that it is about. `version` null: no one version. */
export type Wrong = (name: string, version: number | null, what: string) => void;

const record = 'record.json';

export function checkStory(story: ExportedStory, leaves: LeafHashes, wrong: Wrong): void {
  const leafs = checkLeaves(story, leaves, wrong);
  if (leafs === null) return;
  const history = historyOf(story.acts);
  checkPlaces(history, wrong);
  for (const [at, act] of story.acts.entries()) checkFacts(act, leafs[at] as Leaf, history, wrong);
  checkVersions(story, leafs, history, wrong);
}

/** @returns the leaves; null where one is none, so that nothing else can be asked. */
function checkLeaves(story: ExportedStory, leaves: LeafHashes, wrong: Wrong): Leaf[] | null {
  const leafs: Leaf[] = [];
  let before = -1;
  if (story.acts.length === 0) wrong(record, null, 'It has no acts.');
  for (const act of story.acts) {
    const { index, leaf: text } = act;
    const leaf = leafIn(act);
    if (!leaf || Number.isNaN(Date.parse(leaf.actedAt))) {
      wrong(record, null, `The leaf of act ${index} is no leaf.`);
      continue;
    }
    leafs.push(leaf);
    if (index <= before) wrong(record, null, `Act ${index} stands after act ${before}.`);
    before = index;
    const hash = leaves(index);
    if (!hash) wrong(record, leaf.version, `The log has no entry ${index}.`);
    else if (Buffer.compare(leafHash(Buffer.from(text)), hash) !== 0)
      wrong(record, leaf.version, `The leaf of the ${leaf.act} is not entry ${index} of the log.`);
    if (leaf.code !== story.code || leaf.lang !== story.lang)
      wrong(record, leaf.version, `The leaf of the ${leaf.act} is of story ${leaf.code} in ${leaf.lang}.`);
  }
  return leafs.length === story.acts.length && leafs.length > 0 ? leafs : null;
}

function leafIn(act: ExportedAct): Leaf | null {
  try {
    return leafOf(act);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** May each act follow those before it, and has it led to what it says? */
function checkPlaces(history: ActInHistory[], wrong: Wrong): void {
  let row: RowOfActs = emptyRow;
  for (const act of history) {
    const { version, state } = placeOf(row, act);
    if (act.version !== version)
      wrong(record, act.version, `The ${act.kind} names version ${act.version}; it should be ${version}.`);
    if (act.state !== state)
      wrong(
        record,
        act.version,
        `The story is “${act.state}” after the ${act.kind}; it should be “${state ?? 'as before'}”.`,
      );
    row = rowAfter(row, act);
  }
}

const words = new Set<string>(fieldNames);

function checkFacts(act: ExportedAct, leaf: Leaf, history: ActInHistory[], wrong: Wrong): void {
  const speaking = speakingAct(history);
  const isSilent = speaking !== null && speaking !== act.index;
  checkOpened(act.facts, leaf, (field, what) =>
    wrong(record, leaf.version, `The ${field} of the ${leaf.act} ${what}.`),
  );
  for (const field of Object.keys(leaf.commitments)) {
    if (words.has(field)) continue;
    const isThere = Object.hasOwn(act.facts, field);
    const gone = field === 'note' && (isSilent || gapOf(history, act.index, field) !== null);
    if (gone && isThere)
      wrong(record, leaf.version, `The ${field} of the ${leaf.act} was removed, but is there.`);
    if (!gone && !isThere) wrong(record, leaf.version, `The ${field} of the ${leaf.act} is missing.`);
  }
}

/** What is there must be what the leaf commits to, and nothing else. */
function checkOpened(
  opened: Record<string, Opened>,
  leaf: Leaf,
  wrong: (field: string, what: string) => void,
): void {
  for (const [field, one] of Object.entries(opened)) {
    const committed = Object.hasOwn(leaf.commitments, field) ? leaf.commitments[field] : undefined;
    if (committed === undefined) wrong(field, 'is there, but the leaf does not commit to it');
    else if (commitment64(field, one.spelled, Buffer.from(one.salt, 'base64')) !== committed)
      wrong(field, 'is not what was recorded');
  }
}

function checkVersions(story: ExportedStory, leafs: Leaf[], history: ActInHistory[], wrong: Wrong): void {
  const isPublic = stateOf(story) === 'public';
  const making = history.filter(({ madeVersion }) => madeVersion);
  for (const { version } of making.slice(story.versions.length))
    wrong(`${version}.json`, version, 'It is missing.');
  for (const [at, version] of story.versions.entries()) {
    const made = making[at];
    const number = version.version;
    if (made?.version !== number || made.leafIndex !== version.index) {
      wrong(`${number}.json`, number, 'No act made it.');
      continue;
    }
    const leaf = leafs[story.acts.findIndex(({ index }) => index === version.index)] as Leaf;
    checkOpened(version.fields, leaf, (field, what) =>
      wrong(`${number}.json`, number, `The ${field} ${what}.`),
    );
    for (const field of Object.keys(version.fields))
      if (!words.has(field)) wrong(`${number}.json`, number, `The ${field} is no field of a story.`);
    for (const field of Object.keys(leaf.commitments).filter((name) => words.has(name))) {
      const isThere = Object.hasOwn(version.fields, field);
      const gap = gapOf(history, version.index, field);
      if (isThere && !isPublic)
        wrong(`${number}.json`, number, `The story is withheld, but its ${field} is there.`);
      else if (isThere && gap) wrong(`${number}.json`, number, `The ${field} was redacted, but is there.`);
      else if (!isThere && isPublic && !gap)
        wrong(`${number}.json`, number, `The ${field} is missing without a redaction.`);
    }
    checkPictures(version, wrong);
  }
}

function checkPictures(version: ExportedVersion, wrong: Wrong): void {
  const shown = pictureHashes(wordsIn(version).body);
  const listed = version.pictures.map(({ sha256 }) => sha256);
  for (const hash of shown)
    if (!listed.includes(hash))
      wrong(`${version.version}.json`, version.version, `The picture ${hash} that it shows is not there.`);
  if (listed.some((hash) => !shown.includes(hash)) || new Set(listed).size !== listed.length)
    wrong(`${version.version}.json`, version.version, 'It lists a picture that it does not show.');
}
