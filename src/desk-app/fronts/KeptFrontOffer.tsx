/** An arrangement that is only on this device. It is offered; where somebody has arranged the front since, it is said to be over. */
import { useEffect, useState } from 'react';
import type { FrontJson } from '../../fronts/front-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { dropFront, type KeptFront, leftFronts } from './kept-front.ts';
import type { WorkingFront } from './use-working-front.ts';
import { isSame } from './working-front.ts';

type Props = { front: FrontJson; section: string; lang: string; work: WorkingFront };

export function KeptFrontOffer({ front, section, lang, work }: Props) {
  const { w, f } = useWords();
  const [found, setFound] = useState<KeptFront | null>(null);
  const { personId, key } = work.device;
  useEffect(() => {
    void leftFronts({ personId, lang, section }, key).then(([newest, ...older]) => {
      for (const one of older) void dropFront(one.key);
      setFound(newest ?? null);
    });
  }, [personId, lang, section, key]);
  const { arrangement } = front;
  const id = arrangement?.id ?? 0;
  const isOver = found !== null && found.seen < id;
  const isThere = found !== null && isSame(found.pins, arrangement?.pins ?? []);
  useEffect(() => {
    if (found && (isOver || isThere)) void dropFront(found.key);
  }, [found, isOver, isThere]);
  // One that was begun on an arrangement that this screen has not heard of yet waits for it.
  if (!found || isThere || found.seen > id) return null;
  const done = () => {
    void dropFront(found.key);
    setFound(null);
  };
  if (isOver && arrangement)
    return (
      <section className="kept" role="status">
        <p>{w.fronts.kept.over(f.moment(found.at), f.name(arrangement.by), f.moment(arrangement.madeAt))}</p>
        <div className="buttons">
          <button type="button" onClick={done}>
            {w.fronts.kept.understood}
          </button>
        </div>
      </section>
    );
  return (
    <section className="kept" role="alert">
      <p>{w.fronts.kept.text(f.moment(found.at))}</p>
      <div className="buttons">
        <button
          type="button"
          className="strong"
          // biome-ignore lint/a11y/noAutofocus: the question stands before everything else
          autoFocus
          onClick={() => {
            work.change(() => found.pins, found.stories);
            done();
          }}
        >
          {w.fronts.kept.take}
        </button>
        <button type="button" onClick={done}>
          {w.fronts.kept.drop}
        </button>
      </div>
    </section>
  );
}
