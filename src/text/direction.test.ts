import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstDirection, keptApart, runningAs } from './direction.ts';

it.each([
  ['NATO در تهران', 'ltr'],
  ['(۳) «پیمان»', 'rtl'],
  ['2017 שלום', 'rtl'],
  ['Ильмер', 'ltr'],
  ['271032 !', null],
] as const)('the first letter of %s says its direction', (text, dir) => {
  expect(firstDirection(text)).toBe(dir);
});

it('a text that begins in the other direction says its own', () => {
  expect(runningAs('NATO در تهران', 'rtl')).toBe('\u2067NATO در تهران\u2069');
  expect(runningAs('«سلام» said the poster', 'ltr')).toBe('\u2066«سلام» said the poster\u2069');
  expect(runningAs('پیمان NATO', 'rtl')).toBe('پیمان NATO');
  expect(runningAs('271032', 'rtl')).toBe('271032');
});

it('a name is kept apart only where it runs otherwise', () => {
  expect(keptApart('Ana Moss (LTA)', 'rtl')).toBe('\u2068Ana Moss (LTA)\u2069');
  expect(keptApart('آنا موس', 'rtl')).toBe('آنا موس');
  expect(keptApart('Ana Moss', 'ltr')).toBe('Ana Moss');
});

it('nothing but the marks is added, and they come in pairs', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('ltr' as const, 'rtl' as const),
      (text, dir) => {
        for (const made of [runningAs(text, dir), keptApart(text, dir)])
          expect(made === text || made.slice(1, -1) === text).toBe(true);
      },
    ),
  );
});
