import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import wordListPath from 'word-list';
import { WordTable } from './word-table.ts';

it('has the words of a real list and no others, as a set of them would', () => {
  const bytes = readFileSync(wordListPath);
  const words = bytes.toString('latin1').split('\n');
  const table = new WordTable(bytes);
  expect([...table].join('\n') === words.join('\n')).toBe(true);
  const set = new Set(words);
  const wrong: string[] = [];
  for (const [at, word] of words.entries()) {
    if (at % 10 !== 0) continue;
    for (const asked of [word, `${word}s`, word.slice(0, -1), word.replace('e', 'é'), `${word}\n`])
      if (table.has(asked) !== set.has(asked)) wrong.push(asked);
  }
  expect(wrong).toEqual([]);
});

it.each(['', 'a', 'a\nb', 'a\nb\n', 'aa\nb\nabc'])('reads %j', (lines) => {
  const table = new WordTable(Buffer.from(lines));
  const words = lines.split('\n').filter((word) => word !== '');
  expect([...table]).toEqual(words);
  for (const word of ['', 'a', 'aa', 'ab', 'abc', 'abcd', 'b', 'z', 'a\nb'])
    expect([word, table.has(word)]).toEqual([word, words.includes(word)]);
});
