import type { PagesWords } from '../pages-words.ts';
import type { In } from '../plurals.ts';

export const pagesEn: In<'en', PagesWords> = {
  kinds: {
    topic: 'Topic',
    person: 'Person',
    place: 'Place',
    organisation: 'Organisation',
    subject: 'Subject',
    byline: 'Stories by',
  },
  archive: 'Archive',
  earlier: (when) => `Earlier: ${when}`,
  later: (when) => `Later: ${when}`,
  nothingOn: (when) => `Nothing was published on these pages: ${when}.`,
  nearest: (when) => `Nearest date with stories: ${when}`,
  noSuchDay: 'No calendar has this day. A day of the archive is written /archive/2017/08/05.',
  age: {
    years: { one: 'This story is {n} year old.', other: 'This story is {n} years old.' },
    months: { one: 'This story is {n} month old.', other: 'This story is {n} months old.' },
    days: { one: 'This story is {n} day old.', other: 'This story is {n} days old.' },
  },
  related: 'Related stories',
  before: 'Before this',
  after: 'After this',
  textOnly: 'Text only',
  copyLink: 'Copy link',
  copied: 'Copied',
  share: 'Share',
  yourTime: (when) => `Your time: ${when}`,
  offline: 'No connection',
  offlineText:
    'This page was not opened before, so it is not kept on this device. Try again when you are online.',
  kept: (when) =>
    `No connection. This is the page as it was kept on this device on ${when}; it may have changed.`,
};
