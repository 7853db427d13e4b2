/** Writes the folders of the stories that are new or have changed, and keeps the others. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../stories/story-store.ts';
import { type ExportFolder, readText } from './export-folder.ts';
import { storyFolder } from './export-paths.ts';
import type { EarlierLines, PayloadLines } from './payload-lines.ts';
import { type ListedStory, listStoriesAfter, readStories } from './read-stories.ts';
import { type Drawing, storyFiles } from './story-files.ts';

/** Told every so often how many stories are done. */
export type Progress = (stories: number) => void;

/** Stories that are read at once. */
const batch = 200;

export type StoriesRun = {
  root: string;
  folder: ExportFolder;
  drawing: Drawing;
  earlier: EarlierLines;
  lines: PayloadLines;
  progress: Progress;
};

export async function exportStories(
  db: Client,
  run: StoriesRun,
): Promise<{ stories: number; written: number }> {
  let stories = 0;
  let written = 0;
  for (let listed = await listStoriesAfter(db, 0, batch); listed.length > 0; ) {
    const stale = listed.filter((story) => !isUpToDate(story, run));
    const read = new Map((await readStories(db, stale)).map((story) => [story.code, story]));
    // The database looks for the next ones while these are written.
    const next = listStoriesAfter(db, (listed.at(-1) as ListedStory).code, batch);
    // Where this batch fails, nobody asks any more what became of the next.
    next.catch(() => undefined);
    for (const { code } of listed) {
      const story = read.get(code);
      const place = storyFolder(code);
      const before = await run.earlier.inFolder(place);
      if (story) {
        const files = storyFiles(story, run.drawing);
        run.folder.putFolder(place, files);
        for (const { name, text } of files)
          run.lines.add(
            { path: `${place}/${name}`, sha256: hash('sha256', text, 'hex') },
            Buffer.byteLength(text),
          );
        written++;
      } else keepLines(place, before, run);
    }
    stories += listed.length;
    run.progress(stories);
    listed = await next;
  }
  return { stories, written };
}

/**
 * A story's folder follows from its acts and from how it is drawn: where these are the same, it is. Whether a file of it
 * was changed by hand is for verify to say; what is missing or too much is made good.
 */
function isUpToDate(listed: ListedStory, { root, drawing }: StoriesRun): boolean {
  const folder = path.join(root, storyFolder(listed.code));
  const text = readText(path.join(folder, 'record.json'));
  if (text === null) return false;
  try {
    const { acts, drawnWith, translationGroup, translations } = JSON.parse(text);
    const newest = acts.at(-1);
    return (
      newest.index === listed.newest &&
      drawnWith === drawing.drawnWith &&
      translationGroup === listed.translationGroup &&
      JSON.stringify(translations) === JSON.stringify(listed.translations) &&
      hasItsFiles(folder, JSON.parse(newest.leaf).version)
    );
  } catch {
    return false;
  }
}

function hasItsFiles(folder: string, versions: number): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  if (names.size !== entries.length || names.size !== 2 + 3 * versions || !names.has('index.html'))
    return false;
  for (let version = 1; version <= versions; version++)
    for (const ending of ['html', 'json', 'txt']) if (!names.has(`${version}.${ending}`)) return false;
  return true;
}

/** The lines of a folder that stays: those of the manifest before, unless the folder was made after it. */
function keepLines(place: string, before: { path: string; sha256: string }[], run: StoriesRun): void {
  const record = readFileSync(path.join(run.root, place, 'record.json'));
  const same =
    before.find(({ path: name }) => name === `${place}/record.json`)?.sha256 ===
    hash('sha256', record, 'hex');
  const names = readdirSync(path.join(run.root, place)).sort();
  for (const name of names) {
    const file = path.join(run.root, place, name);
    const kept = same && before.find((line) => line.path === `${place}/${name}`);
    const line = kept || { path: `${place}/${name}`, sha256: hash('sha256', readFileSync(file), 'hex') };
    run.lines.add(line, statSync(file).size);
  }
}
