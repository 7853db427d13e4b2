import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSheet } from '../site/assets.ts';
import { canBeRead, contrast, grounds, isColour, nearestReadable, usualColours } from './colour.ts';

it('knows the contrasts that WCAG gives', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
});

it('stands on the paper that the style sheet draws', () => {
  const sheet = readSheet();
  for (const scheme of ['light', 'dark'] as const) {
    expect(sheet).toContain(`--paper: ${grounds[scheme]};`);
    expect(sheet).toContain(`--agency: ${usualColours[scheme]};`);
    expect(canBeRead(usualColours[scheme], scheme)).toBe(true);
  }
});

it('leaves a colour that can be read, and moves another no further than it must', () => {
  expect(nearestReadable('#0c4a5b', 'light')).toBe('#0c4a5b');
  expect(contrast(nearestReadable('#ff8800', 'light'), grounds.light)).toBeLessThan(4.6);
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, fc.constantFrom('light' as const, 'dark' as const), (colour, scheme) => {
      const near = nearestReadable(colour, scheme);
      expect(isColour(near)).toBe(true);
      expect(canBeRead(near, scheme)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it.each(['', 'red', '#abc', '#12345g', ' #123456'])('takes no other spelling: %j', (text) => {
  expect(isColour(text)).toBe(false);
});
