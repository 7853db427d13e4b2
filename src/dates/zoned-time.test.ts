import { expect, it } from 'vitest';
import { instantIn } from './zoned-time.ts';

it('takes summer time into account', () => {
  expect(instantIn('Asia/Tehran', '2017-08-05T11:54').toISOString()).toBe('2017-08-05T07:24:00.000Z');
  expect(instantIn('Asia/Tehran', '2017-01-05T11:54').toISOString()).toBe('2017-01-05T08:24:00.000Z');
});

it('moves a skipped time forward and takes the earlier of a repeated one', () => {
  expect(instantIn('Europe/Berlin', '2017-03-26T02:30').toISOString()).toBe('2017-03-26T01:30:00.000Z');
  expect(instantIn('Europe/Berlin', '2017-10-29T02:30').toISOString()).toBe('2017-10-29T00:30:00.000Z');
});

it('reads fixed offsets and UTC', () => {
  expect(instantIn('+03:30', '2017-08-05T00:00:09').toISOString()).toBe('2017-08-04T20:30:09.000Z');
  expect(instantIn('UTC', '2017-08-05T00:00').toISOString()).toBe('2017-08-05T00:00:00.000Z');
});

it('refuses zones and times that are none', () => {
  expect(() => instantIn('Asia/Nowhere', '2017-08-05T00:00')).toThrow(RangeError);
  expect(() => instantIn('UTC', 'noon')).toThrow(RangeError);
});
