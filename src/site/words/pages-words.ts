/** Words of the pages around the stories: lists of names and subjects, the archive, what is kept and shared. */
import type { Counted } from './plurals.ts';

export type PagesWords = {
  /** What a list is of, over its name. */
  kinds: Record<'topic' | 'person' | 'place' | 'organisation' | 'subject' | 'byline', string>;
  archive: string;
  /** To the neighbours of a day, month or year that have stories; `when`: in words. */
  earlier: (when: string) => string;
  later: (when: string) => string;
  /** A day, month or year without a story, and the way to the nearest of its kind that has one. */
  nothingOn: (when: string) => string;
  nearest: (when: string) => string;
  /** An address that names no day of any calendar. */
  noSuchDay: string;
  /** Over an old story: how old it is, in whole years, months or days. */
  age: Record<'years' | 'months' | 'days', Counted>;
  /** Stories that share a topic with the one shown. */
  related: string;
  /** The nearest stories of the same running event. */
  before: string;
  after: string;
  textOnly: string;
  copyLink: string;
  copied: string;
  share: string;
  /** What a reader's own clock shows beside the agency's. */
  yourTime: (when: string) => string;
  /** Without a network: of a page that was never opened, and of one that was kept. */
  offline: string;
  offlineText: string;
  kept: (when: string) => string;
};
