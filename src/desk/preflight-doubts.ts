/** What preflight points out in the words of a draft: doubtful ones, and dates that say no date in a year. Pure, and heavy. */
import { markDates } from '../dates/mark-dates.ts';
import { type DateLineView, resolveDates } from '../dates/resolve-dates.ts';
import type { LanguageStyle } from '../house-style/house-style.ts';
import type { StoryFields } from '../stories/story.ts';
import type { StoryText } from '../text/story-text.ts';
import { type Doubt, doubtsOfStory } from './doubts.ts';
import type { LooseDate } from './preflight.ts';

export type WordDoubts = {
  /** Words that look glued, or that the house writes otherwise. */
  doubts: readonly Doubt[];
  /** Relative dates that nobody has resolved, as they stand there. */
  looseDates: readonly LooseDate[];
};

/** In the order of reading, of each kind. */
export function findDoubts(
  fields: Pick<StoryFields, 'headline' | 'lead' | 'body'>,
  dateLine: DateLineView,
  style: LanguageStyle,
): WordDoubts {
  return {
    doubts: doubtsOfStory(fields, dateLine.language, style),
    looseDates: [
      ...looseIn('headline', fields.headline, dateLine),
      ...looseIn('lead', fields.lead, dateLine),
      ...looseInBody(fields.body, dateLine),
    ],
  };
}

/** A line of words has no place for what a date stands for: it has to be written out. */
function looseIn(field: 'headline' | 'lead', text: string, dateLine: DateLineView): LooseDate[] {
  return resolveDates(text, dateLine).flatMap(({ text: words, title }) =>
    title === null ? [] : [{ field, words, whole: title }],
  );
}

function looseInBody(body: StoryText, dateLine: DateLineView): LooseDate[] {
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
