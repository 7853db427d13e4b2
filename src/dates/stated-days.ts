/** The days that a date line states, in figures or with a month's name. */
import { isDateLineWord } from './date-line-words.ts';
import { monthsNamed, plainWord, weekdaysNamed } from './date-words.ts';
import { type CalendarName, dayInCalendar, isYearOf } from './other-calendars.ts';

export type StatedDay = {
  /** Day number, see calendar-day.ts. */
  day: number;
  calendar: CalendarName;
  /** 0–1: how sure it is that the figures mean this day. */
  confidence: number;
  /** UTF-16 places in the line; end exclusive. */
  start: number;
  end: number;
};

export type StatedDays = {
  days: StatedDay[];
  /** ISO weekdays that the stated weekday may mean, one list for each weekday in the line. */
  weekdays: { days: number[]; start: number; end: number }[];
  /** Whether the line has words or figures that are no part of a date line. */
  strangers: boolean;
};

type DayOrder = { language: string; dayFirst: boolean | undefined };

/** Reads a line whose digits are Latin and whose times are blanked out. Impossible dates count as strangers. */
export function statedDays(line: string, order: DayOrder): StatedDays {
  const figures = daysInFigures(line, order);
  let rest = line;
  for (const { start, end } of figures)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const named = daysNamed(tokensOf(rest), order.language);
  return { ...named, days: [...figures, ...named.days].sort((a, b) => a.start - b.start) };
}

const inFigures = /(?<![\d.:/-])(\d{1,4})(\s?[./-]\s?)(\d{1,2})\2(\d{1,4})(?![\d:]|[./-]\d)/g;

function daysInFigures(line: string, order: DayOrder): StatedDay[] {
  return [...line.matchAll(inFigures)].flatMap((match) => {
    const [first, mark, middle, last] = [
      match[1] ?? '',
      (match[2] ?? '').trim(),
      match[3] ?? '',
      match[4] ?? '',
    ];
    const read = dayOfFigures(first, Number(middle), last, mark, order);
    return read ? [{ ...read, start: match.index, end: match.index + match[0].length }] : [];
  });
}

type ReadDay = Pick<StatedDay, 'day' | 'calendar' | 'confidence'>;

function dayOfFigures(
  first: string,
  middle: number,
  last: string,
  mark: string,
  order: DayOrder,
): ReadDay | null {
  const own = order.language.split('-')[0] ?? '';
  if (first.length === 4) return dated(first, middle, Number(last), own, 0.96);
  if (first.length > 2) return null;
  const isYearFirst =
    order.dayFirst === undefined && last.length === 2 && ['fa', 'prs', 'zh', 'ja', 'ko', 'hu'].includes(own);
  if (isYearFirst) return dated(first, middle, Number(last), own, 0.7);
  const [a, b] = [Number(first), middle];
  if (a > 12 || a === b || mark === '.') return dated(last, b, a, own, 0.93);
  if (b > 12) return dated(last, a, b, own, 0.93);
  if (order.dayFirst !== undefined)
    return order.dayFirst ? dated(last, b, a, own, 0.85) : dated(last, a, b, own, 0.85);
  if (/^en-(?:US|PH)\b/.test(order.language)) return dated(last, a, b, own, 0.5);
  return dated(last, b, a, own, own === 'en' || own === '' ? 0.35 : 0.75);
}

/** A year of two figures is of 1970–2069, or of the Persian 1350–1449 in Persian; either is a guess. */
function dated(
  yearText: string,
  month: number,
  day: number,
  own: string,
  confidence: number,
): ReadDay | null {
  const isPersian = ['fa', 'prs', 'ps'].includes(own);
  let year = Number(yearText);
  if (yearText.length === 3 || yearText.length === 1) return null;
  if (yearText.length === 2) year += isPersian ? (year < 50 ? 1400 : 1300) : year < 70 ? 2000 : 1900;
  const sure = yearText.length === 2 ? confidence * 0.6 : confidence;
  if (isYearOf('gregory', year)) return asDay('gregory', year, month, day, sure);
  const calendar = isPersian || (own !== 'ar' && own !== 'ur' && year < 1421) ? 'persian' : 'islamic';
  return asDay(calendar, year, month, day, isPersian || own === 'ar' ? sure : sure * 0.7);
}

function asDay(
  calendar: CalendarName,
  year: number,
  month: number,
  day: number,
  confidence: number,
): ReadDay | null {
  const number = dayInCalendar(calendar, year, month, day);
  return number === null ? null : { day: number, calendar, confidence };
}

type Token = { text: string; plain: string; figure: number | null; start: number; end: number };

function tokensOf(line: string): Token[] {
  return [...line.matchAll(/\d+|[\p{L}\p{M}’'\u200c\u0640ºª]+/gu)].map((match) => ({
    text: match[0],
    plain: plainWord(match[0]),
    figure: /^\d/.test(match[0]) ? Number(match[0]) : null,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Goes through the tokens once: names of up to three words, then the figures around a month's name. */
function daysNamed(tokens: Token[], language: string): StatedDays {
  const found: StatedDays = { days: [], weekdays: [], strangers: false };
  const used = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (used.has(at)) continue;
    const length = [3, 2, 1].find((size) => isName(joined(tokens, at, size), language));
    if (!length) continue;
    const plain = joined(tokens, at, length);
    const around = dayAround(tokens, at, at + length, plain, language, used);
    const weekdays = weekdaysNamed(plain, language).map((one) => one.weekday);
    if (around) found.days.push(around);
    else if (weekdays.length > 0) {
      found.weekdays.push({
        days: weekdays,
        start: tokens[at]?.start ?? 0,
        end: tokens[at + length - 1]?.end ?? 0,
      });
    } else continue;
    for (let one = at; one < at + length; one += 1) used.add(one);
    at += length - 1;
  }
  found.strangers = tokens.some(
    (token, at) => !used.has(at) && (token.figure !== null || !isDateLineWord(token.plain)),
  );
  return found;
}

function joined(tokens: Token[], at: number, size: number): string {
  const part = tokens.slice(at, at + size);
  return part.length < size || part.some((token) => token.figure !== null)
    ? ''
    : part.map((token) => token.plain).join('');
}

function isName(plain: string, language: string): boolean {
  return (
    plain !== '' && (monthsNamed(plain, language).length > 0 || weekdaysNamed(plain, language).length > 0)
  );
}

/** The day with a month's name at tokens [from, to): "5 August 2017", "August 5, 2017", "2017 August 5". */
function dayAround(
  tokens: Token[],
  from: number,
  to: number,
  plain: string,
  language: string,
  used: Set<number>,
): StatedDay | null {
  const before = figuresFrom(tokens, from - 1, -1, used);
  const after = figuresFrom(tokens, to, 1, used);
  const orders = [
    [before[0], after[0], false],
    [after[0], after[1], false],
    [after[0], before[0], true],
  ] as const;
  for (const [dayAt, yearAt] of orders) {
    const [day, year] = [tokens[dayAt ?? -1], tokens[yearAt ?? -1]];
    if (dayAt === undefined || yearAt === undefined || !day || !year || day.text.length > 2) continue;
    for (const { calendar, month } of monthsNamed(plain, language)) {
      const read = namedDay(calendar, year.text, month, day.figure ?? 0);
      if (!read) continue;
      const places = [dayAt, yearAt, from, to - 1];
      const [first, last] = [tokens[Math.min(...places)], tokens[Math.max(...places)]];
      used.add(dayAt).add(yearAt);
      return { ...read, start: first?.start ?? 0, end: last?.end ?? 0 };
    }
  }
  return null;
}

function namedDay(calendar: CalendarName, yearText: string, month: number, day: number): ReadDay | null {
  if (yearText.length === 4) return asDay(calendar, Number(yearText), month, day, 0.96);
  if (yearText.length !== 2 || calendar !== 'gregory') return null;
  const year = Number(yearText);
  return asDay(calendar, year < 70 ? 2000 + year : 1900 + year, month, day, 0.6);
}

/** Places of the next one or two figures in a direction, past small words such as "of" and "de". */
function figuresFrom(tokens: Token[], from: number, step: 1 | -1, used: Set<number>): number[] {
  const places: number[] = [];
  for (let at = from, passed = 0; places.length < 2 && passed < 3; at += step) {
    const token = tokens[at];
    if (!token || used.has(at)) break;
    if (token.figure !== null) places.push(at);
    else if (isDateLineWord(token.plain)) passed += 1;
    else break;
  }
  return places;
}
