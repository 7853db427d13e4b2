/** The text between two white spaces, with all that its reading hangs on outside of it. */
import { months } from './closed-words.ts';

export type Piece = {
  text: string;
  at: number;
  /** The piece before it; empty for the first one. */
  before: string;
  opensSentence: boolean;
  /** A straight quotation mark of its line is still open where it begins. */
  inQuotes: boolean;
};

/** The pieces that are not surely one word, and how many there are in all. */
export function piecesOf(
  text: string,
  isOneWord: (piece: string) => boolean,
): { pieces: Piece[]; words: number } {
  const pieces: Piece[] = [];
  const quoteIsOpen = quoteCounter(text);
  // Texts say the same words again and again.
  const whole = new Map<string, boolean>();
  let words = 0;
  let before = '';
  for (const { 0: piece, index: at } of text.matchAll(/\S+/g)) {
    words++;
    let isWhole = whole.get(piece);
    if (isWhole === undefined) {
      isWhole = isOneWord(piece);
      whole.set(piece, isWhole);
    }
    if (!isWhole) {
      const inQuotes = piece.includes('"') && quoteIsOpen(at);
      pieces.push({ text: piece, at, before, opensSentence: opensSentence(text, at, before), inQuotes });
    }
    before = piece;
  }
  return { pieces, words };
}

/** "H.", "J.": what follows is a name, or a species. */
export const isInitial = (piece: string): boolean => /^\p{Lu}\.$/u.test(piece);

/** Pieces with the same key are read the same in one text. */
export function keyOf({ text, before, opensSentence, inQuotes }: Piece): string {
  const place = `${opensSentence ? '.' : ''}${inQuotes ? '"' : ''}${isInitial(before) ? 'J' : ''}`;
  return `${place}${months.has(before) ? 'May' : ''} ${text}`;
}

function opensSentence(text: string, at: number, before: string): boolean {
  return before === '' || /[\n\r]/.test(text[at - 1] ?? '') || /[.!?:]["'”’)]*$/u.test(before);
}

/** Tells of each offset, asked in rising order, whether a straight quotation mark is open there. */
function quoteCounter(text: string): (offset: number) => boolean {
  let counted = 0;
  let open = false;
  return (offset) => {
    for (; counted < offset; counted++) {
      if (text[counted] === '\n') open = false;
      else if (text[counted] === '"') open = !open;
    }
    return open;
  };
}
