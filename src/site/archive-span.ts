/**
 * What a date of the archive's addresses spans: a year, a month or a day, in the Gregorian calendar or, by its year, in the one
 * that the edition says its dates in. Pure.
 */
import { dayFromIso, isoDay, weekdayOf } from '../dates/calendar-day.ts';
import { type CalendarName, dateInCalendar, dayInCalendar, isYearOf } from '../dates/other-calendars.ts';
import { type Calendar, datesOf, type EditionDates } from '../editions/edition-dates.ts';

export type ArchiveSpan = {
  calendar: CalendarName;
  year: number;
  /** From 1; null: the whole year. */
  month: number | null;
  /** Null: the whole month. */
  day: number | null;
  /** Its first day, and the first day after it: Gregorian, YYYY-MM-DD. */
  first: string;
  until: string;
};

type Dated = { lang: string; dates?: EditionDates };

const names: Record<Calendar, CalendarName> = {
  gregory: 'gregory',
  persian: 'persian',
  'islamic-umalqura': 'islamic',
};

/** The calendar by which an edition's archive is laid out. */
export function archiveCalendar(edition: Dated): CalendarName {
  return names[datesOf(edition).calendar];
}

/** @param date year, month and day as they stand in the address, as many as are there. @returns null: no calendar has it. */
export function readSpan(edition: Dated, date: string[]): ArchiveSpan | null {
  const [year = Number.NaN, month = null, day = null] = date.map(Number);
  const { calendar, beside } = datesOf(edition);
  const known = new Set<CalendarName>(['gregory', names[calendar], ...(beside ? [names[beside]] : [])]);
  for (const one of known) if (isYearOf(one, year)) return spanOf(one, year, month, day);
  return null;
}

export function spanOf(
  calendar: CalendarName,
  year: number,
  month: number | null = null,
  day: number | null = null,
): ArchiveSpan | null {
  const first = dayInCalendar(calendar, year, month ?? 1, day ?? 1);
  const until = first === null || day !== null ? first && first + 1 : firstAfter(calendar, year, month);
  if (first === null || until === null) return null;
  return { calendar, year, month, day, first: isoDay(first), until: isoDay(until) };
}

function firstAfter(calendar: CalendarName, year: number, month: number | null): number | null {
  return month === null || month === 12
    ? dayInCalendar(calendar, year + 1, 1, 1)
    : dayInCalendar(calendar, year, month + 1, 1);
}

/** The span of the same length in which a day (YYYY-MM-DD) lies. */
export function spanAround(
  day: string,
  like: Pick<ArchiveSpan, 'calendar' | 'month' | 'day'>,
): ArchiveSpan | null {
  const { year, month, day: number } = dateInCalendar(like.calendar, dayFromIso(day) ?? 0);
  return spanOf(like.calendar, year, like.month === null ? null : month, like.day === null ? null : number);
}

/** What a span is made of: the months of a year, the days of a month. */
export function partsOf({ calendar, year, month, first, until }: ArchiveSpan): ArchiveSpan[] {
  if (month === null)
    return Array.from({ length: 12 }, (_, at) => spanOf(calendar, year, at + 1)).filter(
      (one) => one !== null,
    );
  const [from = 0, to = 0] = [dayFromIso(first) ?? 0, dayFromIso(until) ?? 0];
  return Array.from({ length: to - from }, (_, at) => spanOf(calendar, year, month, at + 1)).filter(
    (one) => one !== null,
  );
}

/** Days laid out in weeks of seven, null where a week has days of other months. @param weekStart ISO weekday, 1 Monday. */
export function weeksOf<Day extends { first: string }>(days: Day[], weekStart: number): (Day | null)[][] {
  const lead = days[0] ? (weekdayOf(dayFromIso(days[0].first) ?? 0) - weekStart + 7) % 7 : 0;
  const cells = [...Array<null>(lead).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}

/** Its one address: a day's is Gregorian in every edition, so that it is the same day everywhere. */
export function spanPath(lang: string, { year, month, day, first }: ArchiveSpan): string {
  const date =
    day !== null
      ? first.split('-')
      : [String(year).padStart(4, '0'), ...(month === null ? [] : [String(month).padStart(2, '0')])];
  return [`/${lang}/archive`, ...date].join('/');
}
