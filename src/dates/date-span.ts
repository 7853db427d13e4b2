/** A stretch of whole days that words stand for, and how a page writes it. */

import { isoDay, isoWeek, partsOfDay, startOfMonth, weekdayOf } from './calendar-day.ts';
import { keptFormat } from './kept-format.ts';

export type DateSpan = {
  /** First and last day as day numbers (calendar-day.ts), both within the span. */
  from: number;
  to: number;
  /** What the words name; 'span' for anything that is no day, week, Gregorian month or Gregorian year. */
  unit: 'day' | 'week' | 'month' | 'year' | 'span';
  /** HH:MM of a day, where the words state it. */
  time?: string;
  /** Whether the words themselves say the whole date, so that a reader needs no title. */
  complete?: boolean;
};

export type WrittenSpan = { datetime: string; until: string | null; title: string | null; interval: string };

export function daySpan(day: number): DateSpan {
  return { from: day, to: day, unit: 'day' };
}

/** The week of a day, moved by whole weeks; `weekStartsOn` is an ISO weekday. */
export function weekSpan(day: number, weekStartsOn: number, weeks = 0): DateSpan {
  const from = day - ((weekdayOf(day) - weekStartsOn + 7) % 7) + weeks * 7;
  return { from, to: from + 6, unit: 'week' };
}

/** The Gregorian month of a day, moved by whole months. */
export function monthSpan(day: number, months = 0): DateSpan {
  return { from: startOfMonth(day, months), to: startOfMonth(day, months + 1) - 1, unit: 'month' };
}

/** A Gregorian year. */
export function yearSpan(year: number): DateSpan {
  return { from: Date.UTC(year, 0, 1) / dayMs, to: Date.UTC(year, 11, 31) / dayMs, unit: 'year' };
}

/** The forms of a span for `<time>`, for ISO 8601 intervals, and in the words of a language (BCP 47). */
export function writeSpan(span: DateSpan, language: string): WrittenSpan {
  const [first, last] = [isoDay(span.from), isoDay(span.to)];
  const title = span.complete ? null : titleOf(span, language);
  switch (span.unit) {
    case 'day': {
      const datetime = span.time === undefined ? first : `${first}T${span.time}`;
      return { datetime, until: null, title, interval: datetime };
    }
    case 'month':
      return { datetime: first.slice(0, 7), until: null, title, interval: first.slice(0, 7) };
    case 'year':
      return { datetime: first.slice(0, 4), until: null, title, interval: first.slice(0, 4) };
    case 'week': {
      const isIsoWeek = weekdayOf(span.from) === 1;
      const datetime = isIsoWeek ? isoWeek(span.from) : first;
      return { datetime, until: isIsoWeek ? null : last, title, interval: `${first}/${last}` };
    }
    case 'span':
      return { datetime: first, until: last, title, interval: `${first}/${last}` };
  }
}

const dayMs = 86_400_000;

function titleOf(span: DateSpan, language: string): string {
  if (span.unit === 'year') return String(partsOfDay(span.from).year);
  if (span.unit === 'month') return datesIn(language, 'month').format(span.from * dayMs);
  const days = datesIn(language, 'day');
  if (span.from === span.to) return days.format(span.from * dayMs);
  if (language.startsWith('en'))
    return `${days.format(span.from * dayMs)} to ${days.format(span.to * dayMs)}`;
  return days.formatRange(span.from * dayMs, span.to * dayMs);
}

const known = new Map<string, Intl.DateTimeFormat>();

/** English without a region is written day first; Persian and Dari in the Persian calendar with Persian digits. */
function datesIn(language: string, size: 'day' | 'month'): Intl.DateTimeFormat {
  const key = `${language} ${size}`;
  const ready = known.get(key);
  if (ready) return ready;
  const isPersian = /^(?:fa|prs)\b/.test(language);
  const base = language === 'en' ? 'en-GB' : language === 'prs' ? 'fa-AF' : language;
  const extension = isPersian ? 'u-ca-persian-nu-arabext' : 'u-ca-gregory';
  const day = size === 'day' ? { day: 'numeric' as const } : {};
  const dates = keptFormat(`${base.replace(/-u-.*$/, '')}-${extension}`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...day,
  });
  known.set(key, dates);
  return dates;
}
