/** The pages that lead to stories by date: static lists, which need no script. */
import type { ReactNode } from 'react';
import { calendarDay, counted, dayWords, digits, timeWords } from '../../site/words/dates.ts';
import { each, Lines } from '../../text/lines.tsx';
import type { ExportView } from '../export-view.ts';
import type { IndexRow } from '../read-stories.ts';
import { exportPage } from './ExportPage.tsx';

/** data/index.html */
export function startPage(view: ExportView, years: { year: string; count: number }[]): string {
  const { archive, words } = view;
  return exportPage({
    view,
    title: archive.allStories,
    up: '',
    children: (
      <Lines>
        <h1>{archive.allStories}</h1>
        <p className="hint">{archive.byCode('stories/CODE/index.html')}</p>
        <h2>{archive.byDate}</h2>
        {years.length === 0 && <p>{archive.noStories}</p>}
        <ul className="years">
          {each(years, ({ year, count }) => (
            <li>
              <Lines>
                <a href={`index/${year}.html`}>{year}</a>
                <span>{counted(words, count, archive.stories)}</span>
              </Lines>
            </li>
          ))}
        </ul>
      </Lines>
    ),
  });
}

type Month = { month: string; count: number; days: string[] };

/** data/index/2026.html */
export function yearPage(view: ExportView, year: string, months: Month[]): string {
  const { archive, words } = view;
  return exportPage({
    view,
    title: `${archive.allStories}, ${year}`,
    up: '../',
    children: (
      <Lines>
        <h1>{year}</h1>
        {each(months, ({ month, count, days }) => (
          <section id={month}>
            <Lines>
              <h2>
                <a href={`${month}.html`}>{month}</a>
              </h2>
              <p>{counted(words, count, archive.stories)}</p>
              <ul className="days">
                {each(days, (day) => (
                  <li>
                    <a href={`${month}.html#${day}`}>{day}</a>
                  </li>
                ))}
              </ul>
            </Lines>
          </section>
        ))}
      </Lines>
    ),
  });
}

/** data/index/2026-03.html. `days`: the lines of each, as `IndexLine` draws them. */
export function monthPage(view: ExportView, month: string, days: Map<string, string[]>): string {
  const { archive, words } = view;
  const page = exportPage({
    view,
    title: `${archive.allStories}, ${month}`,
    up: '../',
    children: (
      <Lines>
        <p>
          <a href={`${month.slice(0, 4)}.html`}>{month.slice(0, 4)}</a>
        </p>
        <h1>{month}</h1>
        {each([...days.keys()], (day) => {
          const noon = calendarDay(day);
          return (
            <section id={day}>
              <Lines>
                <h2>{dayWords(words, noon.zone, noon.at)}</h2>
                <ol className="stories">{linesOf(day)}</ol>
              </Lines>
            </section>
          );
        })}
      </Lines>
    ),
  });
  return page.replace(
    /⟦(\d{4}-\d{2}-\d{2})⟧/g,
    (_, day: string) => `\n${(days.get(day) ?? []).join('\n')}\n`,
  );
}

/** Stands for the lines of a day, which are drawn already. */
function linesOf(day: string): string {
  return `⟦${day}⟧`;
}

/** One story. Its own language is that of its headline, not of its time. */
export function IndexLine(props: { view: ExportView; own: ExportView; row: IndexRow }): ReactNode {
  const { view, own, row } = props;
  const { words, zone } = view;
  const told =
    row.state === 'public'
      ? row.headline?.replace(/\s+/g, ' ') || own.words.record.headlineGone
      : own.words.record.tombstones[row.state].title;
  return (
    <li id={`story-${row.code}`}>
      <time dateTime={row.at.toISOString()}>{timeWords(words, zone, row.at)}</time>{' '}
      <a href={`../stories/${row.code}/index.html`} lang={own.lang} dir={own.dir}>
        {told}
      </a>{' '}
      <small>{words.code(digits(words, row.code))}</small>
    </li>
  );
}
