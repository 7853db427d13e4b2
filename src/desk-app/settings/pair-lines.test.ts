import { expect, it } from 'vitest';
import { linesOf, pairsIn } from './pair-lines.ts';

it('reads back what it writes, and what people type', () => {
  const pairs = [
    ['world', 'World'],
    ['طهران', 'تهران'],
  ] as const;
  expect(pairsIn(linesOf(pairs))).toEqual({ pairs, wrong: null });
  expect(pairsIn(' a=b \n\n c =  d = e\n')).toEqual({
    pairs: [
      ['a', 'b'],
      ['c', 'd = e'],
    ],
    wrong: null,
  });
});

it.each(['no pair', '= only', 'only ='])('names the line that is no pair: %s', (line) => {
  expect(pairsIn(`a = b\n${line}`).wrong).toBe(line);
});
