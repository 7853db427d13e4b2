/** What was done to a story, what is still to come, and texts that were kept when two people had written. */
import { useState } from 'react';
import type { DeskStory } from '../../desk/desk-api.ts';
import { Scheduled } from '../acting/Scheduled.tsx';
import { Reads } from '../reading/Reads.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { ConflictScreen } from './ConflictScreen.tsx';
import type { Draft } from './draft.ts';

type Props = { story: DeskStory; draft: Draft; isWritable: boolean };

export function HistoryPanel({ story, draft, isWritable }: Props) {
  const { w, f } = useWords();
  const [opened, setOpened] = useState<number | null>(null);
  const waiting = story.scheduled.filter(({ state }) => state === 'waiting' || state === 'refused');
  const copy = story.copies.find(({ id }) => id === opened);
  if (copy)
    return (
      <ConflictScreen
        lang={story.row.lang}
        mine={draft.fields()}
        theirs={copy.fields}
        theirName={copy.by}
        onMerged={(fields) => {
          const { revision, savedAt } = draft.saving.get();
          if (isWritable) draft.rebase({ fields, revision, savedAt, changed: true });
          setOpened(null);
        }}
        onCancel={() => setOpened(null)}
      />
    );
  return (
    <div className="history">
      {story.row.version > 0 && <Reads id={story.row.id} />}
      {waiting.length > 0 && (
        <section>
          <h3>{w.history.toCome}</h3>
          <Scheduled story={story} planned={waiting} />
        </section>
      )}
      <section>
        <h3>{w.history.done}</h3>
        {story.acts.length === 0 && <p className="empty">{w.history.nothing}</p>}
        <ol>
          {[...story.acts]
            .sort((a, b) => b.actId - a.actId)
            .map((act) => (
              <li key={act.actId}>
                <b data-red={act.kind === 'kill' || undefined}>{w.acted[act.kind]}</b>{' '}
                {act.madeVersion && w.version(f.digits(act.version))} · {f.moment(act.at)} · {act.by}
                {act.reasonClass &&
                  ` · ${w.reasons[act.reasonClass as keyof typeof w.reasons] ?? act.reasonClass}`}
                {act.note && (
                  <p className="site-face" dir="auto">
                    {act.note}
                  </p>
                )}
              </li>
            ))}
        </ol>
      </section>
      {story.copies.length > 0 && (
        <section>
          <h3>{w.history.copies}</h3>
          <ul>
            {story.copies.map((one) => (
              <li key={one.id}>
                {one.by} · {f.moment(one.at)} · {w.history.why[one.why]}{' '}
                <button type="button" onClick={() => setOpened(one.id)}>
                  {w.history.compare}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
