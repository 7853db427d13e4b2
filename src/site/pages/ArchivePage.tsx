/** The archive: years, the months of a year, a month as a calendar, the stories of a day. */
import type { ReactNode } from 'react';
import { dayFromIso } from '../../dates/calendar-day.ts';
import { Lines } from '../../text/lines.tsx';
import { type ArchiveSpan, archiveCalendar, spanAround, spanPath } from '../archive-span.ts';
import { mostCounted } from '../archive-store.ts';
import type { ArchivePageData, Frame } from '../page-data.ts';
import { partWords, spanWords } from '../words/archive-dates.ts';
import { counted } from '../words/dates.ts';
import { Calendar } from './Calendar.tsx';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { type Crumb, listData } from './list-data.ts';
import { Masthead } from './Masthead.tsx';
import { NewerOlder } from './NewerOlder.tsx';
import { StoryItem } from './StoryItem.tsx';
import { type View, viewOf } from './view.ts';

const pictureWidth = '(min-width: 40rem) 12rem, 100vw';

export function renderArchive(frame: Frame, data: ArchivePageData): string {
  const view = viewOf(frame);
  const { span, stories, path } = data;
  const title = archiveTitle(view, data);
  const isEmpty = span !== null && data.count === 0;
  const isFirst = data.newer === null;
  const above = archiveCrumbs(view, data);
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list archive">
        <Lines>
          <p className="label">
            {above.length === 0 ? view.frame.edition.agency : <Way view={view} crumbs={above} />}
          </p>
          <h1>{title}</h1>
          {isEmpty ? <Empty view={view} data={data} /> : <Parts view={view} data={data} />}
          {stories.map((story, at) => (
            <StoryItem
              key={story.code}
              view={view}
              story={story}
              heading="h2"
              credited
              sizes={pictureWidth}
              first={at === 0}
            />
          ))}
          <NewerOlder view={view} newer={data.newer} older={data.older} />
          <Neighbours view={view} data={data} />
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  const isShown = isFirst && !isEmpty;
  const head = {
    title: span ? `${title} – ${view.words.around.archive}` : title,
    description: '',
    canonical: isShown ? path : null,
    hidden: !isShown,
    jsonLd: isShown ? listData(view, { name: title, path, above, stories }) : [],
  };
  return documentHtml(view, head, body, 'list-page');
}

export function archiveTitle({ words }: View, { span }: ArchivePageData): string {
  return span ? spanWords(words, span) : words.around.archive;
}

/**
 * The archive, its year and its month, as far as they are above what is shown. A day has one address in all calendars: it lies in
 * the month of the edition's own, from which readers come to it.
 */
export function archiveCrumbs({ words, lang, frame }: View, { span }: ArchivePageData): Crumb[] {
  if (!span) return [];
  const { month, day, first } = span;
  const calendar = day === null ? span.calendar : archiveCalendar(frame.edition);
  const above = [
    ...(month !== null ? [spanAround(first, { calendar, month: null, day: null })] : []),
    ...(day !== null ? [spanAround(first, { calendar, month, day: null })] : []),
  ].filter((one) => one !== null);
  return [
    { name: words.around.archive, path: `/${lang}/archive` },
    ...above.map((one) => ({
      name: one.month === null ? spanWords(words, one) : partWords(words, one),
      path: spanPath(lang, one),
    })),
  ];
}

function Way({ view, crumbs }: { view: View; crumbs: Crumb[] }): ReactNode {
  return crumbs.flatMap(({ name, path }, at) => [
    at > 0 ? ' / ' : '',
    <a key={path} href={path + view.past}>
      {name}
    </a>,
  ]);
}

/** How many stories, as a sentence that does not promise more than was counted. */
export function storiesWords({ words }: View, stories: number): string {
  return stories > mostCounted
    ? counted(words, mostCounted, words.moreThan)
    : counted(words, stories, words.results);
}

function Parts({ view, data: { span, parts, count } }: { view: View; data: ArchivePageData }): ReactNode {
  const { words, lang, past } = view;
  if (span && span.day !== null) return <p className="answer">{storiesWords(view, count)}</p>;
  if (span && span.month !== null) return <Calendar view={view} month={span} days={parts} />;
  if (parts.length === 0) return <p>{words.emptyList}</p>;
  return (
    <ol className="spans" lang={lang}>
      <Lines>
        {parts.map(({ span: part, stories }) => (
          <li key={part.first}>
            {stories === 0 ? (
              <span>{partOrYear(view, part)}</span>
            ) : (
              <a href={spanPath(lang, part) + past}>{partOrYear(view, part)}</a>
            )}
            {stories !== null && stories > 0 && (
              <>
                {' '}
                <span className="meta">{storiesWords(view, stories)}</span>
              </>
            )}
          </li>
        ))}
      </Lines>
    </ol>
  );
}

function partOrYear({ words }: View, part: ArchivePageData['parts'][0]['span']): string {
  return part.month === null ? spanWords(words, part) : partWords(words, part);
}

/** Nothing was published then: the way to what was. */
function Empty({ view, data }: { view: View; data: ArchivePageData }): ReactNode {
  const { words, lang, past } = view;
  const { span } = data;
  const near = nearest(data);
  return (
    <Lines>
      <p>{words.around.nothingOn(span ? spanWords(words, span) : words.around.archive)}</p>
      {near && (
        <p>
          <a className="plainly" href={spanPath(lang, near) + past} rel="nofollow">
            {words.around.nearest(spanWords(words, near))}
          </a>
        </p>
      )}
    </Lines>
  );
}

/** The one of the two neighbours that lies fewer days away. */
function nearest({ span, earlier, later }: ArchivePageData): ArchiveSpan | null {
  if (!span || !earlier || !later) return earlier ?? later;
  const dayOf = (text: string) => dayFromIso(text) ?? 0;
  const isEarlier = dayOf(span.first) - dayOf(earlier.until) <= dayOf(later.first) - dayOf(span.until);
  return isEarlier ? earlier : later;
}

/** In a calendar time runs on: the earlier one first. */
function Neighbours({ view, data }: { view: View; data: ArchivePageData }): ReactNode {
  const { words, lang, past } = view;
  const { earlier, later } = data;
  if (!earlier && !later) return null;
  return (
    <nav className="pages" aria-label={words.around.archive}>
      <Lines>
        {earlier && (
          <a href={spanPath(lang, earlier) + past} rel="prev">
            {words.around.earlier(spanWords(words, earlier))}
          </a>
        )}
        {later && (
          <a className="older" href={spanPath(lang, later) + past} rel="next">
            {words.around.later(spanWords(words, later))}
          </a>
        )}
      </Lines>
    </nav>
  );
}
