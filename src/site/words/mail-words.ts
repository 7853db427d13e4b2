/** Words for what readers get by e-mail: the forms that ask for it, the pages that change it, and the mails themselves. */

/** How often something is sent. */
export type Every = 'at-once' | 'daily' | 'weekly';

type Said = { title: string; text: string };

export type MailWords = {
  /** The page on which readers sign up, and the link to it. */
  newsletters: string;
  newslettersText: string;
  /** What a newsletter is of: the front, or a topic. */
  what: string;
  front: string;
  onTopic: (name: string) => string;
  every: string;
  /** `weekday` in the language's own words. */
  often: { 'at-once': string; daily: string; weekly: (weekday: string) => string };
  hour: string;
  /** By whose clock the hour is meant: `zone` in words, "GMT+3:30". */
  hourHint: (zone: string) => string;
  address: string;
  signUp: string;
  /** What becomes of the address. */
  promise: string;

  /** Below what a search found */
  alert: string;
  alertMe: string;

  /** After either form, whether or not we know the address. */
  asked: Said;
  wrongAddress: string;
  wrongChoice: string;
  nothingToFind: string;
  tooMany: string;

  /** Pages behind the links of mails */
  gone: Said;
  confirm: Said;
  confirmIt: string;
  confirmed: Said;
  end: Said;
  endIt: string;
  ended: Said;
  manage: string;
  /** `days`: until the address is erased when nothing is left. */
  manageText: (days: string) => string;
  nothingLeft: string;
  change: string;
  changed: string;
  endAll: string;
  erase: string;
  eraseText: string;
  erased: Said;

  /** What somebody asked for, as it stands in a sentence after a colon */
  alertFor: (question: string) => string;
  newsletterOf: (agency: string) => string;
  newsletterOn: (topic: string, agency: string) => string;
  /** The same, and of which edition: `language` as the page's own language calls it. */
  ofEdition: (what: string, language: string) => string;
  /** What is asked for, by words of ours alone. */
  alertsOf: (agency: string) => string;
  commentsOf: (agency: string) => string;

  /** Mails: what stands at the end of each */
  why: (what: string) => string;
  toManage: string;
  toEnd: string;
  onceOnly: string;

  confirmSubject: (what: string) => string;
  confirmText: (what: string, agency: string) => string;
  confirmNot: string;
  /** What somebody hears of by mail, as `newsletterOf` says it. */
  ofComments: string;
  commentsNot: string;
  /** The link at the end of that question, and the page behind it: no other is to come, whoever gives the address. */
  neverAsk: { link: string; question: Said; button: string; done: Said; again: string; allowed: Said };
  alertTitle: (question: string) => string;
  withdrawnSubject: string;
  withdrawnText: (day: string, code: string) => string;
  /** To the story that is to be read instead; where there is none, to the notice. */
  withdrawnLink: string;
  withdrawnNotice: string;
  comments: Record<
    'published' | 'answered' | 'rejected',
    { subject: string; text: (story: string) => string }
  >;
  /** Somebody's answer to a comment follows. */
  answeredBy: (name: string) => string;
  toComment: string;
  toStory: string;
  dear: (name: string) => string;
  invitation: {
    subject: (agency: string) => string;
    text: (agency: string) => string;
    until: (when: string) => string;
  };
  accept: string;
  test: { subject: (agency: string) => string; text: string };
};
