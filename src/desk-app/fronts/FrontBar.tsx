/** What can be done with the front as a whole, and how it stands: on the front, or not yet. */
import type { FrontJson } from '../../fronts/front-api.ts';
import { VerbButton } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import type { Carrying } from './use-carrying.ts';
import type { WorkingFront } from './use-working-front.ts';

type Props = {
  front: FrontJson;
  work: WorkingFront;
  carrying: Carrying;
  mayArrange: boolean;
  isPreview: boolean;
  isHistory: boolean;
};

export function FrontBar({ front, work, carrying, mayArrange, isPreview, isHistory }: Props) {
  const { w, f } = useWords();
  const { arrangement } = front;
  const stands = arrangement
    ? w.fronts.arranged(f.name(arrangement.by), f.moment(arrangement.madeAt))
    : w.fronts.fillsItself;
  return (
    <div className="front-bar">
      <p role="status">
        {carrying.story ? (
          <b>{w.fronts.carrying(f.name(carrying.story.headline))}</b>
        ) : work.isChanged ? (
          <b>{work.isKept ? w.fronts.unsavedKept : w.fronts.unsaved}</b>
        ) : (
          <>
            {stands} {work.undo && w.fronts.isOn}
          </>
        )}
      </p>
      <div className="buttons">
        {carrying.story && (
          <button type="button" onClick={() => carrying.leave(true)}>
            {w.fronts.leaveIt}
          </button>
        )}
        {mayArrange && work.isChanged && !work.isStale && <VerbButton id="put-on-front" className="strong" />}
        {work.isChanged && (
          <button type="button" className="quiet" onClick={work.drop}>
            {w.fronts.drop}
          </button>
        )}
        {work.undo && (
          <button type="button" className="strong" onClick={() => void work.undo?.()}>
            {w.fronts.undo}
          </button>
        )}
        <VerbButton id="preview-front" pressed={isPreview} />
        <VerbButton id="earlier-fronts" pressed={isHistory} />
      </div>
      {!mayArrange && <p className="hint">{w.fronts.readOnly}</p>}
      {!work.isStale && work.wrong && (
        <p className="wrong" role="alert">
          {work.wrong}
        </p>
      )}
    </div>
  );
}
