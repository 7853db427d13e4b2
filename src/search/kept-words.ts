/**
 * What the `search` column of a public story holds, made here whole, so that no parser of the database has a say in it:
 *   word     each word of headline (weight A), lead (B), byline, dateline and body (C), at its place
 *   ~stem    the stem of a word where it is another, and each part of a word that was written with joiners
 *   @word    the words of the byline, for the filter
 */
import type { Client } from '../stories/story-store.ts';
import { foldLetters } from './fold-letters.ts';
import { joinedParts } from './persian-affixes.ts';
import { type SearchWord, searchWords } from './search-words.ts';
import { readStems, type StemOf } from './stems.ts';

/** Counts how the column was made. Rows that were made before another number are made anew (remake-search.ts). */
export const keptManner = 2;

/** Characters of a field that go into search, and room for all of them: PostgreSQL's limit is 1 MB. */
const maxIndexedCharacters = 100_000;
const maxBytes = 900_000;

export type SearchedText = {
  lang: string;
  headline: string;
  lead: string;
  byline: string;
  dateline: string;
  plain: string;
};

/** For each text its tsvector, as PostgreSQL reads it. */
export async function keptWords(db: Client, texts: SearchedText[]): Promise<string[]> {
  const read = texts.map((text) => ({ lang: text.lang, parts: partsOf(text) }));
  const stems = new Map<string, StemOf>();
  for (const lang of new Set(texts.map((text) => text.lang))) {
    const words = read
      .filter((one) => one.lang === lang)
      .flatMap(({ parts }) => parts.flatMap((p) => p.words));
    stems.set(lang, await readStems(db, lang, words));
  }
  return read.map(({ lang, parts }) => vectorOf(parts, stems.get(lang) as StemOf));
}

type Part = { words: SearchWord[]; weight: 'A' | 'B' | 'C'; byline?: boolean };

function partsOf({ lang, headline, lead, byline, dateline, plain }: SearchedText): Part[] {
  const words = (text: string) => searchWords(text.slice(0, maxIndexedCharacters), lang);
  return [
    { words: words(headline), weight: 'A' },
    { words: words(lead), weight: 'B' },
    { words: words(byline), weight: 'C', byline: true },
    { words: words(dateline), weight: 'C' },
    { words: words(plain), weight: 'C' },
  ];
}

/** Between two fields, so that no phrase reaches from one into the other. */
const gap = 10;
/** PostgreSQL's largest place, and places of one word. */
const lastPlace = 16_383;
const mostPlaces = 255;

function vectorOf(parts: Part[], stemOf: StemOf): string {
  const places = new Map<string, string[]>();
  let bytes = 0;
  let place = 0;
  const add = (lexeme: string, weight: Part['weight'], once: boolean) => {
    const there = places.get(lexeme);
    if (there && (once || there.length >= mostPlaces)) return;
    // A letter has three bytes at most for each of its units.
    bytes += there ? 2 : 8 + 3 * lexeme.length;
    if (bytes > maxBytes) return;
    const said = Math.min(place, lastPlace) + weight;
    if (there) there.push(said);
    else places.set(lexeme, [said]);
  };
  for (const { words, weight, byline } of parts) {
    for (const one of words) {
      place += 1;
      add(one.word, weight, false);
      const stem = stemOf(one);
      if (stem && stem !== one.word) add(`~${stem}`, weight, true);
      for (const part of joinedParts(one.raw)) add(`~${foldLetters(part)}`, weight, true);
      if (byline) add(`@${one.word}`, weight, true);
    }
    place += gap;
  }
  return [...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(',')}`).join(' ');
}

/** SQL: of a tsvector as text the words of headline and lead, by which hits are weighed. */
export function telling(search: string): string {
  return `ts_filter(${search}::tsvector, '{a,b}')`;
}

/** A lexeme as PostgreSQL reads it, in a tsvector and in a tsquery. */
export function quoted(lexeme: string): string {
  return /['\\]/.test(lexeme) ? `'${lexeme.replace(/['\\]/g, '$&$&')}'` : `'${lexeme}'`;
}
