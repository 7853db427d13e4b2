import { usualDates } from '../../../editions/edition-dates.ts';
import type { Words } from '../catalogue.ts';
import type { In } from '../plurals.ts';
import { commentsEn } from './comments.ts';
import { mailEn } from './mail.ts';
import { pagesEn } from './pages.ts';
import { recordEn } from './record.ts';
import { searchEn } from './search.ts';
import { zonesEn } from './zones.ts';

/** English. */
export const en: In<'en', Words> = {
  tag: 'en',
  ...usualDates('en'),
  zone: (offset) => (offset ? `GMT${offset}` : 'UTC'),
  fullDay: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  shortDay: ({ day, month, year }) => `${day} ${month} ${year}`,
  dayOfYear: ({ day, month }) => `${day} ${month}`,
  comma: ', ',

  sample: 'A sample: this agency, its people and its stories are invented.',
  skip: 'Skip to the text',
  editions: 'Editions',
  thisStory: 'This story in',
  fronts: 'Front pages',
  sections: 'Sections',
  home: 'Front page',
  feeds: 'Feeds',
  feedOf: (agency) => `${agency}: newest stories`,

  search: 'Search',
  searchFor: 'Words or a story code',
  find: 'Search',
  from: 'From',
  until: 'Until',
  topic: 'Topic',
  results: { one: '{n} story', other: '{n} stories' },
  moreThan: { one: 'More than {n} story', other: 'More than {n} stories' },
  resultsFor: (query) => `Search: ${query}`,
  nothingFound: 'No story found.',
  nothingFoundHint: 'Try fewer words, a wider span of days, or the code that is printed on the story.',

  latest: 'Latest',
  moreNews: 'More news',
  newer: 'Newer',
  older: 'Older',
  pages: 'Pages',
  emptyList: 'There is no story here yet.',
  emptyFront: 'The first story has not been published yet.',
  by: (name) => `By ${name}`,
  acts: {
    update: 'Updated',
    correct: 'Correction',
    hold: 'Held',
    release: 'Released',
    kill: 'Killed',
    redact: 'Redacted',
    withdraw: 'Change withdrawn',
  },

  code: (code) => `No. ${code}`,
  updated: (when) => `Updated ${when}`,
  topics: 'Topics',
  subjects: 'Subjects',
  thread: 'Running story',
  threadSoFar: 'The story so far',
  alsoIn: 'Also in',
  related: (section) => `More from ${section}`,
  otherNews: 'More news',
  picture: 'Picture',
  otherForms: 'This story in other forms',
  fullPage: 'Full page',
  print: 'Print',
  lite: 'Lite',
  plainText: 'Plain text',
  data: 'Data',
  address: 'Permanent address',
  printedOn: (day) => `Printed on ${day}`,
  version: (number) => `Version ${number}`,
  notes: 'Addresses in the text',

  notFound: 'No such page',
  notFoundText: 'Nothing is published at this address. If you know the code of a story, search for it.',
  wrong: 'This cannot be shown',
  wrongText: 'The address asks for something that does not exist.',
  tooOften: 'You ask too often',
  tooOftenText:
    'So many requests have come from your connection that this one was not answered. Please wait a minute.',
  broken: 'Something broke here',
  brokenText: 'It is our fault and not yours. Please try again in a moment.',
  backHome: 'To the front page',

  proof: {
    proveIt: 'Prove it',
    title: (code, version) => `No. ${code}, version ${version}: the proof`,
    intro:
      'Each act on a story is a leaf of a log that can only grow. Your browser now checks, by itself and without trusting this page, that the words of this version are those that were recorded.',
    steps: {
      words:
        'The words and facts of this version, on its page and in the record, are those that its leaf commits to.',
      leaf: 'The leaf speaks of this story and this version.',
      log: 'The leaf is in the log, at its place.',
      head: 'The log’s newest head goes on from the one that covered this version first.',
      signature: 'Both heads are signed with the agency’s key.',
      before: 'The log goes on from what this browser saw of it before.',
    },
    notYet: 'Not checked yet.',
    ok: 'Checked: it is so.',
    bad: 'Checked: it is not so.',
    unknown: 'This browser cannot check it.',
    allOk: 'Proved. This version is what was recorded.',
    someBad:
      'Not proved. What this site shows is not what its record holds: tell the agency, and keep this page.',
    someUnknown: 'Proved as far as this browser can: it knows no Ed25519 signatures. A newer one does.',
    needsScript:
      'The check needs a script, which your browser does not run. Below is all that a program needs to check it.',
    insecure: 'The browser checks only on a secure (https) page.',
    failed: 'The proof could not be fetched: try again.',
    byHand: 'To check it by hand',
    byHandText:
      'The log is served as C2SP tlog-tiles, the heads are signed notes (Ed25519), a commitment is SHA-256 of a salt and the canonical JSON (RFC 8785) of a field’s name and value. Any program that knows these can check it.',
    leaf: (index) => `Leaf ${index}, as canonical JSON`,
    checkpoint: 'The newest signed head',
    keys: 'Keys',
    record: (size) => `Record up to act ${size}`,
  },

  past: {
    asOf: (when) => `As readers had it on ${when}.`,
    recorded: (when) => `As it stood in the record on ${when}.`,
    toPresent: 'As it is now',
    ask: 'See the story as it was on a day',
    day: 'Day',
    show: 'Show',
    wrong:
      'A moment of the past is a day (2017-08-05) or a time with its zone (2017-08-05T11:54:00Z), and only one of the two can be asked for.',
    notYet: {
      title: 'Not published yet',
      said: {
        effective: (when) => `On ${when} this story was not published yet.`,
        recorded: (when) => `On ${when} this story was not in the record yet.`,
      },
      since: { effective: (day) => `Published on ${day}`, recorded: (day) => `Recorded on ${day}` },
    },
  },

  record: recordEn,
  zones: zonesEn,
  searching: searchEn,
  mail: mailEn,
  comments: commentsEn,
  around: pagesEn,
};
