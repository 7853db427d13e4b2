/**
 * Arrangements that are only on this device, one offered after the other, the newest first. Where somebody has arranged the front
 * since, one is said to be over. None is dropped before somebody has read of it.
 */
import { useEffect, useState } from 'react';
import type { FrontJson } from '../../fronts/front-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { dropFront, type KeptFront, leftFronts } from './kept-front.ts';
import type { WorkingFront } from './use-working-front.ts';
import { isSame } from './working-front.ts';

type Props = { front: FrontJson; section: string; lang: string; work: WorkingFront };

export function KeptFrontOffer({ front, section, lang, work }: Props) {
  const { w, f } = useWords();
  const [left, setLeft] = useState<readonly KeptFront[]>([]);
  const [isTaken, setTaken] = useState(false);
  const { personId, key } = work.device;
  useEffect(() => {
    void leftFronts({ personId, lang, section }, key).then(setLeft);
  }, [personId, lang, section, key]);
  // Another one would be put over the one that was just taken up: it waits until that is on the front, or dropped.
  useEffect(() => {
    if (!work.isChanged) setTaken(false);
  }, [work.isChanged]);
  const found = isTaken ? undefined : left[0];
  const { arrangement } = front;
  const id = arrangement?.id ?? 0;
  const isOver = found !== undefined && found.seen < id;
  const isThere = found !== undefined && isSame(found.pins, arrangement?.pins ?? []);
  useEffect(() => {
    if (found && (isOver || isThere)) void dropFront(found.key);
    if (isThere) setLeft((all) => all.filter((one) => one !== found));
  }, [found, isOver, isThere]);
  // One that was begun on an arrangement that this screen has not heard of yet waits for it.
  if (!found || isThere || found.seen > id) return null;
  const done = () => {
    void dropFront(found.key);
    setLeft((all) => all.filter((one) => one !== found));
  };
  if (isOver && arrangement)
    return (
      <section key={found.key} className="kept" role="status">
        <p>{w.fronts.kept.over(f.moment(found.at), f.name(arrangement.by), f.moment(arrangement.madeAt))}</p>
        <div className="buttons">
          <button type="button" onClick={done}>
            {w.fronts.kept.understood}
          </button>
        </div>
      </section>
    );
  return (
    <section key={found.key} className="kept" role="alert">
      <p>{w.fronts.kept.text(f.moment(found.at))}</p>
      <div className="buttons">
        <button
          type="button"
          className="strong"
          // biome-ignore lint/a11y/noAutofocus: the question stands before everything else
          autoFocus
          onClick={() => {
            work.change(() => found.pins, found.stories);
            setTaken(true);
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
