/** What resolving the dates has done: which it wrote, which it left, and which of headline and lead are to be reworded. */
import { Fragment } from 'react';
import { useWords } from '../words/WordsContext.tsx';
import type { DatesTold } from './mark-dates.ts';

export function DatesLine({ told, close }: { told: DatesTold; close: () => void }) {
  const { w, f } = useWords();
  const { resolved, inDoubt, toReword } = told;
  return (
    <div className="dates-line" role="status">
      <p>
        {resolved.length === 0 ? w.dates.none : w.dates.resolved(f.number(resolved.length))}{' '}
        {resolved.map(({ words, whole }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be resolved twice, and the list never changes
          <Fragment key={index}>
            {index > 0 && w.dates.between}
            <MeantDate words={words} whole={whole} />
          </Fragment>
        ))}
      </p>
      {inDoubt.length > 0 && (
        <p>
          {w.dates.inDoubt}{' '}
          {inDoubt.map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Fragment key={index}>
              {index > 0 && w.dates.between}
              <MeantDate words={words} whole={null} />
            </Fragment>
          ))}
        </p>
      )}
      {toReword.length > 0 && (
        <p>
          {w.dates.toReword}{' '}
          {toReword.map(({ field, words, whole }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Fragment key={index}>
              {index > 0 && w.dates.between}
              {w.fields[field]}: <MeantDate words={words} whole={whole} />
            </Fragment>
          ))}
        </p>
      )}
      <button type="button" className="quiet" onClick={close}>
        {w.frame.understood}
      </button>
    </div>
  );
}

function MeantDate({ words, whole }: { words: string; whole: string | null }) {
  const { w } = useWords();
  return (
    <>
      <q>
        <bdi>{words}</bdi>
      </q>
      {whole && (
        <>
          {w.dates.means}
          <bdi className="whole">{whole}</bdi>
        </>
      )}
    </>
  );
}
