/** The latest acts on one line, as a telegraph tape would run. It does not move. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { TapeEntry } from '../page-data.ts';
import { digits, listTimeWords } from '../words/dates.ts';
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
  const said = saidOf(view, entry);
  return (
    <li>
      <Lines>
        <time dateTime={entry.at.toISOString()}>{listTimeWords(words, zone, entry.at, frame.today)}</time>
        {said && <b>{said}</b>}
        <a href={entry.href}>{entry.gone ? words.code(digits(words, entry.code)) : entry.headline}</a>
      </Lines>
    </li>
  );
}

/** What the act did; publishing says nothing. */
function saidOf({ words }: View, { kind, reasonClass, gone }: TapeEntry): string | undefined {
  if (gone) return words.record.tombstones[gone].label;
  if (kind === 'correct' && (reasonClass === 'clarified' || reasonClass === 'refiled'))
    return words.record.labels[reasonClass];
  return (words.acts as Record<string, string | undefined>)[kind];
}
