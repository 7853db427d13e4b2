/** Comments of readers: the queues, the one under the cursor, and what is decided about it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type QueueState, queueStates, type RejectReason } from '../../comments/comment.ts';
import type { QueueRow } from '../../comments/comment-api.ts';
import { useKept } from '../api/kept.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useNarrow } from '../monitoring/use-narrow.ts';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { VerbButton } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { Bans } from './Bans.tsx';
import { CommentPanel } from './CommentPanel.tsx';
import { CommentRows } from './CommentRows.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { QueueLine } from './QueueLine.tsx';
import { decide, decided, lastReason, queueQuery, undo } from './queue.ts';

const page = 15;

export function CommentsScreen() {
  const { w } = useWords();
  const [state, setState] = useState<QueueState>('waiting');
  const [chosen, setChosen] = useState<number | null>(null);
  const { undone, isUndoing, takeBack, forgetUndone } = useUndone();
  const [isRead, setRead] = useState(false);
  const [isBanning, setBanning] = useState(false);
  const [isOfPerson, setOfPerson] = useState(false);
  const isNarrow = useNarrow();
  const mayUndo = useKept(decided).length > 0;
  const { data, error, refetch } = useQuery({ ...queueQuery(state), placeholderData: (before) => before });
  const rows = data?.rows ?? [];
  const row = useChosen(rows, chosen, setChosen, undone);
  useEffect(() => {
    document.title = w.comments.title;
  }, [w]);

  const at = row ? rows.indexOf(row) : -1;
  const choose = (place: number) => {
    setBanning(false);
    forgetUndone();
    setChosen(rows[Math.min(rows.length - 1, Math.max(0, place))]?.id ?? null);
  };
  /** Back in the list, where the keys are. */
  const endBan = () => {
    setBanning(false);
    document.querySelector<HTMLElement>('.rows')?.focus();
  };
  const show = (next: QueueState) => {
    setState(next);
    setChosen(null);
    forgetUndone();
    endBan();
  };
  const turn = (by: number) => () => {
    const next = queueStates[(queueStates.indexOf(state) + by + queueStates.length) % queueStates.length];
    if (next) show(next);
  };
  /** Then the next one is under the cursor, or the one before where there is none. */
  const move = (to: 'published' | 'rejected', reason?: RejectReason) => {
    if (!row || row.state === to || isUndoing) return;
    choose(at + 1 < rows.length ? at + 1 : at - 1);
    void decide(state, { to, ids: [row.id], ...(reason ? { reason } : {}) });
  };
  const approve = () => move('published');
  const reject = (reason: RejectReason) => move('rejected', reason);
  useVerbs({
    next: () => choose(at + 1),
    previous: () => choose(at - 1),
    first: () => choose(0),
    last: () => choose(rows.length - 1),
    'page-down': () => choose(at + page),
    'page-up': () => choose(at - page),
    'next-section': turn(1),
    'previous-section': turn(-1),
    preview: row ? () => setRead((now) => !now) : null,
    'approve-comment': row && row.state !== 'published' ? approve : null,
    'reject-comment': row && row.state !== 'rejected' ? () => reject(lastReason.get()) : null,
    'ban-comment': row && row.state !== 'banned' ? () => startBan() : null,
    'undo-act': mayUndo ? takeBack : null,
  });
  const startBan = () => {
    setRead(true);
    setBanning(true);
  };
  const close = () => {
    setRead(false);
    setOfPerson(false);
    endBan();
  };
  if (error) return <Broken error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  const hasPanel = isOfPerson || (row !== null && (isRead || !isNarrow));
  return (
    <div className={hasPanel ? 'stories with-panel' : 'stories'}>
      <h1 className="unseen">{w.comments.title}</h1>
      <div className="list-side">
        <QueueLine queue={data} state={state} show={show} askForPerson={() => setOfPerson(true)} />
        {rows.length === 0 && <p className="empty">{w.comments.empty[state]}</p>}
        {rows.length === 0 && mayUndo && (
          <p className="empty">
            <VerbButton id="undo-act" />
          </p>
        )}
        <CommentRows
          rows={rows}
          label={w.comments.states[state]}
          chosen={row?.id ?? null}
          takesFocus={!hasPanel || !isNarrow}
          onChoose={(id) => {
            setChosen(id);
            forgetUndone();
            setBanning(false);
            setRead(true);
          }}
        />
        {state === 'banned' && <Bans />}
      </div>
      {isOfPerson && <PersonPanel close={close} />}
      {!isOfPerson && hasPanel && row && (
        <CommentPanel row={row} {...{ close, isBanning, setBanning, endBan, approve, reject }} />
      )}
    </div>
  );
}

/** What was taken back last and is to come under the cursor. Until it is there nothing is decided: it would be about another. */
function useUndone() {
  const [undone, setUndone] = useState<readonly number[]>([]);
  const [pending, setPending] = useState(0);
  const takeBack = () => {
    setPending((count) => count + 1);
    void undo().then((ids) => {
      setPending((count) => count - 1);
      setUndone(ids);
    });
  };
  const forgetUndone = () => setUndone([]);
  return { undone, isUndoing: pending > 0, takeBack, forgetUndone };
}

/** The comment under the cursor. Where it has gone, what stands in its place now is under it; what was taken back comes first. */
function useChosen(
  rows: readonly QueueRow[],
  chosen: number | null,
  setChosen: (id: number) => void,
  undone: readonly number[],
): QueueRow | null {
  const place = useRef(0);
  const back = rows.findIndex(({ id }) => undone.includes(id));
  const found = back >= 0 ? back : rows.findIndex(({ id }) => id === chosen);
  if (found >= 0) place.current = found;
  const row =
    rows[found >= 0 ? found : Math.min(chosen === null ? 0 : place.current, rows.length - 1)] ?? null;
  useEffect(() => {
    if (row && row.id !== chosen) setChosen(row.id);
  }, [row, chosen, setChosen]);
  return row;
}
