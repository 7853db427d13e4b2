/** The page as readers will get it, drawn by the renderer that draws theirs. */
import { useEffect, useState } from 'react';
import type { DeskStory, PreviewAsk } from '../../desk/desk-api.ts';
import { ask, Failed } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Draft } from './draft.ts';

const forms: PreviewAsk['as'][] = ['full', 'lite', 'print', 'feed', 'wire'];
const pauseMs = 600;

export function PreviewPanel({ story, draft }: { story: DeskStory; draft: Draft }) {
  const { w } = useWords();
  const [as, setAs] = useState<PreviewAsk['as']>('full');
  const [shown, setShown] = useState<{ as: PreviewAsk['as']; page: string } | null>(null);
  const [wrong, setWrong] = useState('');
  // Each change of the text passes through the queue of saves.
  const saving = useKept(draft.saving);
  const changedAt = saving.changed?.last ?? saving.revision;
  // `changedAt` tells that the text has changed
  useEffect(() => {
    const timer = setTimeout(
      async () => {
        try {
          const asked = { fields: draft.fields(), as };
          const drawn = await ask<string | object>(
            'POST',
            `/api/desk/stories/${story.row.id}/preview`,
            asked,
          );
          // The wire's is JSON, and is read by people here.
          setShown({ as, page: typeof drawn === 'string' ? drawn : JSON.stringify(drawn, null, 2) });
          setWrong('');
        } catch (error) {
          if (!(error instanceof Failed)) throw error;
          setWrong(failureWords(w, error.failure));
        }
      },
      shown?.as === as ? pauseMs : 0,
    );
    return () => clearTimeout(timer);
  }, [as, changedAt, draft, story.row.id, shown?.as, w]);
  return (
    <div className="preview">
      <fieldset className="acts-choice">
        <legend className="unseen">{w.preview.as}</legend>
        {forms.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="preview" checked={as === one} onChange={() => setAs(one)} />
            {w.preview.forms[one]}
          </label>
        ))}
      </fieldset>
      <p className="wrong" role="alert">
        {wrong}
      </p>
      {shown &&
        (shown.as === 'wire' || shown.as === 'feed' ? (
          <pre dir="auto">{shown.page}</pre>
        ) : (
          // Without scripts; its own origin only so that style and fonts of the site may come in.
          <iframe title={w.preview.forms[shown.as]} sandbox="allow-same-origin" srcDoc={shown.page} />
        ))}
    </div>
  );
}
