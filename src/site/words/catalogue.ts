/** The site's own words: one file per language. A word that a language lacks fails the type check. */
import { datesOf, type EditionDates } from '../../editions/edition-dates.ts';
import type { PastMoment } from '../public-at.ts';
import { ar } from './ar/words.ts';
import type { CommentsWords } from './comments-words.ts';
import { en } from './en/words.ts';
import { es } from './es/words.ts';
import { fa } from './fa/words.ts';
import { fr } from './fr/words.ts';
import type { MailWords } from './mail-words.ts';
import type { PagesWords } from './pages-words.ts';
import type { CatalogueLang, Counted } from './plurals.ts';
import type { RecordWords } from './record-words.ts';
import { ru } from './ru/words.ts';
import type { SearchWords } from './search-words.ts';
import type { ZoneWords } from './zone-words.ts';

/** How a language writes days and numbers. Calendar and digits are always said, never left to a default. */
export type Reckoning = EditionDates & {
  /** BCP 47 tag for names of days, months and zones. */
  tag: string;
  /** A zone by its offset ("+4:30", in the language's digits); empty: none. */
  zone: (offset: string) => string;
  fullDay: (parts: DayParts) => string;
  shortDay: (parts: Omit<DayParts, 'weekday'>) => string;
  /** Within the present year. */
  dayOfYear: (parts: Pick<DayParts, 'day' | 'month'>) => string;
  /** Between two parts of one line of text: a comma with its space. */
  comma: string;
  /** Whether days are put together as Intl does it for the language, and not by the functions above. */
  asIntl?: true;
};

export type DayParts = { weekday: string; day: string; month: string; year: string };

export type Words = Reckoning & {
  /** Head and masthead */
  sample: string;
  skip: string;
  editions: string;
  /** Before the languages that have the story of the page, and before those that do not. */
  thisStory: string;
  fronts: string;
  sections: string;
  home: string;
  feeds: string;
  feedOf: (agency: string) => string;
  /** Search */
  search: string;
  searchFor: string;
  find: string;
  from: string;
  until: string;
  topic: string;
  results: Counted;
  moreThan: Counted;
  resultsFor: (query: string) => string;
  nothingFound: string;
  nothingFoundHint: string;
  /** Lists and fronts */
  latest: string;
  moreNews: string;
  newer: string;
  older: string;
  pages: string;
  emptyList: string;
  emptyFront: string;
  by: (name: string) => string;
  /** Tape: what an act did, by the act's name. Publishing says nothing. */
  acts: Record<'update' | 'correct' | 'hold' | 'release' | 'kill' | 'redact' | 'withdraw', string>;
  /** A story */
  code: (code: string) => string;
  updated: (when: string) => string;
  topics: string;
  /** The IPTC's subjects, where they are named in words. */
  subjects: string;
  /** Running events: what one is called, and, read out, its stories in order of time. */
  thread: string;
  threadSoFar: string;
  alsoIn: string;
  related: (section: string) => string;
  otherNews: string;
  picture: string;
  otherForms: string;
  fullPage: string;
  print: string;
  lite: string;
  plainText: string;
  data: string;
  address: string;
  printedOn: (day: string) => string;
  version: (number: string) => string;
  notes: string;
  /** Refusals */
  notFound: string;
  notFoundText: string;
  wrong: string;
  wrongText: string;
  /** Asked for more than one connection may; and where the program itself failed. */
  tooOften: string;
  tooOftenText: string;
  broken: string;
  brokenText: string;
  backHome: string;
  proof: ProofWords;
  past: PastWords;
  record: RecordWords;
  zones: ZoneWords;
  searching: SearchWords;
  mail: MailWords;
  comments: CommentsWords;
  /** The pages around the stories. */
  around: PagesWords;
};

/** Of pages that show a past moment. */
export type PastWords = {
  asOf: (when: string) => string;
  recorded: (when: string) => string;
  toPresent: string;
  /** The date box on a history page. */
  ask: string;
  day: string;
  show: string;
  wrong: string;
  /** Of a story that was not there yet at the moment: that it was not, and since when it is. */
  notYet: {
    title: string;
    said: Record<PastMoment['clock'], (when: string) => string>;
    since: Record<PastMoment['clock'], (day: string) => string>;
  };
};

/** Of the page on which a reader's browser checks the record. */
export type ProofWords = {
  /** The link to it. */
  proveIt: string;
  title: (code: string, version: string) => string;
  intro: string;
  steps: Record<'words' | 'leaf' | 'log' | 'head' | 'signature' | 'before', string>;
  notYet: string;
  ok: string;
  bad: string;
  unknown: string;
  allOk: string;
  someBad: string;
  someUnknown: string;
  needsScript: string;
  insecure: string;
  failed: string;
  byHand: string;
  byHandText: string;
  leaf: (index: string) => string;
  checkpoint: string;
  keys: string;
  /** The line in a page's foot: the record up to an act, with the first letters of its root. */
  record: (size: string) => string;
};

export const catalogues: Record<CatalogueLang, Words> = { en, fa, fr, ar, ru, es };

/** The words of a language. One without a file has English words and its own names of days and months. */
export function wordsOf(lang: string): Words {
  const found = catalogueOf(lang) ?? catalogueOf(lang.split('-', 1)[0] ?? '');
  return found ?? { ...en, tag: lang, asIntl: true };
}

function catalogueOf(lang: string): Words | null {
  return Object.hasOwn(catalogues, lang) ? catalogues[lang as CatalogueLang] : null;
}

/** The words of an edition, with the calendars and digits that it says its dates in. */
export function editionWords(edition: { lang: string; dates?: EditionDates }): Words {
  const { calendar, beside, numerals } = datesOf(edition);
  const key = [edition.lang, calendar, beside, numerals].join(' ');
  const there = kept.get(key);
  if (there) return there;
  const words = { ...wordsOf(edition.lang), calendar, beside, numerals };
  kept.set(key, words);
  return words;
}

/** Every part of a page asks for its edition's words. */
const kept = new Map<string, Words>();
