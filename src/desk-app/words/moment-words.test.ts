import { expect, it } from 'vitest';
import { languageOf } from './catalogue.ts';
import { calendarsBeside, momentWords } from './moment-words.ts';

const [en, fa] = [languageOf('en'), languageOf('fa')];

it.each([
  [fa, 'persian', 'Asia/Tehran', '2026-11-29T14:30', 'یکشنبه ۸ آذر ۱۴۰۵، ساعت ۱۴:۳۰ به وقت تهران'],
  [fa, 'persian', 'Europe/Paris', '2026-03-21T00:05', 'شنبه ۱ فروردین ۱۴۰۵، ساعت ۰۰:۰۵ به وقت فرانسه'],
  [fa, 'persian', 'UTC', '2027-03-20T23:59', 'شنبه ۲۹ اسفند ۱۴۰۵، ساعت ۲۳:۵۹ به وقت جهانی'],
  [en, 'persian', 'Asia/Tehran', '2026-11-29T14:30', 'Sunday 8 Azar 1405, 14:30, Iran Time'],
  [
    en,
    'islamic-umalqura',
    'Asia/Riyadh',
    '2017-08-05T10:24',
    'Saturday 13 Dhuʻl-Qiʻdah 1438, 10:24, Saudi Arabia Time',
  ],
] as const)('says a time whole: %#', (language, calendar, zone, local, said) => {
  expect(momentWords(language, calendar, zone, local)).toBe(said);
});

it.each(['', '2026-11', 'x'])('says nothing of what is no time yet: %s', (local) => {
  expect(momentWords(fa, 'persian', 'UTC', local)).toBe('');
});

it('says it where the browser’s own calendar is not the reader’s', () => {
  const hijri = { calendar: 'gregory', beside: 'islamic-umalqura' } as const;
  const jalali = { calendar: 'persian', beside: 'gregory' } as const;
  expect(calendarsBeside(en, null)).toEqual([]);
  expect(calendarsBeside(en, jalali)).toEqual(['persian']);
  expect(calendarsBeside(fa, jalali)).toEqual(['persian']);
  expect(calendarsBeside(fa, hijri)).toEqual(['persian', 'islamic-umalqura']);
});
