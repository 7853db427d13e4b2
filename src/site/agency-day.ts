/** Days as the agency's zone has them. */
import { keptFormat } from '../dates/kept-format.ts';

/** YYYY-MM-DD of an instant in a zone. */
export function dayIn(zone: string, at: Date): string {
  const day = keptFormat('en-CA-u-ca-gregory-nu-latn', { timeZone: zone, dateStyle: 'short' }).format(at);
  // Years before 1000 come without their zeros.
  return day.replace(/^\d+(?=-)/, (year) => year.padStart(4, '0'));
}

/** The instant at which a day (YYYY-MM-DD) begins in a zone; where midnight is skipped, the first moment after it. */
export function startOfDay(zone: string, day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  for (let at = midnight - 15 * 3_600_000; at <= midnight + 15 * 3_600_000; at += 900_000) {
    if (dayIn(zone, new Date(at)) >= day) return new Date(at);
  }
  throw new RangeError(`no such day: ${day}`);
}

/** The day after, YYYY-MM-DD. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Whether the text is a day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
