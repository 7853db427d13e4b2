/** Where a story is from and whose it is: place, credit and byline on one line, and when it last changed. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { StoryPageData } from '../page-data.ts';
import { shortDayWords, timeWords } from '../words/dates.ts';
import type { View } from './view.ts';

export function Credits({ view, story }: { view: View; story: StoryPageData }): ReactNode {
  const { words } = view;
  const { dateline, credit, byline, updatedAt } = story;
  if (!dateline && !credit && !byline && !updatedAt) return null;
  return (
    <p className="credits">
      <Lines>
        {credit && <b>{credit}</b>}
        {dateline && <span>{dateline}</span>}
        {byline && <span>{words.by(byline)}</span>}
        {updatedAt && <time dateTime={updatedAt.toISOString()}>{updatedText(view, updatedAt)}</time>}
      </Lines>
    </p>
  );
}

/** "Updated 6 Aug 2017, 09:10" */
export function updatedText({ words, zone }: View, at: Date): string {
  return words.updated(`${shortDayWords(words, zone, at)}${words.comma}${timeWords(words, zone, at)}`);
}
