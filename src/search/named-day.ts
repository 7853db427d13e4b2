/**
 * Days whose month is named, as the site says them and readers copy them: "29 November 2026", "November 29, 2026",
 * "воскресенье, 29 ноября 2026 г.", "۸ آذر ۱۴۰۵", "noviembre de 2026". Pure.
 */
import { isDateLineWord } from '../dates/date-line-words.ts';
import { monthsNamed, plainWord, weekdaysNamed } from '../dates/date-words.ts';
import { latinNumber } from '../dates/eastern-names.ts';
import type { CalendarName } from '../dates/other-calendars.ts';

export type NamedDay = { calendar: CalendarName; year: number; month: number; day?: number };

/**
 * Weekdays, eras and particles beside the day are passed over. A month of the reader's language (BCP 47) goes before one of
 * another; where a name is that of months of two calendars, the first of `calendars`, which the edition has, holds.
 * Null: it is nothing of the kind.
 */
export function readNamedDay(
  text: string,
  lang: string,
  calendars: readonly CalendarName[],
): NamedDay | null {
  const figures = text.match(/\p{Nd}+/gu) ?? [];
  const year = figures.filter((one) => one.length === 4);
  const day = figures.filter((one) => one.length <= 2);
  const isWhole = year.length === 1 && day.length <= 1 && figures.length === year.length + day.length;
  if (!isWhole) return null;
  const month = monthIn(text, lang, calendars);
  if (!month) return null;
  const dayOfMonth = day[0] === undefined ? {} : { day: latinNumber(day[0]) };
  return { ...month, year: latinNumber(year[0] ?? ''), ...dayOfMonth };
}

/** All words that are left must be one month's name, which may have two: "كانون الثاني", "ذو القعدة". */
function monthIn(
  text: string,
  lang: string,
  calendars: readonly CalendarName[],
): { calendar: CalendarName; month: number } | null {
  const words = (text.match(/[\p{L}\p{M}\u200c'’]+/gu) ?? []).map(plainWord);
  const month = (name: string) => {
    const named = monthsNamed(name, lang).filter(({ calendar }) => calendars.includes(calendar));
    const own = named.filter(({ language }) => language.split('-')[0] === lang.split('-')[0]);
    const [first] = (own.length > 0 ? own : named).sort(
      (a, b) => calendars.indexOf(a.calendar) - calendars.indexOf(b.calendar),
    );
    return first ? { calendar: first.calendar, month: first.month } : null;
  };
  // "mar" is March, and a Tuesday: a name is looked for with and without what may be a weekday.
  const left = words.filter((word) => word !== '' && !isDateLineWord(word));
  const bare = left.filter((word) => weekdaysNamed(word, lang).length === 0);
  return month(left.join('')) ?? month(bare.join(''));
}
