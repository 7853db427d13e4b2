/** Names of months and weekdays in many languages, mostly as Intl has them. */
import type { CalendarName } from './other-calendars.ts';

export type MonthName = { calendar: CalendarName; month: number; language: string };
export type WeekdayName = { weekday: number; language: string };

/**
 * A word as it is compared: lower case, no accents, vowel signs, joiners or dots; letters that Arabic and Persian
 * write differently made one.
 */
export function plainWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u200b-\u200f\u0640.'’\s-]/gu, '')
    .replace(/[يىئ]/g, 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[ةۀە]/g, 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ı', 'i');
}

/** What months a word (by `plainWord`; two words of a name are joined) may name; the reader's own language first. */
export function monthsNamed(plain: string, language: string): MonthName[] {
  months ??= gatherMonths();
  return inLanguageFirst(months.get(plain) ?? [], language);
}

/** What weekdays (ISO, 1 Monday) a word may name; the reader's own language first. */
export function weekdaysNamed(plain: string, language: string): WeekdayName[] {
  weekdays ??= gatherWeekdays();
  return inLanguageFirst(weekdays.get(plain) ?? [], language);
}

let months: Map<string, MonthName[]> | undefined;
let weekdays: Map<string, WeekdayName[]> | undefined;

const european = [
  'en',
  'fr',
  'de',
  'de-AT',
  'es',
  'it',
  'pt',
  'ru',
  'uk',
  'tr',
  'pl',
  'nl',
  'sv',
  'az',
  'tg',
];
const eastern = ['fa', 'fa-AF', 'ps', 'ur', 'ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA', 'he', 'zh', 'ja', 'ko'];
const localesOf: [calendar: CalendarName, intl: string, locales: string[]][] = [
  ['gregory', 'gregory', [...european, ...eastern]],
  ['persian', 'persian', ['fa', 'fa-AF', 'ps', 'en']],
  ['islamic', 'islamic-umalqura', ['ar', 'fa', 'ur', 'en', 'tr', 'fr']],
];

/** Spellings in use that Intl does not give: calendar, language, month, words. */
const furtherMonths: [CalendarName, string, number, string][] = [
  ['gregory', 'en', 9, 'Sept'],
  ['gregory', 'de', 3, 'Maerz'],
  ['gregory', 'es', 9, 'setiembre'],
  ['gregory', 'fa', 5, 'می'],
  ['gregory', 'fa', 7, 'جولای'],
  ['gregory', 'fa', 8, 'آگوست'],
  ['gregory', 'ar', 6, 'يونيه'],
  ['gregory', 'ar', 7, 'يوليه'],
  ['persian', 'fa', 5, 'امرداد'],
  ['persian', 'fa-AF', 6, 'سنبله'],
  ['islamic', 'ar', 3, 'ربيع الأول'],
  ['islamic', 'fa', 4, 'ربیع الثانی'],
  ['islamic', 'ar', 4, 'ربيع الآخر'],
  ['islamic', 'fa', 5, 'جمادی الاول'],
  ['islamic', 'fa', 5, 'جمادی الاولی'],
  ['islamic', 'fa', 6, 'جمادی الثانی'],
  ['islamic', 'ar', 6, 'جمادى الثانية'],
  ['islamic', 'ar', 6, 'جمادى الآخرة'],
  ['islamic', 'ar', 11, 'ذو القعدة'],
  ['islamic', 'ar', 11, 'ذي القعدة'],
  ['islamic', 'fa', 11, 'ذیقعده'],
  ['islamic', 'ar', 12, 'ذو الحجة'],
  ['islamic', 'ar', 12, 'ذي الحجة'],
  ['islamic', 'fa', 12, 'ذیحجه'],
];

const furtherWeekdays: [string, number, string][] = [
  ['fa', 5, 'آدینه'],
  ['en', 2, 'Tues'],
  ['en', 4, 'Thur'],
  ['en', 4, 'Thurs'],
  ['ar', 1, 'الإثنين'],
];

function gatherMonths(): Map<string, MonthName[]> {
  const found = new Map<string, MonthName[]>();
  for (const [calendar, intl, locales] of localesOf) {
    for (const language of locales) {
      for (const style of ['long', 'short'] as const) {
        for (const [month, name] of monthNames(`${language}-u-ca-${intl}-nu-latn`, style)) {
          keep(found, name, { calendar, month, language });
        }
      }
    }
  }
  for (const [calendar, language, month, name] of furtherMonths)
    keep(found, name, { calendar, month, language });
  return found;
}

/** Names both alone and within a date (many languages decline them), for about 400 days so that no month is missed. */
function* monthNames(locale: string, style: 'long' | 'short'): Generator<[number, string]> {
  const zone = { timeZone: 'UTC' } as const;
  const alone = new Intl.DateTimeFormat(locale, { ...zone, month: style });
  const within = new Intl.DateTimeFormat(locale, { ...zone, year: 'numeric', month: style, day: 'numeric' });
  const number = new Intl.DateTimeFormat(locale.replace(/^[a-z]+(-[A-Z]+)?/, 'en'), {
    ...zone,
    month: 'numeric',
  });
  for (let day = 0; day < 400; day += 9) {
    const at = Date.UTC(2017, 0, 1 + day);
    const month = Number(number.format(at));
    yield [month, alone.format(at)];
    yield [month, within.formatToParts(at).find(({ type }) => type === 'month')?.value ?? ''];
  }
}

function gatherWeekdays(): Map<string, WeekdayName[]> {
  const found = new Map<string, WeekdayName[]>();
  for (const language of [...european, ...eastern]) {
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: style });
      for (let weekday = 1; weekday <= 7; weekday += 1) {
        keep(found, names.format(Date.UTC(2017, 6, 30 + weekday)), { weekday, language });
      }
    }
  }
  for (const [language, weekday, name] of furtherWeekdays) keep(found, name, { weekday, language });
  return found;
}

function keep<T extends { language: string }>(found: Map<string, T[]>, name: string, entry: T): void {
  const plain = plainWord(name);
  if (plain === '' || /\d/.test(plain)) return;
  const known = found.get(plain) ?? [];
  const same = known.some((one) => JSON.stringify(one) === JSON.stringify(entry));
  if (!same) found.set(plain, [...known, entry]);
}

function inLanguageFirst<T extends { language: string }>(entries: T[], language: string): T[] {
  const own = language.split('-')[0];
  const isOwn = (entry: T) => Number(entry.language.split('-')[0] === own);
  return [...entries].sort((a, b) => isOwn(b) - isOwn(a));
}
