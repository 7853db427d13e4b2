import { describe, expect, it } from 'vitest';
import { longestQuestion, mostTerms, readQuestion } from './question.ts';

/** A term as a reader would write it. */
const said = (text: string) =>
  readQuestion(text).groups.map((group) =>
    group
      .map(
        ({ text, exact, prefix, not }) =>
          `${not ? '-' : ''}${exact ? `"${text}"` : text}${prefix ? '*' : ''}`,
      )
      .join(' OR '),
  );

describe('a question', () => {
  it.each([
    ['harbour strike', ['harbour', 'strike']],
    ['"grain exchange" -ferry', ['"grain exchange"', '-ferry']],
    ['-"night ferry" boat', ['-"night ferry"', 'boat']],
    ['parliam*', ['parliam*']],
    ['ferry OR boat harbour', ['ferry OR boat', 'harbour']],
    ['ferry | "night boat"', ['ferry OR "night boat"']],
    ['«биржа зерна» порт', ['"биржа зерна"', 'порт']],
    ['„Getreide Börse“', ['"Getreide Börse"']],
    ['“grain exchange”', ['"grain exchange"']],
    ['‹a b› 「東京 都」', ['"a b"', '"東京 都"']],
    ['«بورس غله» بندر، توفان', ['"بورس غله"', 'بندر', 'توفان']],
    ['−ferry –boat', ['-ferry', '-boat']],
    ['e-mail - storm', ['e-mail', 'storm']],
    ['"half a phrase', ['half', 'a', 'phrase']],
    ['OR ferry OR', ['ferry']],
    ['a OR OR b', ['a OR b']],
    ['or', ['or']],
    ['', []],
    ['""', []],
    ['--- "-" * | ! & <-> :*', []],
    ["drop table'; -- x", ['drop', "table'", 'x']],
    ['ferry"night boat"', ['ferry', '"night boat"']],
  ])('%s', (text, groups) => {
    expect(said(text)).toEqual(groups);
  });

  it('is cut where it is too much, and says so', () => {
    expect(readQuestion('a').cut).toBe(false);
    expect(readQuestion('x'.repeat(longestQuestion + 1)).cut).toBe(true);
    const many = readQuestion('ab '.repeat(mostTerms + 1));
    expect([many.groups.length, many.cut]).toEqual([mostTerms, true]);
  });
});
