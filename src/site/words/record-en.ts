import type { RecordWords } from './record-words.ts';

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export const recordEn: RecordWords = {
  acted: {
    publish: (by) => `Published by ${by}`,
    update: (by) => `Updated by ${by}`,
    correct: (by) => `Corrected by ${by}`,
    hold: (by) => `Held by ${by}`,
    release: (by) => `Released by ${by}`,
    kill: (by) => `Killed by ${by}`,
    redact: (by) => `Words removed by ${by}`,
    withdraw: (by) => `Act withdrawn by ${by}`,
  },
  imported: 'Imported',
  desk: 'the desk',
  reasons: {
    corrected: 'something was wrong',
    clarified: 'something was unclear',
    refiled: 'it had been filed badly',
    checking: 'being checked',
    checked: 'checked',
    legal: 'a legal matter',
    'embargo-broken': 'embargo broken',
    rights: 'rights of others',
    withdrawn: 'withdrawn by the agency',
    inaccurate: 'inaccurate',
    duplicate: 'published twice',
    privacy: 'privacy',
    safety: 'safety',
    mistaken: 'done by mistake',
  },
  reason: (reason) => `Reason: ${reason}`,
  fields: {
    headline: 'headline',
    lead: 'lead',
    body: 'text',
    dateline: 'place',
    credit: 'credit',
    byline: 'byline',
    section: 'section',
    topics: 'topics',
    note: 'sentence',
  },
  and: (names) => listed.format(names),

  notices: 'Corrections and changes',
  labels: {
    corrected: 'Correction',
    clarified: 'Clarification',
    refiled: 'Filed again',
    updated: 'Update',
    withdrawn: 'Change withdrawn',
    redacted: 'Words removed by law',
  },
  sentences: {
    corrected: 'Something in this story was wrong and has been corrected.',
    clarified: 'Something in this story was unclear and has been put more clearly.',
    refiled: 'This story was filed badly and has been filed again.',
    updated: 'There is more to tell in this story.',
  },
  setBack: (when) => `The change of ${when} was a mistake; the words before it stand again.`,
  removed: (fields) => `Removed from this story and from all its versions: ${fields}.`,
  sentenceGone: (day, reason) => `The sentence that stood here was removed by law on ${day} (${reason}).`,
  correctedOn: (when) => `Corrected ${when}`,

  corrections: 'Corrections',
  correctionsText:
    'What was wrong or unclear in our stories, and what we took back. Nothing is changed without a word.',
  noCorrections: 'Nothing has been corrected yet.',
  correctionsFeed: (agency) => `${agency}: corrections`,

  history: 'History',
  historyOf: (code) => `History of No. ${code}`,
  recordedOn: (when, by) => `Recorded on ${when}; the earlier time is as stated${by && ` by ${by}`}`,
  importedOn: (when, by) => `Imported on ${when}; the earlier time is as stated${by && ` by ${by}`}`,
  dueAt: (due, done) => `Due at ${due}, done at ${done}`,
  onTime: (due) => `Scheduled for ${due}`,
  replacedBy: (story) => `In its place: ${story}`,
  undid: (when) => `Takes back the act of ${when}`,
  compare: 'Compare',
  compareWith: (version) => `Compare with version ${version}`,
  older: 'Version',
  newer: 'with version',

  compared: (older, newer) => `Version ${older} compared with version ${newer}`,
  sameVersion: 'This is one and the same version: choose two.',
  noDifference: 'The two versions have the same words.',
  unchanged: (fields) => `Unchanged: ${fields}.`,
  onlyMarks: 'The words are the same; links, emphasis or other marks in them are not.',
  gone: 'removed:',
  added: 'added:',
  wrongVersions: (newest) =>
    `Two versions can be compared. This story has version 1 to version ${newest}: name two of them by their numbers.`,

  versionLine: (version, when) => `Version ${version}, in force from ${when}`,
  versionHint: 'This page never changes. The story may have been changed since.',
  toPresent: 'The story as it is now',
  toHistory: 'History of this story',

  tombstones: {
    held: {
      title: 'This story is being held',
      label: 'Held',
      said: (when) => `Held on ${when}`,
      text: 'It is out of sight while it is checked. Please come back later.',
    },
    killed: {
      title: 'This story has been taken back',
      label: 'Killed',
      said: (when) => `Killed on ${when}`,
      text: 'Its words are no longer published, in any version.',
    },
    removed: {
      title: 'This story has been removed by law',
      label: 'Removed by law',
      said: (when) => `Removed by law on ${when}`,
      text: 'Its words may no longer be published, in any version.',
    },
  },
  instead: 'In its place',

  gap: (field, day, reason) => `${gapNames[field]} removed by law on ${day} (${reason})`,
  headlineGone: '[Headline removed]',
};

const gapNames = {
  headline: 'Headline',
  lead: 'Lead',
  body: 'Text',
  dateline: 'Place',
  credit: 'Credit',
  byline: 'Byline',
  section: 'Section',
  topics: 'Topics',
  note: 'Sentence',
};
