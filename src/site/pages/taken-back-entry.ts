/** A story that readers lost, as an entry of the feeds: under the id that it had, and without its words. */
import { paragraphs } from '../../text/story-text.ts';
import type { FeedStory } from '../feeds.ts';
import type { TakenBack } from '../taken-back-store.ts';
import { digits } from '../words/dates.ts';
import { whenWords } from './notice-words.ts';
import type { View } from './view.ts';

export function takenBackEntry(view: View, { code, state, at, since }: TakenBack): FeedStory {
  const { words } = view;
  const { title, said, text } = words.record.tombstones[state];
  const sentence = `${said(whenWords(view, since))}. ${text}`;
  return {
    id: `/${code}`,
    href: `/${code}`,
    lang: view.lang,
    headline: `${words.code(digits(words, code))}: ${title}`,
    lead: sentence,
    byline: '',
    at,
    changedAt: since,
    topics: [],
    subjects: [],
    told: [],
    body: paragraphs(sentence),
  };
}
