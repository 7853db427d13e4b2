/**
 * Checks what stands beside the record, comments and fronts: that each file is as an export writes it, and speaks of stories
 * that are there and of nothing that readers do not get. What it says nobody has signed: the manifest alone holds it.
 */
import path from 'node:path';
import type { PublicState } from '../record/act.ts';
import { readLeafText } from '../record/leaf.ts';
import { codeOfComments, readComments } from './comment-files.ts';
import { readText } from './export-folder.ts';
import { storyFolder } from './export-paths.ts';
import { stateOf } from './exported-story.ts';
import { frontsPath, isFrontsPath, readFronts } from './front-files.ts';
import { readRecord } from './read-story-files.ts';
import type { TellFinding } from './verify-findings.ts';

export function isBeside(file: string): boolean {
  return codeOfComments(file) !== null || isFrontsPath(file);
}

/** @param files paths of those that the manifest has. */
export function checkBeside(root: string, files: Iterable<string>, tell: TellFinding): void {
  const stories = new Map<number, BesideStory | null>();
  /** Each comment with the file that has it: a number is given once in an installation. */
  const fileOf = new Map<number, string>();
  const storyOf = (code: number) => {
    if (!stories.has(code)) stories.set(code, readStoryOf(root, code));
    return stories.get(code) ?? null;
  };
  for (const file of files) {
    const code = codeOfComments(file);
    const wrong = (what: string) => tell({ code, version: null, file, what });
    // That it is missing was told.
    const text = readText(path.join(root, file));
    if (text === null) continue;
    try {
      if (code === null) checkFronts(text, file, storyOf, wrong);
      else checkComments(text, { code, file, fileOf }, storyOf, wrong);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      wrong(`It cannot be read: ${error.message}.`);
    }
  }
}

/** `versions`: the numbers of those that its acts made. */
type BesideStory = { state: PublicState; lang: string; versions: ReadonlySet<number> };
type StoryOf = (code: number) => BesideStory | null;
type Wrong = (what: string) => void;

function checkComments(
  text: string,
  { code, file, fileOf }: { code: number; file: string; fileOf: Map<number, string> },
  storyOf: StoryOf,
  wrong: Wrong,
): void {
  const read = readComments(text);
  const story = storyOf(code);
  if (read.code !== code) wrong(`It is of story ${read.code}.`);
  if (read.comments.length === 0) wrong('It has no comments.');
  if (!story) wrong(`There is no story ${code}.`);
  else if (story.state !== 'public') wrong('Readers do not get the story, and so no comments on it.');
  else if (story.lang !== read.lang) wrong(`It is in another language than the story, ${story.lang}.`);
  for (const { id, version } of read.comments) {
    const other = fileOf.get(id);
    if (other !== undefined) wrong(`Comment ${id} is in ${other} too.`);
    else fileOf.set(id, file);
    if (story && !story.versions.has(version))
      wrong(`Comment ${id} is on version ${version}, which the story does not have.`);
  }
}

function checkFronts(text: string, file: string, storyOf: StoryOf, wrong: Wrong): void {
  const read = readFronts(text);
  if (frontsPath(read) !== file) wrong(`It is of ${read.lang}, ${read.month}.`);
  if (read.arrangements.length === 0) wrong('It has no arrangements.');
  for (const { madeAt, pins } of read.arrangements)
    for (const { code, headline } of pins) {
      const story = storyOf(code);
      const which = `what was arranged at ${madeAt.toISOString()}`;
      if (!story) wrong(`There is no story ${code}, which stands in ${which}.`);
      else if (story.state !== 'public' && headline !== '')
        wrong(`Readers do not get story ${code}, but what it was called stands in ${which}.`);
    }
}

/** Null: it is not there, or cannot be read, which was told. */
function readStoryOf(root: string, code: number): BesideStory | null {
  const text = readText(path.join(root, storyFolder(code), 'record.json'));
  try {
    if (text === null) return null;
    const record = readRecord(text);
    // An act is on the version that it made or on one before; of a leaf that cannot be read is told elsewhere.
    const versions = new Set(record.acts.flatMap(({ leaf }) => readLeafText(leaf)?.version ?? []));
    return { state: stateOf(record), lang: record.lang, versions };
  } catch {
    return null;
  }
}
