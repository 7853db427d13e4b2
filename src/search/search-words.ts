/**
 * How text becomes words to search: one function for what is kept, for what is asked, and for what is marked in a snippet.
 * Pure.
 */
import { foldLetters } from './fold-letters.ts';
import { joinAffixes } from './persian-affixes.ts';

export type SearchWord = {
  /** As it is kept and asked for. */
  word: string;
  /** As it stands in the text, for stemmers. */
  raw: string;
  /** Where it stands, in UTF-16 units. */
  from: number;
  to: number;
  /** Two letters of a script that is written without spaces, or the last one of a row of them. */
  piece: 'pair' | 'last' | null;
};

/** A longer row of letters is no word: the rest of it is left out. PostgreSQL's own bound is 2,046 bytes. */
const longestWord = 100;

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:[\u00ad\u200b-\u200d'’ʼ״׳][\p{L}\p{N}\p{M}]+)*/gu;

/** Where an article or a pronoun stands before an apostrophe and is no part of the word. */
const eliding = new Set(['fr', 'it', 'ca']);

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const anyUnspaced = new RegExp(`[${unspaced}]`, 'u');
/** Alphabets that are written with spaces come first, and most words are of them. */
const hasUnspaced = (text: string) => /[\u0e00-\u{10ffff}]/u.test(text) && anyUnspaced.test(text);
const runs = new RegExp(`[${unspaced}\\p{M}]+|[^${unspaced}]+`, 'gu');

/** The words of a text in their order. */
export function searchWords(text: string, lang: string): SearchWord[] {
  const language = lang.split('-', 1)[0] ?? '';
  const joined = language === 'fa' ? joinAffixes(text) : text;
  const found: SearchWord[] = [];
  for (const match of joined.matchAll(wordPattern)) {
    const [raw] = match;
    if (hasUnspaced(raw)) addRuns(found, raw, match.index);
    else if (eliding.has(language) && /['’ʼ]/.test(raw)) addParts(found, raw, match.index);
    else addWord(found, raw, match.index);
  }
  return found;
}

/** How the language of an edition is written decides nothing here but its two letters. */
function addWord(found: SearchWord[], raw: string, from: number): void {
  const folded = foldLetters(raw);
  const word = folded.length > longestWord ? [...folded].slice(0, longestWord).join('') : folded;
  if (word) found.push({ word, raw, from, to: from + raw.length, piece: null });
}

function addParts(found: SearchWord[], raw: string, from: number): void {
  for (const part of raw.matchAll(/[^'’ʼ]+/g)) addWord(found, part[0], from + part.index);
}

/** Pairs of letters, each at its own place: whatever is asked for in two letters or more is found inside. */
function addRuns(found: SearchWord[], raw: string, from: number): void {
  for (const run of raw.matchAll(runs)) {
    const start = from + run.index;
    if (!hasUnspaced(run[0])) addWord(found, run[0], start);
    else addPairs(found, run[0], start);
  }
}

function addPairs(found: SearchWord[], run: string, start: number): void {
  const letters = [...run];
  let from = start;
  letters.forEach((letter, at) => {
    const next = letters[at + 1];
    const raw = letter + (next ?? '');
    const word = foldLetters(raw);
    if (word) found.push({ word, raw, from, to: from + raw.length, piece: next ? 'pair' : 'last' });
    from += letter.length;
  });
}
