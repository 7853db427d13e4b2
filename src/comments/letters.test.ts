/** Words found under their disguises, and no others. */
import { expect, it } from 'vitest';
import { findListed, lettersHash, plainWords } from './letters.ts';

it.each([
  ['as it is', 'a CASINO here', 'casino'],
  ['in full-width letters', 'ｃａｓｉｎｏ', 'casino'],
  ['with letters of another script', 'cаsіnо', 'casino'],
  ['with figures', 'c4s1n0', 'casino'],
  ['with marks upon it', 'ćásíñó', 'casino'],
  ['with unseen letters in it', 'ca\u200bsi\u00adno', 'casino'],
  ['with spaces in it', 'c a s i n o', 'casino'],
  ['with stops in it', 'c.a.s.i.n.o', 'casino'],
  ['with letters drawn out', 'caaasinooo', 'casino'],
  ['in Persian, with a half space', 'این کلاه‌بردار است', 'کلاهبردار'],
  ['in Persian, with Arabic letters', 'كلاهبردار', 'کلاهبردار'],
  ['in Persian, with a half space inside', 'کلاه‌بر‌دار', 'کلاهبردار'],
  ['in Persian, drawn out', 'کــلاهبــردار', 'کلاهبردار'],
  ['in Persian, with vowels', 'کَلاهبردار', 'کلاهبردار'],
  ['in Russian', 'КАЗИНО!', 'казино'],
  ['of two words', 'buy   cheap,pills now', 'cheap pills'],
])('finds a word %s', (_how, text, word) => {
  expect(findListed(text, ['other', word])).toBe(word);
});

it('finds no word inside of another, and none where none is listed', () => {
  expect(findListed('Scunthorpe assesses the cocktail', ['ass', 'cock', 'tail'])).toBeNull();
  expect(findListed('کلاه برداشتم', ['کلاهبردار'])).toBeNull();
  expect(findListed('casino', [])).toBeNull();
  expect(findListed('casino', ['', '…'])).toBeNull();
});

it('knows a text again whatever stands between its letters', () => {
  const hash = lettersHash('Cheap pills, here!');
  expect(lettersHash('cheap PILLS\u200b — here').equals(hash)).toBe(true);
  expect(lettersHash('Cheap pills, there!').equals(hash)).toBe(false);
  expect(plainWords('می‌رود، ۱۲ كیلو')).toEqual(['می', 'رود', '12', 'کیلو']);
});
