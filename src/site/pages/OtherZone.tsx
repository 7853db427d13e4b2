/** Below a date line: the way to the times of another zone, or the moment in the zone that the reader chose. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { PageForm } from '../address.ts';
import type { StoryPageData } from '../page-data.ts';
import { zoneName } from '../reader-zone.ts';
import { dayWords, timeWords, zoneWords } from '../words/dates.ts';
import { zonesPath } from './list-path.ts';
import { inForm } from './lite-path.ts';
import type { View } from './view.ts';

type Shown = { view: View; story: StoryPageData; form: PageForm | 'print' };

/** On paper nothing leads elsewhere. */
export function OtherZone({ view, story, form }: Shown): ReactNode {
  const { words, there, past } = view;
  const isOnPaper = form === 'print';
  const to = (path: string) => (isOnPaper ? path : inForm(form, path));
  const another = !isOnPaper && (
    <a href={to(zonesPath(story))} rel="nofollow">
      {words.zones.another}
    </a>
  );
  if (!there) return another && <p className="there">{another}</p>;
  return (
    <p className="there">
      <Lines>
        <time dateTime={story.at.toISOString()}>
          {dayWords(words, there, story.at)}
          {words.comma}
          {timeWords(words, there, story.at)} {zoneWords(words, there, story.at)}
        </time>
        <span title={there}>{zoneName(words.tag, there)}</span>
        {another}
        {!isOnPaper && <a href={to(story.href + past)}>{words.zones.agencyAlone}</a>}
      </Lines>
    </p>
  );
}
