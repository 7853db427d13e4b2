/**
 * Finds lost spaces inside a run of letters of one case. The most probable row of words is weighed against the chance
 * that the run is one word that no list knows: both as log10.
 */
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

export type Split = {
  parts: string[];
  /** log10 of how much more likely the parts are than the whole. */
  margin: number;
  /** Whether two words meet of which neither is a function word: a compound that no list knows looks the same. */
  compound: boolean;
};

/** Longer runs are no glued words but something else: a key, a hash, a joke. */
const longestRun = 45;
const longestPart = 20;

/** How much less a whole unknown word is likely where the text is known to have lost spaces. */
const gluedMalus = 2;
/** How a whole run is weighed that no list has: rarer with each letter. */
const unknownWord = (length: number) => -(3.2 + 0.95 * length);
/** Names that no list has are far more frequent than such words. */
export const unknownName = (length: number, textIsGlued: boolean) =>
  -(3 + 0.7 * length) - (textIsGlued ? 0.5 : 0);
const rareWord = -7.3;

/** @returns log10 of the chance of a lower-case run as one word, known or not. Counts of names are none of such words. */
export function wholeChance(lexicon: Lexicon, lower: string, textIsGlued: boolean): number {
  if (lexicon.hasWord(lower)) return Math.max(lexicon.chance(lower) ?? rareWord, rareWord);
  return unknownWord(lower.length) - (textIsGlued ? gluedMalus : 0);
}

/** The best split of a lower-case run, or null where no row of words fits. */
export function splitLetters(
  lexicon: Lexicon,
  lower: string,
  { whole, textIsGlued, first }: SplitPlace,
): Split | null {
  const parts = first
    ? bestParts(lexicon, lower, { first, textIsGlued })
    : lexicon.remember(textIsGlued ? 'glued' : 'plain', lower, () =>
        bestParts(lexicon, lower, { first: () => null, textIsGlued }),
      );
  if (!parts || parts.words.length < 2) return null;
  const compound = parts.words.some(
    (word, at) => at > 0 && !touchesFunction(parts.words[at - 1] as string, word),
  );
  return { parts: parts.words, margin: parts.chance - whole, compound };
}

export type SplitPlace = {
  /** log10 of the chance of the run as one word. */
  whole: number;
  textIsGlued: boolean;
  /** Words that only this text knows, with their chance, where a run begins with them: names that stand alone in it. */
  first?: (lower: string) => number | null;
};
type Known = Required<Omit<SplitPlace, 'whole'>>;

function touchesFunction(left: string, right: string): boolean {
  return functionWords.has(left) || functionWords.has(right);
}

export type Row = { words: string[]; chance: number };

function bestParts(lexicon: Lexicon, lower: string, known: Known): Row | null {
  if (lower.length < 3 || lower.length > longestRun) return null;
  // best[end]: the best row of words that ends there, one for each kind of last word.
  const best: Row[][] = [[{ words: [], chance: 0 }]];
  for (let end = 1; end <= lower.length; end++) {
    const rows = new Map<boolean, Row>();
    for (let start = Math.max(0, end - longestPart); start < end; start++) {
      const before = best[start];
      if (!before?.length || end - start === lower.length) continue;
      const word = lower.slice(start, end);
      const chance =
        partChance(lexicon, word, start === 0, end === lower.length) ??
        (start === 0 ? known.first(word) : null);
      if (chance === null) continue;
      for (const row of before)
        keepBetter(
          rows,
          extend(
            row,
            word,
            chance + lostSpace(row.words.at(-1), word, end === lower.length, known.textIsGlued),
          ),
        );
    }
    best[end] = [...rows.values()];
  }
  return (best[lower.length] ?? []).reduce<Row | null>((a, b) => (a && a.chance >= b.chance ? a : b), null);
}

function keepBetter(rows: Map<boolean, Row>, row: Row): void {
  const kind = functionWords.has(row.words.at(-1) as string);
  const there = rows.get(kind);
  if (!there || row.chance > there.chance) rows.set(kind, row);
}

function extend(row: Row, word: string, chance: number): Row {
  return { words: [...row.words, word], chance: row.chance + chance };
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
  return !functionWords.has(right) || afterArticle.test(right) || numeral.test(right);
}

/** log10 of the chance that a space is lost between two words. */
function lostSpace(left: string | undefined, right: string, isLast: boolean, textIsGlued: boolean): number {
  if (left === undefined) return 0;
  if (!mayFollow(left, right)) return -4;
  if (right === 'a' && isLast && !beforeA.has(left)) return textIsGlued && !functionWords.has(left) ? -2 : -3;
  if (!touchesFunction(left, right)) return textIsGlued ? -2.6 : -3.5;
  if (textIsGlued) return -0.9;
  return prefixLike.has(left) && !functionWords.has(right) ? -1.6 : -1.3;
}

/** log10 of the chance of a word as a part, or null where it may be none. */
function partChance(lexicon: Lexicon, word: string, isFirst: boolean, isLast: boolean): number | null {
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
  return lexicon.hasWord(word) ? -7.5 : null;
}

function threeLetters(lexicon: Lexicon, word: string, isFirst: boolean, isLast: boolean): number | null {
  if (seldomAlone.has(word) || !lexicon.hasWord(word)) return null;
  if ((isFirst && boundBeginnings.has(word)) || (isLast && boundEndings.has(word))) return null;
  const chance = lexicon.chance(word) ?? -9;
  return chance >= -5.6 ? chance : null;
}
