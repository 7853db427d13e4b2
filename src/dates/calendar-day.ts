/**
 * Days of the Gregorian calendar as whole numbers, so that they can be counted.
 * A day number is the count of days since 1970-01-01 (which is 0); it has no zone.
 */

/** The day number of a Gregorian date (month 1–12), or null where there is no such day, such as 31 February. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? at.getTime() / dayMs : null;
}

/** Year, month (1–12) and day of the month of a day number. */
export function partsOfDay(number: number): { year: number; month: number; day: number } {
  const at = new Date(number * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** YYYY-MM-DD of a day number within the years 0–9999. */
export function isoDay(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** The day number of YYYY-MM-DD (anything after the tenth character is not read), or null where there is no such day. */
export function dayFromIso(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return parts ? dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** ISO weekday of a day number: 1 Monday to 7 Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** First day of the month that lies `months` after the month of a day. */
export function startOfMonth(number: number, months = 0): number {
  const { year, month } = partsOfDay(number);
  return Date.UTC(year, month - 1 + months, 1) / dayMs;
}

/** ISO 8601 week of a day, such as 2017-W30: the year is that of the week's Thursday. */
export function isoWeek(number: number): string {
  const thursday = number - weekdayOf(number) + 4;
  const { year } = partsOfDay(thursday);
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / dayMs) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const dayMs = 86_400_000;
