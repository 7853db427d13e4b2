/**
 * The language of a search, as readers know it from elsewhere. Pure; every text is a question, none is an error.
 *   harbour strike     both words, in any form
 *   "grain exchange"   these words, one after the other, as they are; quotation marks of any language
 *   -ferry  -"night ferry"   without
 *   parliam*           words that begin so
 *   ferry OR boat, ferry | boat   one of them
 */

export type Term = {
  /** As it was written, without its signs. */
  text: string;
  /** Between quotation marks. */
  exact: boolean;
  /** With a star at its end. */
  prefix: boolean;
  not: boolean;
};

/** All of the groups, and of each group one term at least. */
export type Question = {
  groups: Term[][];
  /** Whether a part of what was asked is left out, because it was too much. */
  cut: boolean;
};

/** Letters (UTF-16 units) and terms of a question; what is beyond is left out, and the reader is told so. */
export const longestQuestion = 300;
export const mostTerms = 24;

const opening = '"“”„‟«»‹›＂〝「『';
const closing = '"“”‟«»‹›＂〞」』';
const spaces = /[\s,،、，;؛；\p{Cc}]/u;
const minus = /^[-\u2010-\u2015\u2212\uff0d]+(?=[^\s])/u;
const either = /^(?:OR|\|{1,2}|ODER|OU|ИЛИ)$/;

export function readQuestion(asked: string): Question {
  const text = asked.slice(0, longestQuestion).toWellFormed();
  const terms = [...termsOf(text)];
  const kept = terms.filter((one) => one !== 'or').slice(0, mostTerms);
  const cut = asked.trim().length > longestQuestion || terms.filter((one) => one !== 'or').length > mostTerms;
  const groups: Term[][] = [];
  let joins = false;
  for (const one of terms) {
    if (one === 'or') joins = groups.length > 0;
    else if (kept.includes(one)) {
      const last = joins ? groups.at(-1) : undefined;
      if (last) last.push(one);
      else groups.push([one]);
      joins = false;
    }
  }
  return { groups, cut };
}

function* termsOf(text: string): Generator<Term | 'or'> {
  let at = 0;
  while (at < text.length) {
    if (spaces.test(text[at] as string)) {
      at += 1;
      continue;
    }
    const sign = minus.exec(text.slice(at))?.[0] ?? '';
    const from = at + sign.length;
    const end = opening.includes(text[from] ?? ' ') ? closingAt(text, from + 1) : -1;
    if (end >= 0) {
      at = end + 1;
      const star = text[at] === '*';
      if (star) at += 1;
      const said = text.slice(from + 1, end);
      if (hasWord(said)) yield { text: said, exact: true, prefix: star, not: sign !== '' };
      continue;
    }
    at = wordEnd(text, from);
    const word = text.slice(from, at);
    if (sign === '' && either.test(word)) yield 'or';
    else if (hasWord(word))
      yield { text: bare(word), exact: false, prefix: /\*$/.test(word), not: sign !== '' };
  }
}

/** Where a quotation ends; -1: it does not, and its mark means nothing. */
function closingAt(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (closing.includes(text[at] as string)) return at;
  return -1;
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !spaces.test(text[at] as string) && !opening.includes(text[at] as string))
    at += 1;
  // A quotation mark that ends nothing is passed by.
  return at;
}

function bare(word: string): string {
  return [...word].filter((letter) => letter !== '*' && !opening.includes(letter)).join('');
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
