/**
 * What a text says under its disguises: the letters that a reader sees, in one spelling each. Word lists, repeats, bans by
 * name and the likeness to earlier comments all go by it. Pure.
 */
import { createHash } from 'node:crypto';
import { foldLetters } from '../search/fold-letters.ts';

/** Letters of other scripts that are drawn like Latin ones, and figures that stand for letters. */
const lookAlikes: Record<string, string> = {
  ...{
    а: 'a',
    в: 'b',
    е: 'e',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    у: 'y',
    х: 'x',
    і: 'i',
  },
  ...{ ј: 'j', ѕ: 's', α: 'a', ε: 'e', ο: 'o', ρ: 'p', ν: 'v', τ: 't', ι: 'i', κ: 'k' },
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' },
};

/** Its words, each in its one spelling, in order. */
export function plainWords(text: string): string[] {
  return wordsIn(text, ' ');
}

/**
 * Where one of the listed words or phrases stands in a text, whatever stands between or upon its letters. Whole words are
 * found, never parts of longer ones.
 * @returns the listed word, as it was listed, or null.
 */
export function findListed(text: string, listed: readonly string[]): string | null {
  if (listed.length === 0) return null;
  // Joiners are spaces in one reading and nothing in the other; letters set apart are read as one word in the third.
  const readings = [' ', ''].flatMap((joiner) => {
    const words = wordsIn(text, joiner).map(undisguised);
    return [words, withLonersJoined(words)].map((one) => ` ${one.join(' ')} `);
  });
  return (
    listed.find((word) => {
      const forms = [' ', ''].map((joiner) => wordsIn(word, joiner).map(undisguised).join(' '));
      return forms.some((form) => form !== '' && readings.some((reading) => reading.includes(` ${form} `)));
    }) ?? null
  );
}

/** SHA-256 of its letters and figures alone. */
export function lettersHash(text: string): Buffer {
  return createHash('sha256').update(plainWords(text).join('')).digest();
}

function wordsIn(text: string, joiner: string): string[] {
  const joined = text.normalize('NFKC').replace(/\p{Cf}/gu, joiner);
  return joined.match(/[\p{L}\p{N}\p{M}@$]+/gu)?.map(foldLetters) ?? [];
}

/** A word in which letters of several scripts are mixed is Latin in disguise; runs of one letter count once. */
function undisguised(word: string): string {
  const isMixed = /\p{Script=Latin}/u.test(word) && /[^\p{Script=Latin}]/u.test(word);
  const read = isMixed ? [...word].map((letter) => lookAlikes[letter] ?? letter).join('') : word;
  return read.replace(/(.)\1+/gu, '$1');
}

/** "b a d word" → "bad word" */
function withLonersJoined(words: string[]): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const isLoner = [...word].length === 1;
    if (isLoner && isOpen) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
    isOpen = isLoner;
  }
  return joined.map((word) => word.replace(/(.)\1+/gu, '$1'));
}
