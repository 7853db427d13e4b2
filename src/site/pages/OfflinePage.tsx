/** What a device shows in place of a page that it has not kept, while it has no connection. */
import { Lines } from '../../text/lines.tsx';
import { liteStyle } from '../css/lite-style.ts';
import type { Frame } from '../page-data.ts';
import { localeOf } from '../words/dates.ts';
import { documentHtml } from './Document.tsx';
import { viewOf } from './view.ts';

export function renderOffline(frame: Frame): string {
  const view = viewOf(frame);
  const { around, home } = view.words;
  const body = (
    <Lines>
      <header>
        <p className="name">
          <a href={`/${view.lang}/`}>{frame.edition.agency}</a>
        </p>
      </header>
      <main>
        <Lines>
          <h1>{around.offline}</h1>
          <p>{around.offlineText}</p>
          {/* What the worker says over a page that was kept. */}
          <p className="kept" hidden data-locale={localeOf(view.words)}>
            {around.kept('{when}')}
          </p>
          <p>
            <a href={`/${view.lang}/`}>{home}</a>
          </p>
        </Lines>
      </main>
    </Lines>
  );
  const head = { title: around.offline, description: '', canonical: null, hidden: true, ownStyle: liteStyle };
  return documentHtml(view, head, body, 'lite');
}
