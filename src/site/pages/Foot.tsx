/** The foot of every page of the site. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import { AgencyPageLinks } from './AgencyPage.tsx';
import { liteOf } from './lite-path.ts';
import { RecordLine } from './RecordLine.tsx';
import { SearchForm } from './SearchForm.tsx';
import type { View } from './view.ts';

type End = { view: View; children?: ReactNode; search?: boolean; lite?: string | null };

/** `children`: what a page says at its own end (a story's code and address). `lite`: where it is with nothing but its words. */
export function Foot({ view, children, search = true, lite = liteHere(view) }: End): ReactNode {
  const { words, lang, frame, past } = view;
  return (
    <footer className="foot">
      <Lines>
        {children}
        <RecordLine view={view} />
        {search && <SearchForm view={view} id="search-below" />}
        <nav aria-label={words.feeds}>
          <ul className="row">
            <Lines>
              <li>
                <a href={`/${lang}/`}>{frame.edition.agency}</a>
              </li>
              <li>
                <a href={`/${lang}/archive${past}`}>{words.around.archive}</a>
              </li>
              <li>
                <a href={`/${lang}/corrections`}>{words.record.corrections}</a>
              </li>
              {frame.sendsMail && (
                <li>
                  <a href={`/${lang}/newsletters`}>{words.mail.newsletters}</a>
                </li>
              )}
              <AgencyPageLinks view={view} />
              {lite !== null && (
                <li>
                  <a href={lite}>{words.around.textOnly}</a>
                </li>
              )}
              <li>
                <a href={`/${lang}/feed.xml`}>RSS</a>
              </li>
              <li>
                <a href={`/${lang}/feed.atom`}>Atom</a>
              </li>
              <li>
                <a href={`/${lang}/feed.json`}>JSON Feed</a>
              </li>
            </Lines>
          </ul>
        </nav>
      </Lines>
    </footer>
  );
}

function liteHere({ frame, past }: View): string | null {
  const lite = liteOf(frame.path);
  return lite && lite + past;
}
