import type { MailWords } from '../mail-words.ts';

export const mailEn: MailWords = {
  newsletters: 'Newsletters',
  newslettersText:
    'What we published, by e-mail, at the hour that suits you. Where there is nothing new, nothing is sent.',
  what: 'What you want to read',
  front: 'The front page',
  onTopic: (name) => `Topic: ${name}`,
  every: 'How often',
  often: {
    'at-once': 'at once',
    daily: 'once a day',
    weekly: (weekday) => `once a week, on ${weekday}`,
  },
  hour: 'At what hour',
  hourHint: (zone) => `By the agency’s clock, ${zone}.`,
  address: 'Your e-mail address',
  signUp: 'Sign up',
  promise:
    'First we ask by e-mail whether you want it. Your address is used for this alone; nobody counts what you open; every mail has a link that ends it.',

  alert: 'New stories for this search, by e-mail',
  alertMe: 'Send them to me',

  asked: {
    title: 'Please look into your mail',
    text: 'A mail is on its way to the address you gave, unless several went there today already. Nothing else is sent before you have confirmed by the link in it, which holds for seven days.',
  },
  wrongAddress: 'No mail can be sent to that address: write it like name@example.org.',
  wrongChoice: 'What was chosen is not on offer: choose again.',
  nothingToFind: 'There is nothing to look out for: search for some words first.',
  tooMany: 'Too much was asked for from where you are: try again in an hour.',

  gone: {
    title: 'This link does not hold any more',
    text: 'What it led to was erased, or was not confirmed within seven days. You can ask for it anew.',
  },
  confirm: { title: 'Do you want this by e-mail?', text: 'It begins when you press the button.' },
  confirmIt: 'Yes, send it to me',
  confirmed: {
    title: 'You will get it',
    text: 'You get this by e-mail from now on. Each mail has a link with which you can change or end it.',
  },
  end: { title: 'Do you want to end this?', text: 'Nothing more of it is sent then.' },
  endIt: 'End it',
  ended: { title: 'It is ended', text: 'Nothing more of it is sent to you.' },
  manage: 'What you get by e-mail',
  manageText: (days) => `When the last of it is ended, your address is erased within ${days} days.`,
  nothingLeft: 'You get nothing from us by e-mail.',
  change: 'Change',
  changed: 'It is changed.',
  endAll: 'End all of it',
  erase: 'Erase my address',
  eraseText: 'Ends all of it and erases your address at once.',
  erased: { title: 'Your address is erased', text: 'We do not have it any more, and send nothing to it.' },

  alertFor: (question) => `new stories for the search “${question}”`,
  newsletterOf: (agency) => `the newsletter of ${agency}`,
  newsletterOn: (topic, agency) => `the newsletter on ${topic} of ${agency}`,
  ofEdition: (what, language) => `${what} (${language} edition)`,
  alertsOf: (agency) => `new stories of ${agency} for a search`,
  commentsOf: (agency) => `news of your comments at ${agency}`,

  why: (what) => `You asked for this: ${what}.`,
  toManage: 'Change what you get',
  toEnd: 'End this',
  onceOnly: 'This mail is sent once, and your address is kept for nothing else.',

  confirmSubject: (what) => `Please confirm: ${what}`,
  confirmText: (what, agency) =>
    `Somebody asked ${agency} to send this to your address: ${what}. Was it you?`,
  confirmNot: 'If it was not, do nothing: nothing more is sent, and the address is erased after seven days.',
  ofComments: 'news of your comments: when one is published or answered',
  commentsNot: 'If it was not, do nothing: nothing more is sent.',
  neverAsk: {
    link: 'Never ask this address again',
    question: {
      title: 'Shall we never ask this address again?',
      text: 'Even if somebody gives it with a comment, no question and no news of a comment is sent to it then. The address itself is not kept for that, only a mark from which it cannot be read back.',
    },
    button: 'Never ask it again',
    done: {
      title: 'We do not ask this address any more',
      text: 'Whoever gives it, no question and no news of a comment is sent to it. Should you change your mind, you can allow it again by this same link.',
    },
    again: 'Allow it again',
    allowed: {
      title: 'We may ask this address again',
      text: 'When it is given with a comment, we ask by e-mail first, as before.',
    },
  },
  alertTitle: (question) => `New for “${question}”`,
  withdrawnSubject: 'A story that we sent you was withdrawn',
  withdrawnText: (day, code) =>
    `On ${day} we sent you the story ${code}. It has been taken back, and its words are no longer published. Please do not rely on them, nor pass them on.`,
  withdrawnLink: 'What stands in its place',
  withdrawnNotice: 'What we say of it',
  comments: {
    published: {
      subject: 'Your comment was published',
      text: (story) => `Your comment on “${story}” can now be read below the story.`,
    },
    answered: {
      subject: 'Your comment was answered',
      text: (story) => `There is an answer to your comment on “${story}”.`,
    },
    rejected: {
      subject: 'Your comment was not published',
      text: (story) => `Your comment on “${story}” was read by our moderators and was not published.`,
    },
  },
  answeredBy: (name) => `${name} wrote:`,
  toComment: 'Read it on the page',
  toStory: 'To the story',
  dear: (name) => `Dear ${name},`,
  invitation: {
    subject: (agency) => `Your invitation to the desk of ${agency}`,
    text: (agency) =>
      `You are invited to work at the desk of ${agency}. With this link you set your password:`,
    until: (when) => `It holds once, until ${when}.`,
  },
  accept: 'Accept the invitation',
  test: {
    subject: (agency) => `A test mail from ${agency}`,
    text: 'This mail was sent from the settings of the desk. That you read it shows that mail goes out.',
  },
};
