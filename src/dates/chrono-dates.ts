/** Dates in languages that chrono-node reads, taken only where its answer is sound. */
import { type Component, de, es, fr, it, nl, type ParsedResult, pt, ru, uk } from 'chrono-node';
import { dayNumber, weekdayOf } from './calendar-day.ts';
import { type Tongue, type TongueName, tongues } from './chrono-tongues.ts';
import { type FoundSpan, type Reading, readInDoubt, runRules } from './date-rule.ts';
import { type DateSpan, daySpan, monthSpan, weekSpan } from './date-span.ts';
import { nearestMonthDay, nearestWeekday, weekdayBeside } from './nearest-date.ts';
import { tenseAround } from './sentence-tense.ts';

/** Whether a language (two letters) is read with chrono-node. */
export function hasChronoRules(language: string): language is TongueName {
  return Object.hasOwn(tongues, language);
}

/**
 * The dates of a text in order. chrono reads one sentence at a time, and only those with a word that a date may have.
 * Which Monday or July is meant is decided here, not by chrono; times of day are left unread.
 */
export function chronoDates(
  text: string,
  language: TongueName,
  base: Pick<Reading, 'on' | 'weekStartsOn'>,
): FoundSpan[] {
  const tongue = tongues[language];
  const tenseAt = (start: number, end: number) => tenseAround(text, start, end, tongue.tense);
  const phrases = runRules(tongue.spans, text, base, tenseAt);
  const found = [...phrases];
  const now = { instant: new Date(base.on * 86_400_000 + 43_200_000), timezone: 0 };
  for (const { at, sentence } of sentencesOf(text)) {
    if (!tongue.cue.test(sentence)) continue;
    for (const result of parsers[language].parse(sentence, now)) {
      const words = result.text.replace(/^[\s,]+|[\s,]+$/g, '');
      const start = at + result.index + result.text.indexOf(words);
      const end = start + words.length;
      if (
        touchesWord(text, start, end) ||
        isMorning(text, start, words) ||
        phrases.some((one) => one.start < end && start < one.end)
      )
        continue;
      const one = readInDoubt((reading) => readResult(result, { text, start, end, tongue, reading }), {
        ...base,
        dayBefore: null,
        tense: () => tenseAt(start, end),
      });
      if (one) found.push({ start, end, span: one.span });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const parsers = { de, es, fr, it, nl, pt, ru, uk };

/** Sentences, cut at 600 units so that a text without full stops stays quick. */
function* sentencesOf(text: string): Generator<{ at: number; sentence: string }> {
  for (const match of text.matchAll(/[^\n]{1,600}?(?:(?<!\d)[.!?…](?=\s+\p{Lu})|\n|$)|[^\n]{1,600}/gu)) {
    yield { at: match.index, sentence: match[0] };
  }
}

/** "por la mañana", "am Morgen": a time of day, not tomorrow. */
function isMorning(text: string, start: number, words: string): boolean {
  return (
    /^(?:mañana|Morgen)$/.test(words) &&
    /(?:\bla|\besta|\bcada|\bam|\bjeden|\bGuten) $/i.test(text.slice(Math.max(0, start - 6), start))
  );
}

/** Whether a match begins or ends inside a word or a figure; "hier" is inside "avant-hier". */
function touchesWord(text: string, start: number, end: number): boolean {
  return (
    /(?:[\p{L}\d]|\p{L}-)$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[\p{L}\d]|[.,:]\d)/u.test(text.slice(end, end + 2))
  );
}

type Place = { text: string; start: number; end: number; tongue: Tongue; reading: Reading };

function readResult(result: ParsedResult, place: Place): DateSpan | null {
  const { start } = result;
  const [day, month, year] = [start.get('day'), start.get('month'), start.get('year')];
  const isCertain = (...parts: Component[]) => parts.every((part) => start.isCertain(part));
  if (day === null || month === null || year === null) return null;
  if (start.isCertain('hour') && !isCertain('day', 'month')) return null;
  const number = dayNumber(year, month, day);
  if (number === null || !(/\p{L}{3}/u.test(result.text) || /\d{4}/.test(result.text))) return null;
  // Two counts in a row are no date, and what is done "en six semaines" took that long.
  if (start.tags().has('result/relativeDate') && /,|^en /i.test(result.text)) return null;
  if (start.tags().has('result/relativeDate')) return readCounted(number, isCertain, place.reading);
  if (isCertain('day', 'month', 'year'))
    return { ...fullSpan(result, number), complete: /\d{4}/.test(result.text) };
  if (isCertain('day', 'month')) {
    const first = nearestMonthDay(place.reading.on, month, day, place.reading.tense());
    return first === null ? null : fullSpan(result, first);
  }
  if (isCertain('month', 'year')) return { ...monthSpan(number), complete: true };
  return isCertain('weekday') ? readWeekday(weekdayOf(number), place) : null;
}

/** "two days ago" is a day; "two weeks ago" its week, "two months ago" its month: no closer than the words. */
function readCounted(
  number: number,
  isCertain: (...parts: Component[]) => boolean,
  reading: Reading,
): DateSpan | null {
  if (isCertain('day', 'weekday')) return daySpan(number);
  if (isCertain('day')) return weekSpan(number, reading.weekStartsOn);
  return isCertain('month') ? monthSpan(number) : null;
}

/** A range such as "5 to 7 July" keeps its length. */
function fullSpan(result: ParsedResult, first: number): DateSpan {
  const length = result.end
    ? Math.round((result.end.date().getTime() - result.start.date().getTime()) / 86_400_000)
    : 0;
  return length > 0 && length < 366 ? { from: first, to: first + length, unit: 'span' } : daySpan(first);
}

/** A weekday that the words before place in the past and those after it in the future is left alone. */
function readWeekday(weekday: number, { text, start, end, tongue, reading }: Place): DateSpan | null {
  const words = text.slice(start, end);
  const before = /[^.,;:!?\n]*$/.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const after = /^ [\p{L} ]{0,9}/u.exec(text.slice(end, end + 10))?.[0] ?? '';
  if (words.length < 5 || tongue.habit.test(before) || !tongue.weekday.test(before + words)) return null;
  if (tongue.last.test(before + words + after)) return daySpan(weekdayBeside(reading.on, weekday, -1));
  if (tongue.next.test(before + words + after)) return daySpan(weekdayBeside(reading.on, weekday, 1));
  const tense = reading.tense();
  const clause = clauseFrom(text, end);
  if (tense !== 'future' && clause.search(tongue.tense.future) >= 0) return null;
  const nearest = nearestWeekday(reading.on, weekday, tense);
  return nearest === null ? null : daySpan(nearest);
}

/** The words up to the next mark or conjunction, at most 80 units. */
function clauseFrom(text: string, at: number): string {
  return text.slice(at, at + 80).split(/[.,;:!?\n]|\s(?:que|qu['’]|che|dass|dat|что|що)\s/u, 1)[0] ?? '';
}
