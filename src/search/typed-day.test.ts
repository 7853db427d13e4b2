import { expect, it } from 'vitest';
import type { EditionDates } from '../editions/edition-dates.ts';
import { exampleDay, readTypedDay } from './typed-day.ts';

const en: EditionDates = { calendar: 'gregory', beside: null, numerals: 'latn' };
const fa: EditionDates = { calendar: 'persian', beside: 'gregory', numerals: 'arabext' };
const ar: EditionDates = { calendar: 'gregory', beside: 'islamic-umalqura', numerals: 'arab' };

const read = (dates: EditionDates, text: string) => {
  const days = readTypedDay(text, dates);
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
  for (const dates of [en, fa, ar, { ...ar, calendar: 'islamic-umalqura' as const }])
    expect(read(dates, exampleDay(dates))).toBe('2017-08-05');
});
