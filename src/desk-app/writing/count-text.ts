/** Counting as readers would: what looks like one character is one, and a word is what the language calls so. Pure. */

const kept = new Map<string, Intl.Segmenter>();

function segmenter(lang: string, granularity: 'grapheme' | 'word'): Intl.Segmenter {
  const key = `${granularity} ${lang}`;
  let there = kept.get(key);
  if (!there) {
    try {
      there = new Intl.Segmenter(lang || undefined, { granularity });
    } catch {
      there = new Intl.Segmenter(undefined, { granularity });
    }
    kept.set(key, there);
  }
  return there;
}

/** Characters as seen: an emoji or a letter with its marks is one. */
export function lengthOf(text: string, lang: string): number {
  // Plain text is most text, and is counted at once.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter(lang, 'grapheme').segment(text)) count += 1;
  return count;
}

export function wordsIn(text: string, lang: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter(lang, 'word').segment(text)) if (isWordLike) count += 1;
  return count;
}

/** Minutes to read, at least one. Words a minute as they were measured for silent reading of news. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 230));
}
