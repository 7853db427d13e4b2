/** When a parsed page's story was published: its data first, then its marked times, then its printed lines. */
import type { DateLine } from '../dates/date-line.ts';
import { findDates, pickPublished, pickSeenOn, readDate } from './date-lines.ts';
import { styleName, textOf } from './dom.ts';
import type { Notes } from './notes.ts';

export type PageDates = { published: DateLine | null; seenOn: string | null };

type Places = { headline: number; code: number };

/** `stated`: dates in the page's data with where they stood. `lines`: the visible lines, before anything was taken out. */
export function findPageDates(
  document: Document,
  stated: readonly [text: string, how: string][],
  lines: readonly string[],
  places: Places,
  language: string | null,
  notes: Notes,
): PageDates {
  const dates = findDates(lines.slice(0, 600), language);
  const line = pickPublished(dates, places);
  const claim = statedDate([...stated, ...markedTimes(document)], language);
  const day = (claim?.date ?? line?.picked.date)?.local.slice(0, 10) ?? null;
  const seenOn = pickSeenOn(dates, claim ? null : (line?.picked ?? null), day);
  if (seenOn) notes.found('seenOn', 0.85, 'a later date at the top of the page');
  if (claim) {
    // The data may know only the day where the printed line of the same day has the time.
    const printed =
      line?.picked.timed && line.picked.date.local.slice(0, 10) === day && claim.date.local.length === 10;
    if (printed) notes.found('published', 0.95, `${line.how}, on the day of ${claim.how}`);
    else notes.found('published', claim.confidence, claim.how);
    return { published: printed ? line.picked.date : claim.date, seenOn };
  }
  if (!line) return { published: null, seenOn };
  notes.found('published', Math.min(line.confidence, line.picked.date.confidence), line.how);
  const far = places.headline >= 0 && Math.abs(line.picked.line - places.headline) > 12;
  const near = places.code >= 0 && Math.abs(line.picked.line - places.code) <= 3;
  if (far && !near && line.picked.role === 'plain') {
    notes.doubt(`The only date found, “${line.picked.date.text}”, stands far from the headline.`);
  }
  return { published: line.picked.date, seenOn };
}

function statedDate(
  stated: readonly [text: string, how: string][],
  language: string | null,
): { date: DateLine; how: string; confidence: number } | null {
  for (const [text, how] of stated) {
    const date = text === '' ? null : readDate(text, language);
    if (date) return { date, how, confidence: how.startsWith('the time') ? 0.85 : 0.97 };
  }
  return null;
}

/** `<time datetime>` elements, those marked as the date of publication first; never those marked as an update. */
function markedTimes(document: Document): [string, string][] {
  const times = [...document.querySelectorAll('time[datetime]')].slice(0, 50).filter((time) => {
    const around = `${styleName(time)} ${time.getAttribute('itemprop') ?? ''} ${textOf(time.parentElement).slice(0, 60)}`;
    return (
      !/updat|modif|edited|mis à jour|aktualisiert|обновлено|به‌?روز/i.test(around) &&
      !time.closest('nav, aside, footer, li')
    );
  });
  const marked = (time: Element) =>
    time.hasAttribute('pubdate') ||
    /publi|posted|entry-date/i.test(`${styleName(time)} ${time.getAttribute('itemprop') ?? ''}`);
  return times
    .sort((a, b) => Number(marked(b)) - Number(marked(a)))
    .map((time) => [time.getAttribute('datetime') ?? '', 'the time element of the story']);
}
