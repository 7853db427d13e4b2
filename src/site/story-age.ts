/** How old a story is, in the words that a reader would use. Pure. */
import { dayFromIso, partsOfDay } from '../dates/calendar-day.ts';

export type Age = { unit: 'years' | 'months' | 'days'; count: number };

/**
 * Whole years, else whole months, else days, between two days (YYYY-MM-DD) of the agency's.
 * @param oldAfterDays a younger story says nothing; 0: none does. @returns null: nothing is said.
 */
export function storyAge(published: string, today: string, oldAfterDays: number): Age | null {
  const [from, to] = [dayFromIso(published), dayFromIso(today)];
  if (from === null || to === null || oldAfterDays === 0 || to - from <= oldAfterDays) return null;
  const [was, is] = [partsOfDay(from), partsOfDay(to)];
  const months = (is.year - was.year) * 12 + is.month - was.month - (is.day < was.day ? 1 : 0);
  if (months >= 12) return { unit: 'years', count: Math.floor(months / 12) };
  return months >= 1 ? { unit: 'months', count: months } : { unit: 'days', count: to - from };
}
