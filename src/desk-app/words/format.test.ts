import { expect, it } from 'vitest';
import { type DeskLanguage, languageOf, localeOf } from './catalogue.ts';
import { formatFor } from './format.ts';

const inTehran = (language: DeskLanguage) => formatFor(localeOf(language), 'Asia/Tehran');

it.each([
  ['en', '5 Jan 2021 11:19'],
  ['fa', '۱۶ دی ۱۳۹۹ ۱۱:۱۹'],
])('says the year of a moment that was not in this one, by the calendar of the desk: %s', (lang, said) => {
  const { moment } = inTehran(languageOf(lang));
  expect(moment('2021-01-05T07:49:00Z')).toBe(said);
  expect(moment(Date.now())).not.toMatch(/[0-9۰-۹]{4}/);
});
