/** The time of day that a date line states. */
import { type StatedZone, zoneAt } from './stated-zone.ts';

export type ClockTime = {
  hour: number;
  minute: number;
  second: number;
  /** Zone stated next to it, else null. */
  zone: string | null;
  /** UTF-16 places in the line, zone and all; end exclusive. */
  start: number;
  end: number;
};

/**
 * The times in a line whose digits are already Latin, in order; places where hour or minute is impossible are passed over.
 * Read: 11:54, 11:54:30, 3:05 p.m., 5pm, 11h54, 11.54, 11 Uhr, 11时54分, 下午3:05, ۳:۰۵ ب.ظ.
 */
export function clockTimes(line: string): ClockTime[] {
  const found: ClockTime[] = [];
  for (const pattern of [withColon, withDot, hourOnly]) {
    for (const match of line.matchAll(pattern)) {
      const time = readTime(match, line);
      if (time && !found.some((one) => one.start < time.end && time.start < one.end)) found.push(time);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const half = String.raw`a\.?\s?m\b\.?|p\.?\s?m\b\.?|[قب]\.?\s?ظ\.?|قبل از ظهر|بعد از ظهر|صباحا?ً?|مساءً?|ص(?!\p{L})|م(?!\p{L})|ÖÖ|ÖS`;
const early = '(?:(?<early>上午|下午|午前|午後|오전|오후)\\s?)?';
const withColon = new RegExp(
  `${early}(?<![\\d:.,/])(?<hour>\\d{1,2})\\s?[:٫h時时點点시]\\s?(?<minute>\\d{2})(?!\\d)(?::(?<second>\\d{2})(?:\\.\\d{1,9})?)?[分분]?(?:\\s?(?<half>${half}))?`,
  'giu',
);
const withDot = new RegExp(
  `(?<![\\d:.,/-])(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?![\\d/:-]|\\.\\d)(?:\\s?(?<half>${half}))?(?:\\s?Uhr)?`,
  'giu',
);
const hourOnly = /(?<![\d:.,/-])(?<hour>\d{1,2})\s?(?:(?<half>[ap]\.?\s?m\b\.?)|Uhr\b|o['’]clock\b)/giu;

function readTime(match: RegExpExecArray, line: string): ClockTime | null {
  const words = match.groups ?? {};
  const minute = Number(words.minute ?? 0);
  const second = Math.min(59, Number(words.second ?? 0));
  const hour = hourOfDay(Number(words.hour), words.half ?? words.early ?? '');
  if (hour === null || minute > 59) return null;
  const end = match.index + match[0].length;
  const zone: StatedZone | null = zoneAt(line, end);
  return { hour, minute, second, zone: zone?.zone ?? null, start: match.index, end: zone?.end ?? end };
}

function hourOfDay(hour: number, half: string): number | null {
  if (half === '') return hour < 24 ? hour : null;
  const after = /^(?:p|ب|م|ÖS|下午|午後|오후)/iu.test(half);
  if (hour > 12) return after && hour < 24 ? hour : null;
  return (hour % 12) + (after ? 12 : 0);
}
