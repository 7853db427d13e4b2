import type { CommentsWords } from '../comments-words.ts';
import type { In } from '../plurals.ts';

export const commentsEn: In<'en', CommentsWords> = {
  title: 'Comments',
  count: { one: '{n} comment', other: '{n} comments' },
  all: 'All comments',
  write: 'Write a comment',
  answer: 'Answer',
  answerTo: (name) => `In answer to ${name}`,
  beforeCorrection: (when) => `Written before the correction of ${when}`,
  removed: 'Removed at its author’s request.',
  readOn: 'Read on',

  commentsOn: (code) => `Comments on No. ${code}`,
  none: 'Nobody has written a comment yet.',
  closed: 'Comments on this story are closed.',
  first: 'The first comments',
  later: 'Later comments',
  toStory: 'To the story',

  formOn: (code) => `Comment on No. ${code}`,
  readFirst: 'A person reads each comment before it is shown.',
  readAfter: 'Comments are read by a person, some of them before they are shown.',
  name: 'Your name',
  nameHint: 'Shown above your comment.',
  email: 'Your e-mail address (optional)',
  emailHint: {
    one: 'Never shown to anybody, and erased after {n} day.',
    other: 'Never shown to anybody, and erased after {n} days.',
  },
  text: 'Your comment',
  textHint: (most) => `Up to ${most} characters. An empty line begins a new paragraph.`,
  tell: 'Tell me by e-mail when it is published or answered',
  trap: 'Leave this field empty',
  send: 'Send the comment',

  faults: {
    noName: 'Write the name that should stand above your comment.',
    longName: (most) => `The name is too long: ${most} characters at most.`,
    noEmail: 'To hear from us, write your e-mail address, or take the tick away.',
    wrongEmail: 'This is no e-mail address: write it like name@example.org, or leave it out.',
    noText: 'Write your comment.',
    longText: (most) => `The comment is too long: ${most} characters at most.`,
  },
  refused: 'Not sent yet',
  stale: 'This form was open for too long. What you wrote is here: please send it again.',
  tooQuick: 'That was very quick. What you wrote is here: please look it over and send it again.',
  tooOften: {
    one: 'Too many comments came from your connection. Please send it again in {n} minute.',
    other: 'Too many comments came from your connection. Please send it again in {n} minutes.',
  },
  crowded: 'Very many comments are coming in just now. Please send yours again later.',
  foreign: 'This form came from another site. Please send it from ours.',

  received: 'Your comment was received',
  receivedText: 'A person will read it. It is shown below the story when it is published.',
  receivedMail:
    'If you wished to hear of it by e-mail, please look into your mail: the first time we ask there whether you want it.',
};
