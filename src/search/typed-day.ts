/**
 * Days as readers type them: year, month and day, or a year and a month, or a year, in the figures of any script, between
 * hyphens, slashes, full stops or spaces, or with the month's name (named-day.ts), in the calendar of the edition, in the
 * one that stands beside it, or in the Gregorian one. Pure.
 */
import { isoDay } from '../dates/calendar-day.ts';
import { type CalendarName, dayInCalendar, isYearOf } from '../dates/other-calendars.ts';
import { type Calendar, datesOf, type EditionDates } from '../editions/edition-dates.ts';
import { foldLetters } from './fold-letters.ts';
import { readNamedDay } from './named-day.ts';

/** First and last day, YYYY-MM-DD of the Gregorian calendar: one day, a month or a year. */
export type TypedDays = { first: string; last: string };

const names: Record<Calendar, CalendarName> = {
  gregory: 'gregory',
  persian: 'persian',
  'islamic-umalqura': 'islamic',
};

/** What a reader's day is in: an edition's language (BCP 47) and its calendars, where they are not the language's usual. */
export type DayReader = { lang: string; dates?: EditionDates };

/** Null: no calendar of the edition has such a day, or it is not understood (`isUnderstood`). */
export function readTypedDay(text: string, reader: DayReader): TypedDays | null {
  const parts = partsOf(text, reader);
  return parts?.calendar ? daysOf(parts.calendar, parts.year, parts.month, parts.day) : null;
}

/** Whether a text has the form of a day, though it may be one that no calendar has, such as 31 June. */
export function isUnderstood(text: string, reader: DayReader): boolean {
  return partsOf(text, reader) !== null;
}

type Parts = { calendar: CalendarName | null; year: number; month?: number; day?: number };

function partsOf(typed: string, { lang, dates }: DayReader): Parts | null {
  const { calendar, beside } = datesOf({ lang, ...(dates ? { dates } : {}) });
  const own = [calendar, ...(beside ? [beside] : []), 'gregory' as const].map((one) => names[one]);
  const text = typed.trim().replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
  const numbers = numbersOf(text);
  if (!numbers) return readNamedDay(text, lang, own);
  const [year, month, day] = numbers;
  const chosen = own.find((one) => isYearOf(one, year)) ?? null;
  return {
    calendar: chosen,
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

/** The year comes first, or last where it alone has four figures. */
function numbersOf(text: string): [year: number, month?: number, day?: number] | null {
  const said = foldLetters(text);
  const [, first, month, last] =
    /^(\d{1,4})(?:\s*[-/.\u2010-\u2015\u2212\u066b\s]\s*(\d{1,2})(?:\s*[-/.\u2010-\u2015\u2212\u066b\s]\s*(\d{1,4}))?)?$/.exec(
      said,
    ) ?? [];
  if (first?.length === 4 && (last?.length ?? 0) <= 2)
    return [Number(first), ...[month, last].filter((part) => part !== undefined).map(Number)] as [number];
  if (first && first.length <= 2 && last?.length === 4) return [Number(last), Number(month), Number(first)];
  return null;
}

function daysOf(calendar: CalendarName, year: number, month?: number, day?: number): TypedDays | null {
  const first = dayInCalendar(calendar, year, month ?? 1, day ?? 1);
  if (first === null) return null;
  if (day !== undefined) return { first: isoDay(first), last: isoDay(first) };
  const after = nextOf(calendar, year, month);
  return after === null ? null : { first: isoDay(first), last: isoDay(after - 1) };
}

/** The first day of the next month, or year. */
function nextOf(calendar: CalendarName, year: number, month?: number): number | null {
  return month === undefined || month === 12
    ? dayInCalendar(calendar, year + 1, 1, 1)
    : dayInCalendar(calendar, year, month + 1, 1);
}

/** A day as an edition's readers would type it: what a hint shows. */
export function exampleDay({ calendar, numerals }: EditionDates): string {
  const examples: Record<Calendar, string> = {
    gregory: '2017-08-05',
    persian: '1396-05-14',
    'islamic-umalqura': '1438-11-13',
  };
  const zero = { latn: 0x30, arab: 0x660, arabext: 0x6f0 }[numerals];
  // Between figures of Arabic script a hyphen would turn their order round.
  const said = numerals === 'latn' ? examples[calendar] : examples[calendar].replaceAll('-', '/');
  return said.replace(/\d/g, (figure) => String.fromCodePoint(zero + Number(figure)));
}
