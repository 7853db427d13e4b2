/** The frame of every page of an export: it stands by itself, beside one style sheet, and asks for nothing else. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Lines } from '../../text/lines.tsx';
import type { ExportView } from '../export-view.ts';

type Place = {
  view: ExportView;
  /** From this page to the folder `data`: "../../". */
  up: string;
};

type Page = Place & { title: string; children: ReactNode };

export function exportPage({ view, up, title, children }: Page): string {
  const { head, afterTitle, foot } = frameOf({ view, up });
  const drawn = renderToStaticMarkup(
    <>
      {title}
      <main>
        <Lines>{children}</Lines>
      </main>
    </>,
  );
  // Text is escaped: the first element that stands after the title is the page's own. What React asks for ahead of
  // the page, its pictures, comes before the title, there as in a whole document.
  const main = drawn.indexOf('<main>');
  const asked = drawn.lastIndexOf('>', main) + 1;
  return `${head}${drawn.slice(0, asked)}<title>${drawn.slice(asked, main)}${afterTitle}${drawn.slice(main)}${foot}`;
}

type Frame = {
  /** Up to where the title begins. */
  head: string;
  /** From the title's own words to the page's. */
  afterTitle: string;
  foot: string;
};

/** Drawn once for all pages of a language: it is the larger part of most of them. */
const frames = new WeakMap<ExportView, Map<string, Frame>>();

function frameOf({ view, up }: Place): Frame {
  const ofView = frames.get(view) ?? new Map<string, Frame>();
  frames.set(view, ofView);
  const frame = ofView.get(up) ?? drawFrame({ view, up });
  ofView.set(up, frame);
  return frame;
}

function drawFrame({ view, up }: Place): Frame {
  const { lang, dir, agency, sample, archive, words } = view;
  const html = renderToStaticMarkup(
    <html lang={lang} dir={dir}>
      <head>
        <Lines>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{agency ? ` – ${agency}` : ''}</title>
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
          <main />
        </Lines>
      </body>
    </html>,
  );
  const [head = '', rest = ''] = html.split('<title>', 2);
  const [afterTitle = '', foot = ''] = rest.split('<main></main>', 2);
  return { head: `<!doctype html>\n${head}`, afterTitle, foot: `${foot}\n` };
}
