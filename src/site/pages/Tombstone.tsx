/** What stands at a story's addresses when readers do not get it: that it is so, since when, why, and what to read instead. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { PageForm } from '../address.ts';
import { liteStyle } from '../css/lite-style.ts';
import type { Frame } from '../page-data.ts';
import type { TombstoneData } from '../record-data.ts';
import { digits } from '../words/dates.ts';
import { DateLine, dateLineText } from './DateLine.tsx';
import { documentHtml, type Head } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { historyPath } from './list-path.ts';
import { inForm, litePath } from './lite-path.ts';
import { Masthead } from './Masthead.tsx';
import { reasonWords, sentenceGone, whenWords } from './notice-words.ts';
import { RecordLine, recordText } from './RecordLine.tsx';
import { PrintHead } from './StoryPrint.tsx';
import { type View, viewOf } from './view.ts';

type Part = { view: View; tombstone: TombstoneData };

export function renderTombstone(frame: Frame, tombstone: TombstoneData): string {
  const view = viewOf(frame);
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text">
        <article className="story tombstone">
          <TombstoneText view={view} tombstone={tombstone} />
        </article>
      </main>
      <Foot view={view} />
    </Lines>
  );
  return documentHtml(view, headOf(view, tombstone), body, 'story-page');
}

export function renderTombstonePrint(frame: Frame, tombstone: TombstoneData): string {
  const view = viewOf(frame);
  const body = (
    <Lines>
      <PrintHead view={view} href={`/${tombstone.code}`} />
      <main id="text">
        <article className="story tombstone">
          <TombstoneText view={view} tombstone={tombstone} />
        </article>
      </main>
      <footer className="foot">
        <RecordLine view={view} plain />
      </footer>
    </Lines>
  );
  return documentHtml(view, headOf(view, tombstone), body, 'print-page');
}

export function renderTombstoneLite(frame: Frame, tombstone: TombstoneData): string {
  const view = viewOf(frame);
  const body = (
    <Lines>
      <header>
        <Lines>
          {frame.agency.sample && <p className="sample">{view.words.sample}</p>}
          <p className="name">
            <a href={litePath(`/${view.lang}/`)}>{frame.edition.agency}</a>
          </p>
        </Lines>
      </header>
      <main>
        <TombstoneText view={view} tombstone={tombstone} form="lite" />
      </main>
      <footer>
        <RecordLine view={view} />
      </footer>
    </Lines>
  );
  return documentHtml(view, { ...headOf(view, tombstone), ownStyle: liteStyle }, body, 'lite');
}

/** /271032.txt */
export function renderTombstoneText(frame: Frame, tombstone: TombstoneData): string {
  const view = viewOf(frame);
  const { words } = view;
  const { replacement } = tombstone;
  const parts = [
    frame.agency.sample ? words.sample : '',
    frame.edition.agency,
    dateLineText(view, ownDate(tombstone)),
    words.record.tombstones[tombstone.state].title,
    saidLine(view, tombstone).join(' · '),
    sentenceOf(view, tombstone),
    words.record.tombstones[tombstone.state].text,
    replacement
      ? `${words.record.instead}: ${nameOf(view, replacement)} ${frame.publicUrl}/${replacement.code}`
      : '',
    `${frame.publicUrl}/${tombstone.code}`,
    recordText(view),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function TombstoneText({ view, tombstone, form = 'page' }: Part & { form?: PageForm }): ReactNode {
  const { record } = view.words;
  const { replacement, state } = tombstone;
  const sentence = sentenceOf(view, tombstone);
  return (
    <Lines>
      <DateLine view={view} story={ownDate(tombstone)} />
      <h1>{record.tombstones[state].title}</h1>
      <p className="credits">
        <Lines>
          {saidLine(view, tombstone).map((said) => (
            <span key={said}>{said}</span>
          ))}
        </Lines>
      </p>
      {sentence && <p className="lead">{sentence}</p>}
      <p className="said">{record.tombstones[state].text}</p>
      {replacement && (
        <p className="instead">
          <Lines>
            <b className="label">{record.instead}</b>
            <a
              className="plainly"
              href={replacement.headline === null ? replacement.href : inForm(form, replacement.href)}
            >
              <bdi>{nameOf(view, replacement)}</bdi>
            </a>
          </Lines>
        </p>
      )}
      <p className="meta">
        <a className="plainly" href={inForm(form, historyPath(tombstone))}>
          {record.toHistory}
        </a>
      </p>
    </Lines>
  );
}

/** The story's own: when it was taken away is said below. */
function ownDate({ firstAt, code }: TombstoneData): { at: Date; code: number } {
  return { at: firstAt, code };
}

/** "Killed on 6 Aug 2017, 09:30", "Reason: privacy" */
function saidLine(view: View, { state, at, reasonClass }: TombstoneData): string[] {
  const { record } = view.words;
  return [
    record.tombstones[state].said(whenWords(view, at)),
    reasonClass ? record.reason(reasonWords(view, reasonClass)) : '',
  ].filter(Boolean);
}

function sentenceOf(view: View, { note, noteGap }: TombstoneData): string {
  return noteGap ? sentenceGone(view, noteGap) : note;
}

function nameOf({ words }: View, replacement: NonNullable<TombstoneData['replacement']>): string {
  return replacement.headline ?? words.code(digits(words, replacement.code));
}

function headOf(view: View, { state, code }: TombstoneData): Head {
  const { words } = view;
  const title = `${words.record.tombstones[state].label}: ${words.code(digits(words, code))}`;
  return { title, description: words.record.tombstones[state].title, canonical: null, hidden: true };
}
