/** What every reader gets once: the one style sheet. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readSheet } from '../assets.ts';
import { liteStyle } from './lite-style.ts';

const sheet = readSheet();

it('is 12 KB at most, packed', () => {
  expect(gzipSync(sheet, { level: 6 }).length).toBeLessThanOrEqual(12 * 1024);
});

it('has five sizes of letters and no others, so that a page stays of one piece', () => {
  const sizes = [...sheet.matchAll(/font(?:-size)?:\s*([^;{}]+);/g)]
    .map(([, value = '']) => value)
    .filter((value) => !/var\(--size-\d\)|^inherit$|^13px$/.test(value));
  // A mark of a note is as much smaller as figures above the line are.
  expect(sizes).toEqual(['0.7em']);
});

it('names sides by the direction of words, but where CSS knows only left and right', () => {
  for (const one of [sheet, liteStyle])
    expect(
      one.match(/(?:margin|padding|border|inset)-(?:left|right)|(?:text-align|float):\s*(?:left|right)/g),
    ).toBe(null);
});
