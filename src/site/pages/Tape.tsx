/** The latest acts on one line, as a telegraph tape would run. It does not move. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { TapeEntry } from '../page-data.ts';
import { listTimeWords } from '../words/dates.ts';
import type { View } from './view.ts';

export function Tape({ view }: { view: View }): ReactNode {
  const { frame, words } = view;
  if (frame.tape.length === 0) return null;
  return (
    <nav className="tape" aria-label={words.latest}>
      <ul>
        <Lines>
          {frame.tape.map((entry) => (
            <Entry key={`${entry.code} ${entry.at.toISOString()}`} view={view} entry={entry} />
          ))}
        </Lines>
      </ul>
    </nav>
  );
}

function Entry({ view, entry }: { view: View; entry: TapeEntry }): ReactNode {
  const { frame, words, zone } = view;
  const said = (words.acts as Record<string, string | undefined>)[entry.kind];
  return (
    <li>
      <Lines>
        <time dateTime={entry.at.toISOString()}>{listTimeWords(words, zone, entry.at, frame.today)}</time>
        {said && <b>{said}</b>}
        <a href={entry.href}>{entry.headline}</a>
      </Lines>
    </li>
  );
}
