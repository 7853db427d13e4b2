/** Months and figures as Persian and Arabic copy writes them, as parts of patterns. */
import type { CalendarName } from './other-calendars.ts';

/** An alternation of the long month names of locales and calendars, longest first. */
export function monthPattern(
  locales: readonly string[],
  calendars: readonly Exclude<CalendarName, 'islamic'>[],
): string {
  const names = new Set(['آگوست', 'اگوست', 'جولای']);
  for (const locale of locales) {
    for (const calendar of calendars) {
      const month = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, { month: 'long', timeZone: 'UTC' });
      for (let place = 0; place < 12; place += 1) names.add(month.format(Date.UTC(2017, place, 28)));
    }
  }
  return [...names].sort((a, b) => b.length - a.length).join('|');
}

/** The value of figures in Persian, Arabic or Latin digits; NaN for anything else. */
export function latinNumber(figures: string): number {
  return Number(
    figures.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) - (digit < '۰' ? 0x660 : 0x6f0))),
  );
}
