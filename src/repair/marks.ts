/** Lost spaces at full stops, commas, quotation marks and brackets: between two atoms of a piece of text. */
import { type Atom, type MarkPlace, wordAt } from './atoms.ts';
import { acronyms, boundBeginnings, functionWords } from './closed-words.ts';
import type { Lexicon } from './english-words.ts';
import { afterFullStop, closing, monthBefore, startsWord } from './full-stops.ts';
import { isKnown, type RunPlace } from './letter-runs.ts';
import { wordAfterNumber, wordBeforeNumber } from './numbers.ts';

const never = 0;

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

function startsWordOrNumber(lexicon: Lexicon, atom: Atom): boolean {
  if (atom.kind === 'number') return false;
  return atom.text.length > 1
    ? /^\p{L}{2}/u.test(atom.text)
    : /^[aAI]$/.test(atom.text) && isKnownSingle(lexicon, atom.text);
}

function isKnownSingle(lexicon: Lexicon, letter: string): boolean {
  return lexicon.chance(letter.toLowerCase()) !== null;
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
  // "etc.,and", "U.S.,the"
  const shortForm = ahead.text === '.' && wordAt(atoms, index - 3) !== '';
  if (ahead.kind === 'sign' && !shortForm && !closing.test(ahead.text) && !/^["'’]$/u.test(ahead.text))
    return never;
  return 0.98;
}

function afterColon(lexicon: Lexicon, atoms: Atom[], index: number, place: RunPlace): number {
  const atom = atoms[index] as Atom;
  const ahead = wordAt(atoms, index - 2);
  const isLong = ahead.length > 2 || (place.textIsGlued && functionWords.has(ahead) && ahead.length > 1);
  if (!isLong || atom.kind === 'number' || !isKnown(lexicon, ahead)) return never;
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
  const shortened = /^['’]$/u.test(atoms[index - 2]?.text ?? '');
  const endsWord = before.kind === 'letters' && (before.text.length > 1 || shortened);
  const afterMark = before.kind === 'sign' && /^[,;:.)”’?!]$/u.test(before.text) && index > 1;
  switch (text) {
    case '(':
      return endsWord && opensBracket(lexicon, atoms, index) ? 0.94 : never;
    case '“':
    case '«':
      return endsWord || afterMark ? 0.97 : never;
    case '‘':
      return afterMark && next.kind === 'letters' ? 0.94 : never;
    case '"': {
      const closed = before.text === '"' && index > 1 && place.closes(before.at);
      const opens = !place.closes((atoms[index] as Atom).at) && (closed || endsWord || afterMark);
      return opens && next.kind === 'letters' ? 0.94 : never;
    }
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
