import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, wordDifference, wordsIn } from './word-difference.ts';

const zwnj = '\u200c';

describe('the difference of two texts', () => {
  it('is the older text without what is new, and the newer without what is gone, to the letter', () => {
    fc.assert(
      fc.property(text(), text(), fc.constantFrom('en', 'fa', 'ar', 'th', 'xx_no tag'), (a, b, lang) => {
        const pieces = wordDifference(a, b, lang);
        expect(without('new', pieces)).toBe(a);
        expect(without('gone', pieces)).toBe(b);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('cuts no word, letter or emoji in two', () => {
    fc.assert(
      fc.property(text(), text(), (a, b) => {
        const pieces = wordDifference(a, b, 'fa');
        const ends = (kept: Piece[]) => endsOf(kept.map((piece) => piece.text));
        const edges = (whole: string) => endsOf(wordsIn(whole, 'fa'));
        for (const end of ends(pieces.filter(({ kind }) => kind !== 'new'))) expect(edges(a)).toContain(end);
        for (const end of ends(pieces.filter(({ kind }) => kind !== 'gone'))) expect(edges(b)).toContain(end);
      }),
      { numRuns: 300 },
    );
  });

  it('reads as a person would mark it', () => {
    expect(marked('Storm closes the port', 'Storm shuts the port')).toBe(
      'Storm [-closes-][+shuts+] the port',
    );
    expect(marked('shifts, ending a ban', 'shifts and end a ban')).toBe(
      'shifts[-, ending-][+ and end+] a ban',
    );
    expect(marked('both requests tomorrow', 'both requests, which it was to hear tomorrow')).toBe(
      'both requests[+, which it was to hear+] tomorrow',
    );
    expect(marked('a b', 'a x b')).toMatch(/^a (\[\+x \+\]b|\[\+ x\+\] b)$|^a\[\+ x\+\] b$/);
    expect(marked('', 'new')).toBe('[+new+]');
    expect(marked('gone', '')).toBe('[-gone-]');
    expect(marked('same', 'same')).toBe('same');
  });

  it('knows the words of Persian and Arabic, mixed directions, marks and emoji', () => {
    expect(marked(`می${zwnj}رود به London`, `می${zwnj}آید به London`, 'fa')).toBe(
      `[-می${zwnj}رود-][+می${zwnj}آید+] به London`,
    );
    expect(marked('قال «نعم» 5 مرات', 'قال «لا» 5 مرات', 'ar')).toBe('قال «[-نعم-][+لا+]» 5 مرات');
    expect(marked('cafe\u0301 au lait', 'café au lait', 'fr')).toBe('[-cafe\u0301-][+café+] au lait');
    expect(marked('up 👩‍👩‍👧 now', 'up 👩‍👧 now')).toBe('up [-👩‍👩‍👧-][+👩‍👧+] now');
  });

  it('calls texts that have too little in common different as a whole', () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(' ');
    const started = performance.now();
    expect(wordDifference(long('a'), long('b'), 'en').map(({ kind }) => kind)).toEqual(['gone', 'new']);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

function marked(before: string, after: string, lang = 'en'): string {
  const marks = { same: ['', ''], gone: ['[-', '-]'], new: ['[+', '+]'] };
  return wordDifference(before, after, lang)
    .map(({ kind, text }) => marks[kind].join(text))
    .join('');
}

function without(kind: Piece['kind'], pieces: Piece[]): string {
  return pieces
    .filter((piece) => piece.kind !== kind)
    .map((piece) => piece.text)
    .join('');
}

/** Where each part ends. */
function endsOf(parts: string[]): number[] {
  let at = 0;
  return parts.map((part) => {
    at += part.length;
    return at;
  });
}

function text(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    ...[
      'port',
      'the',
      'mayor’s',
      '812',
      '1,000',
      'A-B',
      'cafe\u0301',
      '👩‍👩‍👧',
      '🇮🇷',
      'بندر',
      `می${zwnj}شود`,
      'كتاب',
      'ไทย',
      '、',
    ],
  );
  const between = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n', ' «', '» ', '', '\u200f ');
  return fc
    .array(fc.tuple(word, between), { maxLength: 14 })
    .map((parts) => parts.map(([one, gap]) => one + gap).join(''));
}
