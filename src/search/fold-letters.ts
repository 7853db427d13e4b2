/**
 * One spelling for what readers and writers spell in several ways: capitals, accents that keyboards lack, the two yehs and
 * kafs, hamza's seats, vowel marks, the stretching line, joiners inside words, figures of any script. Pure.
 */

/** Letters without parts that could be taken apart, as keyboards without them write them. */
const latinLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Teh marbuta is written as heh, hamza falls with its seat, and both yehs and kafs are one. */
const arabicLetters: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ی',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
};

const foldable = new RegExp(`[${Object.keys({ ...latinLetters, ...arabicLetters }).join('')}]`, 'gu');

/** Folded words that are remembered: the same few make up most of every text. */
const mostKept = 100_000;
const kept = new Map<string, string>();

/** A word as search keeps it, or asks for it. */
export function foldLetters(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word;
  const there = kept.get(word);
  if (there !== undefined) return there;
  const folded = fold(word);
  if (kept.size >= mostKept) kept.clear();
  if (word.length <= 40) kept.set(word, folded);
  return folded;
}

function fold(word: string): string {
  return (
    lowered(word)
      // Persian: the yeh that joins a word to the next is a mark above its heh as often.
      .replace(/ه\u200c[یي]$/u, 'ه')
      .normalize('NFD')
      // Marks of alphabets that are read without them; those of Indian and Thai letters are vowels, and stay.
      .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '$1')
      .replace(/\u0435\u0308/g, '\u0435')
      .replace(/[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g, '')
      .replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g, '')
      .normalize('NFC')
      .replace(/[\u00ad\u200b-\u200f\u2060'’ʼ"”״׳]/g, '')
      .replace(foldable, (letter) => latinLetters[letter] ?? arabicLetters[letter] ?? letter)
      .replace(/ς/g, 'σ')
      .replace(/\p{Nd}/gu, figure)
  );
}

/** The same word with what a stemmer wants to see: accents, and its language's own letters. */
export function lowered(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

/** Figures of every script come in rows of ten that begin with zero. */
function figure(one: string): string {
  if (one >= '0' && one <= '9') return one;
  let zero = one.codePointAt(0) as number;
  const last = zero;
  while (last - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((last - zero) % 10);
}
