/** Capitals inside a run of letters: words that run into a name, names in a row, and made-up names that only look so. */
import { acronyms, boundBeginnings, functionWords, nameBeginnings, publicBodies } from './closed-words.ts';
import type { Lexicon } from './english-words.ts';
import { betweenNames, type Join, muchGlue, onlyName } from './names-in-a-row.ts';
import { type Cut, cutOneCase, isKnown, nothing, type RunPlace, type RunVerdict } from './one-case.ts';

/** Longer ones are no names in a row but a key or a joke. */
const longestRun = 90;

/** A capital inside a run: "withIranian", "RussianDeputy", "USCongress", but not "YouTube" or "McDonald". */
export function cutMixedCase(lexicon: Lexicon, run: string, place: RunPlace): RunVerdict {
  const pieces = run.length > longestRun ? null : piecesOf(lexicon, run, place);
  if (!pieces) return nothing;
  const cuts: Cut[] = [];
  let doubt: string | null = null;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const inside = cutOneCase(lexicon, piece, {
      ...place,
      opensSentence: place.opensSentence && index === 0,
    });
    const next = pieces[index + 1];
    const left = lastWord(piece, inside);
    const join = next === undefined ? null : joinOf(lexicon, left, next, index === 0, place);
    // A piece that is no word by itself and has no space after it is part of some name.
    if (next === undefined || join !== 'name')
      cuts.push(...inside.cuts.map((cut) => ({ ...cut, at: cut.at + at })));
    at += piece.length;
    if (typeof join === 'number' && !isOneName(lexicon, left, next as string, place))
      cuts.push({ at, confidence: join });
    if (join === 'doubt') doubt = pieces.join(' ');
  }
  // What recurs just so is somebody's name, unless a function word shows that it is not.
  const isBrand =
    place.recurring.has(run) &&
    place.lostShare < muchGlue &&
    !cuts.some(({ confidence }) => confidence > 0.91) &&
    !pieces.some((piece) => functionWords.has(piece.toLowerCase()));
  if (isBrand && cuts.length > 0) return { cuts: [], doubt: pieces.join(' ') };
  return { cuts, doubt: cuts.length > 0 ? null : doubt };
}

/** "WhatsApp", wherever it stands in the run, and whatever small words run into it. */
function isOneName(lexicon: Lexicon, left: string, right: string, place: RunPlace): boolean {
  const first = right.slice(0, cutOneCase(lexicon, right, place).cuts[0]?.at ?? right.length);
  return lexicon.hasAsWritten(left + first);
}

/** "withIranian" as with, Iranian; "TheIDFsaid" as The, IDF, said. Null where something else than letters is between. */
function piecesOf(lexicon: Lexicon, run: string, place: RunPlace): string[] | null {
  const pieces: string[] = [];
  for (const piece of run.match(/\p{Lu}{2,}s?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? []) {
    const apart = /^\p{Lu}{2}.*\p{Ll}$/u.test(piece) ? behindAcronym(lexicon, piece, place) : [piece];
    const last = pieces.at(-1) ?? '';
    const small = /^\p{Ll}{3,}$/u.test(last) ? smallBeginning(lexicon, last, apart[0] as string) : 0;
    if (small > 0) pieces.splice(-1, 1, last.slice(0, -small), last.slice(-small) + apart.shift());
    pieces.push(...apart);
  }
  return pieces.join('') === run ? pieces : null;
}

/** "andiPhone", "withmacOS": how many of the small letters belong to the name behind them. */
function smallBeginning(lexicon: Lexicon, small: string, name: string): number {
  for (const length of [1, 2, 3]) {
    if (!functionWords.has(small.slice(0, -length))) continue;
    if (lexicon.hasAsWritten(small.slice(-length) + name)) return length;
  }
  return 0;
}

/** "USand" is US, and; "MPswere" is MPs, were; but "USCongress" is US, Congress. */
function behindAcronym(lexicon: Lexicon, piece: string, place: RunPlace): string[] {
  const capitals = /^\p{Lu}+/u.exec(piece)?.[0] ?? '';
  const rest = piece.slice(capitals.length);
  const plain = [capitals.slice(0, -1), piece.slice(capitals.length - 1)];
  const isPlain = rest.length > 1 && isKnown(lexicon, plain[1] as string);
  if (isPlain && (capitals.length > 2 || (/^[AI]/.test(capitals) && place.opensSentence))) return plain;
  const named = isAcronym(lexicon, capitals, place);
  if (!named && (!place.textIsGlued || capitals.length > 6)) return plain;
  const isFunction = (word: string) =>
    functionWords.has(word) && word.length > (place.textIsGlued || acronyms.has(capitals) ? 1 : 2);
  if (rest.startsWith('s') && isFunction(rest.slice(1))) return [`${capitals}s`, rest.slice(1)];
  const first = rest.slice(0, cutOneCase(lexicon, rest, place).cuts[0]?.at ?? rest.length);
  const frequent = acronyms.has(capitals) ? (place.textIsGlued ? -7 : -6.3) : -5.5;
  const isWord = first.length >= 4 && lexicon.hasWord(first) && (lexicon.chance(first) ?? -9) > frequent;
  if (isFunction(first) || (named && (isWord || first.length < rest.length))) return [capitals, rest];
  return plain;
}

function lastWord(piece: string, { cuts }: RunVerdict): string {
  return piece.slice(cuts.at(-1)?.at ?? 0);
}

function joinOf(lexicon: Lexicon, left: string, right: string, isFirst: boolean, place: RunPlace): Join {
  if (/^\p{Ll}/u.test(left)) return afterLowerCase(lexicon, left, right, place);
  if (left === 'A' && place.opensSentence && isFirst && isKnown(lexicon, right))
    return place.textIsGlued ? 0.92 : 'doubt';
  // "ButI"
  if (right === 'I' && isFirst && functionWords.has(left.toLowerCase()) && left.length > 1) return 0.93;
  const isBound = nameBeginnings.has(left) || boundBeginnings.has(left.toLowerCase());
  if ((isBound && !publicBodies.has(right)) || right.length < 2) return 'name';
  if (left === left.toUpperCase() || /^\p{Lu}{2,}s$/u.test(left))
    return afterAcronym(lexicon, left, right, place);
  if (right === right.toUpperCase()) return beforeAcronym(lexicon, left, right, isFirst, place);
  return betweenNames(lexicon, left, right, isFirst, place);
}

/** "inTehran", "visitedTehran"; but "magicLink" is some program's name unless the text has lost spaces elsewhere. */
function afterLowerCase(lexicon: Lexicon, left: string, right: string, place: RunPlace): Join {
  if (right === 'I' && left.length > 1 && functionWords.has(left)) return 0.94;
  const capitals = right === right.toUpperCase();
  if (capitals && !isAcronym(lexicon, right, place) && !(place.textIsGlued && functionWords.has(left)))
    return 'name';
  if (right.length < 2) return 'name';
  if (functionWords.has(left) && (left.length > 1 || (left === 'a' && right.length > 2))) return 0.99;
  if (boundBeginnings.has(left)) return 'name';
  const known = left.length > 2 && (lexicon.chance(left) ?? -9) > -6.5;
  if (!known && !(left.length > 4 && lexicon.hasWord(left))) return 'name';
  const givesAway = (capitals && acronyms.has(right)) || place.names.has(right) || onlyName(lexicon, right);
  return place.textIsGlued || givesAway ? 0.96 : 'doubt';
}

/** Capitals that are known to be a word: from the lists, or because they stand alone in the text. */
function isAcronym(lexicon: Lexicon, capitals: string, place: RunPlace): boolean {
  if (capitals.length < 2) return false;
  return acronyms.has(capitals) || place.names.has(capitals) || lexicon.hasAsWritten(capitals);
}

function afterAcronym(lexicon: Lexicon, left: string, right: string, place: RunPlace): Join {
  if (functionWords.has(right)) return 0.94;
  const listed = acronyms.has(left.replace(/s$/, ''));
  if (/^\p{Ll}/u.test(right)) return listed ? 0.94 : 0.92;
  if (!listed || right.length < 3 || !isKnown(lexicon, right)) return 'name';
  const maker = /^(?:TV|IT|AI|DC|LA|CNN|BBC|IS|WHO)$/.test(left);
  if (!maker || place.textIsGlued) return 0.93;
  return 'doubt';
}

/** "RussianMP", "InUK"; but "JavaEE" and "MacOS" are names. */
function beforeAcronym(
  lexicon: Lexicon,
  left: string,
  right: string,
  isFirst: boolean,
  place: RunPlace,
): Join {
  if (isFirst && place.opensSentence && left.length > 1 && functionWords.has(left.toLowerCase()))
    return isAcronym(lexicon, right, place) || place.textIsGlued || left === 'The' ? 0.92 : 'doubt';
  return acronyms.has(right) && isKnown(lexicon, left) && left.length > 3 ? 0.93 : 'name';
}
