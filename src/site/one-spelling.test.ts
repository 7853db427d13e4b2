import { expect, it } from 'vitest';
import { oneSpelling } from './one-spelling.ts';

it.each([
  ['/%65n/topic/%77eather', '/en/topic/weather'],
  ['/en/', '/en/'],
  ['/', '/'],
  ['/en/101/a%2fb', '/en/101/a%2Fb'],
  ['/fa/101/%d8%a8', '/fa/101/%D8%A8'],
  ['/en/101/it’s', '/en/101/it%E2%80%99s'],
  ['/en/%E0%A4%A', '/en/%E0%A4%A'],
  ['/en/\ud800', '/en/\ud800'],
])('spells %j as %j', (path, spelled) => {
  expect(oneSpelling(path)).toBe(spelled);
});
