/** The desk's own words, one file per language: a word that one lacks fails the type check. */
import type { Direction } from '../../text/story-text.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import type { Words } from './words.ts';

export type DeskLanguage = { lang: string; dir: Direction; name: string; words: Words; locale: string };

/** Calendar and digits are said, never left to a browser's default. */
export const languages: DeskLanguage[] = [
  { lang: 'en', dir: 'ltr', name: 'English', words: en, locale: 'en-GB-u-ca-gregory-nu-latn' },
  { lang: 'fa', dir: 'rtl', name: 'فارسی', words: fa, locale: 'fa-u-ca-persian-nu-arabext' },
];

export function languageOf(wanted: string | null | undefined): DeskLanguage {
  const main = (wanted ?? '').toLowerCase().split('-')[0];
  return languages.find(({ lang }) => lang === main) ?? (languages[0] as DeskLanguage);
}
