/** A time that somebody typed, said whole in another calendar, so that it can be checked. Pure. */
import { instantIn } from '../../dates/zoned-time.ts';
import type { Calendar } from '../../editions/edition-dates.ts';
import type { DeskLanguage } from './catalogue.ts';

/**
 * "یکشنبه ۸ آذر ۱۴۰۵، ساعت ۱۴:۳۰ به وقت تهران"
 * @param local YYYY-MM-DDTHH:MM in the zone. @returns empty where it is no such time yet.
 */
export function momentWords(language: DeskLanguage, calendar: Calendar, zone: string, local: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return '';
  const at = instantIn(zone, local);
  const { tag, numerals, words } = language;
  const locale = `${tag}-u-ca-${calendar}-nu-${numerals}`;
  const parts = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  };
  const {
    weekday = '',
    day = '',
    month = '',
    year = '',
  } = parts({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const { hour, minute } = parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const zoneName = parts({ timeZoneName: zone === 'UTC' ? 'long' : 'shortGeneric' }).timeZoneName ?? zone;
  return words.moments.said(
    { weekday, day, month, year },
    `${hour}:${minute}`,
    words.moments.zones[zone] ?? zoneName,
  );
}

/** Calendars in which a time is to be said beside a field that the browser keeps in the Gregorian one. */
export function calendarsBeside(
  language: DeskLanguage,
  dates: { calendar: Calendar; beside: Calendar | null } | null,
): Calendar[] {
  const meant = [language.calendar, dates?.calendar ?? null, dates?.beside ?? null];
  return [...new Set(meant)].filter((one): one is Calendar => one !== null && one !== 'gregory');
}
