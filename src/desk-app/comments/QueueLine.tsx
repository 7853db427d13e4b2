/** The line above a queue: which there are, how many stand in each, and what is done to a whole flood. */
import { useState } from 'react';
import { type QueueState, queueStates } from '../../comments/comment.ts';
import { mostCounted, type QueueJson } from '../../comments/comment-api.ts';
import type { Format } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { decide } from './queue.ts';

type Props = {
  queue: QueueJson;
  state: QueueState;
  show: (state: QueueState) => void;
  askForPerson: () => void;
};

export function QueueLine({ queue, state, show, askForPerson }: Props) {
  const { w, f } = useWords();
  const said = w.comments;
  const { rows, counts } = queue;
  return (
    <div className="filters queue-line">
      <fieldset className="queues" aria-label={said.queues}>
        {queueStates.map((one) => (
          <button
            key={one}
            type="button"
            className="quiet"
            aria-pressed={one === state}
            data-state={one}
            onClick={() => show(one)}
          >
            {said.states[one]} <b>{countWords(f, counts[one])}</b>
          </button>
        ))}
      </fieldset>
      {counts[state] > rows.length && (
        <span className="count">{said.of(f.number(rows.length), countWords(f, counts[state]))}</span>
      )}
      <span className="push" />
      {state === 'surge' && counts.surge > 0 && <RejectSurge queue={queue} />}
      <button type="button" className="quiet" onClick={askForPerson}>
        {said.person}
      </button>
    </div>
  );
}

/** All that stand in it now; those that come meanwhile stay. Pressed twice, and can be taken back. */
function RejectSurge({ queue: { counts, newest } }: { queue: QueueJson }) {
  const { w, f } = useWords();
  const [isSure, setSure] = useState(false);
  const rejectAll = async () => {
    setSure(false);
    await decide('surge', { to: 'rejected', surgeUntil: newest, reason: 'other' });
  };
  return isSure ? (
    <button type="button" className="strong" onClick={() => void rejectAll()}>
      {w.comments.rejectSurgeSure}
    </button>
  ) : (
    <button type="button" onClick={() => setSure(true)}>
      {w.comments.rejectSurge(countWords(f, counts.surge))}
    </button>
  );
}

/** "10,000+" where there are more than are counted. */
function countWords(f: Format, count: number): string {
  return count > mostCounted ? `${f.number(mostCounted)}+` : f.number(count);
}
