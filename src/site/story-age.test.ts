import { expect, it } from 'vitest';
import { storyAge } from './story-age.ts';

it.each([
  ['2017-08-05', '2026-08-04', { unit: 'years', count: 8 }],
  ['2017-08-05', '2026-08-05', { unit: 'years', count: 9 }],
  ['2025-12-01', '2026-11-30', { unit: 'months', count: 11 }],
  ['2026-10-30', '2026-11-30', { unit: 'months', count: 1 }],
  ['2026-10-31', '2026-11-30', null],
  ['2026-07-31', '2026-08-31', { unit: 'months', count: 1 }],
  ['2026-01-31', '2026-03-03', { unit: 'months', count: 1 }],
  ['2024-02-29', '2025-02-28', { unit: 'months', count: 11 }],
  ['2026-11-29', '2026-11-30', null],
  ['2026-12-01', '2026-11-30', null],
])('of %s on %s', (published, today, age) => {
  expect(storyAge(published, today, 30)).toEqual(age);
});

it('is said in days where an agency wants to say it early, and never where it does not', () => {
  expect(storyAge('2026-11-20', '2026-11-30', 7)).toEqual({ unit: 'days', count: 10 });
  expect(storyAge('1990-01-01', '2026-11-30', 0)).toBeNull();
});
