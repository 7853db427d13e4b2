/** What followers ask for: alerts for a search and newsletters, how often, and what each is called. Pure. */

import { dayFromIso, weekdayOf } from '../dates/calendar-day.ts';
import { weekStartOf } from '../dates/week-start.ts';
import { instantIn } from '../dates/zoned-time.ts';
import type { Edition } from '../editions/edition.ts';
import { dayAfter, dayIn } from '../site/agency-day.ts';
import { editionWords } from '../site/words/catalogue.ts';
import { calendarDay } from '../site/words/dates.ts';
import type { Every } from '../site/words/mail-words.ts';
import { oneLine } from '../stories/clean-fields.ts';

export type FollowingKind = 'alert' | 'newsletter';

export type Following = {
  id: number;
  followerId: number;
  kind: FollowingKind;
  lang: string;
  /** Alert: what is searched for, as an address says it. Newsletter: slug of a topic; empty: the front. */
  question: string;
  every: Every;
  /** Of the agency's clock, 0 to 23; of no meaning where it is at once. */
  hour: number;
  /** Whether it is sent: confirmed and not ended. */
  active: boolean;
};

export const oftenOf: Record<FollowingKind, readonly Every[]> = {
  alert: ['at-once', 'daily'],
  newsletter: ['daily', 'weekly'],
};

/** The hour of a daily alert, which nobody chooses. */
export const alertHour = 7;

/** The parts of a search that an alert knows: `newHits` asks by each of them. When a search began and ended is none. */
const questionParts = ['q', 'lang', 'section', 'topic', 'byline'];
const longestWord = 200;

/** What an alert looks out for, in one spelling; null: nothing. */
export function readQuestion(asked: URLSearchParams): string | null {
  const said = questionParts
    .map((name): [string, string] => [name, oneLine(asked.get(name) ?? '').slice(0, longestWord)])
    .filter(([, value]) => value !== '');
  // An edition alone is no question.
  return said.some(([name]) => name !== 'lang') ? String(new URLSearchParams(said)) : null;
}

/** A question as people read it: "storm", "storm · ports". */
export function questionWords(question: string): string {
  const said = new URLSearchParams(question);
  const query = said.get('q') ?? '';
  const others = [...said].flatMap(([name, value]) => (name === 'q' || name === 'lang' ? [] : [value]));
  return [query, ...others].filter(Boolean).join(' · ');
}

/** What it is called in a sentence. @param topic the name of a newsletter's topic. */
export function followingWords(edition: Edition, { kind, question }: Following, topic: string): string {
  const { mail } = editionWords(edition);
  if (kind === 'alert') return mail.alertFor(questionWords(question));
  return question === '' ? mail.newsletterOf(edition.agency) : mail.newsletterOn(topic, edition.agency);
}

/** Language of the edition that it is of: of an alert, of the one that is searched, whatever that says. */
export function langOf({ kind, lang, question }: Following): string {
  return (kind === 'alert' && new URLSearchParams(question).get('lang')) || lang;
}

/** "once a week, on Monday" */
export function oftenWords(edition: Edition, every: Every): string {
  const words = editionWords(edition);
  if (every !== 'weekly') return words.mail.often[every];
  // The first week of 2024 began on a Monday.
  const { zone, at } = calendarDay(`2024-01-0${weekStartOf(edition.lang)}`);
  const weekday = new Intl.DateTimeFormat(words.tag, { weekday: 'long', timeZone: zone }).format(at);
  return words.mail.often.weekly(weekday);
}

/**
 * When it is due next after a moment. An hour that the clocks skip is taken when they have skipped it, one that they repeat
 * is taken once, the first time.
 */
export function nextDue(
  zone: string,
  { every, hour, lang }: Pick<Following, 'every' | 'hour' | 'lang'>,
  after: Date,
): Date {
  if (every === 'at-once') return after;
  for (let day = dayIn(zone, after); ; day = dayAfter(day)) {
    if (every === 'weekly' && weekdayOf(dayFromIso(day) ?? 0) !== weekStartOf(lang)) continue;
    const due = instantIn(zone, `${day}T${String(hour).padStart(2, '0')}:00`);
    if (due > after) return due;
  }
}

/** What a newsletter that is due for the first time tells of, in milliseconds. */
export function spanOf(every: Every): number {
  return every === 'weekly' ? 7 * 86_400_000 : 86_400_000;
}
