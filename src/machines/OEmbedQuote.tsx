/** A story as a quotation in somebody else's page: no script, no picture, no style but the page's own. */
import type { ReactNode } from 'react';
import type { StoryPageData } from '../site/page-data.ts';
import { dateLineText } from '../site/pages/DateLine.tsx';
import type { View } from '../site/pages/view.ts';
import { each, Lines } from '../text/lines.tsx';

/** `lead`: whether there is room for it. */
export function OEmbedQuote({
  view,
  story,
  lead,
}: {
  view: View;
  story: StoryPageData;
  lead: boolean;
}): ReactNode {
  const { edition, publicUrl } = view.frame;
  const address = `${publicUrl}/${story.code}`;
  const told = story.notices.filter(({ kind }) => kind !== 'updated').slice(0, 1);
  return (
    <blockquote lang={edition.lang} dir={edition.dir} cite={address}>
      <Lines>
        <p>
          <a href={address}>
            <strong>{story.headline}</strong>
          </a>
        </p>
        {lead && story.lead && <p>{story.lead}</p>}
        {each(told, ({ kind }) => (
          <p>{view.words.record.labels[kind as keyof typeof view.words.record.labels]}</p>
        ))}
        <footer>
          {edition.agency}
          {' · '}
          <time dateTime={story.at.toISOString()}>{dateLineText(view, story)}</time>
        </footer>
      </Lines>
    </blockquote>
  );
}
