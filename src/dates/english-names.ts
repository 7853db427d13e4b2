/** How English copy names months, weekdays and small numbers, as parts of patterns. */

const monthNames =
  'January February March April May June July August September October November December'.split(' ');
const weekdayNames = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const numberNames = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Full names and the stylebook's short ones; always with a capital, so that "may" and "march" stay verbs. */
export const month = `(?<month>(?:${monthNames.join('|')})\\b|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)`;
export const weekday = `(?<weekday>(?:${weekdayNames.join('|')})\\b)`;
export const day = '(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\\b';
export const year = '(?<year>(?:19|20)\\d\\d)(?![\\d%]|[.,]\\d|[-–/]\\d)';
export const count = `(?<count>\\d{1,2}|an|${numberNames.join('|')})`;

/** 1–12. */
export function monthOf(name: string): number {
  return monthNames.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1;
}

/** ISO: 1 Monday to 7 Sunday. */
export function weekdayNumber(name: string): number {
  return weekdayNames.indexOf(name) + 1;
}

export function countOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  const name = word.toLowerCase();
  return name === 'an' || name === 'a' ? 1 : numberNames.indexOf(name);
}
