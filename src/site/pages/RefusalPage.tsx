/** Pages for what cannot be shown. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import { pastQuery } from '../moment.ts';
import type { Frame } from '../page-data.ts';
import type { PastMoment } from '../public-at.ts';
import { dayWords } from '../words/dates.ts';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { Masthead } from './Masthead.tsx';
import { whenWords } from './notice-words.ts';
import { type View, viewOf } from './view.ts';

/** 404. Says nothing of what was asked for, so that unpublished and unknown are the same bytes. */
export function renderNotFound(frame: Frame): string {
  const view = viewOf(frame);
  return refusal(view, view.words.notFound, view.words.notFoundText);
}

/** 404 of a story at a moment before it was there: since when it is, and the way to it as it was first. */
export function renderNotYet(
  frame: Frame,
  { code, moment, since }: { code: number; moment: PastMoment; since: Date },
): string {
  const view = viewOf(frame);
  const { notYet } = view.words.past;
  const { clock, at } = moment;
  return refusal(view, notYet.title, notYet.said[clock](whenWords(view, at)), {
    text: notYet.since[clock](dayWords(view.words, view.zone, since)),
    href: `/${code}${pastQuery({ clock, at: since })}`,
  });
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

type Way = { text: string; href: string };

function refusal(view: View, title: string, sentence: string, way: Way | null = null): string {
  const body: ReactNode = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list">
        <Lines>
          <h1>{title}</h1>
          <p>{sentence}</p>
          {way && (
            <p>
              <a className="plainly" href={way.href}>
                {way.text}
              </a>
            </p>
          )}
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
