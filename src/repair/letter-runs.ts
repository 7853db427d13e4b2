/** Decides where spaces are lost inside one run of letters, of whatever case. */
import type { Lexicon } from './english-words.ts';
import { cutMixedCase } from './mixed-case.ts';
import { cutOneCase, isKnown, nothing, type RunPlace, type RunVerdict } from './one-case.ts';

export type { Cut, RunPlace, RunVerdict } from './one-case.ts';
export { isKnown } from './one-case.ts';

export function cutLetters(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  if (run.length < 3 || run === run.toUpperCase()) return nothing;
  if (/^\p{Lu}?\p{Ll}+$/u.test(run)) return cutOneCase(lexicon, run, place);
  return isKnown(lexicon, run) ? nothing : cutMixedCase(lexicon, run, place);
}
