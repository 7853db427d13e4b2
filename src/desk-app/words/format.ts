/** Numbers, times and ages in the desk's language; times are always the agency's. */
import { now } from '../frame/clock.ts';

export type Format = {
  /** Grouped: 1,204. */
  number: (value: number) => string;
  /** A code, a version: never grouped. */
  digits: (value: number) => string;
  /** A share, two places after the point: 0.97. */
  share: (value: number) => string;
  /** One place after the point: 4.5. */
  decimal: (value: number) => string;
  /** 14:02:07 */
  clock: (at: string | number) => string;
  /** 14:02 */
  time: (at: string | number) => string;
  /** A name or a headline inside of a sentence: whatever its direction, the sentence keeps its own. */
  name: (text: string) => string;
  /** Tuesday 24 November */
  day: (at: string | number) => string;
  /** 7 Oct 2019, of a calendar day: YYYY-MM-DD. */
  date: (day: string) => string;
  /** 24 Nov 14:02; of another year than this one: 24 Nov 2021 14:02 */
  moment: (at: string | number) => string;
};

export function formatFor(locale: string, zone: string): Format {
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  const base = { timeZone: zone, hourCycle: 'h23' } as const;
  const two = { hour: '2-digit', minute: '2-digit' } as const;
  const clock = new Intl.DateTimeFormat(locale, { ...base, ...two, second: '2-digit' });
  const time = new Intl.DateTimeFormat(locale, { ...base, ...two });
  const day = new Intl.DateTimeFormat(locale, { ...base, day: 'numeric', month: 'short' });
  const dayOfYear = new Intl.DateTimeFormat(locale, {
    ...base,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const year = new Intl.DateTimeFormat(locale, { timeZone: zone, year: 'numeric' });
  const date = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const whole = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return {
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    digits: (value) => digits.format(value),
    // Never rounded up to what it does not reach.
    decimal: (value) => decimal.format(Math.floor(value * 10) / 10),
    clock: (at) => clock.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    name: (text) => (text ? `\u2068${text}\u2069` : ''),
    day: (at) => whole.format(new Date(at)),
    date: (at) => date.format(new Date(`${at}T00:00:00Z`)),
    moment: (at) => {
      const isThisYear = year.format(new Date(at)) === year.format(now());
      return `${(isThisYear ? day : dayOfYear).format(new Date(at))} ${time.format(new Date(at))}`;
    },
  };
}

export type Age = { unit: 'seconds' | 'minutes' | 'hours' | 'days'; value: number };

/** How long ago, in the largest unit that is not zero; a moment to come is "0 seconds". */
export function ageOf(at: string, now: number): Age {
  const seconds = Math.max(0, Math.floor((now - Date.parse(at)) / 1000));
  if (seconds < 60) return { unit: 'seconds', value: seconds };
  if (seconds < 3_600) return { unit: 'minutes', value: Math.floor(seconds / 60) };
  if (seconds < 172_800) return { unit: 'hours', value: Math.floor(seconds / 3_600) };
  return { unit: 'days', value: Math.floor(seconds / 86_400) };
}

/** Latin digits for those of other scripts, so that a code can be typed on any keyboard. */
export function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
