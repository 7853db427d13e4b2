/** The head of every page of the site: name, day, editions, sections and search. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import { besideDayWords, calendarDay, dayWords } from '../words/dates.ts';
import { AgencyName } from './AgencyName.tsx';
import { sectionPath } from './list-path.ts';
import { PastLine } from './PastLine.tsx';
import { SearchForm } from './SearchForm.tsx';
import type { View } from './view.ts';

type Mast = { view: View; front?: boolean; current?: string | undefined; search?: boolean; dated?: boolean };

/**
 * `current`: slug of the section that the page belongs to. On a front the name is the page's heading. The search page,
 * which has its own form, goes without the `search` here; a page that never changes is not `dated`.
 */
export function Masthead({ view, front = false, current, search = true, dated = true }: Mast): ReactNode {
  const { frame, words, lang } = view;
  const { tagline, sections } = frame.edition;
  const Name = front ? 'h1' : 'p';
  return (
    <Lines>
      <a className="skip" href="#text">
        {words.skip}
      </a>
      <header>
        <Lines>
          {frame.agency.sample && <p className="sample">{words.sample}</p>}
          <PastLine view={view} />
          <div className="masthead">
            <Lines>
              <Name className="name">
                <a href={`/${lang}/${view.past}`}>
                  <AgencyName view={view} />
                </a>
              </Name>
              {tagline && <p className="tagline">{tagline}</p>}
              <div className="folio">
                {dated && <Today view={view} />}
                {'\n'}
                <EditionSwitch view={view} />
              </div>
              <div className="below">
                {sections.length > 0 && <SectionRow view={view} current={current} />}
                {'\n'}
                {search && <SearchForm view={view} id="search" />}
              </div>
            </Lines>
          </div>
        </Lines>
      </header>
    </Lines>
  );
}

function SectionRow({ view, current }: Pick<Mast, 'view' | 'current'>): ReactNode {
  return (
    <nav aria-label={view.words.sections}>
      <ul className="row">
        <Lines>
          {view.frame.edition.sections.map(({ slug, name }) => (
            <li key={slug}>
              <a href={sectionPath(view, slug)} {...currentPage(slug === current)}>
                {name}
              </a>
            </li>
          ))}
        </Lines>
      </ul>
    </nav>
  );
}

function Today({ view }: { view: View }): ReactNode {
  const { zone, at } = calendarDay(view.frame.today);
  const other = besideDayWords(view.words, zone, at);
  return (
    <p className="today">
      <time dateTime={view.frame.today}>{dayWords(view.words, zone, at)}</time>
      {other && (
        <>
          {' '}
          <small>{other}</small>
        </>
      )}
    </p>
  );
}

function EditionSwitch({ view }: { view: View }): ReactNode {
  const { editions } = view.frame.agency;
  if (editions.length < 2) return null;
  return (
    <nav aria-label={view.words.editions}>
      <ul className="row">
        <Lines>
          {editions.map(({ lang, dir, name }) => (
            <li key={lang}>
              <a
                href={`/${lang}/`}
                lang={lang}
                dir={dir}
                hrefLang={lang}
                {...currentPage(lang === view.lang)}
              >
                {name}
              </a>
            </li>
          ))}
        </Lines>
      </ul>
    </nav>
  );
}

function currentPage(is: boolean): { 'aria-current'?: 'true' } {
  return is ? { 'aria-current': 'true' } : {};
}
