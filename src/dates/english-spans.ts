/** English words for weeks, months, years and parts of years: "last week", "late July", "the first half of 2016". */
import { dayNumber, partsOfDay, startOfMonth, weekdayOf } from './calendar-day.ts';
import { type DateRule, isComing, type Reading } from './date-rule.ts';
import { type DateSpan, monthSpan, weekSpan, yearSpan } from './date-span.ts';
import { count, countOf, day, month, monthOf, year } from './english-names.ts';
import { monthBeside, nearestMonth, nearestMonthDay } from './nearest-date.ts';

const part = String.raw`\b(?:[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier|[Ll]ater)(?: in |[ -])`;
const notCounted =
  '(?! (?:people|troops|soldiers|cases|homes|houses|cities|towns|villages|men|women|children|tons|tonnes|dollars|euros|percent|per|times|more|other|different|new)\\b)';
const before = String.raw`(?<=\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]efore|[Aa]fter|[Uu]ntil|[Tt]hroughout|[Ee]nd of|[Bb]eginning of|[Ss]tart of|[Mm]onth of) )`;

const days = `${day}(?:[-–]| to | and )(?<last>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d|[-–/]\\d)\\b`;

export const englishSpans: readonly DateRule[] = [
  ...[`${month} ${days}`, `(?<![\\d.,:/$€£–-])\\b${days} (?:of )?${month}`].map(
    (form): DateRule => ({
      pattern: new RegExp(`\\b${form}(?:,? ${year})?`, 'gu'),
      read: readDays,
    }),
  ),
  {
    pattern:
      /(?:\b(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?\b(?<!\b[Tt]he )(?<which>[Ll]ast|[Tt]his|[Nn]ext) (?<unit>week|month|year)\b(?! (?:and a half|of)\b|[-–])/gu,
    read: readBeside,
  },
  {
    pattern:
      /\b(?:(?:[Oo]ver|[Dd]uring|[Aa]t) the |(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming) )weekend\b/gu,
    read: readWeekend,
  },
  {
    pattern: new RegExp(`\\b${count} (?<unit>week|month|year)s? (?<way>ago|from now)\\b`, 'gui'),
    read: readCount,
  },
  {
    pattern: new RegExp(`(?:${part})?(?<!\\d (?:of )?)\\b${month}(?: of)?,? ${year}`, 'gu'),
    read: readMonthOfYear,
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:confidence|faith|trust|belief) in )(?:${part}|\\b(?<which>[Ll]ast|[Tt]his|[Nn]ext) |${before})\\b${month}(?! \\d|['’](?!s\\b)| [A-Z]\\w+ (?:said|says)\\b)(?<next> this year| last year| next year)?`,
      'gu',
    ),
    read: readMonth,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:[Tt]he )?(?<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) (?<part>quarter|half) of (?:${year}|(?<which>this|last|next) year\b)`,
      'gu',
    ),
    read: readPartOfYear,
  },
  { pattern: new RegExp(`(?:${part}|${before})\\b${year}${notCounted}`, 'gu'), read: readYear },
];

type Groups = Record<string, string | undefined>;

function side(word: string | undefined): -1 | 0 | 1 {
  const first = word?.trim().toLowerCase() ?? '';
  return first.startsWith('last') ? -1 : first.startsWith('next') ? 1 : 0;
}

function readBeside({ which, unit }: Groups, { on, weekStartsOn }: Reading): DateSpan {
  if (unit === 'week') return weekSpan(on, weekStartsOn, side(which));
  if (unit === 'month') return monthSpan(on, side(which));
  return yearSpan(partsOfDay(on).year + side(which));
}

/** Saturday and Sunday; where the week begins on Saturday, copy does not agree on the days, and none are given. */
function readWeekend({ which }: Groups, { on, weekStartsOn, tense }: Reading): DateSpan | null {
  if (weekStartsOn === 6) return null;
  const weekday = weekdayOf(on);
  const coming = on + ((6 - weekday + 7) % 7) - (weekday === 7 ? 7 : 0);
  const isNow = weekday >= 6;
  const before = isNow ? coming : coming - 7;
  const word = which?.toLowerCase() ?? '';
  const ahead = word === 'this' ? tense() !== 'past' : /coming/.test(word) || isComing(tense());
  const saturday =
    word === 'last' ? coming - 7 : word === 'next' ? (isNow ? coming + 7 : coming) : ahead ? coming : before;
  return { from: saturday, to: saturday + 1, unit: 'span' };
}

function readCount({ count: number, unit, way }: Groups, { on, weekStartsOn }: Reading): DateSpan {
  const steps = countOf(number ?? '') * (way?.toLowerCase() === 'ago' ? -1 : 1);
  if (unit?.toLowerCase() === 'week') return weekSpan(on, weekStartsOn, steps);
  if (unit?.toLowerCase() === 'month') return monthSpan(on, steps);
  return yearSpan(partsOfDay(on).year + steps);
}

/** "July 5-9": from the first day to the last, of the year stated or meant. */
function readDays(
  { month: name, day: first, last, year: stated }: Groups,
  { on, tense }: Reading,
): DateSpan | null {
  const [number, length] = [monthOf(name ?? ''), Number(last) - Number(first)];
  const from = stated
    ? dayNumber(Number(stated), number, Number(first))
    : nearestMonthDay(on, number, Number(first), tense());
  if (from === null || length < 1 || partsOfDay(from + length).month !== number) return null;
  return { from, to: from + length, unit: 'span' };
}

function readMonthOfYear(groups: Groups): DateSpan {
  return {
    ...monthSpan(Date.UTC(Number(groups.year), monthOf(groups.month ?? '') - 1, 1) / 86_400_000),
    complete: true,
  };
}

function readMonth({ month: name, which, next }: Groups, { on, tense }: Reading): DateSpan | null {
  const number = monthOf(name ?? '');
  if (next) return monthSpan(Date.UTC(partsOfDay(on).year + side(next), number - 1, 1) / 86_400_000);
  const beside = side(which);
  return beside === 0 ? nearestMonth(on, number, tense()) : monthBeside(on, number, beside);
}

function readPartOfYear({ nth, part: size, year: stated, which }: Groups, { on }: Reading): DateSpan | null {
  const inYear = stated ? Number(stated) : partsOfDay(on).year + side(which);
  const parts = size === 'half' ? 2 : 4;
  const order =
    nth?.toLowerCase() === 'last'
      ? parts
      : ['first', 'second', 'third', 'fourth'].indexOf(nth?.toLowerCase() ?? '') + 1;
  if (order > parts) return null;
  const months = 12 / parts;
  const from = Date.UTC(inYear, (order - 1) * months, 1) / 86_400_000;
  return { from, to: startOfMonth(from, months) - 1, unit: 'span' };
}

function readYear(groups: Groups): DateSpan {
  return { ...yearSpan(Number(groups.year)), complete: true };
}
