import { expect, it } from 'vitest';
import { lookOf } from './own-name.ts';

it.each([
  ['Ana Moss', 'ana  moss'],
  ['Ana Moss', 'Ana\u200b Moss\u202e'],
  ['Ana Moss', 'Ana Moss.'],
  ['Ana Moss', 'Ａna Moss'],
  ['José', 'Jose\u0301'],
  ['علی یزدی', 'علي يزدي'],
  ['نیک\u200cزاد', 'نیکزاد'],
])('sees %s and %j as one name', (one, other) => {
  expect(lookOf(other)).toBe(lookOf(one));
});

it.each([
  ['Ana Moss', 'Anna Moss'],
  ['علی', 'علا'],
  ['★', '☆'],
])('sees %s and %s as two', (one, other) => {
  expect(lookOf(other)).not.toBe(lookOf(one));
});
