/** Persian and Dari words for dates. Months and years without a foreign name are those of the Persian calendar. */

import { partsOfDay } from './calendar-day.ts';
import type { DateRule, Reading } from './date-rule.ts';
import { type DateSpan, daySpan, weekSpan } from './date-span.ts';
import { monthsNamed, plainWord } from './date-words.ts';
import { latinNumber, monthPattern } from './eastern-names.ts';
import { nearestOf, nearestWeekday, weekdayBeside } from './nearest-date.ts';
import { dateInCalendar, dayInCalendar } from './other-calendars.ts';
import type { TenseCues } from './sentence-tense.ts';

export const persianTense: TenseCues = {
  readsOn: true,
  future: /(?:خواهد|خواهند|قرار است|باید|آینده|(?<!می\u200c)شود)(?!\p{L})/gu,
  present: /می\u200cشوند?(?!\p{L})/gu,
  past: /(?:گفت|گفتند|کرد|کردند|شد|شدند|بود|بودند|است|داد|دادند|داشت|افزود|گذشته|رسید|یافت)(?!\p{L})/gu,
};

const from = '(?<![\\p{L}\\u200c])';
const to = '(?![\\p{L}\\u200c])';
const weekday = '(?<weekday>(?:(?:یک|دو|سه|چهار|پنج)[ \\u200c]?)?شنبه|جمعه)';
// "ماه پیش از جنگ" is the month before the war.
const past = 'گذشته|(?:پیش|قبل)(?! از)';
const coming = 'آینده|بعد(?! از)';
const counts = ['یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه', 'ده'];
const notCounted = `(?<!(?:\\p{N}|${counts.join('|')}|چند|چندین|طول|این) )`;
const months = monthPattern(['fa', 'fa-AF'], ['persian', 'gregory']);

export const persianRules: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `${from}(?:(?:روز )?(?<weekday>(?:(?:یک|دو|سه|چهار|پنج)[ \\u200c]?)?شنبه|جمعه)[،,]? ?)?(?<![\\p{N}.,/٫])(?<day>\\p{Nd}{1,2}) (?:ماه )?(?<month>${months})${to}(?: ماه)?(?:(?: سال)? (?<year>\\p{Nd}{4}))?`,
      'gu',
    ),
    read: readMonthDay,
  },
  {
    pattern: new RegExp(
      `${from}(?:(?<named>روز) )?${weekday}(?: (?:(?<past>${past})|(?<coming>${coming})))?${to}(?![ \\u200c]?\\p{N})(?!‌?ها)`,
      'gu',
    ),
    read: readWeekday,
  },
  {
    pattern: new RegExp(`${from}(?<word>امروز|دیروز|پریروز|فردا|پس[ \\u200c]?فردا|امشب|دیشب)${to}`, 'gu'),
    read: readDayWord,
  },
  {
    pattern: new RegExp(
      `${from}${notCounted}(?<unit>هفته|ماه|سال) (?:(?<past>${past})|(?<coming>${coming})|(?<current>جاری))${to}|${from}این (?<this>هفته|ماه|سال)${to}|${from}(?<year>امسال|پارسال)${to}`,
      'gu',
    ),
    read: readUnit,
  },
  {
    pattern: new RegExp(
      `${from}(?<count>\\p{Nd}{1,2}|${counts.join('|')}) روز (?:پیش|قبل)(?! از)${to}`,
      'gu',
    ),
    read: readDaysAgo,
  },
];

type Groups = Record<string, string | undefined>;

/** Weekdays count from Saturday: شنبه, یکشنبه … جمعه. */
function weekdayNumber(name: string): number {
  if (name === 'جمعه') return 5;
  const before = counts.slice(0, 5).findIndex((count) => name.startsWith(count));
  return before === -1 ? 6 : before === 0 ? 7 : before;
}

function readWeekday(
  { named, weekday: name, past: before, coming: after }: Groups,
  { on, tense }: Reading,
): DateSpan | null {
  if (!named && !before && !after) return null;
  const number = weekdayNumber(name ?? '');
  if (before) return daySpan(weekdayBeside(on, number, -1));
  if (after) return daySpan(weekdayBeside(on, number, 1));
  const nearest = nearestWeekday(on, number, tense());
  return nearest === null ? null : daySpan(nearest);
}

function readDayWord({ word = '' }: Groups, { on }: Reading): DateSpan {
  if (word.startsWith('پس')) return daySpan(on + 2);
  if (word === 'فردا') return daySpan(on + 1);
  if (word === 'پریروز') return daySpan(on - 2);
  return daySpan(word.startsWith('دی') ? on - 1 : on);
}

function readDaysAgo({ count = '' }: Groups, { on }: Reading): DateSpan {
  return daySpan(on - (counts.indexOf(count) + 1 || latinNumber(count)));
}

function readUnit(groups: Groups, { on, weekStartsOn }: Reading): DateSpan | null {
  const unit = groups.unit ?? groups.this ?? 'سال';
  const steps = groups.past || groups.year === 'پارسال' ? -1 : groups.coming ? 1 : 0;
  if (unit === 'هفته') return weekSpan(on, weekStartsOn, steps);
  const { year, month } = dateInCalendar('persian', on);
  const months = unit === 'ماه' ? year * 12 + month - 1 + steps : (year + steps) * 12;
  const first = startOfMonth(months);
  const next = startOfMonth(months + (unit === 'ماه' ? 1 : 12));
  return first === null || next === null ? null : { from: first, to: next - 1, unit: 'span' };
}

/** First day of a Persian month, counted from the year 0. */
function startOfMonth(months: number): number | null {
  return dayInCalendar('persian', Math.floor(months / 12), (months % 12) + 1, 1);
}

/** Words that are more than a month's name count only with a year or a weekday beside them. */
const doubtful = ['تیر', 'مه', 'می', 'مهر', 'دی', 'جدی', 'قوس', 'میزان', 'حمل', 'ثور'];

function readMonthDay(
  { weekday: named, day, month = '', year }: Groups,
  { on, tense }: Reading,
): DateSpan | null {
  if (!year && !named && doubtful.includes(month)) return null;
  const number = latinNumber(day ?? '');
  for (const { calendar, month: place } of monthsNamed(plainWord(month), 'fa')) {
    if (calendar === 'islamic') continue;
    const current = calendar === 'persian' ? dateInCalendar('persian', on).year : partsOfDay(on).year;
    const years = year ? [latinNumber(year)] : [current - 1, current, current + 1];
    const days = years
      .map((one) => dayInCalendar(calendar, one, place, number))
      .filter((one) => one !== null);
    const found = year ? (days[0] ?? null) : nearestOf(on, days, tense());
    if (found !== null) return { ...daySpan(found), complete: year !== undefined && calendar === 'persian' };
  }
  return null;
}
