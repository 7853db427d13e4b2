/** Dates that say no day in a year, where readers would have to guess it. Pure. */
import { markDates } from '../dates/mark-dates.ts';
import { type DateLineView, resolveDates } from '../dates/resolve-dates.ts';
import type { StoryText } from '../text/story-text.ts';
import type { LooseDate } from './preflight.ts';

/** A line of words has no place for what a date stands for: it has to be written out. */
export function looseInLine<Field extends 'headline' | 'lead'>(
  field: Field,
  text: string,
  dateLine: DateLineView,
): { field: Field; words: string; whole: string }[] {
  return resolveDates(text, dateLine).flatMap(({ text: words, title }) =>
    title === null ? [] : [{ field, words, whole: title }],
  );
}

/** Dates of a body that nobody has resolved yet. */
export function looseInBody(body: StoryText, dateLine: DateLineView): LooseDate[] {
  const resolved = new Set(datesIn(body));
  return datesIn(markDates(body, dateLine))
    .filter((words) => !resolved.has(words))
    .map((words) => ({ field: 'body', words, whole: null }));
}

/** Words under a `date` mark, in reading order. */
function datesIn(body: StoryText): string[] {
  const words: string[] = [];
  const walk = (node: { text?: string; marks?: { type: string }[]; content?: unknown }) => {
    if (node.text && node.marks?.some(({ type }) => type === 'date')) words.push(node.text);
    if (Array.isArray(node.content)) for (const child of node.content) walk(child);
  };
  walk(body);
  return words;
}
