/** Lists of stories in one small request: headlines, times and leads, no picture, font or script. Their links stay lite. */
import type { ReactNode } from 'react';
import { each, Lines } from '../../text/lines.tsx';
import { spanPath } from '../archive-span.ts';
import type { ArchivePageData, Frame, FrontPageData, ListPageData, StoryInList } from '../page-data.ts';
import type { CorrectionsPageData } from '../record-data.ts';
import { partWords, spanWords } from '../words/archive-dates.ts';
import { digits } from '../words/dates.ts';
import { archiveCrumbs, archiveTitle, storiesWords } from './ArchivePage.tsx';
import { descriptionOf, ListKind } from './ListPage.tsx';
import { litePage } from './LitePage.tsx';
import { listPath } from './list-path.ts';
import { litePath } from './lite-path.ts';
import { NoticeText } from './Notices.tsx';
import { Brief } from './StoryItem.tsx';
import { type View, viewOf } from './view.ts';

/** Stories that a lite front lists. */
const frontLength = 30;

export function renderFrontLite(frame: Frame, { stories }: FrontPageData): string {
  const view = viewOf(frame);
  const page = { title: view.words.latest, path: `/${view.lang}/` };
  return litePage(view, page, <Stories view={view} stories={stories.slice(0, frontLength)} />);
}

export function renderListLite(frame: Frame, data: ListPageData): string {
  const view = viewOf(frame);
  const path = listPath(view.lang, { list: data.kind, slug: data.slug });
  const described = data.newer === null ? descriptionOf(view, data) : '';
  return litePage(
    view,
    { title: data.title, path, above: <ListKind view={view} data={data} /> },
    <Lines>
      {described && <p>{described}</p>}
      {data.stories.length === 0 && <p>{view.words.emptyList}</p>}
      <Stories view={view} stories={data.stories} />
      <Turn view={view} newer={data.newer} older={data.older} />
    </Lines>,
  );
}

export function renderArchiveLite(frame: Frame, data: ArchivePageData): string {
  const view = viewOf(frame);
  const { words, lang, past } = view;
  const { span, parts, stories, earlier, later } = data;
  const isEmpty = span !== null && data.count === 0;
  const link = (path: string, name: string) => <a href={litePath(path + past)}>{name}</a>;
  const above = each(archiveCrumbs(view, data), ({ name, path }) => <p>{link(path, name)}</p>);
  return litePage(
    view,
    { title: archiveTitle(view, data), path: data.path, above },
    <Lines>
      {isEmpty && <p>{words.around.nothingOn(span ? spanWords(words, span) : words.around.archive)}</p>}
      {!isEmpty && parts.length > 0 && (
        <ol>
          {each(
            parts.filter((part) => part.stories !== 0),
            (part) => (
              <li>
                {link(
                  spanPath(lang, part.span),
                  part.span.month === null ? spanWords(words, part.span) : partWords(words, part.span),
                )}
                {part.stories !== null && `: ${storiesWords(view, part.stories)}`}
              </li>
            ),
          )}
        </ol>
      )}
      <Stories view={view} stories={stories} />
      <Turn view={view} newer={data.newer} older={data.older} />
      {earlier && <p>{link(spanPath(lang, earlier), words.around.earlier(spanWords(words, earlier)))}</p>}
      {later && <p>{link(spanPath(lang, later), words.around.later(spanWords(words, later)))}</p>}
    </Lines>,
  );
}

export function renderCorrectionsLite(frame: Frame, data: CorrectionsPageData): string {
  const view = viewOf(frame);
  const { words } = view;
  return litePage(
    view,
    { title: words.record.corrections, path: `/${view.lang}/corrections` },
    <Lines>
      <p>{words.record.correctionsText}</p>
      {data.corrections.length === 0 && <p>{words.record.noCorrections}</p>}
      {each(data.corrections, ({ href, headline, code, notice }) => (
        <article>
          <Lines>
            <h2>
              <a href={headline === null ? href : litePath(href)}>
                {headline ?? words.code(digits(words, code))}
              </a>
            </h2>
            <NoticeText view={view} notice={notice} />
          </Lines>
        </article>
      ))}
      <Turn view={view} newer={data.newer} older={data.older} />
    </Lines>,
  );
}

function Stories({ view, stories }: { view: View; stories: StoryInList[] }): ReactNode {
  if (stories.length === 0) return null;
  return (
    <ul className="briefs">
      {each(stories, (story) => (
        <Brief view={view} story={story.gone ? story : { ...story, href: litePath(story.href) }} />
      ))}
    </ul>
  );
}

function Turn(props: { view: View; newer: string | null; older: string | null }): ReactNode {
  const { view, newer, older } = props;
  return (
    <Lines>
      {newer !== null && (
        <p>
          <a href={litePath(newer)} rel="prev">
            {view.words.newer}
          </a>
        </p>
      )}
      {older !== null && (
        <p>
          <a href={litePath(older)} rel="next">
            {view.words.older}
          </a>
        </p>
      )}
    </Lines>
  );
}
