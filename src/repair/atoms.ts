/** A piece of text between two white spaces, taken apart. */
import type { RunPlace } from './one-case.ts';

/** A run of letters, a number with its points and commas, or one other sign. */
export type Atom = { text: string; at: number; kind: 'letters' | 'number' | 'sign' };

export function atomsOf(chunk: string): Atom[] {
  // "1,2019" is a day and a year, "1,201" is one number.
  return [
    ...chunk.matchAll(/[\p{L}\p{M}]+|\d{1,2}(?=,(?:1[5-9]|20)\d\d(?!\d|[.,]\d))|\d+(?:[.,:]\d+)*|./gsu),
  ].map(({ 0: text, index: at }) => ({ text, at, kind: kindOf(text) }));
}

function kindOf(text: string): Atom['kind'] {
  if (/^[\p{L}\p{M}]/u.test(text)) return 'letters';
  return /^\d/.test(text) ? 'number' : 'sign';
}

export type MarkPlace = RunPlace & {
  /** The straight quotation mark at an atom closes a quotation. */
  closes: (at: number) => boolean;
  /** The word before this piece of text. */
  wordBefore: string;
};

/** The letters at an index; empty where there are none. */
export function wordAt(atoms: Atom[], index: number): string {
  const atom = atoms[index];
  return atom?.kind === 'letters' ? atom.text : '';
}
