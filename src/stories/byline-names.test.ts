import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bylineParts, bylineSlugs } from './byline-names.ts';

it.each([
  ['en', 'Ana Moss', ['ana-moss']],
  ['en', 'Ana Moss and N. Reyl', ['ana-moss', 'n-reyl']],
  ['en', 'Ana Moss, Halim', ['ana-moss', 'halim']],
  ['en', 'Ana Moss, Halim, and N. Reyl', ['ana-moss', 'halim', 'n-reyl']],
  ['en', 'Ana Moss & Halim', ['ana-moss', 'halim']],
  ['en', 'Ken Moss, Jr. and Ana Moss', ['ken-moss-jr', 'ana-moss']],
  ['en', 'Andrew Sandford', ['andrew-sandford']],
  ['en', 'ANA MOSS and Ana Moss', ['ana-moss']],
  ['en-gb', 'Ana Moss and Halim', ['ana-moss', 'halim']],
  ['fa', 'آنا موس و ن. ریل', ['آنا-موس', 'ن-ریل']],
  ['fa', 'آنا موس، حلیم', ['آنا-موس', 'حلیم']],
  ['fa', 'وحید مرادی', ['وحید-مرادی']],
  ['ar', 'آنا موس و حليم', ['آنا-موس', 'حليم']],
  ['ar', 'وليد حمدان', ['وليد-حمدان']],
  ['fr', 'Ana Moss et Benoît Étienne', ['ana-moss', 'benoît-étienne']],
  ['es', 'Ana Moss e Inés Ruiz y Olga Paz', ['ana-moss', 'inés-ruiz', 'olga-paz']],
  ['ru', 'Анна Мосс и Н. Рейл', ['анна-мосс', 'н-рейл']],
  ['xx', 'Ana Moss and Halim', ['ana-moss', 'halim']],
  ['en', '', []],
  ['en', ' , & ', []],
])('finds in %s the names of “%s”', (lang, byline, slugs) => {
  expect(bylineSlugs(byline, lang)).toEqual(slugs);
});

it('gives no page to a name of a thousand letters, nor to the twenty-first', () => {
  expect(bylineSlugs('a'.repeat(1_000), 'en')).toEqual([]);
  const many = Array.from({ length: 40 }, (_, at) => `Name ${at}`);
  expect(bylineSlugs(many.join(', '), 'en')).toHaveLength(20);
});

it('loses and adds nothing, whatever stands there', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('en', 'fa', 'fr', 'ar', 'ru', 'es', 'pt-br'),
      (byline, lang) => {
        const parts = bylineParts(byline, lang);
        expect(parts.map(({ text }) => text).join('')).toBe(byline);
        for (const { slug } of parts) expect(slug).not.toBe('');
      },
    ),
  );
});
