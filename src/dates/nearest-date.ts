/** Which of many Saturdays or Julys an incomplete date means, seen from the date line. */
import { dayNumber, partsOfDay, startOfMonth, weekdayOf } from './calendar-day.ts';
import type { Tense } from './date-rule.ts';
import { type DateSpan, monthSpan } from './date-span.ts';

/** The weekday (ISO) at or after the day where the tense is future, else at or before it. */
export function nearestWeekday(on: number, weekday: number, tense: Tense): number {
  const ahead = (weekday - weekdayOf(on) + 7) % 7;
  return tense === 'future' || ahead === 0 ? on + ahead : on + ahead - 7;
}

/** The weekday strictly before (-1) or strictly after (1) the day. */
export function weekdayBeside(on: number, weekday: number, side: -1 | 1): number {
  return nearestWeekday(on + side, weekday, side === 1 ? 'future' : 'past');
}

/**
 * A day and month without a year: the nearest to the date line, unless that is over 60 days on the wrong side of what the
 * tense says. A year in which the stated weekday (ISO) fits goes before one in which it does not.
 * Null where none of the years around has such a day.
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
  return nearestOf(on, fitting.length > 0 ? fitting : days, tense);
}

/** A month without a year, by the same rule; a month that holds the date line's day is that month. */
export function nearestMonth(on: number, month: number, tense: Tense): DateSpan {
  const { year, month: current } = partsOfDay(on);
  if (month === current) return monthSpan(on);
  const middles = [-1, 0, 1].map((step) => Date.UTC(year + step, month - 1, 15) / 86_400_000);
  return monthSpan(nearestOf(on, middles, tense) ?? on);
}

/** The month strictly before (-1) or after (1) the date line's own. */
export function monthBeside(on: number, month: number, side: -1 | 1): DateSpan {
  const { month: current } = partsOfDay(on);
  const months = side === 1 ? (month - current + 11) % 12 : -((current - month + 11) % 12);
  return monthSpan(startOfMonth(on, months + side));
}

/** Of ascending days, the one that the tense allows and that lies nearest; a tie goes to the earlier. */
export function nearestOf(on: number, days: readonly number[], tense: Tense): number | null {
  const allowed = days.filter((day) => {
    const wrong = tense === 'past' ? day - on : tense === 'future' ? on - day : 0;
    return wrong <= 60;
  });
  let best: number | null = null;
  for (const day of allowed.length > 0 ? allowed : days) {
    if (best === null || Math.abs(day - on) < Math.abs(best - on)) best = day;
  }
  return best;
}
