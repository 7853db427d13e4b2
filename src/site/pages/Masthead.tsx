/** The head of every page of the site: name, day, editions, sections and search. */
import type { ReactNode } from 'react';
import type { Edition } from '../../editions/edition.ts';
import { Lines } from '../../text/lines.tsx';
import type { StoryPageData } from '../page-data.ts';
import { besideDayWords, calendarDay, dayWords } from '../words/dates.ts';
import { AgencyName } from './AgencyName.tsx';
import { sectionPath } from './list-path.ts';
import { PastLine } from './PastLine.tsx';
import { SearchForm } from './SearchForm.tsx';
import type { View } from './view.ts';

type Mast = {
  view: View;
  front?: boolean;
  current?: string | undefined;
  search?: boolean;
  dated?: boolean;
  translations?: StoryPageData['translations'];
};

/**
 * `current`: slug of the section that the page belongs to. On a front the name is the page's heading. The search page,
 * which has its own form, goes without the `search` here; a page that never changes is not `dated`. `translations`: the
 * story that the page shows, in other languages.
 */
export function Masthead({
  view,
  front = false,
  current,
  search = true,
  dated = true,
  translations = [],
}: Mast): ReactNode {
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
                <EditionSwitch view={view} translations={translations} />
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

/** Leads to the same story where another edition has it, else to that edition's front; it says which. */
function EditionSwitch({ view, translations }: Required<Pick<Mast, 'view' | 'translations'>>): ReactNode {
  const { editions } = view.frame.agency;
  if (editions.length < 2) return null;
  const hrefs = new Map(translations.map(({ lang, href }) => [lang, href]));
  const same = editions.filter(({ lang }) => hrefs.has(lang));
  const { thisStory, fronts } = view.words;
  const toFronts = editions.filter(
    ({ lang }) => !hrefs.has(lang) && (same.length === 0 || lang !== view.lang),
  );
  return (
    <nav aria-label={view.words.editions}>
      <Lines>
        {same.length > 0 && (
          <EditionRow view={view} name={thisStory} editions={same} hrefOf={(lang) => hrefs.get(lang) ?? ''} />
        )}
        {toFronts.length > 0 && (
          <EditionRow
            view={view}
            name={same.length > 0 ? fronts : null}
            editions={toFronts}
            hrefOf={(lang) => `/${lang}/${view.past}`}
          />
        )}
      </Lines>
    </nav>
  );
}

type Row = { view: View; name: string | null; editions: Edition[]; hrefOf: (lang: string) => string };

function EditionRow({ view, name, editions, hrefOf }: Row): ReactNode {
  return (
    <ul className="row">
      <Lines>
        {name && <li className="meta">{name}</li>}
        {editions.map(({ lang, dir, name }) => (
          <li key={lang}>
            <a href={hrefOf(lang)} lang={lang} dir={dir} hrefLang={lang} {...currentPage(lang === view.lang)}>
              {name}
            </a>
          </li>
        ))}
      </Lines>
    </ul>
  );
}

function currentPage(is: boolean): { 'aria-current'?: 'true' } {
  return is ? { 'aria-current': 'true' } : {};
}
