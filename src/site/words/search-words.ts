/** Words of the search page, its form and its feeds, beside those that every page needs. */
export type SearchWords = {
  /** The summary under which the form's filters lie. */
  narrow: string;
  edition: string;
  everyEdition: string;
  section: string;
  everySection: string;
  byline: string;
  code: string;
  byDate: string;
  byRelevance: string;
  /** Read out before the two orders. */
  order: string;
  /** What signs a question may have. */
  signs: string;
  /** How a day is typed, with one as an example. */
  day: (example: string) => string;
  /** Between pages that come by relevance. */
  firstPage: string;
  nextPage: string;
  /** Over the hits that only have words which begin so. */
  beginning: (word: string) => string;
  /** Before a question with another spelling, which is a link. */
  didYouMean: string;
  common: string;
  cut: string;
  /** `when`: a day. */
  sinceOnly: (when: string) => string;
  gaveUp: string;
  /** Too many search at this moment. */
  busy: string;
  busyText: string;
  feed: string;
  feedOf: (agency: string, query: string) => string;
  wrongDay: (said: string) => string;
  /** What is not in the form of any day. */
  unreadDay: (said: string) => string;
  wrongOrder: string;
  wrongCode: (said: string) => string;
  wrongEdition: (said: string) => string;
  /** A feed that asks for nothing. */
  asksNothing: string;
};
