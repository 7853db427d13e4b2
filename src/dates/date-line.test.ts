import { expect, it } from 'vitest';
import { instantOf, parseDateLine } from './date-line.ts';

const local = (line: string, language?: string) =>
  parseDateLine(line, language ? { language } : {})?.local ?? null;

it.each([
  ['Saturday 5 August 2017 - 11:54', '', '2017-08-05T11:54'],
  ['31 Mar 2025', '', '2025-03-31'],
  ['August 5, 2017, 11:54 a.m.', 'en', '2017-08-05T11:54'],
  ['12:05 a.m., Aug. 5, 2017', 'en', '2017-08-05T00:05'],
  ['11:54, 5 August 2017', 'en', '2017-08-05T11:54'],
  ['5th of August 2017', 'en', '2017-08-05'],
  ['2017-08-05', '', '2017-08-05'],
  ['2017/08/05 11:54', '', '2017-08-05T11:54'],
  ['05.08.2017 11:54', 'de', '2017-08-05T11:54'],
  ['Published on : Saturday, 5 August 2017', 'en', '2017-08-05'],
  ['Last updated 5 August 2017 11:54', 'en', '2017-08-05T11:54'],
  ['samedi 5 août 2017 à 11h54', 'fr', '2017-08-05T11:54'],
  ['Samstag, 5. August 2017, 11.54 Uhr', 'de', '2017-08-05T11:54'],
  ['sábado, 5 de agosto de 2017', 'es', '2017-08-05'],
  ['sabato 5 agosto 2017 ore 11:54', 'it', '2017-08-05T11:54'],
  ['суббота, 5 августа 2017 г.', 'ru', '2017-08-05'],
  ['5 серпня 2017 р.', 'uk', '2017-08-05'],
  ['5 Ağustos 2017 Cumartesi', 'tr', '2017-08-05'],
  ['2017年8月5日(土) 11時54分', 'ja', '2017-08-05T11:54'],
  ['2017年8月5日星期六 下午3:05', 'zh', '2017-08-05T15:05'],
  ['شنبه ۱۴ مرداد ۱۳۹۶ - ۱۱:۵۴', 'fa', '2017-08-05T11:54'],
  ['تاریخ انتشار : ۱۳۹۶/۰۵/۱۴', 'fa', '2017-08-05'],
  ['پنج‌شنبه ۱۲ اسد ۱۳۹۶', 'fa-AF', '2017-08-03'],
  ['۵ اوت ۲۰۱۷', 'fa', '2017-08-05'],
  ['٥ آب ٢٠١٧', 'ar', '2017-08-05'],
  ['5 أغسطس 2017 11:54 م', 'ar', '2017-08-05T23:54'],
  ['١٣ ذو القعدة ١٤٣٨', 'ar', '2017-08-05'],
])('reads %s (%s)', (line, language, expected) => {
  expect(local(line, language)).toBe(expected);
});

it.each([
  ['2017-08-05T11:54:00+04:30', '+04:30', '2017-08-05T07:24:00.000Z'],
  ['2017-08-05T11:54:00Z', 'UTC', '2017-08-05T11:54:00.000Z'],
  ['Aug. 5, 2017 3:05 PM EDT', '-04:00', '2017-08-05T19:05:00.000Z'],
  ['5 August 2017 at 11:54 GMT+3', '+03:00', '2017-08-05T08:54:00.000Z'],
  ['Sat, 05 Aug 2017 11:54:00 GMT', 'UTC', '2017-08-05T11:54:00.000Z'],
  ['5 August 2017 11:54 Moscow time', 'Europe/Moscow', '2017-08-05T08:54:00.000Z'],
  ['شنبه ۱۴ مرداد ۱۳۹۶ ساعت ۱۱:۵۴ به وقت تهران', 'Asia/Tehran', '2017-08-05T07:24:00.000Z'],
])('reads the zone of %s', (line, zone, instant) => {
  expect(parseDateLine(line, {})).toMatchObject({ zone, instant });
});

it.each([
  'On July 28, the ministry announced new rules.',
  'On 5 August 2017 the port was reopened',
  'RIVERTON, Aug 5',
  '31 February 2017',
  '5 August 1717',
  'August 2017',
  'Story Code : 271032',
  '5 August 2017 - 7 August 2017',
  '',
  `5 August 2017${' '.repeat(120)}`,
])('does not take for a date line: %s', (line) => {
  expect(parseDateLine(line, { language: 'en' })).toBeNull();
});

it('gives the words of the date without the label', () => {
  const line = 'Published: Saturday 5 August 2017 - 11:54';
  expect(parseDateLine(line, {})?.text).toBe('Saturday 5 August 2017 - 11:54');
});

it('says which calendar a line was written in', () => {
  expect(parseDateLine('۱۴ مرداد ۱۳۹۶', {})?.calendar).toBe('persian');
  expect(parseDateLine('١٣ ذو القعدة ١٤٣٨', {})?.calendar).toBe('islamic');
  expect(parseDateLine('5 آب 2017', {})?.calendar).toBe('gregory');
});

it('trusts a line little whose weekday is not that of the date', () => {
  expect(parseDateLine('Saturday 5 August 2017', {})?.confidence).toBeGreaterThan(0.9);
  expect(parseDateLine('Monday 5 August 2017', {})?.confidence).toBeLessThan(0.4);
});

it('lets the weekday decide where the moon was seen a day apart', () => {
  expect(local('السبت ١٢ ذو القعدة ١٤٣٨', 'ar')).toBe('2017-08-05');
});

it('orders figures by language, with little confidence, unless told or plain', () => {
  expect(parseDateLine('05/08/2017', { language: 'en' })?.confidence).toBeLessThan(0.5);
  expect(parseDateLine('05/08/2017', { language: 'en-US' })?.local).toBe('2017-05-08');
  expect(parseDateLine('05/08/2017', { language: 'en-US', dayFirst: true })?.local).toBe('2017-08-05');
  expect(parseDateLine('08/25/2017', { language: 'fr' })).toMatchObject({
    local: '2017-08-25',
    confidence: 0.93,
  });
});

it('accepts dates of several calendars that agree', () => {
  expect(local('شنبه 14 مرداد 1396 - 13 ذی القعده 1438 - 5 August 2017', 'fa')).toBe('2017-08-05');
});

it('turns a date line into an instant, by its own zone first, and a day into its midnight', () => {
  const at = (line: string) => {
    const read = parseDateLine(line, {});
    return read && instantOf(read, 'Asia/Tehran');
  };
  expect(at('5 August 2017 11:54')).toBe('2017-08-05T07:24:00.000Z');
  expect(at('5 August 2017 11:54 UTC')).toBe('2017-08-05T11:54:00.000Z');
  expect(at('5 August 2017')).toBe('2017-08-04T19:30:00.000Z');
});
