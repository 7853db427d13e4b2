/** Pages for what cannot be shown. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { Frame } from '../page-data.ts';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { Masthead } from './Masthead.tsx';
import { type View, viewOf } from './view.ts';

/** 404. Says nothing of what was asked for, so that unpublished and unknown are the same bytes. */
export function renderNotFound(frame: Frame): string {
  const view = viewOf(frame);
  return refusal(view, view.words.notFound, view.words.notFoundText);
}

/** 400. `sentence`: what was wrong, in the reader's language; empty for the usual one. */
export function renderWrong(frame: Frame, sentence: string): string {
  const view = viewOf(frame);
  return refusal(view, view.words.wrong, sentence || view.words.wrongText);
}

/** 429: one connection asked for too much. */
export function renderTooOften(frame: Frame): string {
  const view = viewOf(frame);
  return refusal(view, view.words.tooOften, view.words.tooOftenText);
}

/** 503: too many search at this moment. */
export function renderBusy(frame: Frame): string {
  const view = viewOf(frame);
  return refusal(view, view.words.searching.busy, view.words.searching.busyText);
}

/** 500: the program failed. */
export function renderBroken(frame: Frame): string {
  const view = viewOf(frame);
  return refusal(view, view.words.broken, view.words.brokenText);
}

function refusal(view: View, title: string, sentence: string): string {
  const body: ReactNode = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list">
        <Lines>
          <h1>{title}</h1>
          <p>{sentence}</p>
          <p>
            <a className="plainly" href={`/${view.lang}/`}>
              {view.words.backHome}
            </a>
          </p>
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  return documentHtml(view, { title, description: '', canonical: null, hidden: true }, body, 'refusal-page');
}
