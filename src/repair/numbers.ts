/** Lost spaces between words and numbers. */
import { type Atom, type MarkPlace, wordAt } from './atoms.ts';
import { acronyms, beforeNumbers, functionWords, months, units } from './closed-words.ts';
import type { Lexicon } from './english-words.ts';
import { type Cut, cutLetters, isKnown, type RunPlace } from './letter-runs.ts';

const never = 0;

/** "of35", "July28", "nearly300"; not "mp3", "G20", "Windows10". */
export function wordBeforeNumber(lexicon: Lexicon, atoms: Atom[], index: number, place: MarkPlace): number {
  const run = wordAt(atoms, index - 1);
  const number = (atoms[index] as Atom).text;
  const last = run.slice(cutLetters(lexicon, run, place).cuts.at(-1)?.at ?? 0);
  const ahead = atoms[index - 2];
  if (ahead && /^['’]$/u.test(ahead.text)) return never;
  if (months.has(last)) return /^(?:\d{1,2}|\d{4})$/.test(number) ? 0.97 : never;
  // "a3-year", "a2.5%"; but "a4" is a size.
  if (last === 'a')
    return place.textIsGlued && (/^[-%]$/.test(atoms[index + 1]?.text ?? '') || /[.,]/.test(number))
      ? 0.92
      : never;
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
export function wordAfterNumber(lexicon: Lexicon, atoms: Atom[], index: number, place: MarkPlace): number {
  const run = wordAt(atoms, index);
  const number = (atoms[index - 1] as Atom).text;
  const ahead = atoms[index - 2];
  // Letters on both sides: a type number ("A320neo"), unless those in front are a word of their own.
  if (ahead?.kind === 'letters' && wordBeforeNumber(lexicon, atoms, index - 1, place) === never) return never;
  if (units.has(run.toLowerCase()) && !months.has(run)) return never;
  const first = run.slice(
    0,
    cutLetters(lexicon, run, { ...place, opensSentence: false }).cuts[0]?.at ?? run.length,
  );
  if (/^\p{Lu}/u.test(run)) return capitalAfterNumber(lexicon, first, number, place);
  if (units.has(first)) return never;
  if (/^(?:of|to|by|on|or|is|as|if|he|we|it|no|at)$/.test(first)) return 0.94;
  if (first === 'in') return /^(?:1[5-9]|20)\d\d$/.test(number) ? 0.93 : never;
  // "3ace397" is a key.
  const isKey = atoms[index + 1]?.kind === 'number' && !functionWords.has(first);
  if (first.length < 3 || isMarked(first) || isKey) return never;
  const known = functionWords.has(first) || (lexicon.chance(first) ?? -9) > -6 || lexicon.hasWord(first);
  return known ? 0.96 : never;
}

function capitalAfterNumber(lexicon: Lexicon, first: string, number: string, place: RunPlace): number {
  if (first === first.toUpperCase())
    return place.textIsGlued && first.length > 1 && acronyms.has(first) ? 0.92 : never;
  if ((first.length < 3 && !functionWords.has(first.toLowerCase())) || isMarked(first)) return never;
  if (number.length === 1 && !place.textIsGlued && !months.has(first)) return never;
  return isKnown(lexicon, first) || place.names.has(first) ? 0.95 : never;
}

/** "the 1990sand", "exit 14Ain": the first letter belongs to the number. */
function isMarked(word: string): boolean {
  return !functionWords.has(word.toLowerCase()) && /^[sA-Z]/.test(word) && functionWords.has(word.slice(1));
}

/** "20thcentury", "1990sand", "5pmon": what stands behind a number's own ending. */
export function cutBehindEnding(lexicon: Lexicon, number: string, run: string, place: RunPlace): Cut[] {
  const ending =
    /^(st|nd|rd|th|am|pm|bn|mn|tn|km|kg|mm|cm|mph|kph|[KMGT]B|[kMG]?Hz|[kMGT]Wh?|GMT|BST|EST|EDT|ET|UTC)(\p{Ll}{2,})$/u.exec(
      run,
    ) ?? (/\d0$/.test(number) ? /^(s)(\p{Ll}{2,})$/u.exec(run) : null);
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
