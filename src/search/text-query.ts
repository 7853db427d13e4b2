/** From a question to PostgreSQL's tsquery, in the words that kept-words.ts keeps. Pure. */
import { foldLetters } from './fold-letters.ts';
import { quoted } from './kept-words.ts';
import { joinAffixes, joinedParts } from './persian-affixes.ts';
import type { Question, Term } from './question.ts';
import { type SearchWord, searchWords } from './search-words.ts';
import type { StemOf } from './stems.ts';

/** The words of a term in an edition's language; a term without any asks for nothing. */
export type ReadTerm = Term & { words: SearchWord[] };

/** A question in one language. */
export type ReadQuestion = ReadTerm[][];

/** Reads the terms as the language writes its words. */
export function readIn(lang: string, { groups }: Question): ReadQuestion {
  return joinedTerms(lang, groups)
    .map((group) => group.map((term) => ({ ...term, words: searchWords(term.text, lang) })))
    .map((group) => group.filter(({ words }) => words.length > 0))
    .filter((group) => group.length > 0);
}

/** Persian: a beginning or an ending that stands alone belongs to its neighbour. */
function joinedTerms(lang: string, groups: Term[][]): Term[][] {
  if (!/^fa\b/.test(lang)) return groups;
  const joined: Term[][] = [];
  for (const group of groups) {
    const [term] = group;
    const [before] = joined.at(-1) ?? [];
    const isPlain = (one: Term | undefined) => one !== undefined && !one.exact && !one.prefix;
    const alone = group.length === 1 && joined.at(-1)?.length === 1;
    if (alone && term && before && isPlain(term) && isPlain(before) && !term.not) {
      const both = `${before.text} ${term.text}`;
      const set = joinAffixes(both);
      if (set !== both && !set.includes(' ')) {
        joined[joined.length - 1] = [{ ...before, text: set }];
        continue;
      }
    }
    joined.push(group);
  }
  return joined;
}

/** Every word of a question, for the stemmer. */
export function wordsOfQuestion(question: ReadQuestion): SearchWord[] {
  return question.flatMap((group) => group.flatMap(({ words }) => words));
}

/**
 * The tsquery; null: nothing is asked for. Words that stand in nearly every text are passed over where others are asked for.
 * @param widened the last word also stands for those that begin with it.
 */
export function textQuery(question: ReadQuestion, stemOf: StemOf, widened = false): string | null {
  const isCommon = (term: ReadTerm) =>
    !term.exact && !term.prefix && term.words.every((one) => stemOf(one) === '');
  const telling = question.filter((group) => !group.every((term) => !term.not && isCommon(term)));
  const asked = telling.some((group) => group.some(({ not }) => !not)) ? telling : question;
  const widest = widened ? widenedTerm(question) : null;
  const groups = asked.map((group) =>
    anyOf(
      group.map((term) =>
        term.not ? `!${termQuery(term, stemOf, false)}` : termQuery(term, stemOf, term === widest),
      ),
    ),
  );
  return groups.length > 0 ? groups.join(' & ') : null;
}

/** Whether all that is asked for are words that nearly every text has. */
export function isOnlyCommon(question: ReadQuestion, stemOf: StemOf): boolean {
  return question.every((group) =>
    group.every(
      (term) => !term.exact && !term.prefix && !term.not && term.words.every((one) => stemOf(one) === ''),
    ),
  );
}

/** Shorter beginnings would mean nearly everything. */
const shortestBeginning = 3;

/** The last word, where it may stand for those that begin with it; else null. */
export function widenedTerm(question: ReadQuestion): ReadTerm | null {
  const last = question.at(-1)?.at(-1);
  if (!last || last.exact || last.prefix || last.not || last.words.length !== 1) return null;
  const [only] = last.words as [SearchWord];
  return only.piece === null && [...only.word].length >= shortestBeginning ? last : null;
}

function termQuery(term: ReadTerm, stemOf: StemOf, widened: boolean): string {
  const { words, exact, prefix } = term;
  const [first] = words as [SearchWord];
  if (words.length > 1 || exact || first.piece !== null)
    return anyOf([phrase(words, prefix), ...(prefix ? [] : joinedOtherwise(words))]);
  if (prefix) return `${quoted(first.word)}:*`;
  const stem = stemOf(first);
  const forms = new Set([quoted(first.word)]);
  if (stem) forms.add(quoted(stem));
  forms.add(quoted(`~${stem || first.word}`));
  const parts = joinedParts(first.raw).map((part) => quoted(foldLetters(part)));
  if (parts.length > 1) forms.add(`(${parts.join(' <-> ')})`);
  if (widened) forms.add(`${quoted(first.word)}:*`);
  return anyOf([...forms]);
}

/** Persian: two words that others join with a joiner, or one that others part: whoever asks for a phrase means both. */
function joinedOtherwise(words: SearchWord[]): string[] {
  const [first, second, ...more] = words;
  if (!first || more.length > 0 || !/^[\p{Script=Arabic}\u200c]+$/u.test(first.raw)) return [];
  if (second) return /^\p{Script=Arabic}+$/u.test(second.raw) ? [quoted(first.word + second.word)] : [];
  const parts = joinedParts(first.raw).map((part) => quoted(foldLetters(part)));
  return parts.length > 1 ? [`(${parts.join(' <-> ')})`] : [];
}

/** One after the other. Of letters written without spaces the pairs are enough, but for one alone. */
function phrase(words: SearchWord[], prefix: boolean): string {
  const told = words.filter(({ piece }, at) => piece !== 'last' || words[at - 1]?.piece !== 'pair');
  const said = told.map(({ word, piece }, at) => {
    const isOpen = piece === 'last' || (prefix && at === told.length - 1);
    return quoted(word) + (isOpen ? ':*' : '');
  });
  return said.length > 1 ? `(${said.join(' <-> ')})` : (said[0] as string);
}

function anyOf(parts: string[]): string {
  const [only] = parts;
  return parts.length === 1 && only ? only : `(${parts.join(' | ')})`;
}

/** The tsquery of a byline: all of its words, in the byline. Null: it has none. */
export function bylineQuery(byline: string, lang: string): string | null {
  const words = searchWords(byline, lang).map(({ word }) => quoted(`@${word}`));
  return words.length > 0 ? words.join(' & ') : null;
}
