import { expect, it } from 'vitest';
import { dayFromIso, dayNumber, isoDay, isoWeek, startOfMonth, weekdayOf } from './calendar-day.ts';

it('knows which days exist', () => {
  expect(dayNumber(2016, 2, 29)).not.toBeNull();
  expect(dayNumber(2017, 2, 29)).toBeNull();
  expect(dayFromIso('2017-02-31')).toBeNull();
});

it('names ISO weeks by the year of their Thursday', () => {
  const weekOf = (day: string) => isoWeek(dayFromIso(day) ?? Number.NaN);
  expect(weekOf('2017-07-30')).toBe('2017-W30');
  expect(weekOf('2021-01-03')).toBe('2020-W53');
  expect(weekOf('2018-12-31')).toBe('2019-W01');
});

it('counts weekdays from Monday, also before 1970', () => {
  expect(weekdayOf(dayNumber(2017, 8, 5) ?? 0)).toBe(6);
  expect(weekdayOf(dayNumber(1969, 12, 28) ?? 0)).toBe(7);
});

it('moves by months over the end of a year', () => {
  expect(isoDay(startOfMonth(dayNumber(2017, 11, 30) ?? 0, 3))).toBe('2018-02-01');
});
