/** What stands of the comments below a story, and in its other forms. */
import type { ReactNode } from 'react';
import type { View } from '../../site/pages/view.ts';
import { counted } from '../../site/words/dates.ts';
import { Lines } from '../../text/lines.tsx';
import { commentsPath, type StoryComments } from '../shown-comments.ts';
import { CommentList } from './CommentList.tsx';

type Part = { view: View; comments: StoryComments | null };

export function CommentsBelow({ view, comments }: Part): ReactNode {
  if (!comments) return null;
  const { words } = view;
  const { count, first, isOpen } = comments;
  return (
    <section className="comments" id="comments" aria-labelledby="comments-label">
      <Lines>
        <h2 className="label" id="comments-label">
          {count > 0 ? counted(words, count, words.comments.count) : words.comments.title}
        </h2>
        {count > 0 && <CommentList view={view} story={comments} comments={first} isOpen={isOpen} />}
        <p className="row">
          <Lines>
            {isOpen && (
              <a className="plainly" href={`${commentsPath(comments)}/write`}>
                {words.comments.write}
              </a>
            )}
            {count > first.length && (
              <a className="plainly" href={commentsPath(comments)}>
                {words.comments.all}
              </a>
            )}
            {!isOpen && <span>{words.comments.closed}</span>}
          </Lines>
        </p>
      </Lines>
    </section>
  );
}

/** How many there are, and where: in print and on the lite page. */
export function CommentsElsewhere({
  view,
  comments,
  onPaper = false,
}: Part & { onPaper?: boolean }): ReactNode {
  if (!comments || comments.count === 0) return null;
  const { words, frame } = view;
  const said = counted(words, comments.count, words.comments.count);
  const path = commentsPath(comments);
  return (
    <p className="address">
      {onPaper ? (
        <Lines>
          <span>{said}</span>
          <bdi dir="ltr">{frame.publicUrl + path}</bdi>
        </Lines>
      ) : (
        <a href={path}>{said}</a>
      )}
    </p>
  );
}
