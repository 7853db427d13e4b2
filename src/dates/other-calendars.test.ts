import { expect, it } from 'vitest';
import { isoDay } from './calendar-day.ts';
import { dateInCalendar, dayInCalendar } from './other-calendars.ts';

it('finds the Gregorian day of known Persian and Islamic dates', () => {
  const isoOf = (...date: Parameters<typeof dayInCalendar>) => isoDay(dayInCalendar(...date) ?? Number.NaN);
  expect(isoOf('persian', 1396, 5, 14)).toBe('2017-08-05');
  expect(isoOf('persian', 1357, 11, 22)).toBe('1979-02-11');
  expect(isoOf('persian', 1403, 12, 30)).toBe('2025-03-20');
  expect(isoOf('islamic', 1438, 11, 13)).toBe('2017-08-05');
  expect(isoOf('islamic', 1445, 9, 1)).toBe('2024-03-11');
});

it.each(['persian', 'islamic'] as const)(
  'agrees with Intl on every month of the %s years 1300–1500',
  (calendar) => {
    for (let year = 1300; year <= 1500; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (const day of [1, 15, 29]) {
          const found = dayInCalendar(calendar, year, month, day);
          expect(found && dateInCalendar(calendar, found)).toEqual({ year, month, day });
        }
      }
    }
  },
);

it('has leap days of the Persian calendar in leap years only', () => {
  expect(dayInCalendar('persian', 1395, 12, 30)).not.toBeNull();
  expect(dayInCalendar('persian', 1396, 12, 30)).toBeNull();
});

it('refuses days and years that a calendar does not have', () => {
  expect(dayInCalendar('gregory', 2017, 2, 31)).toBeNull();
  expect(dayInCalendar('gregory', 1799, 1, 1)).toBeNull();
  expect(dayInCalendar('persian', 1396, 13, 1)).toBeNull();
  expect(dayInCalendar('islamic', 1438, 1, 31)).toBeNull();
});
