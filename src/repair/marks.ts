/** Lost spaces at full stops, commas, quotation marks, brackets and numbers: between two atoms of a piece of text. */
import { acronyms, beforeNumbers, boundBeginnings, functionWords, months, units } from './closed-words.ts';
import type { Lexicon } from './english-words.ts';
import { type Cut, cutLetters, isKnown, type RunPlace } from './letter-runs.ts';

/** A run of letters, a number with its points and commas, or one other sign. */
export type Atom = { text: string; at: number; kind: 'letters' | 'number' | 'sign' };

export function atomsOf(chunk: string): Atom[] {
  // "1,2019" is a day and a year, "1,201" is one number.
  return [
    ...chunk.matchAll(/[\p{L}\p{M}]+|\d{1,2}(?=,(?:1[5-9]|20)\d\d(?!\d|[.,]\d))|\d+(?:[.,:]\d+)*|./gsu),
  ].map(({ 0: text, index: at }) => ({ text, at, kind: kindOf(text) }));
}

function kindOf(text: string): Atom['kind'] {
  if (/^[\p{L}\p{M}]/u.test(text)) return 'letters';
  return /^\d/.test(text) ? 'number' : 'sign';
}

export type MarkPlace = RunPlace & {
  /** The straight quotation mark at an atom closes a quotation. */
  closes: (at: number) => boolean;
  /** The word before this piece of text. */
  wordBefore: string;
};

const never = 0;
const closing = /^[”’»)\]%]$/u;

/** Confidence that a space is lost before `atoms[index]`; 0: none. */
export function lostBefore(lexicon: Lexicon, atoms: Atom[], index: number, place: MarkPlace): number {
  const atom = atoms[index] as Atom;
  const before = atoms[index - 1] as Atom;
  if (atom.kind === 'sign') return beforeSign(lexicon, atoms, index, place);
  if (before.kind === 'letters' && atom.kind === 'number')
    return wordBeforeNumber(lexicon, atoms, index, place);
  if (before.kind === 'number' && atom.kind === 'letters')
    return wordAfterNumber(lexicon, atoms, index, place);
  if (before.kind !== 'sign') return never;
  switch (before.text) {
    case '.':
      return afterFullStop(lexicon, atoms, index, place);
    case ',':
    case ';':
      return afterComma(atoms, index, place);
    case ':':
      return afterColon(lexicon, atoms, index, place);
    case '!':
    case '?':
      return startsWord(lexicon, atom) && wordAt(atoms, index - 2).length > 2 ? 0.95 : never;
    case '"':
      return place.closes(before.at) && index > 1 && startsWordOrNumber(lexicon, atom) ? 0.95 : never;
    case '”':
    case '»':
      return startsWordOrNumber(lexicon, atom) ? 0.97 : never;
    case ')':
      return afterBracket(lexicon, atoms, index);
    case '%':
      return atom.kind === 'letters' && atom.text.length > 1 && isKnown(lexicon, atom.text) ? 0.97 : never;
    default:
      return never;
  }
}

/** The letters at an index; empty where there are none. */
function wordAt(atoms: Atom[], index: number): string {
  const atom = atoms[index];
  return atom?.kind === 'letters' ? atom.text : '';
}

/** A word that may open a sentence: with a capital, and not an initial. */
function startsWord(lexicon: Lexicon, atom: Atom): boolean {
  if (atom.kind !== 'letters' || !/^\p{Lu}/u.test(atom.text)) return false;
  if (atom.text.length === 1) return atom.text === 'A' || atom.text === 'I';
  return /^\p{Lu}\p{Ll}/u.test(atom.text) || acronyms.has(atom.text) || isKnown(lexicon, atom.text);
}

function startsWordOrNumber(lexicon: Lexicon, atom: Atom): boolean {
  if (atom.kind === 'number') return false;
  return atom.text.length > 1
    ? /^\p{L}{2}/u.test(atom.text)
    : /^[aAI]$/.test(atom.text) && isKnownSingle(lexicon, atom.text);
}

function isKnownSingle(lexicon: Lexicon, letter: string): boolean {
  return lexicon.chance(letter.toLowerCase()) !== null;
}

function afterFullStop(lexicon: Lexicon, atoms: Atom[], index: number, place: RunPlace): number {
  const atom = atoms[index] as Atom;
  if (atom.kind === 'number' || !startsWord(lexicon, atom)) return never;
  const next = atoms[index + 1];
  // "Ph.D.", "J.A.Smith": a capital with a stop of its own.
  if (atom.text.length === 1 && next?.text === '.') return never;
  const ahead = atoms[index - 2];
  if (!ahead) return never;
  if (ahead.kind === 'number') return ahead.at === 0 || /^\d{4}$/.test(ahead.text) ? 0.95 : 0.9;
  if (ahead.kind === 'sign') return closing.test(ahead.text) || ahead.text === '"' ? 0.96 : never;
  if (ahead.text.length === 1) return afterInitial(lexicon, atoms, index, place);
  // "ASP.NET", "Node.JS": a product's name, not the end of a sentence.
  if (atom.text.length > 1 && atom.text === atom.text.toUpperCase() && !acronyms.has(atom.text)) return never;
  return 0.97;
}

/** "U.S.The" and "p.m.The" end a sentence or an abbreviation; "J.Smith" is a name and is left as it is. */
function afterInitial(lexicon: Lexicon, atoms: Atom[], index: number, place: RunPlace): number {
  const chain = atoms
    .slice(Math.max(0, index - 7), index)
    .map(({ text }) => text)
    .join('');
  const word = (atoms[index] as Atom).text;
  if (!/(?:^|[^\p{L}])(?:U\.S|U\.K|U\.N|E\.U|D\.C|[ap]\.m|a\.k\.a|e\.g|i\.e)\.$/u.test(chain)) return never;
  if (functionWords.has(word.toLowerCase())) return 0.96;
  return word.length > 2 && isKnown(lexicon, word) && (place.textIsGlued || word.length > 4) ? 0.93 : never;
}

function afterComma(atoms: Atom[], index: number, place: MarkPlace): number {
  const atom = atoms[index] as Atom;
  const ahead = atoms[index - 2];
  if (!ahead) return never;
  if (atom.kind === 'number' && ahead.kind === 'number')
    return monthBefore(atoms, index - 2, place) ? 0.96 : never;
  if (atom.kind === 'number') return ahead.kind === 'letters' && ahead.text.length > 1 ? 0.96 : never;
  if (ahead.kind === 'letters' && ahead.text.length === 1 && atom.text.length === 1) return never;
  if (ahead.kind === 'number' && atom.text.length === 1 && atom.text !== 'a') return never;
  if (ahead.kind === 'sign' && !closing.test(ahead.text) && !/^["'’]$/u.test(ahead.text)) return never;
  return 0.98;
}

function monthBefore(atoms: Atom[], index: number, place: MarkPlace): boolean {
  const word = index === 0 ? place.wordBefore : wordAt(atoms, index - 1);
  return [...months].some((month) => word.endsWith(month));
}

function afterColon(lexicon: Lexicon, atoms: Atom[], index: number, place: RunPlace): number {
  const atom = atoms[index] as Atom;
  const ahead = wordAt(atoms, index - 2);
  if (ahead.length < 3 || atom.kind === 'number' || !isKnown(lexicon, ahead)) return never;
  if (startsWord(lexicon, atom)) return isKnown(lexicon, atom.text) ? 0.95 : never;
  return functionWords.has(atom.text) || (place.textIsGlued && isKnown(lexicon, atom.text)) ? 0.92 : never;
}

function afterBracket(lexicon: Lexicon, atoms: Atom[], index: number): number {
  const atom = atoms[index] as Atom;
  if (atom.kind === 'number' || atom.text.length < 2) return never;
  const open = atoms.findLastIndex(({ text }, at) => text === '(' && at < index);
  const inside =
    open === -1
      ? ''
      : atoms
          .slice(open + 1, index - 1)
          .map(({ text }) => text)
          .join('');
  // "(re)elected", "(s)he", "word(s)".
  const lower = /^\p{Ll}/u.test(atom.text);
  if (open !== -1 && lower && (inside.length < 3 || boundBeginnings.has(inside.toLowerCase()))) return never;
  if (open !== -1 && lower && isKnown(lexicon, inside + atom.text)) return never;
  return isKnown(lexicon, atom.text) || functionWords.has(atom.text.toLowerCase()) ? 0.95 : never;
}

function beforeSign(lexicon: Lexicon, atoms: Atom[], index: number, place: MarkPlace): number {
  const { text } = atoms[index] as Atom;
  const before = atoms[index - 1] as Atom;
  const next = atoms[index + 1];
  if (!next || next.kind === 'sign') return never;
  const endsWord = before.kind === 'letters' && before.text.length > 1;
  const afterMark = before.kind === 'sign' && /^[,;:.)]$/.test(before.text) && index > 1;
  switch (text) {
    case '(':
      return endsWord && opensBracket(lexicon, atoms, index) ? 0.94 : never;
    case '“':
    case '«':
      return endsWord || afterMark ? 0.97 : never;
    case '"':
      return !place.closes((atoms[index] as Atom).at) && (endsWord || afterMark) && next.kind === 'letters'
        ? 0.94
        : never;
    case '$':
    case '€':
    case '£':
      return endsWord &&
        next.kind === 'number' &&
        /^\p{Ll}/u.test(before.text) &&
        isKnown(lexicon, before.text)
        ? 0.96
        : never;
    default:
      return never;
  }
}

function opensBracket(lexicon: Lexicon, atoms: Atom[], index: number): boolean {
  const before = wordAt(atoms, index - 1);
  const inside = wordAt(atoms, index + 1);
  if (inside.length < 3 && !acronyms.has(inside)) return false;
  const closesAtOnce = atoms[index + 2]?.text === ')';
  if (closesAtOnce && /^\p{Ll}{1,4}$/u.test(inside)) return false;
  if (boundBeginnings.has(before.toLowerCase()) || isKnown(lexicon, before + inside)) return false;
  return isKnown(lexicon, before) && (isKnown(lexicon, inside) || /^\p{Lu}/u.test(inside));
}

/** "of35", "July28", "nearly300"; not "mp3", "G20", "Windows10". */
function wordBeforeNumber(lexicon: Lexicon, atoms: Atom[], index: number, place: MarkPlace): number {
  const run = wordAt(atoms, index - 1);
  const number = (atoms[index] as Atom).text;
  const last = run.slice(cutLetters(lexicon, run, place).cuts.at(-1)?.at ?? 0);
  const ahead = atoms[index - 2];
  if (ahead && /^['’]$/u.test(ahead.text)) return never;
  if (months.has(last)) return /^(?:\d{1,2}|\d{4})$/.test(number) ? 0.97 : never;
  if (last === 'a') return place.textIsGlued && atoms[index + 1]?.text === '-' ? 0.92 : never;
  if (last.length < 2) return never;
  if (/^\p{Ll}+$/u.test(last)) {
    if (beforeNumbers.has(last) || functionWords.has(last)) return 0.97;
    if (/.{2}(?:ed|ing)$/.test(last) && number.length > 1 && isKnown(lexicon, last)) return 0.94;
    const plain = last.length > 3 && (lexicon.chance(last) ?? -9) > -5.6;
    return plain && place.textIsGlued && number.length > 1 && !/^0/.test(number) ? 0.93 : never;
  }
  const opening = /^\p{Lu}\p{Ll}+$/u.test(last) && functionWords.has(last.toLowerCase());
  return opening ? 0.95 : never;
}

/** "35Russian", "455people", "2016the", "$35million"; not "3.5bn", "20th", "1990s", "5G". */
function wordAfterNumber(lexicon: Lexicon, atoms: Atom[], index: number, place: MarkPlace): number {
  const run = wordAt(atoms, index);
  const number = (atoms[index - 1] as Atom).text;
  const ahead = atoms[index - 2];
  // Letters on both sides: a type number ("A320neo"), unless those in front are a word of their own.
  if (ahead?.kind === 'letters' && lostBefore(lexicon, atoms, index - 1, place) === never) return never;
  const first = run.slice(
    0,
    cutLetters(lexicon, run, { ...place, opensSentence: false }).cuts[0]?.at ?? run.length,
  );
  if (/^\p{Lu}/u.test(run)) return capitalAfterNumber(lexicon, first, number, place);
  if (units.has(first)) return never;
  if (/^(?:of|to|by|on|or|is|as|if|he|we|it|no)$/.test(first)) return 0.94;
  if (first === 'in') return /^(?:1[5-9]|20)\d\d$/.test(number) ? 0.93 : never;
  if (first.length < 3) return never;
  const known = functionWords.has(first) || (lexicon.chance(first) ?? -9) > -6 || lexicon.hasWord(first);
  return known ? 0.96 : never;
}

function capitalAfterNumber(lexicon: Lexicon, first: string, number: string, place: RunPlace): number {
  if (first === first.toUpperCase())
    return place.textIsGlued && first.length > 1 && acronyms.has(first) ? 0.92 : never;
  if (first.length < 3 && !functionWords.has(first.toLowerCase())) return never;
  if (number.length === 1 && !place.textIsGlued && !months.has(first)) return never;
  return isKnown(lexicon, first) || place.names.has(first) ? 0.95 : never;
}

/** "20thcentury", "1990sand", "5pmon": what stands behind a number's own ending. */
export function cutBehindEnding(lexicon: Lexicon, number: string, run: string, place: RunPlace): Cut[] {
  const ending =
    /^(st|nd|rd|th|am|pm|bn|mn|km|kg|mm|cm|mph)(\p{Ll}{2,})$/u.exec(run) ??
    (/\d0$/.test(number) ? /^(s)(\p{Ll}{2,})$/u.exec(run) : null);
  if (!ending || isKnown(lexicon, run)) return [];
  const [, mark = '', rest = ''] = ending;
  const inside = cutLetters(lexicon, rest, { ...place, opensSentence: false }).cuts;
  if (
    inside.length === 0 &&
    !functionWords.has(rest) &&
    !(rest.length > 3 && (lexicon.chance(rest) ?? -9) > -5.8)
  )
    return [];
  return [
    { at: mark.length, confidence: 0.93 },
    ...inside.map((cut) => ({ ...cut, at: cut.at + mark.length })),
  ];
}
