/** How likely a word is as a part of a glued run, and how likely a space is lost between two of them: all as log10. */
import {
  beforeA,
  boundBeginnings,
  boundEndings,
  functionWords,
  prefixLike,
  seldomAlone,
  shortWords,
} from './closed-words.ts';
import type { Lexicon } from './english-words.ts';

export type Glue = {
  /** The text is known to have lost spaces. */
  textIsGlued: boolean;
  /** So many of them that short words of any kind have lost theirs. */
  isDense: boolean;
};

/** Where spaces are lost: beside a function word and, in dense glue, behind any short word. */
export function losesEasily(left: string, right: string, isDense: boolean): boolean {
  return functionWords.has(left) || functionWords.has(right) || (isDense && left.length < 4);
}

const afterArticle =
  /^(?:few|hundred|thousand|million|billion|more|most|less|very|own|many|other|same|said|once|now|early|like|just)$/;
const numeral = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|.*teen|.*ty)$/;

/** What English grammar forbids behind "a", "an" and "the" is no reading of glued words: "a this", "an man", "the of". */
function mayFollow(left: string, right: string): boolean {
  if (left === 'am') return /^(?:a|an|not|the|in|now|very|only)$/.test(right) || right.endsWith('ing');
  if (left !== 'a' && left !== 'an' && left !== 'the') return true;
  if (left === 'an' && !/^[aeiouh]/.test(right)) return false;
  if (left === 'a' && /^[aeio](?!ne|nce|uro)/.test(right)) return false;
  if (
    left !== 'the' &&
    /^.{3,}[^aisu]s$/.test(right) &&
    !/(?:series|species|means|news|ics|lens|yes)$/.test(right)
  )
    return false;
  return !functionWords.has(right) || afterArticle.test(right) || numeral.test(right);
}

/** log10 of the chance that a space is lost between two words. */
export function lostSpace(left: string | undefined, right: string, isLast: boolean, glue: Glue): number {
  const { textIsGlued, isDense } = glue;
  if (left === undefined) return 0;
  if (!mayFollow(left, right)) return -4;
  if (right === 'a' && isLast && !beforeA.has(left)) return textIsGlued && !functionWords.has(left) ? -2 : -3;
  if (!losesEasily(left, right, isDense)) return textIsGlued ? -2.6 : -3.5;
  if (textIsGlued) return functionWords.has(left) || functionWords.has(right) ? -0.9 : -1.6;
  return prefixLike.has(left) && !functionWords.has(right) ? -1.6 : -1.3;
}

/** log10 of the chance of a word as a part, or null where it may be none. */
export function partChance(lexicon: Lexicon, word: string, isFirst: boolean, isLast: boolean): number | null {
  if (word === 'i') return null;
  if (word === 'am') return -4.2;
  // Of two readings the one with the longer function word is the likelier: “were treated”, not “we retreated”.
  if (functionWords.has(word)) return Math.max(lexicon.chance(word) ?? -5, -5) + 0.12 * (word.length - 2);
  if (word.length < 3) return shortWords.has(word) ? (lexicon.chance(word) ?? -5) : null;
  if (word.length === 3) return threeLetters(lexicon, word, isFirst, isLast);
  if (isFirst && boundBeginnings.has(word)) return null;
  if (isLast && boundEndings.has(word)) return null;
  const chance = lexicon.chance(word);
  if (chance !== null && chance >= -6.8) return chance;
  return lexicon.isPlainWord(word) ? -7.5 : null;
}

function threeLetters(lexicon: Lexicon, word: string, isFirst: boolean, isLast: boolean): number | null {
  if (seldomAlone.has(word) || !lexicon.isPlainWord(word)) return null;
  if ((isFirst && boundBeginnings.has(word)) || (isLast && boundEndings.has(word))) return null;
  const chance = lexicon.chance(word) ?? -9;
  // The rarer ones are nearly always a piece of something longer too.
  return chance >= -5.6 ? chance : chance >= -6.4 ? chance - 0.8 : null;
}
