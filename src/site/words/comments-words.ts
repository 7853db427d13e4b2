/** Words of readers' comments: below a story, on their own page, in the form. */
import type { Counted } from './plurals.ts';

/** `when`: a day with its time, in words; `most`: a number in the language's digits. */
export type CommentsWords = {
  /** Below a story */
  title: string;
  count: Counted;
  all: string;
  write: string;
  answer: string;
  /** Read before an answer; `name` is kept apart from the sentence's direction. */
  answerTo: (name: string) => string;
  beforeCorrection: (when: string) => string;
  removed: string;
  /** After the first words of a long comment. */
  readOn: string;

  /** The page of all */
  commentsOn: (code: string) => string;
  none: string;
  closed: string;
  first: string;
  later: string;
  toStory: string;

  /** The form */
  formOn: (code: string) => string;
  readFirst: string;
  readAfter: string;
  name: string;
  nameHint: string;
  email: string;
  /** `{n}`: the days for which it is kept. */
  emailHint: Counted;
  text: string;
  textHint: (most: string) => string;
  tell: string;
  /** Of the field that no person sees. */
  trap: string;
  send: string;

  /** What is wrong with a field, and how to mend it */
  faults: {
    noName: string;
    longName: (most: string) => string;
    noEmail: string;
    wrongEmail: string;
    noText: string;
    longText: (most: string) => string;
  };
  refused: string;
  stale: string;
  tooQuick: string;
  /** `{n}`: minutes to wait. */
  tooOften: Counted;
  crowded: string;
  foreign: string;

  /** After it was sent */
  received: string;
  receivedText: string;
  receivedMail: string;
};
