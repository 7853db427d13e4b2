/**
 * Checks what stands beside the record, comments and fronts: that each file is as an export writes it, and speaks of stories
 * that are there and of nothing that readers do not get. What it says nobody has signed: the manifest alone holds it.
 */
import path from 'node:path';
import type { PublicState } from '../record/act.ts';
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
  const stories = new Map<number, { state: PublicState; lang: string } | null>();
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
      else checkComments(text, code, storyOf, wrong);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      wrong(`It cannot be read: ${error.message}.`);
    }
  }
}

type StoryOf = (code: number) => { state: PublicState; lang: string } | null;
type Wrong = (what: string) => void;

function checkComments(text: string, code: number, storyOf: StoryOf, wrong: Wrong): void {
  const read = readComments(text);
  const story = storyOf(code);
  if (read.code !== code) wrong(`It is of story ${read.code}.`);
  if (read.comments.length === 0) wrong('It has no comments.');
  if (!story) wrong(`There is no story ${code}.`);
  else if (story.state !== 'public') wrong('Readers do not get the story, and so no comments on it.');
  else if (story.lang !== read.lang) wrong(`It is in another language than the story, ${story.lang}.`);
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
function readStoryOf(root: string, code: number): { state: PublicState; lang: string } | null {
  const text = readText(path.join(root, storyFolder(code), 'record.json'));
  try {
    if (text === null) return null;
    const record = readRecord(text);
    return { state: stateOf(record), lang: record.lang };
  } catch {
    return null;
  }
}
