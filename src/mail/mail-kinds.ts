/** The kinds of mail, and what each is made from. It becomes words only when it is sent. */

/** `at`: when the issue was due, RFC 3339. */
export type Issue = {
  at: string;
  lead: number | null;
  seconds: number[];
  sections: { slug: string; stories: number[] }[];
};

export type MailAbout = {
  /** Asks whether somebody wants what was asked for with his address. */
  confirm: Record<string, never>;
  /** New stories for a search. */
  alert: { stories: number[] };
  /** A story that was sent was taken back. */
  withdrawn: { story: number; mailedAt: string };
  /** An issue of a newsletter: ids of its stories, by the place they have in it. */
  newsletter: Issue;
  /** Asks whether somebody wants to hear of the comment that came with his address. */
  'comment-confirm': { comment: number };
  /** The comment can be read now. */
  'comment-published': { comment: number };
  /** Somebody answered it. `comment`: the answer. */
  'comment-answered': { comment: number };
  /** It was not published. */
  'comment-rejected': { comment: number };
  /** Somebody is asked to work at the desk. */
  invitation: { invitation: number };
  /** Sent to oneself from the settings. */
  test: { name: string };
};

export type MailKind = keyof MailAbout;

/** To a follower, by what he asked for or by himself; or to somebody whose address is forgotten once it is sent. */
export type MailTo = { follower: number; following?: number } | { address: string };

export type NewMail = {
  [K in MailKind]: {
    kind: K;
    to: MailTo;
    /** Tag of the edition (or of the desk's language) whose words it is in. */
    lang: string;
    about: MailAbout[K];
    /** Of two mails that say the same here only the first is sent, ever within the weeks for which mails are remembered. */
    once?: string;
  };
}[MailKind];
