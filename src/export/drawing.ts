/**
 * How this version of the program draws the pages of an export, as a hash. Words, dates and spelling of HTML may change with
 * the program and with what it stands on: an export says what it was drawn with, so that whoever checks it years later knows
 * whether its pages can be drawn again byte for byte, and whoever exports again knows which pages to draw anew.
 */
import { createHash } from 'node:crypto';
import type { Agency } from '../editions/edition.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { drawnStory } from './drawn-story.ts';
import { exportFormat } from './export-paths.ts';
import { indexLine, monthIndex, upperIndex } from './index-pages.ts';
import { readmeText } from './readme.ts';
import { type Drawing, storyFiles } from './story-files.ts';
import { exportStyle } from './style.ts';

let kept: string | null = null;

/** Hash of what an invented story looks like in each language that has words of its own, and in one that has none. */
export function howDrawn(): string {
  if (kept !== null) return kept;
  const sum = createHash('sha256').update(exportFormat).update(exportStyle);
  for (const { story, agency } of drawnStory()) {
    for (const { name, text } of storyFiles(story, { agency, drawnWith: '' })) sum.update(`${name}\n${text}`);
    for (const state of ['public', 'held', 'killed', 'removed'] as const) {
      const row = {
        code: 1000,
        lang: story.lang,
        at: new Date('2017-08-05T07:24:00Z'),
        state,
        headline: 'One',
      };
      const { day, line } = indexLine(agency, row);
      sum.update(monthIndex(agency, day.slice(0, 7), new Map([[day, [line]]])).text);
    }
    for (const { text } of upperIndex(
      agency,
      new Map([
        ['2017-08-05', 1],
        ['2018-08-06', 2],
      ]),
    ))
      sum.update(text);
    sum.update(readmeText({ agency: 'One', origin: 'two' }));
  }
  kept = sum.digest('hex').slice(0, 32);
  return kept;
}

/** What a story's pages are drawn with. */
export function drawingOf(agency: Agency, how = howDrawn()): Drawing {
  const drawnWith = createHash('sha256')
    .update(canonicalJson([how, agency]))
    .digest('hex')
    .slice(0, 32);
  return { agency, drawnWith };
}
