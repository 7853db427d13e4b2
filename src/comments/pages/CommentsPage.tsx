/** All comments on a story. */
import type { ReactNode } from 'react';
import type { Frame } from '../../site/page-data.ts';
import { documentHtml } from '../../site/pages/Document.tsx';
import { Foot } from '../../site/pages/Foot.tsx';
import { Masthead } from '../../site/pages/Masthead.tsx';
import { type View, viewOf } from '../../site/pages/view.ts';
import { counted, digits } from '../../site/words/dates.ts';
import { Lines } from '../../text/lines.tsx';
import { type CommentOnPage, commentsPath } from '../shown-comments.ts';
import { CommentList } from './CommentList.tsx';

/** The story that is commented on. */
export type Commented = { lang: string; code: number; headline: string; href: string };

export type CommentsPageData = {
  story: Commented;
  isOpen: boolean;
  count: number;
  comments: CommentOnPage[];
  /** Paths; null: there are none before, or behind. */
  first: string | null;
  later: string | null;
};

export function renderComments(frame: Frame, data: CommentsPageData): string {
  const view = viewOf(frame);
  const { words } = view;
  const { story, isOpen, count, comments, first, later } = data;
  const said = words.comments;
  const title = said.commentsOn(digits(words, story.code));
  const body: ReactNode = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list comments">
        <Lines>
          <h1>{title}</h1>
          <StoryLink view={view} story={story} />
          <p className="row">
            <Lines>
              {count > 0 && <span>{counted(words, count, said.count)}</span>}
              {isOpen ? (
                <a className="plainly" href={`${commentsPath(story)}/write`}>
                  {said.write}
                </a>
              ) : (
                <span>{said.closed}</span>
              )}
            </Lines>
          </p>
          {count === 0 && <p>{said.none}</p>}
          {comments.length > 0 && (
            <CommentList view={view} story={story} comments={comments} isOpen={isOpen} />
          )}
          {(first !== null || later !== null) && (
            <nav className="pages" aria-label={words.pages}>
              <Lines>
                {first !== null && <a href={first}>{said.first}</a>}
                {later !== null && (
                  <a className="older" href={later} rel="next">
                    {said.later}
                  </a>
                )}
              </Lines>
            </nav>
          )}
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  return documentHtml(
    view,
    {
      title,
      description: story.headline,
      canonical: first === null ? commentsPath(story) : null,
      hidden: first !== null,
    },
    body,
    'comments-page',
  );
}

/** What is spoken of. */
export function StoryLink({ view, story }: { view: View; story: Commented }): ReactNode {
  return (
    <p className="of">
      <a className="plainly" href={story.href}>
        {story.headline || view.words.comments.toStory}
      </a>
    </p>
  );
}
