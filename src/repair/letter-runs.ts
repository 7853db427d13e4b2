/** Decides where spaces are lost inside one run of letters: glued words, words that run into a name, names in a row. */
import {
  acronyms,
  boundBeginnings,
  functionWords,
  livelyPrefixes,
  nameBeginnings,
  particles,
  prefixLike,
} from './closed-words.ts';
import type { Lexicon } from './english-words.ts';
import { type Split, splitLetters, unknownName, wholeChance } from './split-letters.ts';

/** A space to add before `at`, counted in the run. */
export type Cut = { at: number; confidence: number };
export type RunVerdict = {
  cuts: Cut[];
  /** What looks glued but is not sure enough to be changed: the reading with spaces. */
  doubt: string | null;
};

export type RunPlace = {
  /** The run opens a sentence, a quotation or a line: a capital there says nothing. */
  opensSentence: boolean;
  /** Capitalised words that stand alone in the text. */
  names: ReadonlySet<string>;
  /** Those of them that stand there more than once: glued words seldom do. */
  recurring: ReadonlySet<string>;
  /** Other places of the text show that its spaces were lost. */
  textIsGlued: boolean;
};

const nothing: RunVerdict = { cuts: [], doubt: null };
/** From here on a split is made: ten to one. */
const sure = 1;

export function cutLetters(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  if (run.length < 3 || run === run.toUpperCase()) return nothing;
  if (/^\p{Ll}+$/u.test(run)) return cutLowerCase(lexicon, run, place);
  if (isKnown(lexicon, run)) return nothing;
  if (/^\p{Lu}\p{Ll}+$/u.test(run)) return cutCapitalised(lexicon, run, place);
  return cutMixedCase(lexicon, run, place);
}

/** Whether a list has the run as it is written, or as a plain word with a capital. */
export function isKnown(lexicon: Lexicon, run: string): boolean {
  if (lexicon.hasAsWritten(run)) return true;
  const lower = run.toLowerCase();
  if (!/^\p{Lu}?\p{Ll}+$/u.test(run)) return false;
  return lexicon.hasWord(lower) || (lexicon.chance(lower) ?? -9) > -6.5;
}

function cutLowerCase(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  const whole = wholeChance(lexicon, run, place.textIsGlued);
  if (whole > -6.5) return nothing;
  const split = splitLetters(lexicon, run, { whole, textIsGlued: place.textIsGlued });
  // A word that a list has, however rare, needs more against it.
  const needed = lexicon.hasWord(run) ? sure + (place.textIsGlued ? 1 : 1.5) : sure;
  return decide(split, run, place, needed);
}

function cutCapitalised(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  const lower = run.toLowerCase();
  const rareName = place.textIsGlued && place.opensSentence ? -7 : -6.3;
  const whole = lexicon.isPersonsName(lower)
    ? rareName
    : unknownName(lower.length, place.textIsGlued) - (place.textIsGlued && place.opensSentence ? 1 : 0);
  const first = (word: string): number | null => {
    // "Iwas" opens with a word that has its capital anywhere.
    if (word === 'i') return run.length > 3 ? -1.5 : null;
    const name = run.slice(0, word.length);
    if (name.length < 3 || name.length === run.length) return null;
    if (place.names.has(name)) return -3.8;
    return lexicon.hasAsWritten(name) ? Math.max(lexicon.chance(word) ?? -7, -7) : null;
  };
  const split = splitLetters(lexicon, lower, { whole, textIsGlued: place.textIsGlued, first });
  if (!split) return place.textIsGlued ? cutBehindUnknownName(run) : nothing;
  const opening = split.parts[0] as string;
  if (!functionWords.has(opening) && place.recurring.has(run)) return nothing;
  // "Inthe" opens sentences; in the middle of one a capital means a name, and names look like anything.
  const inMidSentence = functionWords.has(opening) && opening !== 'i' && !place.opensSentence;
  const chancy =
    !functionWords.has(opening) &&
    run.length - opening.length < 4 &&
    !place.names.has(run.slice(0, opening.length));
  const needed = inMidSentence || chancy ? sure + 1 : sure;
  return decide(split, run, place, needed);
}

/** "Kastnersaid": no list has the name, but names do not end like this. */
function cutBehindUnknownName(run: string): RunVerdict {
  const tail =
    /^\p{Lu}\p{Ll}{3,}?(said|was|will|with|from|that|have|were|would|could|which|after|their|than|also|told)$/u.exec(
      run,
    );
  return tail
    ? { cuts: [{ at: run.length - (tail[1] as string).length, confidence: 0.9 }], doubt: null }
    : nothing;
}

function decide(split: Split | null, run: string, place: RunPlace, needed: number): RunVerdict {
  if (!split || split.margin < 0) return nothing;
  const enough = split.margin >= needed + extraNeeded(split, place);
  if (enough) return { cuts: cutsOf(split.parts, confidenceOf(split.margin)), doubt: null };
  return split.margin >= needed ? { cuts: [], doubt: reading(run, split.parts) } : nothing;
}

/** What is asked beyond the plain measure where the parts may as well be one new word: a compound, "inlined", "signup". */
function extraNeeded({ parts, compound }: Split, { textIsGlued }: RunPlace): number {
  if (compound) return textIsGlued ? 1 : Number.POSITIVE_INFINITY;
  if (textIsGlued) return -0.5;
  if (parts.length > 2) return 0;
  const [left = '', right = ''] = parts;
  if (functionWords.has(left) && functionWords.has(right)) return 0;
  if (particles.has(right)) return left.length > 5 ? 0.5 : Number.POSITIVE_INFINITY;
  if (livelyPrefixes.has(left)) return Number.POSITIVE_INFINITY;
  return prefixLike.has(left) ? 0.7 : 0;
}

function confidenceOf(margin: number): number {
  return Math.min(0.99, Math.round((1000 * 1) / (1 + 10 ** -margin)) / 1000);
}

function cutsOf(parts: string[], confidence: number): Cut[] {
  let at = 0;
  return parts.slice(0, -1).map((part) => {
    at += part.length;
    return { at, confidence };
  });
}

function reading(run: string, parts: string[]): string {
  let at = 0;
  return parts
    .map((part) => {
      at += part.length;
      return run.slice(at - part.length, at);
    })
    .join(' ');
}

/** A capital inside a run: "withIranian", "RussianDeputy", "USCongress", but not "YouTube" or "McDonald". */
function cutMixedCase(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  const behind = /^(\p{Lu}{2,6})(\p{Ll}{2,})$/u.exec(run);
  if (behind && acronyms.has(behind[1] as string)) {
    return cutBehindAcronym(lexicon, behind[1] as string, behind[2] as string, place);
  }
  const pieces = run.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? [];
  if (pieces.join('') !== run) return nothing;
  const cuts: Cut[] = [];
  let doubt: string | null = null;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const inside = cutLetters(lexicon, piece, {
      ...place,
      opensSentence: place.opensSentence && index === 0,
    });
    const next = pieces[index + 1];
    const join =
      next === undefined ? null : joinOf(lexicon, lastWord(piece, inside), next, index === 0, place);
    // A piece that is no word by itself and has no space after it is part of some name.
    if (next === undefined || join !== 'name')
      cuts.push(...inside.cuts.map((cut) => ({ ...cut, at: cut.at + at })));
    at += piece.length;
    if (typeof join === 'number') cuts.push({ at, confidence: join });
    if (join === 'doubt') doubt = pieces.join(' ');
  }
  return { cuts, doubt: cuts.length > 0 ? null : doubt };
}

function lastWord(piece: string, { cuts }: RunVerdict): string {
  return piece.slice(cuts.at(-1)?.at ?? 0);
}

function cutBehindAcronym(lexicon: Lexicon, acronym: string, rest: string, place: RunPlace): RunVerdict {
  const isWord = functionWords.has(rest) || (rest.length >= 4 && (lexicon.chance(rest) ?? -9) > -5.5);
  if (isWord) return { cuts: [{ at: acronym.length, confidence: 0.94 }], doubt: null };
  const split = cutLetters(lexicon, rest, { ...place, opensSentence: false });
  if (split.cuts.length === 0) return nothing;
  const inside = split.cuts.map((cut) => ({ ...cut, at: cut.at + acronym.length }));
  return { cuts: [{ at: acronym.length, confidence: 0.92 }, ...inside], doubt: null };
}

/** How sure it is that a space is lost between two pieces; 'doubt': perhaps; 'name': they are one name. */
function joinOf(
  lexicon: Lexicon,
  left: string,
  right: string,
  isFirst: boolean,
  place: RunPlace,
): number | 'doubt' | 'name' {
  if (/^\p{Ll}/u.test(left)) return afterLowerCase(lexicon, left, right, place);
  if (left === 'A' && place.opensSentence && isFirst && isKnown(lexicon, right))
    return place.textIsGlued ? 0.92 : 'doubt';
  if (nameBeginnings.has(left) || boundBeginnings.has(left.toLowerCase()) || right.length < 2) return 'name';
  if (left === left.toUpperCase()) return afterAcronym(lexicon, left, right, place);
  if (right === right.toUpperCase())
    return acronyms.has(right) && isKnown(lexicon, left) && left.length > 3 ? 0.93 : 'name';
  return betweenNames(lexicon, left, right, isFirst, place);
}

/** "inTehran", "visitedTehran"; but "magicLink" is some program's name unless the text has lost spaces elsewhere. */
function afterLowerCase(
  lexicon: Lexicon,
  left: string,
  right: string,
  place: RunPlace,
): number | 'doubt' | 'name' {
  if (right === 'I' && left.length > 1 && functionWords.has(left)) return 0.94;
  const capitals = right === right.toUpperCase();
  if (capitals && !acronyms.has(right)) return 'name';
  if (functionWords.has(left) && (left.length > 1 || (left === 'a' && right.length > 2))) return 0.99;
  if (boundBeginnings.has(left) || right.length < 2) return 'name';
  const known = left.length > 2 && (lexicon.chance(left) ?? -9) > -6.5;
  if (!known && !(left.length > 4 && lexicon.hasWord(left))) return 'name';
  const givesAway = capitals || place.names.has(right) || onlyName(lexicon, right);
  return place.textIsGlued || givesAway ? 0.96 : 'doubt';
}

function afterAcronym(
  lexicon: Lexicon,
  left: string,
  right: string,
  place: RunPlace,
): number | 'doubt' | 'name' {
  if (!acronyms.has(left) || right.length < 3 || !isKnown(lexicon, right)) return 'name';
  const maker = /^(?:TV|IT|AI|DC|LA|CNN|BBC|IS|WHO)$/.test(left);
  if (!maker || place.textIsGlued) return 0.93;
  return 'doubt';
}

const titles =
  /^(?:President|Minister|Premier|Chancellor|Secretary|General|Colonel|Senator|Governor|Mayor|King|Queen|Prince|Princess|Pope|Judge|Justice|Ambassador|Ayatollah|Sheikh|Professor|Doctor|Commander|Admiral|Captain|Chairman|Deputy|Sir|Lord|Lady|Mr|Mrs|Ms|Dr)$/;

function betweenNames(
  lexicon: Lexicon,
  left: string,
  right: string,
  isFirst: boolean,
  place: RunPlace,
): number | 'doubt' | 'name' {
  const opening = isFirst && left.length > 1 && functionWords.has(left.toLowerCase());
  if (opening && place.opensSentence && right.length > 2)
    return isName(lexicon, right, place) ? 0.96 : 'doubt';
  if (left.length < 3 || right.length < 3) return 'name';
  if (titles.test(left)) return 0.94;
  const leftKnown = isName(lexicon, left, place);
  const rightKnown = isName(lexicon, right, place);
  if (!leftKnown || !rightKnown) {
    // Of two names in a row one stands alone elsewhere, or the text has lost spaces all over.
    return place.textIsGlued && (leftKnown || rightKnown) ? 0.9 : 'name';
  }
  if (place.textIsGlued) return 0.95;
  // Made-up names are put together from plain words (PowerPoint); a place or a people gives glue away.
  return onlyName(lexicon, left) || onlyName(lexicon, right) ? 0.93 : 'doubt';
}

function isName(lexicon: Lexicon, word: string, place: RunPlace): boolean {
  return place.names.has(word) || isKnown(lexicon, word) || lexicon.isPersonsName(word.toLowerCase());
}

function onlyName(lexicon: Lexicon, word: string): boolean {
  return !lexicon.hasWord(word.toLowerCase()) && lexicon.hasAsWritten(word);
}
