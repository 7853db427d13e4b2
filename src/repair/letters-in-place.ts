/** Lost spaces inside the letters of one atom, as far as they hang on the atoms beside it. */
import { type Atom, wordAt } from './atoms.ts';
import { boundBeginnings, functionWords } from './closed-words.ts';
import { cutBehindApostrophe } from './contractions.ts';
import type { Lexicon } from './english-words.ts';
import { type Cut, cutLetters, isKnown, type RunPlace, type RunVerdict } from './letter-runs.ts';
import { cutBehindEnding } from './numbers.ts';
import { nothing } from './one-case.ts';

/** `doubt` says what an editor should look at. */
export function cutInPlace(lexicon: Lexicon, atoms: Atom[], index: number, place: RunPlace): RunVerdict {
  const { text } = atoms[index] as Atom;
  const before = atoms[index - 1];
  const ahead = atoms[index - 2];
  const next = atoms[index + 1];
  if (!/^\p{Script=Latin}+$/u.test(text) || before?.text === '/' || next?.text === '/') return nothing;
  if (before && /^['’]$/u.test(before.text) && ahead?.kind === 'letters') {
    return {
      cuts: cutBehindApostrophe(lexicon, lastWord(lexicon, ahead.text, place), text, place),
      doubt: null,
    };
  }
  if (before?.kind === 'number') {
    const behind = cutBehindEnding(lexicon, before.text, text, place);
    if (behind.length > 0) return { cuts: behind, doubt: null };
  }
  if (next?.text === '-') {
    const beginning = cutBeforeBeginning(lexicon, text, place);
    if (beginning.length > 0) return { cuts: beginning, doubt: null };
  }
  if (
    next?.kind === 'number' ||
    next?.text === '&' ||
    (next?.text === '.' && /^\p{Lu}$/u.test(wordAt(atoms, index + 2)))
  ) {
    const initial = cutBeforeInitial(lexicon, text, place);
    if (initial.length > 0) return { cuts: initial, doubt: null };
  }
  if (/^.+\p{Ll}o$/u.test(text) && wordAt(atoms, index + 2) === 'clock' && next?.kind === 'sign') {
    const left = text.slice(0, -1);
    return {
      cuts: [...cutLetters(lexicon, left, place).cuts, { at: left.length, confidence: 0.97 }],
      doubt: null,
    };
  }
  // "lookin’" has lost a letter, not a space.
  if (next && /^['’]$/u.test(next.text) && text.endsWith('in') && lexicon.hasWord(`${text}g`)) return nothing;
  const verdict = cutLetters(lexicon, text, place);
  return {
    cuts: verdict.cuts,
    doubt: verdict.doubt ? `may be more than one word: “${verdict.doubt}”` : null,
  };
}

function lastWord(lexicon: Lexicon, run: string, place: RunPlace): string {
  return run.slice(cutLetters(lexicon, run, place).cuts.at(-1)?.at ?? 0);
}

/** "theU.S.", "inthe U.N.", "inQ2": the last letter begins a row of initials, or goes with a number. */
function cutBeforeInitial(lexicon: Lexicon, run: string, place: RunPlace): Cut[] {
  const left = /^(.*\p{Ll})\p{Lu}$/u.exec(run)?.[1];
  if (!left) return [];
  const inside = cutLetters(lexicon, left, place).cuts;
  const word = left.slice(inside.at(-1)?.at ?? 0);
  const known = functionWords.has(word.toLowerCase()) || (place.textIsGlued && isKnown(lexicon, word));
  return known ? [...inside, { at: left.length, confidence: 0.95 }] : [];
}

/** "ofre-elected", "anex-minister", "foral-Sisi": what stands before the hyphen is only the beginning of a word. */
function cutBeforeBeginning(lexicon: Lexicon, run: string, place: RunPlace): Cut[] {
  if (isKnown(lexicon, run)) return [];
  for (let at = run.length - 2; at > 0; at--) {
    const left = run.slice(0, at);
    const beginning = run.slice(at).toLowerCase();
    if (!boundBeginnings.has(beginning) && !/^(?:al|el|ad|ul)$/.test(beginning)) continue;
    const inside = cutLetters(lexicon, left, place).cuts;
    if (functionWords.has(left.slice(inside.at(-1)?.at ?? 0).toLowerCase()))
      return [...inside, { at, confidence: 0.95 }];
  }
  return [];
}
