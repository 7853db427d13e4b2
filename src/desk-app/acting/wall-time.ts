/** An instant as a clock on the agency's wall shows it, for a field of date and time. Pure. */
import { offsetAt } from '../../dates/zoned-time.ts';

/** @returns YYYY-MM-DDTHH:MM in the zone. */
export function wallTime(zone: string, at: string): string {
  const instant = Date.parse(at);
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 16);
}
