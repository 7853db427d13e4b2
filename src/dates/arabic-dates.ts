/** Arabic words for dates. Months are Gregorian, by their Egyptian, Levantine and Maghreb names. */
import { partsOfDay } from './calendar-day.ts';
import type { DateRule, Reading } from './date-rule.ts';
import { type DateSpan, daySpan, monthSpan, weekSpan, yearSpan } from './date-span.ts';
import { monthsNamed, plainWord } from './date-words.ts';
import { latinNumber, monthPattern } from './eastern-names.ts';
import { nearestMonthDay, nearestWeekday, weekdayBeside } from './nearest-date.ts';
import { dayInCalendar } from './other-calendars.ts';
import type { TenseCues } from './sentence-tense.ts';

export const arabicTense: TenseCues = {
  readsOn: true,
  future:
    /(?<!\p{L})(?:سوف|سي\p{L}{3,}|ست\p{L}{3,}|من المقرر|المقرر|يعتزم|تعتزم|المرتقب|المقبل|القادم)(?!\p{L})/gu,
  past: /(?<!\p{L})(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|كان|كانت|صرح|ذكر|ذكرت|أفاد|أفادت|وقع|وصل|التقى|شهد|شهدت|تم)(?!\p{L})/gu,
};

/** A word begins also after the joined و or ف ("and"). */
const from = '(?:(?<!\\p{L})|(?<=(?<!\\p{L})[وف]))';
const to = '(?![\\p{L}\\p{M}])';
const weekdays = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'];
const weekday = `(?<weekday>${weekdays.join('|')}|الإثنين|الاربعاء|الاحد)`;
const past = 'الماضية?|المنصرمة?|الفائتة?|الماضي';
const coming = 'المقبلة?|القادمة?|المقبل|القادم';
const current = 'الجارية?|الحالية?|الجاري|الحالي';
const months = monthPattern(['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA'], ['gregory']);

export const arabicRules: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `${from}(?:(?:يوم )?(?<weekday>${weekdays.join('|')})[،,]? )?(?<![\\p{N}.,/٫])(?<day>\\p{Nd}{1,2}) (?:من )?(?:شهر )?(?<month>${months})(?: ?[/(] ?(?:${months})\\)?)?${to}(?:(?: عام| سنة|،)? (?<year>\\p{Nd}{4}))?`,
      'gu',
    ),
    read: readMonthDay,
  },
  {
    pattern: new RegExp(
      `${from}(?:(?<named>يوم|أمس|اليوم|غدا|غدًا|غداً|مساء|صباح|ليلة) )?${weekday}(?: (?:(?<past>${past})|(?<coming>${coming})|(?<current>${current})))?${to}(?! \\p{N})`,
      'gu',
    ),
    read: readWeekday,
  },
  {
    pattern: new RegExp(
      `${from}(?<word>أول أمس|أمس الأول|أمس|بعد غد|غدا|غدًا|غداً|الليلة الماضية|الليلة)${to}`,
      'gu',
    ),
    read: readDayWord,
  },
  {
    pattern: new RegExp(
      `(?<!(?:ذلك|هذا|نفس|منذ|طوال|طيلة|في|حتى|مثل|ذات) )${from}(?<word>اليوم)${to}(?! (?:ال|ذاته|نفسه))`,
      'gu',
    ),
    read: readDayWord,
  },
  {
    pattern: new RegExp(
      `${from}(?<unit>الأسبوع|الشهر|العام|السنة) (?:(?<past>${past})|(?<coming>${coming})|(?<current>${current}))${to}|${from}هذ[اه]ه? (?<this>الأسبوع|الشهر|العام|السنة)${to}`,
      'gu',
    ),
    read: readUnit,
  },
  {
    pattern: new RegExp(
      `${from}قبل (?:(?<two>يومين)|(?<count>\\p{Nd}{1,2}|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة) أيام)${to}`,
      'gu',
    ),
    read: readDaysAgo,
  },
];

type Groups = Record<string, string | undefined>;

function weekdayNumber(name: string): number {
  return weekdays.findIndex((one) => plainWord(one) === plainWord(name)) + 1;
}

function readWeekday(
  { named, weekday: name, past: before, coming: after, current: now }: Groups,
  { on, tense }: Reading,
): DateSpan | null {
  if (!named && !before && !after && !now) return null;
  const number = weekdayNumber(name ?? '');
  if (before) return daySpan(weekdayBeside(on, number, -1));
  if (after || named?.startsWith('غد')) return daySpan(weekdayBeside(on, number, 1));
  if (named === 'أمس') return daySpan(weekdayBeside(on, number, -1));
  const nearest = nearestWeekday(on, number, tense());
  return nearest === null ? null : daySpan(nearest);
}

function readDayWord({ word = '' }: Groups, { on }: Reading): DateSpan {
  if (word.includes('أول') || word.includes('الأول')) return daySpan(on - 2);
  if (word === 'أمس' || word === 'الليلة الماضية') return daySpan(on - 1);
  if (word === 'بعد غد') return daySpan(on + 2);
  return daySpan(word.startsWith('غد') ? on + 1 : on);
}

function readUnit(groups: Groups, { on, weekStartsOn }: Reading): DateSpan {
  const unit = groups.unit ?? groups.this;
  const steps = groups.past ? -1 : groups.coming ? 1 : 0;
  if (unit === 'الأسبوع') return weekSpan(on, weekStartsOn, steps);
  return unit === 'الشهر' ? monthSpan(on, steps) : yearSpan(partsOfDay(on).year + steps);
}

function readDaysAgo({ two, count = '' }: Groups, { on }: Reading): DateSpan {
  const words = ['ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'];
  return daySpan(on - (two ? 2 : words.includes(count) ? words.indexOf(count) + 3 : latinNumber(count)));
}

function readMonthDay({ day, month = '', year }: Groups, { on, tense }: Reading): DateSpan | null {
  const named = monthsNamed(plainWord(month), 'ar').find((one) => one.calendar === 'gregory');
  if (!named) return null;
  const number = latinNumber(day ?? '');
  const found = year
    ? dayInCalendar('gregory', latinNumber(year), named.month, number)
    : nearestMonthDay(on, named.month, number, tense());
  return found === null ? null : { ...daySpan(found), complete: year !== undefined };
}
