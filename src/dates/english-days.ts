/** English words for single days: "on Saturday", "July 28", "two days ago", "yesterday". */
import { dayNumber } from './calendar-day.ts';
import type { DateRule, Reading } from './date-rule.ts';
import { type DateSpan, daySpan, weekSpan } from './date-span.ts';
import { count, countOf, day, month, monthOf, weekday, weekdayNumber, year } from './english-names.ts';
import { nearestMonthDay, nearestWeekday, weekdayBeside, weekdayTowards } from './nearest-date.ts';

const clock = String.raw`(?: at (?<clock>\d{1,2}:\d{2}(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)(?!\d| ?\(?(?:GMT|UTC|[A-Z]{2,4}T\b|local|[A-Z]\w+ time)))?`;
const part = '(?: (?:early |late )?(?:morning|afternoon|evening|night)\\b)?';
const on = '(?:\\b[Oo]n (?:the )?)?';
const named = `(?:${weekday.replace('weekday', 'stated')},? (?:the )?)?`;
/** Things that carry a date as their name. */
const notName =
  '(?! (?:Street|Avenue|Square|Boulevard|Road|Bridge|Movement|Revolution|Uprising|Alliance|Coalition|Brigades?|Forces|Youth|attacks?|Attacks?|terror|family)\\b)';
const notFigure = '(?<![\\d.,:/$€£–-])';
const monthFirst = `${month} ${day}`;
const dayFirst = `${notFigure}\\b${day} (?:of )?${month}`;

/** In the order in which they are tried on equal matches. */
export const englishDays: readonly DateRule[] = [
  ...[monthFirst, dayFirst].flatMap((form): DateRule[] => [
    { pattern: new RegExp(`${on}${named}\\b${form},? ${year}${part}${clock}`, 'gu'), read: readFullDate },
    {
      pattern: new RegExp(
        `${on}${named}\\b${form}(?!,? (?:19|20)\\d\\d\\b)(?![\\d:%]|[.,:]\\d|[-–/]\\d)${notName}${part}${clock}`,
        'gu',
      ),
      read: readMonthDay,
    },
  ]),
  {
    pattern: new RegExp(
      String.raw`(?<!\b(?:every|each|any|a|A|most|one|Every|Each|per|Good|Black|Bloody|Palm|Easter|Super|Cyber|Ash|Holy|Shrove|Fat) )` +
        String.raw`(?<!day (?:to|through|and|or) |day[-–])(?:(?<=\b(?<since>[Ss]ince|[Bb]y|[Uu]ntil) )|)` +
        `${on}(?:(?<which>\\b[Ll]ast|\\b[Tt]his|\\b[Nn]ext|\\b[Cc]oming|\\b[Tt]his past|\\b[Tt]his coming) )?\\b${weekday}` +
        `(?!,? ${month} \\d)` +
        String.raw`(?! (?:to|through) [A-Z]\w+day|[-–]|(?:,? \d)| (?:Times|Telegraph|Mirror|Express|Mail|Post|Night|Mass|Prayers?|prayers?|prayer)\b)` +
        `(?<later> (?:last|next|this) week)?${part}${clock}`,
      'gu',
    ),
    read: readWeekday,
  },
  {
    pattern:
      /(?<!\b(?:USA|Russia|India|China|Africa|Turkey|Pakistan|Politics) )\b(?<word>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b(?: (?:morning|afternoon|evening|night)\b)?(?! (?:World|Show|Programme|Program)\b)/gu,
    read: readDayWord,
  },
  {
    pattern: new RegExp(
      `\\b(?:[Ee]xactly |[Aa]bout )?${count.replace('|an|', '|[Aa]n|')} days? (?<way>ago|from now)\\b`,
      'gui',
    ),
    read: readDayCount,
  },
  { pattern: /\b(?:[Oo]n )?[Tt]he (?<way>previous|following|next) day\b/gu, read: readDayBeside },
];

type Groups = Record<string, string | undefined>;

function readFullDate(groups: Groups): DateSpan | null {
  const number = dayNumber(Number(groups.year), monthOf(groups.month ?? ''), Number(groups.day));
  return number === null ? null : { ...withClock(number, groups.clock), complete: true };
}

function readMonthDay(
  { stated, month: name, day: figure, clock: time }: Groups,
  { on: from, tense }: Reading,
): DateSpan | null {
  const named = stated ? weekdayNumber(stated) : undefined;
  const number = nearestMonthDay(from, monthOf(name ?? ''), Number(figure), tense(), named);
  return number === null ? null : withClock(number, time);
}

function readWeekday(
  { since, which, weekday: name, later, clock: time }: Groups,
  { on: from, weekStartsOn, tense }: Reading,
): DateSpan | null {
  const number = weekdayNumber(name ?? '');
  const named = which?.toLowerCase() ?? '';
  if (later) return withClock(weekdayInWeek({ from, weekStartsOn }, number, later.trim()), time);
  if (named === 'last') return withClock(weekdayBeside(from, number, -1), time);
  if (named === 'next') return withClock(weekdayBeside(from, number, 1), time);
  if (/coming/.test(named)) return withClock(weekdayTowards(from, number, 1), time);
  if (/past/.test(named) || since?.toLowerCase() === 'since')
    return withClock(weekdayTowards(from, number, -1), time);
  if (since && /by|until/i.test(since)) return withClock(weekdayTowards(from, number, 1), time);
  const nearest = nearestWeekday(from, number, named === 'this' ? (tense() ?? 'future') : tense());
  return nearest === null ? null : withClock(nearest, time);
}

/** "on Tuesday last week" */
function weekdayInWeek(
  { from, weekStartsOn }: { from: number; weekStartsOn: number },
  weekdayWanted: number,
  week: string,
): number {
  const weeks = week.startsWith('last') ? -1 : week.startsWith('next') ? 1 : 0;
  return weekSpan(from, weekStartsOn, weeks).from + ((weekdayWanted - weekStartsOn + 7) % 7);
}

function readDayWord(groups: Groups, reading: Reading): DateSpan {
  const word = (groups.word ?? '').toLowerCase();
  if (word === 'the day before yesterday') return daySpan(reading.on - 2);
  if (word === 'the day after tomorrow') return daySpan(reading.on + 2);
  if (word === 'yesterday' || word === 'last night') return daySpan(reading.on - 1);
  return daySpan(word === 'tomorrow' ? reading.on + 1 : reading.on);
}

function readDayCount(groups: Groups, reading: Reading): DateSpan {
  const days = countOf(groups.count ?? '');
  return daySpan(reading.on + (groups.way?.toLowerCase() === 'ago' ? -days : days));
}

/** "the previous day" is that before the day just named, else before the date line; the next needs a day just named. */
function readDayBeside(groups: Groups, { dayBefore, on: from }: Reading): DateSpan | null {
  if (groups.way === 'previous') return daySpan((dayBefore ?? from) - 1);
  return dayBefore === null ? null : daySpan(dayBefore + 1);
}

function withClock(number: number, time: string | undefined): DateSpan {
  const read = /^(\d{1,2})(?::(\d{2}))?(?: ?([ap]))?/.exec(time ?? '');
  if (!read) return daySpan(number);
  const hour = read[3] ? (Number(read[1]) % 12) + (read[3] === 'p' ? 12 : 0) : Number(read[1]);
  if (hour > 23 || Number(read[2] ?? 0) > 59) return daySpan(number);
  return { ...daySpan(number), time: `${String(hour).padStart(2, '0')}:${read[2] ?? '00'}` };
}
