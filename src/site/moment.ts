/** `?as-of=` and `?recorded=`: the moment that a reader asks for. */
import { dayAfter, isDay, startOfDay } from './agency-day.ts';
import type { PastMoment } from './public-at.ts';

/** Asked right: a moment, or null for now. Not ok: both were given, or one that is no time. */
export type Asked = { ok: true; moment: PastMoment | null } | { ok: false };

/** `zone`: the agency's; a day means its end there. An empty field of a form asks for nothing. */
export function readMoment(query: URLSearchParams, zone: string): Asked {
  const [asOf, recorded] = [query.get('as-of') ?? '', query.get('recorded') ?? ''];
  if (asOf === '' && recorded === '') return { ok: true, moment: null };
  if (asOf !== '' && recorded !== '') return { ok: false };
  const at = readInstant(asOf || recorded, zone);
  if (!at) return { ok: false };
  return { ok: true, moment: { clock: asOf ? 'effective' : 'recorded', at } };
}

/** An RFC 3339 time or a day (YYYY-MM-DD); null for anything else. */
function readInstant(said: string, zone: string): Date | null {
  // In a query an unescaped plus means a space.
  const text = said.trim().replace(/ (?=\d{2}:\d{2}$)/, '+');
  if (isDay(text)) return lastMomentOf(text, zone);
  const [, day, time] =
    /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2}))$/.exec(text) ?? [];
  if (!day || !time || !isDay(day)) return null;
  const at = new Date(`${day}T${time.toUpperCase()}`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function lastMomentOf(day: string, zone: string): Date | null {
  const next = startOfDay(zone, dayAfter(day));
  return new Date(next.getTime() - 1);
}

/** What a link on a page of the past ends with, so that a reader stays there; empty: now. */
export function pastQuery(moment: PastMoment | null): string {
  return moment ? `?${momentWord(moment).join('=')}` : '';
}

/** The moment as it stands in an address. */
export function momentWord({ clock, at }: PastMoment): [name: 'as-of' | 'recorded', value: string] {
  return [clock === 'effective' ? 'as-of' : 'recorded', at.toISOString()];
}
