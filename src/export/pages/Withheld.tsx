/** Stands where a story's words stood that readers do not get: that it is so, since when, why, and what to read instead. */
import type { ReactNode } from 'react';
import { type ActInHistory, withholdingAct } from '../../record/read-history.ts';
import { DateLine } from '../../site/pages/DateLine.tsx';
import { reasonWords, sentenceGone, whenWords } from '../../site/pages/notice-words.ts';
import { digits } from '../../site/words/dates.ts';
import { Lines } from '../../text/lines.tsx';
import type { ExportView } from '../export-view.ts';

type Part = { view: ExportView; code: number; history: ActInHistory[] };

export function Withheld({ view, code, history }: Part): ReactNode {
  const { words } = view;
  const told = withheldLines(view, history);
  const [first] = history;
  if (!told || !first) return null;
  return (
    <div className="tombstone">
      <Lines>
        <DateLine view={view} story={{ code, at: first.effectiveAt }} />
        <h1>{told.title}</h1>
        {told.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {told.replacement !== null && (
          <p>
            <Lines>
              <b>{words.record.instead}</b>
              <a href={`../${told.replacement}/index.html`}>{words.code(digits(words, told.replacement))}</a>
            </Lines>
          </p>
        )}
      </Lines>
    </div>
  );
}

/** The same as text. Null: readers get the story. */
export function withheldLines(
  view: ExportView,
  history: ActInHistory[],
): { title: string; lines: string[]; replacement: number | null } | null {
  const state = history.at(-1)?.state;
  const act = withholdingAct(history);
  if (!act || state === undefined || state === 'public') return null;
  const { record } = view.words;
  const tombstone = record.tombstones[state];
  const lines = [
    tombstone.said(whenWords(view, act.effectiveAt)),
    act.reasonClass ? record.reason(reasonWords(view, act.reasonClass)) : '',
    act.noteGap ? sentenceGone(view, act.noteGap) : act.note,
    tombstone.text,
  ];
  return { title: tombstone.title, lines: lines.filter(Boolean), replacement: act.replacement };
}
