/** A place in a list as it stands in an address: milliseconds and code. */
import type { Place } from './list-store.ts';

export function placeWord({ at, code }: Place): string {
  return `${at.getTime()}.${code}`;
}

/** @returns null where no place was asked for, undefined where the word is none. */
export function readPlace(word: string | null): Place | null | undefined {
  if (word === null) return null;
  const [, at, code] = /^(-?\d{1,15})\.(\d{1,15})$/.exec(word) ?? [];
  // PostgreSQL's years end at 4713 BC.
  return at && code && Number(at) > -2e14 ? { at: new Date(Number(at)), code: Number(code) } : undefined;
}
