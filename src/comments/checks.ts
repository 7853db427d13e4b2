/**
 * What becomes of a comment when it comes: one list of checks, in order, and the first verdict holds. Each verdict has its reason,
 * which the moderator sees; the writer is told only what can be mended.
 */
import { isEmail } from '../people/email-address.ts';
import {
  type CheckReason,
  type CommentState,
  type Draft,
  type Faults,
  longestName,
  longestText,
} from './comment.ts';
import { type CommentRules, listsOf } from './comment-setting.ts';
import { findListed } from './letters.ts';
import type { Likeness } from './likeness.ts';

/** A comment and all that is known of how it came. Asked of the database only where a check before it said nothing. */
export type Arrival = {
  draft: Draft;
  lang: string;
  rules: CommentRules;
  isOpen: boolean;
  /** What stood in the field that no person sees. */
  honeypot: string;
  /** Since the form was handed out; null: it was not, or a day ago. */
  secondsWritten: number | null;
  asked: Asked;
};

/** What only the database knows. */
export type Asked = {
  /** Counts this try. @returns seconds to wait; 0: go on. */
  tries: () => Promise<number>;
  /** By name or by address. */
  isBanned: () => Promise<boolean>;
  /** Comments of the last minute, and those of a surge that nobody has looked at. */
  crowd: () => Promise<{ lastMinute: number; surge: number }>;
  /** The comment that has the same letters, or null. */
  sameAs: () => Promise<number | null>;
  likeness: () => Promise<Likeness>;
  /** Whether a moderator published this writer before and rejected nothing of his since. */
  isKnownGood: () => Promise<boolean>;
};

export type Refused =
  | { kind: 'closed' }
  | { kind: 'faults'; faults: Faults }
  /** The form is too old, or not ours. */
  | { kind: 'stale' }
  | { kind: 'too-quick' }
  | { kind: 'too-often'; waitSeconds: number }
  | { kind: 'crowded' };

export type Verdict =
  | { refused: Refused }
  | { state: Exclude<CommentState, 'removed'>; reason: CheckReason; about?: string };

export type Check = { name: string; ask: (arrival: Arrival) => Verdict | null | Promise<Verdict | null> };

/** Nobody reads and writes faster, in seconds. */
export const leastSeconds = 3;
/** Comments within a minute, from all, from which on they wait as a surge. */
export const surgeFrom = 40;
/** So many of a surge are kept; more are sent away. */
export const mostOfSurge = 5_000;
/** So many that checks rejected, or that came from the banned, are kept; of more nothing is. */
export const mostUnseen = 20_000;
/** From which likeness on a person looks at it, whoever wrote it. */
export const doubtFrom = 0.9;

export const checks: readonly Check[] = [
  // What the writer can mend, or has to know.
  { name: 'open', ask: ({ isOpen }) => (isOpen ? null : { refused: { kind: 'closed' } }) },
  {
    name: 'fields',
    ask: ({ draft }) => {
      const faults = faultsOf(draft);
      return Object.keys(faults).length > 0 ? { refused: { kind: 'faults', faults } } : null;
    },
  },
  // A person presses again, and nothing is lost.
  {
    name: 'time',
    ask: ({ secondsWritten }) => {
      if (secondsWritten === null) return { refused: { kind: 'stale' } };
      return secondsWritten < leastSeconds ? { refused: { kind: 'too-quick' } } : null;
    },
  },
  {
    name: 'rate',
    ask: async ({ asked }) => {
      const waitSeconds = await asked.tries();
      return waitSeconds > 0 ? { refused: { kind: 'too-often', waitSeconds } } : null;
    },
  },
  // What nobody has to read. It is kept for a while all the same, so that a mistake can be set right, and its writer is told
  // nothing: first what a program wrote that fills every field.
  { name: 'honeypot', ask: ({ honeypot }) => (honeypot ? { state: 'rejected', reason: 'honeypot' } : null) },
  {
    name: 'ban',
    ask: async ({ asked }) => ((await asked.isBanned()) ? { state: 'banned', reason: 'banned' } : null),
  },
  {
    name: 'repeat',
    ask: async ({ asked }) => {
      const same = await asked.sameAs();
      return same === null ? null : { state: 'rejected', reason: 'repeated', about: String(same) };
    },
  },
  {
    name: 'listed words',
    ask: ({ draft, rules, lang }) => {
      const word = findListed(`${draft.name}\n${draft.text}`, listsOf(rules, lang).reject);
      return word === null ? null : { state: 'rejected', reason: 'listed-word', about: word };
    },
  },
  // A flood from many addresses is set apart, so that it buries nobody.
  {
    name: 'surge',
    ask: async ({ asked }) => {
      const { lastMinute, surge } = await asked.crowd();
      if (surge >= mostOfSurge) return { refused: { kind: 'crowded' } };
      return lastMinute >= surgeFrom ? { state: 'surge', reason: 'surge', about: String(lastMinute) } : null;
    },
  },
  // What a person has to look at.
  {
    name: 'links',
    ask: ({ draft, rules }) => {
      const links = countLinks(`${draft.name}\n${draft.text}`);
      return links > rules.links ? { state: 'waiting', reason: 'links', about: String(links) } : null;
    },
  },
  {
    name: 'doubtful words',
    ask: ({ draft, rules, lang }) => {
      const word = findListed(`${draft.name}\n${draft.text}`, listsOf(rules, lang).doubt);
      return word === null ? null : { state: 'waiting', reason: 'doubtful-word', about: word };
    },
  },
  {
    name: 'likeness',
    ask: async ({ asked }) => {
      const { rejected } = await asked.likeness();
      return rejected >= doubtFrom ? { state: 'waiting', reason: 'looks-rejected' } : null;
    },
  },
  // What is left waits for a person, unless the agency knows its writer.
  {
    name: 'moderation',
    ask: ({ rules }) => (rules.moderation === 'before' ? { state: 'waiting', reason: 'read-first' } : null),
  },
  {
    name: 'known writer',
    ask: async ({ asked }) =>
      (await asked.isKnownGood()) ? null : { state: 'waiting', reason: 'not-known' },
  },
];

/** What is left when no check had anything to say. */
const otherwise: Verdict = { state: 'published', reason: 'known-good' };

/** @returns the verdict and the name of the check that gave it. */
export async function runChecks(arrival: Arrival): Promise<Verdict & { check: string }> {
  for (const { name, ask } of checks) {
    const verdict = await ask(arrival);
    if (verdict) return { ...verdict, check: name };
  }
  return { ...otherwise, check: 'none' };
}

/** An address may be left out, unless the writer wants to hear. */
function faultsOf({ name, email, text, tell }: Draft): Faults {
  const faults: Faults = {};
  if (name === '') faults.name = 'empty';
  else if ([...name].length > longestName) faults.name = 'too-long';
  if (email === '' && tell) faults.email = 'empty';
  else if (email !== '' && !isEmail(email)) faults.email = 'no-address';
  if (text === '') faults.text = 'empty';
  else if ([...text].length > longestText) faults.text = 'too-long';
  return faults;
}

/** Addresses in it, with or without what stands before their names. */
export function countLinks(text: string): number {
  return (
    text.match(
      /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|biz|xyz|top|ru|cn|io|shop|site|online|click)\b/gi,
    )?.length ?? 0
  );
}
