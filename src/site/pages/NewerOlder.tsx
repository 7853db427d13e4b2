/** From one page of a list to its neighbours. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { View } from './view.ts';

export function NewerOlder(props: { view: View; newer: string | null; older: string | null }): ReactNode {
  const { view, newer, older } = props;
  if (newer === null && older === null) return null;
  return (
    <nav className="pages" aria-label={view.words.pages}>
      <Lines>
        {newer !== null && (
          <a href={newer} rel="prev">
            {view.words.newer}
          </a>
        )}
        {older !== null && (
          <a className="older" href={older} rel="next">
            {view.words.older}
          </a>
        )}
      </Lines>
    </nav>
  );
}
