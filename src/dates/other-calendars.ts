/** Dates of the Persian (Jalali) and Islamic (Umm al-Qura) calendars as days of the Gregorian one. */

import { dayNumber, partsOfDay } from './calendar-day.ts';
import { keptFormat } from './kept-format.ts';

export type CalendarName = 'gregory' | 'persian' | 'islamic';

/**
 * The day number (see calendar-day.ts) of a date in a calendar; null where the calendar has no such day
 * or the year is outside what is read: 1800–2200 Gregorian, 1179–1579 Persian, 1215–1620 Islamic.
 * Persian and Islamic days are those of Intl (`persian`, `islamic-umalqura`): a first guess, then steps.
 */
export function dayInCalendar(
  calendar: CalendarName,
  year: number,
  month: number,
  day: number,
): number | null {
  const { first, last } = yearsOf[calendar];
  if (year < first || year > last || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return calendar === 'gregory' ? dayNumber(year, month, day) : searchDay(calendar, { year, month, day });
}

/** The date of a day number in a calendar, by the months that its readers count: month 1–12. */
export function dateInCalendar(
  calendar: CalendarName,
  day: number,
): { year: number; month: number; day: number } {
  return calendar === 'gregory' ? partsOfDay(day) : partsIn(others[calendar].dates, day);
}

/** Whether a year is one that a calendar's dates may have here. */
export function isYearOf(calendar: CalendarName, year: number): boolean {
  return year >= yearsOf[calendar].first && year <= yearsOf[calendar].last;
}

const yearsOf = {
  gregory: { first: 1800, last: 2200 },
  persian: { first: 1179, last: 1579 },
  islamic: { first: 1215, last: 1620 },
};

type Parts = { year: number; month: number; day: number };
type Other = Exclude<CalendarName, 'gregory'>;

/** Day numbers of the first day of year 1, lengths of a mean year, and Intl's own dates. */
const others = {
  persian: { epoch: -492_268, year: 365.2422, dates: datesIn('persian') },
  islamic: { epoch: -492_148, year: 354.36707, dates: datesIn('islamic-umalqura') },
};

/** The guess is at most some days off; each step goes by the difference that Intl shows. */
function searchDay(calendar: Other, wanted: Parts): number | null {
  const { epoch, year, dates } = others[calendar];
  let day = Math.round(epoch + (wanted.year - 1) * year + (wanted.month - 1) * (year / 12) + wanted.day - 1);
  for (let step = 0; step < 8; step += 1) {
    const found = partsIn(dates, day);
    const months = (wanted.year - found.year) * 12 + wanted.month - found.month;
    if (months === 0 && found.day === wanted.day) return day;
    day += Math.round(months * (year / 12)) + (wanted.day - found.day) || Math.sign(months);
  }
  return null;
}

function partsIn(dates: Intl.DateTimeFormat, day: number): Parts {
  const found: Parts = { year: 0, month: 0, day: 0 };
  for (const { type, value } of dates.formatToParts(day * 86_400_000)) {
    if (type === 'year' || type === 'month' || type === 'day') found[type] = Number.parseInt(value, 10);
  }
  return found;
}

function datesIn(calendar: string): Intl.DateTimeFormat {
  return keptFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
}
