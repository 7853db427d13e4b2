/** The frame of every page of an export: it stands by itself, beside one style sheet, and asks for nothing else. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Lines } from '../../text/lines.tsx';
import type { ExportView } from '../export-view.ts';

type Page = {
  view: ExportView;
  title: string;
  /** From this page to the folder `data`: "../../". */
  up: string;
  children: ReactNode;
};

export function exportPage(page: Page): string {
  const { view, title, up, children } = page;
  const { lang, dir, agency, sample, archive, words } = view;
  const html = renderToStaticMarkup(
    <html lang={lang} dir={dir}>
      <head>
        <Lines>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{agency ? `${title} – ${agency}` : title}</title>
          <link rel="stylesheet" href={`${up}style.css`} />
        </Lines>
      </head>
      <body>
        <Lines>
          <header>
            <Lines>
              <p className="archive">
                <a href={`${up}index.html`}>{archive.archive(agency)}</a>
              </p>
              {sample && <p className="sample">{words.sample}</p>}
            </Lines>
          </header>
          <main>
            <Lines>{children}</Lines>
          </main>
        </Lines>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}
