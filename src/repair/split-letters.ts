/**
 * Finds lost spaces inside a run of letters of one case. The most probable row of words is weighed against the chance
 * that the run is one word that no list knows: both as log10.
 */
import { boundBeginnings, functionWords } from './closed-words.ts';
import { beginningLengths, type Lexicon } from './english-words.ts';
import { type Glue, losesEasily, lostSpace, partChance } from './part-chances.ts';

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
const gluedMalus = 1.2;
/** Where one space of a run is lost, the next is so more easily. */
const lostAgain = 0.45;
/** How a whole run is weighed that no list has: rarer with each letter. */
const unknownWord = (length: number) => -(4 + 0.95 * length);
/** Names that no list has are far more frequent than such words. */
export const unknownName = (length: number, textIsGlued: boolean) =>
  -(3 + 0.7 * length + 0.7 * Math.max(0, length - 10)) - (textIsGlued ? 0.5 : 0);
const rareWord = -7.3;
/** What two large counts never met is rarer still. */
const uncounted = -7.9;

/** @returns log10 of the chance of a lower-case run as one word, known or not. Counts of names are none of such words. */
export function wholeChance(lexicon: Lexicon, lower: string, textIsGlued: boolean): number {
  if (lexicon.hasWord(lower)) return Math.max(lexicon.chance(lower) ?? uncounted, uncounted);
  if (lexicon.remember('derived', lower, () => isDerived(lexicon, lower))) return rareWord - 0.5;
  return unknownWord(lower.length) - (textIsGlued ? gluedMalus : 0);
}

/** "megadrought", "serverless": made by rule from a word that a list has, and so in no need to be in one. */
function isDerived(lexicon: Lexicon, lower: string): boolean {
  const isStem = (word: string) =>
    word.length > 3 &&
    !functionWords.has(word) &&
    (lexicon.chance(word) ?? -9) > -6.5 &&
    lexicon.isPlainWord(word);
  const ending = /(?:less|like|wise|ward|able|hood|ship|ness|isms?|ists?|ings?|ers?|ization|isation)$/.exec(
    lower,
  );
  if (ending && isStem(lower.slice(0, ending.index))) return true;
  for (let length = 3; length <= 7 && length < lower.length - 3; length++) {
    if (boundBeginnings.has(lower.slice(0, length)) && isStem(lower.slice(length))) return true;
  }
  return false;
}

/** The best split of a lower-case run, or null where no row of words fits. */
export function splitLetters(
  lexicon: Lexicon,
  lower: string,
  { whole, textIsGlued, isDense, first }: SplitPlace,
): Split | null {
  const parts = first
    ? bestParts(lexicon, lower, { first, textIsGlued, isDense })
    : lexicon.remember(isDense ? 'dense' : textIsGlued ? 'glued' : 'plain', lower, () =>
        bestParts(lexicon, lower, { first: () => null, textIsGlued, isDense }),
      );
  if (!parts || parts.words.length < 2) return null;
  const compound = parts.words.some(
    (word, at) => at > 0 && !losesEasily(parts.words[at - 1] as string, word, isDense),
  );
  return { parts: parts.words, margin: parts.chance - whole, compound };
}

export type SplitPlace = Glue & {
  /** log10 of the chance of the run as one word. */
  whole: number;
  /** Words that only this text knows, with their chance, where a run begins with them: names that stand alone in it. */
  first?: (lower: string) => number | null;
};
type Known = Required<Omit<SplitPlace, 'whole'>>;

/** A row of words, last word first. */
type Row = { word: string; before: Row | null; chance: number };
/** The best row that ends at a place with a function word, and the best that ends with another. */
type Ends = { withFunction: Row | null; withOther: Row | null };

function bestParts(
  lexicon: Lexicon,
  lower: string,
  known: Known,
): { words: string[]; chance: number } | null {
  if (lower.length < 3 || lower.length > longestRun) return null;
  const ends: Ends[] = Array.from({ length: lower.length + 1 }, () => ({
    withFunction: null,
    withOther: null,
  }));
  for (let start = 0; start < lower.length; start++) {
    const { withFunction, withOther } = ends[start] as Ends;
    if (start > 0 && !withFunction && !withOther) continue;
    for (let end = start + 1; end <= Math.min(start + longestPart, lower.length); end++) {
      const word = lower.slice(start, end);
      // Past its beginning only the names of this text can still go on.
      if (start > 0 && beginningLengths.includes(word.length) && !lexicon.hasBeginning(word)) break;
      if (word.length === lower.length) continue;
      const isLast = end === lower.length;
      const chance =
        partChance(lexicon, word, start === 0, isLast) ?? (start === 0 ? known.first(word) : null);
      if (chance === null) continue;
      for (const before of start === 0 ? [null] : [withFunction, withOther]) {
        if (start > 0 && !before) continue;
        const again = before?.before && known.textIsGlued ? lostAgain : 0;
        const gap = lostSpace(before?.word, word, isLast, known) + again;
        keepBetter(ends[end] as Ends, { word, before, chance: (before?.chance ?? 0) + chance + gap });
      }
    }
  }
  const { withFunction, withOther } = ends[lower.length] as Ends;
  const best =
    !withOther || (withFunction && withFunction.chance >= withOther.chance) ? withFunction : withOther;
  return best && { words: wordsOf(best), chance: best.chance };
}

function keepBetter(ends: Ends, row: Row): void {
  const kind = functionWords.has(row.word) ? 'withFunction' : 'withOther';
  if (row.chance > (ends[kind]?.chance ?? Number.NEGATIVE_INFINITY)) ends[kind] = row;
}

function wordsOf(row: Row | null): string[] {
  const words: string[] = [];
  for (let at = row; at; at = at.before) words.unshift(at.word);
  return words;
}
