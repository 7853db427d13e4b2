/** The story under the cursor, to be read and acted on beside the list. */
import { useQuery } from '@tanstack/react-query';
import { useKept } from '../api/kept.ts';
import { setupQuery, storyQuery } from '../api/session.ts';
import { go } from '../frame/address.ts';
import { Panel } from '../frame/Panel.tsx';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { board } from '../monitoring/live-rows.ts';
import { stageWords, stateWords } from '../monitoring/row-words.ts';
import { sidePanel } from '../monitoring/view-state.ts';
import { VerbButton } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { Reads } from './Reads.tsx';
import { StoryWords } from './StoryWords.tsx';

export function ReadingPanel({ id, close }: { id: number; close: () => void }) {
  const spoken = useWords();
  const { w, f } = spoken;
  const { data: setup } = useQuery(setupQuery);
  const { data: story, error, refetch } = useQuery(storyQuery(id));
  const row = useKept(board).rows.get(id) ?? story?.row;
  return (
    <Panel className="reading" title={row?.code ? f.digits(row.code) : w.rows.noCode} close={close}>
      {error && <Broken error={error} again={() => void refetch()} />}
      {!story && !error && <Waiting />}
      {story && row && (
        <>
          <p className="facts">
            {[
              row.stage && stageWords(w, setup?.desks ?? [], row.stage),
              stateWords(spoken, row),
              w.counts.words(f.number(row.words)),
              w.rows.changed(f.name(row.changedBy), f.moment(row.changedAt)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {row.version > 0 && <Reads id={id} />}
          <div className="buttons">
            <VerbButton
              id="open"
              className="strong"
              word={story.may.write ? w.reading.write : w.verbs.open}
              onClick={() => go({ screen: 'story', id })}
            />
            {story.may.acts.map((act) => (
              <VerbButton
                key={act}
                id={act}
                word={w.acts[act]}
                className={act === 'kill' ? 'red' : ''}
                onClick={() => {
                  sidePanel.set({ kind: 'act', id, act });
                  if (act === 'update' || act === 'correct') go({ screen: 'story', id });
                }}
              />
            ))}
            <VerbButton id="copy" />
            <VerbButton id="follow-up" />
            <VerbButton id="translate" />
          </div>
          <StoryWords fields={story.fields} lang={row.lang} />
        </>
      )}
    </Panel>
  );
}
