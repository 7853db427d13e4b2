/** What an edition corrected and took back, newest first. */
import type { ReactNode } from 'react';
import { each, Lines } from '../../text/lines.tsx';
import type { Frame } from '../page-data.ts';
import type { Correction, CorrectionsPageData } from '../record-data.ts';
import { digits } from '../words/dates.ts';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { correctionsPath, historyPath } from './list-path.ts';
import { Masthead } from './Masthead.tsx';
import { NewerOlder } from './NewerOlder.tsx';
import { NoticeText } from './Notices.tsx';
import { type View, viewOf } from './view.ts';

export function renderCorrections(frame: Frame, data: CorrectionsPageData): string {
  const view = viewOf(frame);
  const { record } = view.words;
  const path = correctionsPath(view.lang);
  const isFirst = data.newer === null;
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list">
        <Lines>
          <h1>{record.corrections}</h1>
          <p>{record.correctionsText}</p>
          <FeedRow view={view} path={path} />
          {data.corrections.length === 0 ? (
            <p>{record.noCorrections}</p>
          ) : (
            <div className="ledger">
              {each(data.corrections, (correction) => (
                <CorrectionItem view={view} correction={correction} />
              ))}
            </div>
          )}
          <NewerOlder view={view} newer={data.newer} older={data.older} />
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  const head = {
    title: record.corrections,
    description: record.correctionsText,
    canonical: isFirst ? path : null,
    hidden: !isFirst,
    forms: isFirst ? feeds.map(([name, type]) => ({ type, href: `${path}/${name}` })) : [],
  };
  return documentHtml(view, head, body, 'list-page');
}

const feeds = [
  ['feed.xml', 'application/rss+xml', 'RSS'],
  ['feed.atom', 'application/atom+xml', 'Atom'],
  ['feed.json', 'application/feed+json', 'JSON Feed'],
] as const;

function FeedRow({ view, path }: { view: View; path: string }): ReactNode {
  return (
    <nav aria-label={view.words.record.corrections}>
      <ul className="row feeds">
        {each(feeds, ([name, , title]) => (
          <li>
            <a className="plainly" href={`${path}/${name}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function CorrectionItem({ view, correction }: { view: View; correction: Correction }): ReactNode {
  const { words } = view;
  const { href, headline, notice, code } = correction;
  return (
    <article id={`act-${notice.leafIndex}`}>
      <Lines>
        <h2>
          <a href={href}>{headline ?? words.code(digits(words, code))}</a>
        </h2>
        <NoticeText view={view} notice={notice} />
        <p className="meta">
          <Lines>
            {headline !== null && <span>{words.code(digits(words, code))}</span>}
            <a className="plainly" href={`${historyPath(correction)}#act-${notice.leafIndex}`}>
              {words.record.history}
            </a>
          </Lines>
        </p>
      </Lines>
    </article>
  );
}
