/** Where a script, if one runs, puts what a reader can do with a story. Without it nothing is there. */
import type { ReactNode } from 'react';
import type { StoryPageData } from '../page-data.ts';
import { localeOf } from '../words/dates.ts';
import type { View } from './view.ts';

export function Tools({ view, story }: { view: View; story: StoryPageData }): ReactNode {
  const { around } = view.words;
  return (
    <p
      className="tools"
      data-link={`${view.frame.publicUrl}/${story.code}`}
      data-copy={around.copyLink}
      data-copied={around.copied}
      data-share={around.share}
      data-locale={localeOf(view.words)}
      data-time={around.yourTime('{when}')}
    />
  );
}
