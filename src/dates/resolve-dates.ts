/** Relative and partial dates in a story's words, resolved against its date line. */
import { arabicRules, arabicTense } from './arabic-dates.ts';
import { dayFromIso } from './calendar-day.ts';
import { chronoDates, hasChronoRules } from './chrono-dates.ts';
import { type FoundSpan, runRules } from './date-rule.ts';
import { writeSpan } from './date-span.ts';
import { englishDays } from './english-days.ts';
import { englishSpans } from './english-spans.ts';
import { englishTense } from './english-tense.ts';
import { persianRules, persianTense } from './persian-dates.ts';
import { tenseAround } from './sentence-tense.ts';
import { weekStartOf } from './week-start.ts';

export type ResolvedDate = {
  /** UTF-16 places in the text; end exclusive. */
  start: number;
  end: number;
  text: string;
  /**
   * What `<time datetime>` carries: 2017-08-05, 2017-08-05T11:54 (wall time of the date line's zone), 2017-W30, 2017-07,
   * 2016, or the first day of any other span.
   */
  datetime: string;
  /** Last day (YYYY-MM-DD) of such another span, also of a week that does not begin on Monday; else null. */
  until: string | null;
  /** The span in words of the text's language; null where the words already say all of it. */
  title: string | null;
  /** The same in ISO 8601: a day, month or year as in `datetime`, anything longer as first/last day. */
  interval: string;
};

export type DateLineView = {
  /** The date line's local day, YYYY-MM-DD. */
  on: string;
  /** BCP 47. */
  language: string;
  /** ISO weekday on which weeks begin; where it is not said, as in the language. */
  weekStartsOn?: number;
};

/**
 * The dates of a text in order, never overlapping; empty for a language without rules.
 * A weekday, or a month or day without a year, is the one that the sentence's tense points to. Where more than one may be
 * meant, none is given (nearest-date.ts): it is for the writer to say.
 * @throws RangeError where `on` is no day.
 */
export function resolveDates(text: string, options: DateLineView): ResolvedDate[] {
  return readDates(text, options).dates;
}

/** The same, and those that are left to the writer, since they may mean more than one day, or none. */
export function readDates(
  text: string,
  options: DateLineView,
): { dates: ResolvedDate[]; inDoubt: Pick<ResolvedDate, 'start' | 'end' | 'text'>[] } {
  const spans = findSpans(text, options).map(({ span, ...place }) => ({
    place: { ...place, text: text.slice(place.start, place.end) },
    span,
  }));
  return {
    dates: spans.flatMap(({ place, span }) =>
      span ? [{ ...place, ...writeSpan(span, options.language) }] : [],
    ),
    inDoubt: spans.flatMap(({ place, span }) => (span ? [] : [place])),
  };
}

function findSpans(text: string, options: DateLineView): FoundSpan[] {
  const { language } = options;
  const on = dayFromIso(options.on);
  if (on === null) throw new RangeError(`no such day: ${options.on}`);
  const base = { on, weekStartsOn: options.weekStartsOn ?? weekStartOf(language) };
  const own = language.toLowerCase().split('-')[0] ?? '';
  const rules = rulesOf[own];
  if (rules) {
    const tenseAt = (start: number, end: number) => tenseAround(text, start, end, rules.tense);
    return runRules(rules.rules, text, base, tenseAt);
  }
  return hasChronoRules(own) ? chronoDates(text, own, base) : [];
}

const persian = { rules: persianRules, tense: persianTense };
const rulesOf: Partial<Record<string, { rules: typeof englishDays; tense: typeof englishTense }>> = {
  en: { rules: [...englishDays, ...englishSpans], tense: englishTense },
  fa: persian,
  prs: persian,
  ar: { rules: arabicRules, tense: arabicTense },
};
