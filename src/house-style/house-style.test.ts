import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleOf } from './examples.ts';
import { type LanguageStyle, styleOffers } from './house-style.ts';
import { quoteStylesOf, ruleNamesOf } from './language-rules.ts';

function written(text: string, lang: string, style: LanguageStyle = {}): string {
  return styleOffers(text, lang, style).reduceRight(
    (mended, { at, before, after }) => mended.slice(0, at) + after + mended.slice(at + before.length),
    text,
  );
}

describe('the house writes', () => {
  it.each([
    ['en', 'He said "no" - and left...', 'He said “no” – and left…'],
    ['en', "It's the mayor's.", 'It’s the mayor’s.'],
    ['en', 'Two  spaces', 'Two spaces'],
    ['en', 'See https://example.org/a--b?x="y"', 'See https://example.org/a--b?x="y"'],
    ['en', 'A well-known e-mail', 'A well-known e-mail'],
    ['en', 'He said that that ship , The the third , left .', 'He said that ship, The third, left.'],
    ['en', 'Duran Duran of Baden Baden, a .NET house', 'Duran Duran of Baden Baden, a .NET house'],
    ['en', "It's a well-known known e-mail, he can't can", 'It’s a well-known known e-mail, he can’t can'],
    ['fr', 'Nous nous levons', 'Nous nous levons'],
    ['fr', 'Il dit "non" ; vraiment ?', 'Il dit «\u202fnon\u202f»\u202f; vraiment\u202f?'],
    ['fr', "L'agence", 'L’agence'],
    ['fa', 'رئيس جمهور كشور', 'رئیس جمهور کشور'],
    ['fa', 'او می رود و نمی گوید', 'او می\u200cرود و نمی\u200cگوید'],
    ['fa', 'کتاب ها را خواند', 'کتاب\u200cها را خواند'],
    ['fa', 'گفت "نه", و رفت?', 'گفت «نه»، و رفت؟'],
    ['fa', 'چرا، او ، رفت', 'چرا، او، رفت'],
    ['fa', 'در 2026 با 1,250 نفر، 12.5 و ٤٥', 'در ۲۰۲۶ با ۱٬۲۵۰ نفر، ۱۲٫۵ و ۴۵'],
    ['fa', 'COVID-19 و F16 در 10:30 و 2026-03-14', 'COVID-19 و F16 در 10:30 و 2026-03-14'],
    ['fa', 'کم کم آمد', 'کم کم آمد'],
    ['ar', 'قال "لا"', 'قال «لا»'],
    ['de', 'Zwei  Räume - "so"', 'Zwei Räume - "so"'],
  ])('%s: %s → %s', (lang, before, after) => {
    expect(written(before, lang)).toBe(after);
  });

  it('a word one way, as a whole word alone', () => {
    const spellings = [{ before: 'Teheran', after: 'Tehran' }];
    expect(written('Teheran and Teheranis, in Teheran.', 'en', { spellings })).toBe(
      'Tehran and Teheranis, in Tehran.',
    );
  });
});

describe('a house that chose otherwise', () => {
  it.each([
    ['en', 'single', 'He said "no", not “yes”.', 'He said ‘no’, not ‘yes’.'],
    ['en', 'single', '“He said ‘no’,” she said.', '“He said ‘no’,” she said.'],
    ['fr', 'double', 'Il dit "non", «\u202foui\u202f».', 'Il dit “non”, “oui”.'],
    ['fa', 'double', 'گفت "نه" و «آری».', 'گفت “نه” و “آری”.'],
  ] as const)('has other quotes in %s', (lang, quotes, before, after) => {
    expect(written(before, lang, { quotes })).toBe(after);
  });

  it('is not offered what it switched off, in that language', () => {
    expect(written('He said "no" - and left...', 'en', { off: ['dash', 'ellipsis'] })).toBe(
      'He said “no” - and left...',
    );
    expect(written('رئيس كشور می رود', 'fa', { off: ['joiner'] })).toBe('رئیس کشور می رود');
  });

  it.each(['en', 'fr', 'fa', 'ar', 'de'])('is shown what each rule of %s does', (lang) => {
    for (const rule of ruleNamesOf(lang)) {
      const example = exampleOf(lang, rule);
      expect([rule, example?.before === example?.after]).toEqual([rule, false]);
      expect(exampleOf(lang, rule, { off: [rule] })).toEqual(example);
    }
  });

  it('chooses among the quotes that the language has', () => {
    expect(['en', 'fr', 'fa', 'ar', 'de'].map(quoteStylesOf)).toEqual([
      ['double', 'single'],
      ['angle', 'double'],
      ['angle', 'double'],
      ['angle', 'double'],
      [],
    ]);
  });
});

it('offers what stands in the text, in order, without overlaps, whatever the text is', () => {
  const letter = fc.constantFrom(...'ab "\'-.,;?!  12٣يكیکمنها«»\u200c\u202f\n😀é'.split(''));
  fc.assert(
    fc.property(
      fc.array(letter, { maxLength: 60 }),
      fc.constantFrom('en', 'fr', 'fa', 'ar', 'xx'),
      (letters, lang) => {
        const text = letters.join('');
        let end = 0;
        for (const { at, before, after } of styleOffers(text, lang)) {
          expect(text.slice(at, at + before.length)).toBe(before);
          expect(at).toBeGreaterThanOrEqual(end);
          expect(after).not.toBe(before);
          end = at + before.length;
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

// Each letter of it once: looked at from every letter anew, it would keep the program for minutes.
it.each([
  ['en', 'a'],
  ['en', 'a@'],
  ['fa', 'ا'],
  ['ar', 'ا'],
  ['fa', '1,1x'],
])('reads a word of %s that never ends: %j, again and again', (lang, letters) => {
  expect(styleOffers(letters.repeat(300_000), lang)).toEqual([]);
});

it('leaves addresses as they are, wherever they stand in a line', () => {
  expect(written('("a"@b.org) "c" x@y--z.example "d"', 'en')).toBe('("a"@b.org) “c” x@y--z.example “d”');
});
