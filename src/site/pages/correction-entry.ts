/** A correction as an entry of the feeds. */
import { paragraphs } from '../../text/story-text.ts';
import type { FeedStory } from '../feeds.ts';
import type { Correction } from '../record-data.ts';
import { digits } from '../words/dates.ts';
import { historyPath } from './list-path.ts';
import { noticeLabel, noticeSentence } from './notice-words.ts';
import type { View } from './view.ts';

/** Named by its act's place in the log, on the story's history. */
export function correctionEntry(view: View, correction: Correction): FeedStory {
  const { notice, headline, code } = correction;
  const sentence = noticeSentence(view, notice);
  const path = `${historyPath(correction)}#act-${notice.leafIndex}`;
  return {
    id: path,
    href: path,
    lang: view.lang,
    headline: `${noticeLabel(view, notice)}: ${headline ?? view.words.code(digits(view.words, code))}`,
    lead: sentence,
    byline: '',
    at: notice.at,
    changedAt: notice.at,
    topics: [],
    subjects: [],
    told: [],
    body: paragraphs(sentence),
  };
}
