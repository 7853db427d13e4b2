/** The desk's work on texts that needs word lists, rules of dates or another page's markup, by name. Pure, and heavy. */
import { markAndTell } from '../dates/mark-dates.ts';
import type { DateLineView } from '../dates/resolve-dates.ts';
import type { LanguageStyle } from '../house-style/house-style.ts';
import { storable } from '../stories/clean-fields.ts';
import { checkStoryText, type StoryText } from '../text/story-text.ts';
import { cleanPaste } from './clean-paste.ts';
import type { DatesAsk, DatesJson, Glued } from './desk-api.ts';
import { doubtsIn } from './doubts.ts';
import { looseInLine } from './loose-dates.ts';
import { findDoubts } from './preflight-doubts.ts';

export const textWorks = {
  /** What was pasted, as blocks of a story, and what is glued in it. */
  paste: cleanPaste,
  /** What an editor should look at while writing: a list for each text. */
  glued: (texts: readonly string[], lang: string, style: LanguageStyle): Glued[][] =>
    texts.map((text) => doubtsIn(text, lang, style)),
  /** A text with its dates marked, and what there is to say of them. @throws RangeError where it is none that can be kept. */
  dates: ({ headline, lead, body }: Omit<DatesAsk, 'lang'>, dateLine: DateLineView): DatesJson => {
    const marked = markAndTell(checkStoryText(storable(body) as StoryText), dateLine);
    return {
      body: marked.body,
      resolved: marked.dates.map(({ text, title }) => ({ words: text, whole: title })),
      inDoubt: marked.inDoubt,
      toReword: [...looseInLine('headline', headline, dateLine), ...looseInLine('lead', lead, dateLine)],
    };
  },
  /** What preflight points out in words. */
  doubts: findDoubts,
};

export type TextWorks = typeof textWorks;
