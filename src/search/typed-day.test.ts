import { expect, it } from 'vitest';
import { datesOf, type EditionDates } from '../editions/edition-dates.ts';
import { editionWords } from '../site/words/catalogue.ts';
import { besideDayWords, dayWords, shortDayWords } from '../site/words/dates.ts';
import { type DayReader, exampleDay, isUnderstood, readTypedDay } from './typed-day.ts';

const en: DayReader = { lang: 'en' };
const fa: DayReader = { lang: 'fa' };
const arabic: EditionDates = { calendar: 'gregory', beside: 'islamic-umalqura', numerals: 'arab' };
const ar: DayReader = { lang: 'ar', dates: arabic };

const read = (reader: DayReader, text: string) => {
  const days = readTypedDay(text, reader);
  return days && (days.first === days.last ? days.first : `${days.first}..${days.last}`);
};

it.each([
  [en, '2017-08-05', '2017-08-05'],
  [en, '2017/8/5', '2017-08-05'],
  [en, '5.8.2017', '2017-08-05'],
  [en, '2017', '2017-01-01..2017-12-31'],
  [en, '2024-02', '2024-02-01..2024-02-29'],
  [fa, '۱۳۹۶/۰۵/۱۴', '2017-08-05'],
  [fa, '1396-05-14', '2017-08-05'],
  [fa, '١٣٩٦-٥-١٤', '2017-08-05'],
  [fa, '۱۴ ۵ ۱۳۹۶', '2017-08-05'],
  [fa, '۱۳۹۹/۱۲/۳۰', '2021-03-20'],
  [fa, '۱۳۹۹', '2020-03-20..2021-03-20'],
  [fa, '2017-08-05', '2017-08-05'],
  [ar, '١٤٣٨/١١/١٣', '2017-08-05'],
  [ar, '٢٠١٧-٠٨-٠٥', '2017-08-05'],
  [ar, '1438-09', '2017-05-27..2017-06-24'],
])('in %o %s is %s', (dates, text, days) => {
  expect(read(dates, text)).toBe(days);
});

it.each([
  [en, '2017-02-29'],
  [en, '2017-13-01'],
  [en, '2017-00'],
  [en, '1396-05-14'],
  [fa, '۱۴۰۰/۱۲/۳۰'],
  [fa, '۱۳۹۶/۷/۳۱'],
  [en, 'tomorrow'],
  [en, ''],
  [en, '05-08-17'],
  [en, '0000-01-01'],
  [en, '99999-01-01'],
])('in %o %s is no day', (dates, text) => {
  expect(read(dates, text)).toBe(null);
});

it('shows as an example what it reads', () => {
  for (const edition of [
    en,
    fa,
    ar,
    { lang: 'ar', dates: { ...arabic, calendar: 'islamic-umalqura' as const } },
  ])
    expect(read(edition, exampleDay(datesOf(edition)))).toBe('2017-08-05');
});

const fr: DayReader = { lang: 'fr' };
const ru: DayReader = { lang: 'ru' };
const es: DayReader = { lang: 'es' };

it.each([
  [en, '29 November 2026', '2026-11-29'],
  [en, 'November 29, 2026', '2026-11-29'],
  [en, 'Sun 29 Nov. 2026', '2026-11-29'],
  [en, '29th of November 2026', '2026-11-29'],
  [en, 'november 2026', '2026-11-01..2026-11-30'],
  [fr, '29 novembre 2026', '2026-11-29'],
  [fr, '1er août 2026', '2026-08-01'],
  [fr, 'mardi 3 mars 2026', '2026-03-03'],
  [fr, 'mar. 3 mars 2026', '2026-03-03'],
  [ru, '29 ноября 2026', '2026-11-29'],
  [ru, '29 нояб. 2026 г.', '2026-11-29'],
  [ru, 'ноябрь 2026', '2026-11-01..2026-11-30'],
  [es, '29 de noviembre de 2026', '2026-11-29'],
  [es, 'martes, 3 de marzo de 2026', '2026-03-03'],
  [fa, '۸ آذر ۱۴۰۵', '2026-11-29'],
  [fa, '8 آذر 1405', '2026-11-29'],
  [fa, '۲۹ نوامبر ۲۰۲۶', '2026-11-29'],
  [fa, 'آذر ۱۴۰۵', '2026-11-22..2026-12-21'],
  [ar, '٢٩ نوفمبر ٢٠٢٦', '2026-11-29'],
  [ar, '٢٩ تشرين الثاني ٢٠٢٦', '2026-11-29'],
  [ar, '١٩ جمادى الآخرة ١٤٤٨ هـ', '2026-11-29'],
])('in %o %s, with its month’s name, is %s', (reader, text, days) => {
  expect(read(reader, text)).toBe(days);
});

it.each(['en', 'fa', 'ar', 'fr', 'ru', 'es'])(
  'reads every day of a year as the site says it in %s',
  (lang) => {
    const edition = { lang, ...(lang === 'ar' ? { dates: arabic } : {}) };
    const words = editionWords(edition);
    for (let day = 0; day < 365; day += 8) {
      const at = new Date(Date.UTC(2026, 0, 1 + day, 12));
      const iso = at.toISOString().slice(0, 10);
      for (const said of [dayWords, shortDayWords, besideDayWords].map((say) => say(words, 'UTC', at)))
        if (said !== null) expect([said, read(edition, said)]).toEqual([said, iso]);
    }
  },
);

it.each([
  [en, '31 June 2026', true],
  [en, '2017-02-29', true],
  [fa, '۳۱ آذر ۱۴۰۵', true],
  [en, 'yesterday', false],
  [en, 'November', false],
  [en, '29 Novembre-ish 2026', false],
  [en, '29 November 26', false],
  [en, '29 28 November 2026', false],
  [en, '8 آذر 1405', false],
  [en, '', false],
])('of what is no day, in %o %s, tells whether it is understood: %s', (reader, text, understood) => {
  expect([read(reader, text), isUnderstood(text, reader)]).toEqual([null, understood]);
});
