/** Wall time in a zone as an instant. */
import { keptFormat } from './kept-format.ts';

/**
 * The instant of a local time in a zone.
 * @param local YYYY-MM-DDTHH:MM with optional seconds.
 * @param zone IANA name, 'UTC' or ±HH:MM. @throws RangeError for a zone or time that is none.
 * A time that the clocks skip moves forward by the gap, a time they repeat is the earlier one
 * (`compatible` of TC39 Temporal, RFC 5545 §3.3.5).
 */
export function instantIn(zone: string, local: string): Date {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) throw new RangeError(`no such local time: ${local}`);
  const before = wall - offsetMs(zone, wall - dayMs);
  if (before + offsetMs(zone, before) === wall) return new Date(before);
  const after = wall - offsetMs(zone, wall + dayMs);
  return new Date(after + offsetMs(zone, after) === wall ? after : before);
}

const dayMs = 86_400_000;

/** By zone and day of UTC: the offset on days on which the clocks were not changed; null: they were. */
const steady = new Map<string, Map<number, number | null>>();
const mostSteady = 10_000;
const mostZones = 100;

/**
 * How far the zone's clocks are ahead of UTC at an instant, in milliseconds. Asking the zone is slow: where it is the same at
 * both ends of a day, it is the same between them, since no zone has changed its clocks twice within one day.
 */
export function offsetAt(zone: string, at: number): number {
  const day = Math.floor(at / dayMs);
  let days = steady.get(zone);
  if (!days || days.size >= mostSteady) {
    days = new Map();
    if (steady.size >= mostZones) steady.clear();
    steady.set(zone, days);
  }
  let kept = days.get(day);
  if (kept === undefined) {
    const first = offsetMs(zone, day * dayMs);
    kept = first === offsetMs(zone, (day + 1) * dayMs) ? first : null;
    days.set(day, kept);
  }
  return kept ?? offsetMs(zone, at);
}
const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMs(zone: string, at: number): number {
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  const parts = clockOf(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = keptFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  clocks.set(zone, clock);
  return clock;
}
