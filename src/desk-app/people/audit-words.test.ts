import { expect, it } from 'vitest';
import { aboutWords } from './audit-words.ts';

it('shows of a change what differs, by its place', () => {
  const before = { zone: 'UTC', editions: [{ lang: 'en', name: 'English', tagline: '' }] };
  const after = {
    zone: 'Asia/Tehran',
    editions: [{ lang: 'en', name: 'English', tagline: 'By the sea' }, { lang: 'fa' }],
  };
  expect(aboutWords({ before, after })).toEqual([
    'zone: UTC → Asia/Tehran',
    'editions.0.tagline: ∅ → By the sea',
    'editions.1: ∅ → {"lang":"fa"}',
  ]);
});

it('shows of an act what it names, and leaves out what is empty', () => {
  expect(aboutWords({ lang: 'en', reason: '', version: 3, code: 1042 })).toEqual([
    'code: 1042',
    'version: 3',
    'lang: en',
  ]);
});

it('cuts what is too long to read in a table', () => {
  const [words = ''] = aboutWords({ before: { about: 'x'.repeat(500) }, after: { about: 'y' } });
  expect(words).toBe(`about: ${'x'.repeat(120)}… → y`);
});
