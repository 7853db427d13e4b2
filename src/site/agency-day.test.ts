import { expect, it } from 'vitest';
import { dayAfter, dayIn, isDay, startOfDay } from './agency-day.ts';

it('turns the day at the agency’s midnight, not at Greenwich’s', () => {
  expect(dayIn('Asia/Tehran', new Date('2026-11-23T20:29:59Z'))).toBe('2026-11-23');
  expect(dayIn('Asia/Tehran', new Date('2026-11-23T20:30:00Z'))).toBe('2026-11-24');
  expect(startOfDay('Asia/Tehran', '2026-11-24').toISOString()).toBe('2026-11-23T20:30:00.000Z');
});

it('starts a day whose midnight is skipped at its first moment', () => {
  // Beirut moved its clocks at 00:00 on 26 March 2017: that day began at 01:00.
  expect(startOfDay('Asia/Beirut', '2017-03-26').toISOString()).toBe('2017-03-25T22:00:00.000Z');
});

it('knows which days exist', () => {
  expect(isDay('2024-02-29')).toBe(true);
  expect(isDay('2023-02-29')).toBe(false);
  expect(isDay('yesterday')).toBe(false);
  expect(dayAfter('2024-02-28')).toBe('2024-02-29');
});
