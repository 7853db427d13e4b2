/** Which of many Saturdays or Julys an incomplete date means, seen from the date line. */
import { dayNumber, partsOfDay, startOfMonth, weekdayOf } from './calendar-day.ts';
import { isComing, type Tense } from './date-rule.ts';
import { type DateSpan, monthSpan } from './date-span.ts';

/**
 * The weekday (ISO) that the tense points to, the day itself among them. Null where more than one is likely: it is the day's
 * own, which nothing but a sure tense gives, or the tense is not known and the last one is more than two days ago.
 */
export function nearestWeekday(on: number, weekday: number, tense: Tense): number | null {
  const before = weekdayTowards(on, weekday, -1);
  if (tense === 'past') return before;
  if (tense === 'future') return weekdayTowards(on, weekday, 1);
  if (before === on) return null;
  if (tense === 'present') return weekdayTowards(on, weekday, 1);
  return on - before <= 2 ? before : null;
}

/** The weekday at or before (-1), or at or after (1), the day. */
export function weekdayTowards(on: number, weekday: number, side: -1 | 1): number {
  const ahead = (weekday - weekdayOf(on) + 7) % 7;
  return side === 1 || ahead === 0 ? on + ahead : on + ahead - 7;
}

/** The weekday strictly before (-1) or strictly after (1) the day. */
export function weekdayBeside(on: number, weekday: number, side: -1 | 1): number {
  return weekdayTowards(on + side, weekday, side);
}

/**
 * A day and month without a year, by the rule of `nearestOf`. A year in which the stated weekday (ISO) fits goes before one
 * in which it does not, and where there is one such year only, it needs no tense.
 * Null where none of the years around has such a day, or more than one may be meant.
 */
export function nearestMonthDay(
  on: number,
  month: number,
  day: number,
  tense: Tense,
  weekday?: number,
): number | null {
  const { year } = partsOfDay(on);
  const days = [-1, 0, 1].map((step) => dayNumber(year + step, month, day)).filter((one) => one !== null);
  const fitting = days.filter((one) => weekdayOf(one) === weekday);
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0)
    return (tense === 'past' && only > on) || (isComing(tense) && only < on) ? null : only;
  return nearestOf(on, fitting.length > 0 ? fitting : days, tense);
}

/** A month without a year, by the same rule; a month that holds the date line's day is that month. */
export function nearestMonth(on: number, month: number, tense: Tense): DateSpan | null {
  const { year, month: current } = partsOfDay(on);
  if (month === current) return monthSpan(on);
  const middles = [-1, 0, 1].map((step) => Date.UTC(year + step, month - 1, 15) / 86_400_000);
  const nearest = nearestOf(on, middles, tense);
  return nearest === null ? null : monthSpan(nearest);
}

/** The month strictly before (-1) or after (1) the date line's own. */
export function monthBeside(on: number, month: number, side: -1 | 1): DateSpan {
  const { month: current } = partsOfDay(on);
  const months = side === 1 ? (month - current + 11) % 12 : -((current - month + 11) % 12);
  return monthSpan(startOfMonth(on, months + side));
}

/**
 * Of days, the last that is not ahead where the tense is past, the first that is not behind where it is to come. Null where
 * more than one is likely: things to come are said of what lies at most 60 days behind, or the tense is not known and nothing
 * lies so near behind.
 */
export function nearestOf(on: number, days: readonly number[], tense: Tense): number | null {
  const [before, after] = [days.filter((day) => day <= on), days.filter((day) => day >= on)];
  const last = before.length > 0 ? Math.max(...before) : null;
  if (tense === 'past' || last === on) return last;
  const isNear = last !== null && on - last <= 60;
  if (!isComing(tense)) return isNear ? last : null;
  return isNear || after.length === 0 ? null : Math.min(...after);
}
