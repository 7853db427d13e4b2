/** A queue, read like a timetable. One place for the Tab key; j and k move in it. */
import { useEffect, useRef } from 'react';
import type { QueueRow } from '../../comments/comment-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { likenessWords, reasonWords } from './comment-words.ts';

type Props = {
  rows: readonly QueueRow[];
  label: string;
  chosen: number | null;
  onChoose: (id: number) => void;
  takesFocus: boolean;
};

export function CommentRows({ rows, label, chosen, onChoose, takesFocus }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [takesFocus]);
  // it follows the row that is chosen
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div
      ref={list}
      className="rows comment-rows"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={chosen === null ? undefined : `comment-${chosen}`}
      data-single-keys
    >
      {rows.map((row) => (
        <div
          key={row.id}
          id={`comment-${row.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={row.id === chosen}
          className="comment-row"
          onMouseDown={(event) => {
            event.preventDefault();
            list.current?.focus({ preventScroll: true });
            onChoose(row.id);
          }}
        >
          <CommentRow row={row} />
        </div>
      ))}
    </div>
  );
}

function CommentRow({ row }: { row: QueueRow }) {
  const spoken = useWords();
  const { w, f } = spoken;
  const { heard } = w.comments;
  return (
    <>
      <span
        className={`rule rule-of-${row.state}`}
        data-doubt={likenessWords(spoken, row) !== '' || undefined}
      />
      <span className="sent">
        <span className="unseen">{heard.sent} </span>
        {f.moment(row.sentAt)}
      </span>
      <span className="by">
        <span className="unseen">{heard.by} </span>
        <bdi>{row.name}</bdi>
      </span>
      <span className="said" dir="auto" lang={row.lang}>
        {row.text}
      </span>
      <span className="why">
        <span className="unseen">{heard.why} </span>
        {reasonWords(spoken, row)}
      </span>
      <span className="lang">{row.lang}</span>
      <span className="code">
        <span className="unseen">{heard.story} </span>
        {f.digits(row.story.code)}
      </span>
    </>
  );
}
