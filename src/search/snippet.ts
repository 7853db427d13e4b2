/** The words around what was asked for, with the hits marked. Pure; the text's own words, never markup. */

import { type SearchWord, searchWords } from './search-words.ts';
import type { StemOf } from './stems.ts';
import type { ReadQuestion, ReadTerm } from './text-query.ts';

export type SnippetPart = { text: string; hit: boolean };

/** Letters of a text that are looked through, and of a snippet, in UTF-16 units. */
const looked = 8_000;
const longest = 240;
/** Words that stand before the first hit. */
const before = 8;

/** Words of a text as far as a snippet looks: what a stemmer has to be asked for. */
export function snippetWords(text: string, lang: string): SearchWord[] {
  return searchWords(text.slice(0, looked), lang);
}

/** @param words those of `text`. @returns nothing where no word of the question stands in the text. */
export function snippetOf(text: string, words: SearchWord[], isHit: (at: number) => number): SnippetPart[] {
  const hits: { from: number; to: number; at: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = isHit(at);
    if (length === 0) continue;
    const from = (words[at] as SearchWord).from;
    const to = (words[at + length - 1] as SearchWord).to;
    const last = hits.at(-1);
    // Pairs of letters lie over one another.
    if (last && from <= last.to && words[at]?.piece) last.to = Math.max(last.to, to);
    else if (!last || from >= last.to) hits.push({ from, to, at });
  }
  const [first] = hits;
  if (!first) return [];
  const start = first.at <= before ? 0 : (words[first.at - before] as SearchWord).from;
  const end = endOf(text, start, Math.max(first.to, start + longest));
  const parts: SnippetPart[] = [];
  let done = start;
  const add = (to: number, hit: boolean) => {
    const said = text.slice(done, to).replace(/\s+/g, ' ');
    if (said) parts.push({ text: said, hit });
    done = to;
  };
  for (const { from, to } of hits) {
    if (to > end) break;
    add(from, false);
    add(to, true);
  }
  add(end, false);
  if (start > 0) parts.unshift({ text: '… ', hit: false });
  if (end < text.trimEnd().length) parts.push({ text: ' …', hit: false });
  return parts;
}

/** At a space where there is one near, and never inside a letter of two units. */
function endOf(text: string, start: number, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  if (space > start + longest / 2) return space;
  return /[\ud800-\udbff]/.test(text[wanted - 1] ?? '') ? wanted - 1 : wanted;
}

/**
 * How many words of a text, from one of them on, a question asks for; 0: none. Excluded words are never marked.
 * @param widened as in `textQuery`.
 */
export function hitsIn(
  words: SearchWord[],
  question: ReadQuestion,
  { stemOf, widened }: { stemOf: StemOf; widened: ReadTerm | null },
): (at: number) => number {
  const tests = question
    .flat()
    .filter(({ not }) => !not)
    .map((term) => testOf(term, stemOf, term === widened));
  return (at) => Math.max(0, ...tests.map((test) => test(words, at, stemOf)));
}

type Test = (words: SearchWord[], at: number, stemOf: StemOf) => number;

function testOf({ words: asked, exact, prefix }: ReadTerm, stemOf: StemOf, widened: boolean): Test {
  const told = asked.filter(({ piece }, at) => piece !== 'last' || asked[at - 1]?.piece !== 'pair');
  const [first] = told as [SearchWord];
  if (told.length > 1 || exact || first.piece !== null)
    return (words, at) => {
      const isThere = told.every(({ word, piece }, place) => {
        const there = words[at + place]?.word;
        const isOpen = piece === 'last' || (prefix && place === told.length - 1);
        return isOpen ? there?.startsWith(word) : there === word;
      });
      return isThere ? told.length : 0;
    };
  if (prefix) return (words, at) => Number(words[at]?.word.startsWith(first.word));
  const stem = stemOf(first) || first.word;
  return (words, at, stemOfText) => {
    const one = words[at];
    if (!one) return 0;
    const isIt = one.word === first.word || one.word === stem || (widened && one.word.startsWith(first.word));
    return Number(isIt || stemOfText(one) === stem);
  };
}
