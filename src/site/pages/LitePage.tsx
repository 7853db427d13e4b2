/** Around every page with nothing but its words: one small request, no picture, font or script. Its links stay lite. */
import type { ReactNode } from 'react';
import { pagesOf } from '../../editions/agency-pages.ts';
import { each, Lines } from '../../text/lines.tsx';
import { liteStyle } from '../css/lite-style.ts';
import { documentHtml } from './Document.tsx';
import { LiteHead } from './LiteHead.tsx';
import { agencyPagePath, sectionPath } from './list-path.ts';
import { litePath } from './lite-path.ts';
import { RecordLine } from './RecordLine.tsx';
import type { View } from './view.ts';

type LitePage = {
  title: string;
  /** Stands over the page; left out: the title. */
  heading?: string;
  above?: ReactNode;
  /** Of the full page, as it is now. */
  path: string;
  /** Where the link to the full page leads, where it asks for more than the past. */
  full?: string;
  /** Whether `path` is the one true address of what is shown. */
  canonical?: boolean;
};

export function litePage(
  view: View,
  { title, heading = title, above, path, full = path + view.past, canonical = true }: LitePage,
  children: ReactNode,
): string {
  const { words } = view;
  const body = (
    <Lines>
      <LiteHead view={view} />
      <main>
        <Lines>
          {above}
          <h1>{heading}</h1>
          {children}
        </Lines>
      </main>
      <footer>
        <Lines>
          <Elsewhere view={view} />
          <RecordLine view={view} />
          <p>
            <a href={full}>{words.fullPage}</a>
          </p>
        </Lines>
      </footer>
    </Lines>
  );
  const address = canonical ? path : null;
  const head = { title, description: '', canonical: address, hidden: true, ownStyle: liteStyle };
  return documentHtml(view, head, body, 'lite');
}

function Elsewhere({ view }: { view: View }): ReactNode {
  const { words, lang, past, frame } = view;
  const links = [
    ...frame.edition.sections.map(({ slug, name }) => ({ name, path: sectionPath(view, slug) })),
    { name: words.search, path: `/${lang}/search${past}` },
    { name: words.around.archive, path: `/${lang}/archive${past}` },
    { name: words.record.corrections, path: `/${lang}/corrections` },
    ...pagesOf(frame.pages.texts, lang).map(({ name, title }) => ({
      name: title,
      path: agencyPagePath(lang, name),
    })),
  ];
  return (
    <nav aria-label={words.sections}>
      <ul>
        {each(links, ({ name, path }) => (
          <li>
            <a href={litePath(path)}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
