import { expect, it } from 'vitest';
import { countAsks, mostAsksOfHost } from './asks-of-host.ts';

it('asks a host so many times in a minute, at whichever of its ports and paths, and others all the same', () => {
  const mayAsk = countAsks();
  const now = new Date('2026-03-15T12:00:00Z');
  for (let at = 0; at < mostAsksOfHost; at++)
    expect(mayAsk(`http://victim.example:${8_000 + at}/${at}`, now)).toBe(true);
  expect(mayAsk('https://victim.example/', now)).toBe(false);
  expect(mayAsk('https://other.example/', now)).toBe(true);
  expect(mayAsk('https://victim.example/', new Date(now.getTime() + 60_000))).toBe(true);
});
