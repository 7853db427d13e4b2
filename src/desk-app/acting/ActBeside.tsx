/** An act on the story under the cursor, beside the list: its words are as the server has them. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActKind } from '../../record/act.ts';
import { useFreshStory } from '../api/fresh-story.ts';
import { setupQuery } from '../api/session.ts';
import { Panel } from '../frame/Panel.tsx';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { ActPanel } from './ActPanel.tsx';

export function ActBeside({ id, kind, close }: { id: number; kind: ActKind; close: () => void }) {
  const { w, f } = useWords();
  const { data: setup } = useQuery(setupQuery);
  const { story, error, again } = useFreshStory(id);
  const [outcome, setOutcome] = useState<string | null>(null);
  const code = story?.row.code;
  return (
    <Panel title={`${w.acts[kind]} ${code ? f.digits(code) : ''}`} close={close}>
      {error && <Broken error={error} again={again} />}
      {!error && (!story || !setup) && <Waiting />}
      {story && setup && outcome === null && (
        <>
          <p className="quoted" lang={story.row.lang} dir="auto">
            {story.fields.headline}
          </p>
          <ActPanel
            key={`${id} ${kind}`}
            story={story}
            setup={setup}
            kind={kind}
            takesFocus
            settle={async () => story.revision}
            onActed={(sentence) => (sentence ? setOutcome(sentence) : close())}
          />
        </>
      )}
      {outcome !== null && (
        <>
          <p className="outcome" role="status">
            {outcome}
          </p>
          <div className="buttons">
            {/* biome-ignore lint/a11y/noAutofocus: the panel's only button after the act */}
            <button type="button" className="strong" autoFocus onClick={close}>
              {w.frame.understood}{' '}
              <span className="key" aria-hidden="true">
                ↵
              </span>
            </button>
          </div>
        </>
      )}
    </Panel>
  );
}
