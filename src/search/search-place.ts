/** A place among hits as it stands in an address, so that the next page neither skips nor repeats one. Pure. */

import { placeWord, readPlace } from '../site/list-place.ts';
import type { Place } from '../site/list-store.ts';

/**
 * `asked`: among those that have what was asked for; `widened`: among those that only have words that begin so.
 * `rank`: of the last hit, in millionths, where hits come by relevance.
 */
export type SearchPlace = Place & { part: 'asked' | 'widened'; rank: number | null };

/** `1501917840000.271032`, `w1501917840000.271032`, `r60792.1501917840000.271032`. */
export function searchPlaceWord({ part, rank, ...place }: SearchPlace): string {
  if (part === 'widened') return `w${placeWord(place)}`;
  return rank === null ? placeWord(place) : `r${rank}.${placeWord(place)}`;
}

/** Null: none was asked for. Undefined: the word is none, or not one of this order. */
export function readSearchPlace(
  word: string | null,
  sort: 'date' | 'relevance',
): SearchPlace | null | undefined {
  if (word === null || word === '') return null;
  const [, sign = '', said, rest = ''] = /^(?:(r)(\d{1,9})\.|(?:w))?(.*)$/s.exec(word) ?? [];
  const place = readPlace(rest);
  if (!place) return undefined;
  const isWidened = word.startsWith('w');
  if (!isWidened && (sign === 'r') !== (sort === 'relevance')) return undefined;
  return { ...place, part: isWidened ? 'widened' : 'asked', rank: said === undefined ? null : Number(said) };
}
