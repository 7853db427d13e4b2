/** Decides where spaces are lost inside a run of letters of one case, with or without a capital in front. */
import { functionWords, livelyPrefixes, particles, prefixLike } from './closed-words.ts';
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
  /** The text writes "per cent", and so no "percent". */
  saysPerCent: boolean;
  /** How many spaces were lost for each word of it, as far as a first reading found them. */
  lostShare: number;
};

export const nothing: RunVerdict = { cuts: [], doubt: null };
/** From here on a split is made: ten to one. */
const sure = 1;

/** Runs that mix cases get no verdict here. */
export function cutOneCase(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  if (run.length < 3) return nothing;
  if (/^\p{Ll}+$/u.test(run)) return cutLowerCase(lexicon, run, place);
  if (!/^\p{Lu}\p{Ll}+$/u.test(run) || isKnown(lexicon, run)) return nothing;
  return cutCapitalised(lexicon, run, place);
}

/** Whether a list has the run as it is written, or as a plain word with a capital. */
export function isKnown(lexicon: Lexicon, run: string): boolean {
  if (lexicon.hasAsWritten(run)) return true;
  const lower = run.toLowerCase();
  if (!/^\p{Lu}?\p{Ll}+$/u.test(run)) return false;
  return lexicon.hasWord(lower) || (lexicon.chance(lower) ?? -9) > -6.5;
}

function cutLowerCase(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  if (run === 'percent' && place.saysPerCent && place.textIsGlued)
    return { cuts: [{ at: 3, confidence: 0.93 }], doubt: null };
  const whole = wholeChance(lexicon, run, place.textIsGlued);
  if (whole > -6.3 && lexicon.hasWord(run)) return nothing;
  const split = splitLetters(lexicon, run, {
    whole,
    textIsGlued: place.textIsGlued,
    isDense: isDense(place),
  });
  // A word that a list has, however rare, needs more against it.
  const against = !place.textIsGlued ? 1.5 : lexicon.chance(run) === null ? 0.3 : 1;
  const needed = lexicon.hasWord(run) ? sure + against : sure;
  return decide(split, run, place, needed);
}

function cutCapitalised(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  const lower = run.toLowerCase();
  const rareName = place.textIsGlued && place.opensSentence ? -7 : -6.3;
  const whole = lexicon.isPersonsName(lower)
    ? rareName
    : // At the start of a sentence the capital is no sign of a name.
      unknownName(lower.length, place.textIsGlued) -
      (place.opensSentence ? (place.textIsGlued ? 1 : 1.5) : 0);
  const first = (word: string): number | null => {
    // "Iwas" opens with a word that has its capital anywhere.
    if (word === 'i') return run.length > 3 ? -1.5 : null;
    const name = run.slice(0, word.length);
    if (name.length < 3 || name.length === run.length) return null;
    if (place.names.has(name)) return -3.8;
    return lexicon.hasAsWritten(name) ? Math.max(lexicon.chance(word) ?? -7, -7) : null;
  };
  const split = splitLetters(lexicon, lower, {
    whole,
    textIsGlued: place.textIsGlued,
    isDense: isDense(place),
    first,
  });
  if (!split) return place.textIsGlued ? cutBehindUnknownName(run) : nothing;
  const opening = split.parts[0] as string;
  if (!functionWords.has(opening) && place.recurring.has(run)) return nothing;
  // "Inthe" opens sentences; in the middle of one a capital means a name, and names look like anything.
  const inMidSentence = functionWords.has(opening) && opening !== 'i' && !place.opensSentence;
  const name = run.slice(0, opening.length);
  const isSureName =
    place.names.has(name) || (place.textIsGlued && name.length > 4 && lexicon.hasAsWritten(name));
  const chancy = !functionWords.has(opening) && run.length - opening.length < 4 && !isSureName;
  // "Genevaon": names that go on like a known one are rare.
  const runsOn = isSureName && place.textIsGlued && functionWords.has(split.parts[1] as string);
  const needed = inMidSentence || chancy ? sure + 1 : runsOn ? sure - 1 : sure;
  return decide(split, run, place, needed);
}

/** "Kastnersaid": no list has the name, but names do not end like this. */
function cutBehindUnknownName(run: string): RunVerdict {
  const tail =
    /^\p{Lu}\p{Ll}{3,}?(said|was|will|with|within|from|that|have|were|would|could|which|while|when|where|until|since|before|about|through|after|their|than|also|told)$/u.exec(
      run,
    );
  return tail
    ? { cuts: [{ at: run.length - (tail[1] as string).length, confidence: 0.9 }], doubt: null }
    : nothing;
}

const isDense = ({ lostShare }: Pick<RunPlace, 'lostShare'>): boolean => lostShare > 0.05;

function decide(split: Split | null, run: string, place: RunPlace, needed: number): RunVerdict {
  if (!split || split.margin < 0) return nothing;
  const enough = split.margin >= needed + extraNeeded(split, place);
  const parts = place.saysPerCent
    ? split.parts.flatMap((part) => (part === 'percent' ? ['per', 'cent'] : part))
    : split.parts;
  if (enough) return { cuts: cutsOf(parts, confidenceOf(split.margin)), doubt: null };
  return split.margin >= needed ? { cuts: [], doubt: reading(run, split.parts) } : nothing;
}

/** What is asked beyond the plain measure where the parts may as well be one new word: a compound, "inlined", "signup". */
function extraNeeded({ parts, compound }: Split, { textIsGlued, lostShare }: RunPlace): number {
  if (compound && textIsGlued) return isDense({ lostShare }) ? 0.5 : 1;
  if (compound) return Number.POSITIVE_INFINITY;
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
