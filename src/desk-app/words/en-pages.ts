/** English: the agency's own pages, what topics are, and when a story is old. */
import type { AgencyPageName, TopicKind } from '../../editions/agency-pages.ts';

export const enPages = {
  pages: {
    title: 'Own pages',
    text: 'What the agency says of itself to readers, in each edition. A page that is written stands in the foot of every page and is named to search engines; one that is left empty is not there.',
    names: {
      about: 'About the agency',
      contact: 'Contact',
      masthead: 'Masthead',
    } satisfies Record<AgencyPageName, string> as Record<AgencyPageName, string>,
    places: {
      about: 'Who the agency is and by what principles it works: /about',
      contact: 'How readers reach it: /contact',
      masthead: 'Who makes it and who answers for it by law: /masthead',
    } satisfies Record<AgencyPageName, string> as Record<AgencyPageName, string>,
    heading: 'Title',
    body: 'Text',
    bodyText:
      'An empty line begins a new paragraph. Addresses that begin with https:// and e-mail addresses become links.',
    topicTexts: 'Topics, in a sentence',
    topicTextsText:
      'The short name of a topic, as in its address, then “=” and what it is; one topic in each line. Readers see it under the topic’s name, search engines beside its address. A topic that stands nowhere here has its name alone.',
    topicsInUse: 'Topics of the newest stories',
    noTopics: 'No story of this edition has a topic yet.',
    isDescribed: 'written',
    describeShort: 'Write',
    describe: (name: string) => `Write what ${name} is`,
    old: 'Days after which a story says how old it is',
    oldText: 'Readers come upon old stories years later. 0: no story says it.',
    oldWrong: 'Write a whole number of days, from 0 to 3650.',
    keeps: 'A reader’s device may keep what he opened',
    keepsText:
      'So that it can be read without a connection. What you take back vanishes from a device as soon as it asks again. Switched off, devices forget what they have kept.',
    kinds: 'What topics are',
    kindsText:
      'The short names of topics, one in each line. A topic’s page says what it is; one that stands nowhere here is simply a topic.',
    kind: {
      person: 'People',
      place: 'Places',
      organisation: 'Organisations',
    } satisfies Record<TopicKind, string> as Record<TopicKind, string>,
  },
};
