/** A month as a table of weeks: each day that has stories is a link, and says how many. */
import type { ReactNode } from 'react';
import { datesOf } from '../../editions/edition-dates.ts';
import { Lines } from '../../text/lines.tsx';
import { type ArchiveSpan, archiveCalendar, spanPath, weeksOf } from '../archive-span.ts';
import type { ArchivePageData } from '../page-data.ts';
import { besideWords, partWords, spanWords, weekOf } from '../words/archive-dates.ts';
import { digits } from '../words/dates.ts';
import { storiesWords } from './ArchivePage.tsx';
import type { View } from './view.ts';

type Day = { span: ArchiveSpan; stories: number | null };

export function Calendar(props: {
  view: View;
  month: ArchiveSpan;
  days: ArchivePageData['parts'];
}): ReactNode {
  const { view, month, days } = props;
  const beside = besideOf(view, month);
  const { start, days: weekdays } = weekOf(view.words, view.lang);
  const weeks = weeksOf(
    days.map((day) => ({ ...day, first: day.span.first })),
    start,
  );
  return (
    <table className="calendar">
      <caption {...(beside === null ? { className: 'unseen' } : {})}>
        {beside ?? spanWords(view.words, month)}
      </caption>
      <thead>
        <tr>
          <Lines>
            {weekdays.map(({ short, long }) => (
              <th key={long} scope="col">
                <abbr title={long}>{short}</abbr>
              </th>
            ))}
          </Lines>
        </tr>
      </thead>
      <tbody>
        <Lines>
          {weeks.map((week, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a week has no name but its place
            <tr key={at}>
              <Lines>
                {week.map((day, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell has no name but its place
                  <td key={place}>{day && <DayCell view={view} day={day} />}</td>
                ))}
              </Lines>
            </tr>
          ))}
        </Lines>
      </tbody>
    </table>
  );
}

function DayCell({ view, day: { span, stories } }: { view: View; day: Day }): ReactNode {
  const { words, lang, past } = view;
  const number = partWords(words, span);
  if (!stories) return <span className="none">{number}</span>;
  const said = `${spanWords(words, span)}${words.comma}${storiesWords(view, stories)}`;
  return (
    <a href={spanPath(lang, span) + past}>
      <span aria-hidden="true">
        <b>{number}</b> <small>{digits(words, stories)}</small>
      </span>{' '}
      <span className="unseen">{said}</span>
    </a>
  );
}

/** The same days in the calendar that stands beside, where the edition shows two, or the month is of another than its own; else null. */
function besideOf({ words, frame: { edition } }: View, month: ArchiveSpan): string | null {
  const { beside } = datesOf(edition);
  const own = archiveCalendar(edition);
  if (month.calendar !== own) return besideWords(words, month, own);
  if (!beside) return null;
  return besideWords(words, month, beside === 'islamic-umalqura' ? 'islamic' : beside);
}
