/** Whether a story takes comments. One rule for the page, the form, the door and the desk. Pure. */
import { dayIn } from '../site/agency-day.ts';
import type { CommentRules } from './comment-setting.ts';

/** What the desk said of one story; null: nothing. */
export type OwnRule = { taken: 'open' | 'closed' | 'days'; days: number | null } | null;

/**
 * @param at when the story was published. @param today the agency's day, YYYY-MM-DD: a story closes at its midnight, when every
 * page is made anew.
 */
export function isOpen(
  rules: CommentRules,
  { own, at, zone, today }: { own: OwnRule; at: Date; zone: string; today: string },
): boolean {
  if (own?.taken === 'open') return true;
  if (own?.taken === 'closed') return false;
  if (own === null && !rules.taken) return false;
  const days = own?.days ?? rules.closeAfterDays;
  return days === null || lastDay(dayIn(zone, at), days) >= today;
}

function lastDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
