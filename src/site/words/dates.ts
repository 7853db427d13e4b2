/** Days, times, zones and numbers in an edition's calendar and digits. The clock has 24 hours. */
import { keptFormat } from '../../dates/kept-format.ts';
import { offsetAt } from '../../dates/zoned-time.ts';
import { dayIn } from '../agency-day.ts';
import type { DayParts, Reckoning } from './catalogue.ts';
import { type Counted, formFor } from './plurals.ts';

/** "Saturday 5 August 2017", "شنبه ۱۴ مرداد ۱۳۹۶". */
export function dayWords(words: Reckoning, zone: string, at: Date): string {
  const { day, noon } = wallOf(zone, at);
  return said(`day ${datesIn(words)} ${day}`, () => arranged(words, 'fullDay', 'UTC', noon()));
}

/** The day of the calendar that stands beside the edition's own, or null where it shows one alone. */
export function besideDayWords(words: Reckoning, zone: string, at: Date): string | null {
  const { beside } = words;
  if (!beside) return null;
  const { day, noon } = wallOf(zone, at);
  return said(`beside ${beside} ${digitsOf(words)} ${day}`, () =>
    arranged({ ...words, calendar: beside }, 'shortDay', 'UTC', noon(), 'long'),
  );
}

/** "5 Aug 2017". */
export function shortDayWords(words: Reckoning, zone: string, at: Date): string {
  const { day, noon } = wallOf(zone, at);
  return said(`short ${datesIn(words)} ${day}`, () => arranged(words, 'shortDay', 'UTC', noon()));
}

/** "11:54" */
export function timeWords(words: Reckoning, zone: string, at: Date): string {
  const { minute } = wallOf(zone, at);
  return said(`time ${digitsOf(words)} ${minute}`, () => {
    const options = { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const parts = partsOf(words, options, new Date(minute * 60_000));
    return `${parts.hour}:${parts.minute}`;
  });
}

/** "GMT+4:30", "UTC+2", "گرینویچ" */
export function zoneWords(words: Reckoning, zone: string, at: Date): string {
  return said(`zone ${digitsOf(words)} ${offsetAt(zone, at.getTime())}`, () => {
    const name = partsOf(words, { timeZone: zone, timeZoneName: 'shortOffset' }, at).timeZoneName ?? '';
    const offset = /[+\u2212-]([\p{Nd}:]+)/u.exec(name);
    return words.zone(offset && !/^[0٠۰]$/.test(offset[1] ?? '') ? offset[0] : '');
  });
}

/** What a list shows: the time on the agency's present day, else the day; the year where it is another. */
export function listTimeWords(words: Reckoning, zone: string, at: Date, today: string): string {
  if (dayIn(zone, at) === today) return timeWords(words, zone, at);
  const { year } = dayParts(words, zone, at, 'short');
  const present = calendarDay(today);
  const isThisYear = year === dayParts(words, present.zone, present.at, 'short').year;
  return arranged(words, isThisYear ? 'dayOfYear' : 'shortDay', zone, at);
}

/** A calendar day (YYYY-MM-DD), in no zone. */
export function calendarDay(day: string): { zone: 'UTC'; at: Date } {
  return { zone: 'UTC', at: new Date(`${day}T12:00:00Z`) };
}

/** A whole number in the edition's digits, ungrouped: a code, a version. */
export function digits(words: Reckoning, value: number): string {
  // The same, and far quicker.
  if (words.numerals === 'latn' && Number.isSafeInteger(value) && value >= 0) return String(value);
  return numberFormat(words, false).format(value);
}

/** "1,000 stories". The number is grouped as the language does. */
export function counted(words: Reckoning, value: number, forms: Counted): string {
  const form = formFor(words.tag, value, forms);
  return form.replace('{n}', () => numberFormat(words, true).format(value));
}

/** BCP 47 tag with calendar and digits, "fa-u-ca-persian-nu-arabext": by it a reader's browser says a time as the edition does. */
export function localeOf(words: Reckoning): string {
  // The site’s English has the day before the month.
  return tagOf(words.tag === 'en' ? { ...words, tag: 'en-GB' } : words);
}

function tagOf({ tag, calendar, numerals }: Reckoning): string {
  return `${tag}-u-ca-${calendar}-nu-${numerals}`;
}

type Arrangement = 'fullDay' | 'shortDay' | 'dayOfYear';

/** The parts of a day in the order, and with the words between them, that the language has. */
function arranged(
  words: Reckoning,
  how: Arrangement,
  zone: string,
  at: Date,
  month: 'long' | 'short' = how === 'fullDay' ? 'long' : 'short',
): string {
  if (!words.asIntl) return words[how](dayParts(words, zone, at, month));
  const options: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    day: 'numeric',
    month,
    ...(how === 'fullDay' ? { weekday: 'long' } : {}),
    ...(how === 'dayOfYear' ? {} : { year: 'numeric' }),
  };
  return dateFormat(words, options).format(at);
}

const dayMs = 86_400_000;

/** What clocks on the wall show in a zone: the day, counted from 1970, and the minute of it. */
function wallOf(zone: string, at: Date): { day: number; minute: number; noon: () => Date } {
  const wall = at.getTime() + offsetAt(zone, at.getTime());
  const day = Math.floor(wall / dayMs);
  const minute = Math.floor((wall - day * dayMs) / 60_000);
  return { day, minute, noon: () => new Date(day * dayMs + dayMs / 2) };
}

/** What was said of days, minutes and zones: most times fall on few days, and asking the formats is slow. */
const kept = new Map<string, string>();
const mostKept = 20_000;

function said(what: string, make: () => string): string {
  const there = kept.get(what);
  if (there !== undefined) return there;
  const made = make();
  if (kept.size >= mostKept) kept.clear();
  kept.set(what, made);
  return made;
}

function dayParts(words: Reckoning, zone: string, at: Date, month: 'long' | 'short'): DayParts {
  const options = { timeZone: zone, weekday: 'long', day: 'numeric', month, year: 'numeric' } as const;
  const { weekday = '', day = '', month: name = '', year = '' } = partsOf(words, options, at);
  return { weekday, day, month: name, year };
}

/** What tells one way of saying dates from another. */
function datesIn(words: Reckoning): string {
  return `${words.calendar} ${digitsOf(words)}`;
}

function digitsOf({ tag, numerals }: Reckoning): string {
  return `${tag} ${numerals}`;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

function partsOf(words: Reckoning, options: Intl.DateTimeFormatOptions, at: Date): Parts {
  const parts = dateFormat(words, options).formatToParts(at);
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

/** Making a formatter costs far more than using it, so each is made once. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(words: Reckoning, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keptFormat(tagOf(words), options);
}

function numberFormat(words: Reckoning, useGrouping: boolean): Intl.NumberFormat {
  const tag = `${words.tag}-u-nu-${words.numerals}`;
  const key = `${tag} ${useGrouping}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(tag, { useGrouping });
  numberFormats.set(key, format);
  return format;
}
