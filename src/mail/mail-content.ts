/** What a mail says, before it becomes plain text (mail-plain.ts) and HTML (mail-document.tsx): both say the same. */
import type { Direction } from '../text/story-text.ts';

export type MailPart =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  /** Somebody else's words: each line a paragraph. */
  | { kind: 'quote'; text: string }
  /** What the mail wants done. */
  | { kind: 'action'; text: string; href: string }
  | MailedStoryPart;

/**
 * `permanent`: its address without words, for plain text, where words of other letters would be a hundred percent signs.
 * `dateLine`: day, time, zone and code, in words. `first`: it leads the others.
 */
type MailedStoryPart = {
  kind: 'story';
  headline: string;
  href: string;
  permanent: string;
  lead: string;
  dateLine: string;
  first?: boolean;
};

/** Addresses are whole: a mail has no root. */
export type MailContent = {
  lang: string;
  dir: Direction;
  /** The agency's name, over the mail. */
  agency: string;
  home: string;
  subject: string;
  /** Stands over the parts; empty: they say enough. */
  title: string;
  parts: MailPart[];
  /** Why the reader gets it, and the ways to change that. */
  foot: { text: string; links: { text: string; href: string }[] };
  /** Where a mail program sees to it by one press that no other such mail comes (RFC 8058), where that is no following's. */
  endAt?: string;
};
