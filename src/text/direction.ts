/** Direction of words where no markup can say it: in a page's title, a feed, a sentence with a name in it. Pure. */
import type { Direction } from './story-text.ts';

const leftwards =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction that a program takes from the first letter; null: there is none. */
export function firstDirection(text: string): Direction | null {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return null;
  return leftwards.test(letter) ? 'rtl' : 'ltr';
}

/**
 * A text as it runs, wherever it is shown: "NATO در تهران" begins with a Latin letter, and would run from left to right in a
 * window's title or a feed reader. One whose first letter says it already stays as it is.
 */
export function runningAs(text: string, dir: Direction): string {
  const first = firstDirection(text);
  if (first === null || first === dir) return text;
  return `${dir === 'rtl' ? '\u2067' : '\u2066'}${text}\u2069`;
}

/** A name that stands in a sentence of another direction, so that no point or bracket beside it changes sides. */
export function keptApart(name: string, dir: Direction): string {
  const letters = name.match(/\p{L}/gu) ?? [];
  const isOther = letters.some((letter) => leftwards.test(letter) !== (dir === 'rtl'));
  return isOther ? `\u2068${name}\u2069` : name;
}
