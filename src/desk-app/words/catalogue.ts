/** The desk's own words, one file per language: a word that one lacks fails the type check. */
import type { Calendar, Numerals } from '../../editions/edition-dates.ts';
import type { Direction } from '../../text/story-text.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import type { Words } from './words.ts';

export type DeskLanguage = {
  lang: string;
  dir: Direction;
  name: string;
  words: Words;
  /** BCP 47 tag for names of days and months. */
  tag: string;
  calendar: Calendar;
  numerals: Numerals;
};

/** Calendar and digits are said, never left to a browser's default. */
export const languages: DeskLanguage[] = [
  { lang: 'en', dir: 'ltr', name: 'English', words: en, tag: 'en-GB', calendar: 'gregory', numerals: 'latn' },
  { lang: 'fa', dir: 'rtl', name: 'فارسی', words: fa, tag: 'fa', calendar: 'persian', numerals: 'arabext' },
];

export function localeOf({ tag, calendar, numerals }: DeskLanguage): string {
  return `${tag}-u-ca-${calendar}-nu-${numerals}`;
}

export function languageOf(wanted: string | null | undefined): DeskLanguage {
  const main = (wanted ?? '').toLowerCase().split('-')[0];
  return languages.find(({ lang }) => lang === main) ?? (languages[0] as DeskLanguage);
}
