import type { SearchWords } from '../search-words.ts';

export const searchEn: SearchWords = {
  narrow: 'Narrow the search',
  edition: 'Edition',
  everyEdition: 'All editions',
  section: 'Section',
  everySection: 'All sections',
  byline: 'Written by',
  code: 'Story code',
  byDate: 'Newest first',
  byRelevance: 'Best match first',
  order: 'Order',
  signs:
    'Quotation marks find a phrase, ‑word leaves a word out, word* finds its beginnings, OR finds either.',
  day: (example) => `A day is written ${example}; a year or a month alone will do.`,
  firstPage: 'First page',
  nextPage: 'Next page',
  beginning: (word) => `With words that begin with “${word}”`,
  didYouMean: 'Did you mean',
  common: 'Nearly every story has these words: add one that says more.',
  cut: 'The question is too long: only its beginning was searched for.',
  sinceOnly: (when) =>
    `So wide a question takes too long: only stories since ${when} were looked through. Add a word, or narrow the days, to reach further back.`,
  gaveUp: 'This question takes too long. Add a word, or narrow the days.',
  feed: 'Feed of this search',
  feedOf: (agency, query) => (query ? `${agency}: ${query}` : `${agency}: a search`),
  wrongDay: (said) => `“${said}” is not a day of the calendar.`,
  wrongOrder: 'The first day comes after the last.',
  wrongCode: (said) => `“${said}” is not a story code: it is a whole number, printed on the story.`,
  wrongEdition: (said) => `There is no edition “${said}”.`,
  asksNothing: 'A feed of a search needs a question.',
};
