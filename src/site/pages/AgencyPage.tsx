/** What the agency says of itself. */
import type { ReactNode } from 'react';
import {
  type AgencyPage,
  type AgencyPageName,
  pagesOf,
  paragraphsOf,
  type TextPiece,
} from '../../editions/agency-pages.ts';
import { each, Lines } from '../../text/lines.tsx';
import type { Frame } from '../page-data.ts';
import { documentHtml, type Head } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { litePage } from './LitePage.tsx';
import { crumbList } from './list-data.ts';
import { agencyPagePath } from './list-path.ts';
import { Masthead } from './Masthead.tsx';
import { organisation } from './organisation.ts';
import { type View, viewOf } from './view.ts';

export function renderAgencyPage(frame: Frame, page: AgencyPage & { name: AgencyPageName }): string {
  const view = viewOf(frame);
  const path = agencyPagePath(view.lang, page.name);
  const paragraphs = paragraphsOf(page.text);
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list">
        <Lines>
          <p className="label">{frame.edition.agency}</p>
          <h1>{page.title}</h1>
          <div className="body">
            <Paragraphs of={paragraphs} />
          </div>
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  const head: Head = {
    title: page.title,
    description: (paragraphs[0] ?? []).map(({ text }) => text).join(''),
    canonical: path,
    translations: translationsOf(frame, page.name),
    jsonLd: [
      { '@context': 'https://schema.org', ...organisation(view) },
      crumbList(view, [{ name: page.title, path }]),
    ],
  };
  return documentHtml(view, head, body, 'list-page');
}

/** In one small request. */
export function renderAgencyPageLite(frame: Frame, page: AgencyPage & { name: AgencyPageName }): string {
  const view = viewOf(frame);
  const path = agencyPagePath(view.lang, page.name);
  return litePage(view, { title: page.title, path }, <Paragraphs of={paragraphsOf(page.text)} />);
}

function Paragraphs({ of }: { of: TextPiece[][] }): ReactNode {
  return each(of, (pieces) => (
    <p>
      {pieces.map(({ text, href }) =>
        href === null ? (
          text
        ) : (
          <a key={text} href={href} dir="ltr">
            {text}
          </a>
        ),
      )}
    </p>
  ));
}

/** The same page of the other editions. */
function translationsOf(
  { agency, edition, pages }: Frame,
  name: AgencyPageName,
): { lang: string; href: string }[] {
  return agency.editions
    .filter(
      ({ lang }) => lang !== edition.lang && pagesOf(pages.texts, lang).some((one) => one.name === name),
    )
    .map(({ lang }) => ({ lang, href: agencyPagePath(lang, name) }));
}

/** Links to them, for the foot of every page; nothing where none is written. */
export function AgencyPageLinks({ view }: { view: View }): ReactNode {
  return each(pagesOf(view.frame.pages.texts, view.lang), ({ name, title }) => (
    <li>
      <a href={agencyPagePath(view.lang, name)}>{title}</a>
    </li>
  ));
}
