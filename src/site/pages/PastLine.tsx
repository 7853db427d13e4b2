/** Says that a page shows the past, and of when, and leads back to now. */
import type { ReactNode } from 'react';
import { whenWords } from './notice-words.ts';
import type { View } from './view.ts';

export function PastLine({ view }: { view: View }): ReactNode {
  const { moment, path } = view.frame;
  if (!moment) return null;
  const { asOf, recorded, toPresent } = view.words.past;
  const when = whenWords(view, moment.at);
  return (
    <p className="past" role="note">
      <b>{moment.clock === 'effective' ? asOf(when) : recorded(when)}</b>{' '}
      <a className="plainly" href={path}>
        {toPresent}
      </a>
    </p>
  );
}
