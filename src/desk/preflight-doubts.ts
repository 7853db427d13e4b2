/** What preflight points out in the words of a draft: doubtful ones, and dates that say no date in a year. Pure, and heavy. */
import type { DateLineView } from '../dates/resolve-dates.ts';
import type { LanguageStyle } from '../house-style/house-style.ts';
import type { StoryFields } from '../stories/story.ts';
import { type Doubt, doubtsOfStory } from './doubts.ts';
import { looseInBody, looseInLine } from './loose-dates.ts';
import type { LooseDate } from './preflight.ts';

export type WordDoubts = {
  /** Words that look glued, or that the house writes otherwise. */
  doubts: Doubt[];
  /** Relative dates that nobody has resolved, as they stand there. */
  looseDates: LooseDate[];
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
      ...looseInLine('headline', fields.headline, dateLine),
      ...looseInLine('lead', fields.lead, dateLine),
      ...looseInBody(fields.body, dateLine),
    ],
  };
}
