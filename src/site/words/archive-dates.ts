/** Names of years, months and weekdays as the archive prints them, in an edition's language and digits. */
import { keptFormat } from '../../dates/kept-format.ts';
import type { CalendarName } from '../../dates/other-calendars.ts';
import { weekStartOf } from '../../dates/week-start.ts';
import type { ArchiveSpan } from '../archive-span.ts';
import type { DayParts, Reckoning } from './catalogue.ts';
import { calendarDay, dayWords, digits } from './dates.ts';

/** "2017", "August 2017", "Saturday 5 August 2017". */
export function spanWords(words: Reckoning, span: ArchiveSpan): string {
  if (span.month === null) return digits(words, span.year);
  if (span.day !== null) {
    const { zone, at } = calendarDay(span.first);
    return dayWords(words, zone, at);
  }
  if (span.calendar === 'gregory')
    return asTitle(
      words,
      formatOf(words, 'gregory', { month: 'long', year: 'numeric' }).format(noonOf(span.first)),
    );
  // Intl writes these the other way round, or with their era.
  const { month, year } = partsIn(words, span.calendar, noonOf(span.first));
  return `${month} ${year}`;
}

/** "August" of a month, "5" of a day: within the page of what it is a part of. */
export function partWords(words: Reckoning, span: ArchiveSpan): string {
  if (span.day !== null) return digits(words, span.day);
  return asTitle(words, formatOf(words, span.calendar, { month: 'long' }).format(noonOf(span.first)));
}

/** "23 July – 22 August 2017": a month by the days of the calendar beside. */
export function besideWords(words: Reckoning, { first, until }: ArchiveSpan, beside: CalendarName): string {
  const from = partsIn(words, beside, noonOf(first));
  const to = partsIn(words, beside, new Date(noonOf(until).getTime() - dayMs));
  return `${from.year === to.year ? words.dayOfYear(from) : words.shortDay(from)} – ${words.shortDay(to)}`;
}

export type Weekday = { short: string; long: string };

/** The seven in the order of the edition's week, and the first by its ISO number. @param lang of the edition. */
export function weekOf(words: Reckoning, lang: string): { start: number; days: Weekday[] } {
  const start = weekStartOf(lang);
  // 5 January 1970 was a Monday.
  const days = Array.from({ length: 7 }, (_, at) => new Date((4 + start - 1 + at) * dayMs + dayMs / 2));
  const named = (weekday: 'short' | 'long' | 'narrow') =>
    days.map((day) => formatOf(words, 'gregory', { weekday }).format(day));
  const short = named('short');
  // Some languages have whole names for short ones.
  const narrow = short.some((name) => [...name].length > 4) ? named('narrow') : short;
  return { start, days: named('long').map((long, at) => ({ long, short: narrow[at] ?? long })) };
}

const dayMs = 86_400_000;

function noonOf(day: string): Date {
  return calendarDay(day).at;
}

function partsIn(words: Reckoning, calendar: CalendarName, at: Date): Omit<DayParts, 'weekday'> {
  const parts = formatOf(words, calendar, { day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(
    at,
  );
  const named = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { day: named('day'), month: named('month'), year: named('year') };
}

function formatOf(
  { tag, numerals }: Reckoning,
  calendar: CalendarName,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = calendar === 'islamic' ? 'islamic-umalqura' : calendar;
  return keptFormat(`${tag}-u-ca-${name}-nu-${numerals}`, { timeZone: 'UTC', ...options });
}

/** Russian, French and Spanish write months small, but not at the head of a page. */
function asTitle({ tag }: Reckoning, text: string): string {
  return text.charAt(0).toLocaleUpperCase(tag) + text.slice(1);
}
