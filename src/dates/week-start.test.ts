import { expect, it } from 'vitest';
import { weekStartOf } from './week-start.ts';

it.each([
  ['en', 1],
  ['en-gb', 1],
  ['en-us', 7],
  ['fa', 6],
  ['prs', 6],
  ['ar', 6],
  ['ar-ae', 1],
  ['fr', 1],
  ['ru', 1],
  ['es', 1],
  ['pt-br', 7],
  ['he', 7],
  // Of which nothing is known, and what is no language.
  ['tlh', 1],
  ['x', 1],
])('begins the week in %s on day %i', (lang, day) => {
  expect(weekStartOf(lang)).toBe(day);
});
