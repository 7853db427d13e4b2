/** Lost spaces behind full stops: ends of sentences, short forms, initials. */
import { type Atom, type MarkPlace, wordAt } from './atoms.ts';
import { acronyms, functionWords, months, shortForms } from './closed-words.ts';
import type { Lexicon } from './english-words.ts';
import { isKnown, type RunPlace } from './letter-runs.ts';

const never = 0;
/** Signs that end something, and stand in front of a stop or a comma as a word does. */
export const closing = /^[”’»)\]%]$/u;

export function afterFullStop(lexicon: Lexicon, atoms: Atom[], index: number, place: MarkPlace): number {
  const atom = atoms[index] as Atom;
  const next = atoms[index + 1];
  if (atom.kind === 'number')
    return monthBefore(atoms, index - 2, place) && atom.text.length < 3 ? 0.93 : never;
  if (/^\p{Ll}/u.test(atom.text)) {
    const ahead = wordAt(atoms, index - 2);
    const shortForm = /^(?:Inc|Corp|Ltd|Co|Bros|Jr|Sr)$/.test(ahead) && functionWords.has(atom.text);
    return shortForm || afterInitials(lexicon, atoms, index) ? 0.93 : never;
  }
  const ahead = atoms[index - 2];
  if (!ahead) return never;
  // "Ph.D.", "J.A.Smith": a capital with a stop of its own; but "on Friday.U.S. officials".
  if (atom.text.length === 1 && next?.text === '.') {
    const initials = /^\p{Lu}$/u.test(wordAt(atoms, index + 2)) && atoms[index + 3]?.text === '.';
    const ends = /\p{Ll}{3}$/u.test(ahead.text);
    return initials && ends && !shortForms.has(ahead.text) ? 0.94 : never;
  }
  if (!startsWord(lexicon, atom, next)) return never;
  if (ahead.kind === 'number') return ahead.at === 0 || /^\d{4}$/.test(ahead.text) ? 0.95 : 0.9;
  if (ahead.kind === 'sign') return closing.test(ahead.text) || ahead.text === '"' ? 0.96 : never;
  // "don’t.The", "Rogozin’s.He"
  const shortened = /^['’]$/u.test(atoms[index - 3]?.text ?? '') && wordAt(atoms, index - 4).length > 1;
  if (ahead.text.length === 1 && !shortened) return afterInitial(lexicon, atoms, index, place);
  if (shortForms.has(ahead.text) && /^[IVXLC]+$/.test(atom.text)) return 0.93;
  // "ASP.NET", "Node.JS": a product's name, not the end of a sentence.
  const capitals = atom.text.length > 1 && atom.text === atom.text.toUpperCase();
  if (capitals && !acronyms.has(atom.text))
    return place.textIsGlued && /^\p{Ll}{4}/u.test(ahead.text) && isKnown(lexicon, ahead.text) ? 0.92 : never;
  return 0.97;
}

/** "U.S.officials", "N.Y.was": two initials or more, and a word of grammar or, behind those of a state, any. */
function afterInitials(lexicon: Lexicon, atoms: Atom[], index: number): boolean {
  const chain = atoms.slice(Math.max(0, index - 4), index);
  const initials = /(?:^|\p{Ll})(\p{Lu}\.\p{Lu}\.)$/u.exec(chain.map(({ text }) => text).join(''))?.[1];
  const word = wordAt(atoms, index);
  if (!initials || word.length < 2) return false;
  if (functionWords.has(word)) return true;
  return /^(?:U\.[SKN]|E\.U)\.$/.test(initials) && word.length > 2 && (lexicon.chance(word) ?? -9) > -6.3;
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

/** A word that may open a sentence: with a capital, and not an initial. */
export function startsWord(lexicon: Lexicon, atom: Atom, next?: Atom): boolean {
  if (atom.kind !== 'letters' || !/^\p{Lu}/u.test(atom.text)) return false;
  // "O’Neill", "I’m"
  if (atom.text.length === 1) return /^[AI]$/.test(atom.text) || /^['’]$/u.test(next?.text ?? '');
  return /^\p{Lu}\p{Ll}/u.test(atom.text) || acronyms.has(atom.text) || isKnown(lexicon, atom.text);
}

/** "July 28,2017", "Jan.6" */
export function monthBefore(atoms: Atom[], index: number, place: MarkPlace): boolean {
  const word = index === 0 ? place.wordBefore : wordAt(atoms, index - 1);
  return [...months].some((month) => word.endsWith(month));
}
