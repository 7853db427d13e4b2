/** The date line of a story page: reading it, and the instant it stands for. */
import { isoDay, weekdayOf } from './calendar-day.ts';
import { type ClockTime, clockTimes } from './clock-time.ts';
import type { CalendarName } from './other-calendars.ts';
import { type StatedDay, type StatedDays, statedDays } from './stated-days.ts';
import { zoneAt } from './stated-zone.ts';
import { instantIn } from './zoned-time.ts';

export type DateLine = {
  /** The matched words, as they stand in the line, without a label before them. */
  text: string;
  /** Wall time as stated: YYYY-MM-DDTHH:MM, or YYYY-MM-DD where no time is stated. Always a Gregorian date. */
  local: string;
  /** The UTC instant (RFC 3339) where date, time and zone are all stated, else null. */
  instant: string | null;
  /** The stated zone: IANA name, 'UTC' or ±HH:MM; null where none is stated. */
  zone: string | null;
  /** The calendar that the line was written in. */
  calendar: CalendarName;
  /** 0–1; below 0.5 the figures could as well mean another day, or the stated weekday is not that of the date. */
  confidence: number;
};

/**
 * Reads a line that is a date and little else: labels, a weekday, a time and a zone may stand beside it.
 * Null for anything else, such as a sentence that mentions a date, a date without a year, one that does not exist,
 * two different dates, and lines of more than 120 UTF-16 units.
 * @param options.language BCP 47: whose month names come first, and the order of figures. Default: none known.
 * @param options.dayFirst Whether 05/08 is 5 August; by default the language decides, with little confidence.
 */
export function parseDateLine(
  line: string,
  options: { language?: string; dayFirst?: boolean },
): DateLine | null {
  if (line.length > 120) return null;
  const plain = latinLine(line);
  if (!/\d/.test(plain)) return null;
  const order = { language: options.language ?? '', dayFirst: options.dayFirst };
  return readLine(line, spaceBetween(plain), order) ?? readLine(line, blankLabel(plain), order);
}

/**
 * The UTC instant (RFC 3339) of a date line; a zone that the line states goes before `zone` (IANA name or ±HH:MM).
 * A line without a time stands for 00:00 local. Times that the clocks skip or repeat: see `instantIn`.
 * @throws RangeError for an unknown zone.
 */
export function instantOf(dateLine: DateLine, zone: string): string {
  if (dateLine.instant !== null) return dateLine.instant;
  const local = dateLine.local.length > 10 ? dateLine.local : `${dateLine.local}T00:00`;
  return instantIn(dateLine.zone ?? zone, local).toISOString();
}

/** The same line, place for place, with Latin digits and marks and without characters that steer direction. */
function latinLine(line: string): string {
  return line
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\s]/g, ' ')
    .replaceAll('：', ':')
    .replace(/[،、，]/g, ',')
    .replace(/[‐‑–—]/g, '-')
    .replace(/(\d\s?)[年년](\s?\d{1,2}\s?)[月월](\s?\d{1,2}\s?)[日일]/g, '$1/$2/$3 ');
}

/** Takes the T of ISO 8601 for a space, so that date and time stand apart. */
function spaceBetween(plain: string): string {
  return plain.replace(/(\d{4}-\d{2}-\d{2})T(?=\d{2}:?\d{2})/, '$1 ');
}

/** Blanks a label in front that is not among the known words: few words without figures, up to a colon. */
function blankLabel(plain: string): string {
  return spaceBetween(plain.replace(/^[^\d:]{1,40}:(?=\s)/, (label) => ' '.repeat(label.length)));
}

type DayOrder = Parameters<typeof statedDays>[1];

function readLine(line: string, plain: string, order: DayOrder): DateLine | null {
  const times = clockTimes(plain);
  const zoneElsewhere = zoneAlone(plain, times);
  let rest = plain;
  for (const { start, end } of zoneElsewhere ? [...times, zoneElsewhere] : times) {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  const stated = statedDays(rest, order);
  const [first] = stated.days;
  if (!first || stated.strangers || times.length > 2) return null;
  const day = agreedDay(stated, first);
  if (!day) return null;
  const time = times[0];
  const zone = time?.zone ?? (time && zoneElsewhere?.zone) ?? null;
  const local = isoDay(day.day) + (time ? `T${two(time.hour)}:${two(time.minute)}` : '');
  const places = [...stated.days, ...stated.weekdays, ...times, ...(zoneElsewhere ? [zoneElsewhere] : [])];
  const start = Math.min(...places.map((one) => one.start));
  return {
    text: line.slice(start, Math.max(...places.map((one) => one.end))).trim(),
    local,
    instant: zone && time ? instantIn(zone, `${local}:${two(time.second)}`).toISOString() : null,
    zone,
    calendar: first.calendar,
    confidence: Math.round(day.confidence * (times.length > 1 && !times[1]?.zone ? 0.6 : 1) * 100) / 100,
  };
}

/** A zone that does not follow the time at once: "11:54, 5 August 2017 GMT". */
function zoneAlone(plain: string, times: ClockTime[]): { zone: string; start: number; end: number } | null {
  if (times.length === 0 || times[0]?.zone) return null;
  for (const match of plain.matchAll(
    /\s\(?(?=(?:GMT|UTC|[ECMP][SD]T|MSK|МСК|мск|C?EST|به وقت|بتوقيت|\p{Lu}\p{L}+ time)(?!\p{L}))/gu,
  )) {
    const zone = zoneAt(plain, match.index);
    if (zone) return { zone: zone.zone, start: match.index, end: zone.end };
  }
  return null;
}

/**
 * The one day that everything in the line allows. Islamic days are seen, not reckoned: they may be one off, and another
 * date or the weekday in the line decides. A weekday that fits no reading takes most of the confidence.
 */
function agreedDay(stated: StatedDays, first: StatedDay): { day: number; confidence: number } | null {
  const others = stated.days.filter((one) => one.calendar !== 'islamic');
  const base = first.calendar === 'islamic' ? (others[0] ?? first) : first;
  for (const one of stated.days) {
    if (Math.abs(one.day - base.day) > (one.calendar === 'islamic' ? 2 : 0)) return null;
  }
  const sure =
    stated.days.length > 1 ? Math.max(...stated.days.map((one) => one.confidence)) : base.confidence;
  if (stated.weekdays.length === 0) return { day: base.day, confidence: sure };
  const fits = (day: number) => stated.weekdays.every(({ days }) => days.includes(weekdayOf(day)));
  if (fits(base.day)) return { day: base.day, confidence: Math.max(0.9, Math.min(0.99, sure + 0.03)) };
  const near = base.calendar === 'islamic' ? [base.day - 1, base.day + 1].find(fits) : undefined;
  return near === undefined ? { day: base.day, confidence: sure * 0.3 } : { day: near, confidence: 0.8 };
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
