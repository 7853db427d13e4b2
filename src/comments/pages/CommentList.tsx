/** Comments one below the other, each answer below what it answers. Their words are plain text, in the direction of each. */
import type { ReactNode } from 'react';
import type { View } from '../../site/pages/view.ts';
import { shortDayWords, timeWords, zoneWords } from '../../site/words/dates.ts';
import { each, Lines } from '../../text/lines.tsx';
import { type CommentOnPage, commentsPath } from '../shown-comments.ts';

type Props = {
  view: View;
  story: { lang: string; code: number };
  comments: readonly CommentOnPage[];
  isOpen: boolean;
};

export function CommentList({ view, story, comments, isOpen }: Props): ReactNode {
  return (
    <ol className="comments-list">
      {'\n'}
      {each(comments, (comment) => (
        <li id={`comment-${comment.id}`} {...(comment.answers === null ? {} : { className: 'answering' })}>
          <Comment view={view} comment={comment} />
          {isOpen && !comment.removed && (
            <>
              {'\n'}
              <p className="meta">
                <a className="plainly" href={`${commentsPath(story)}/write?to=${comment.id}`}>
                  {view.words.comments.answer}
                </a>
              </p>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

export function Comment({ view, comment }: { view: View; comment: CommentOnPage }): ReactNode {
  const { words, zone } = view;
  const { id, name, at, paragraphs, answers, correctedAt, more } = comment;
  const said = words.comments;
  if (comment.removed) return <p className="meta">{said.removed}</p>;
  return (
    <Lines>
      <p className="meta">
        <b>
          <bdi>{name}</bdi>
        </b>
        {'\n'}
        <a href={`#comment-${id}`}>
          <time dateTime={at.toISOString()}>{momentWords(view, at)}</time>
        </a>
        {answers ? (
          <>
            {'\n'}
            <span>{said.answerTo(isolated(answers))}</span>
          </>
        ) : null}
      </p>
      <div className="words">
        {'\n'}
        {each(paragraphs, (paragraph) => (
          <p dir="auto">{paragraph}</p>
        ))}
      </div>
      {more && (
        <p className="meta">
          <a className="plainly" href={more}>
            {said.readOn}
          </a>
        </p>
      )}
      {correctedAt && (
        <p className="meta">
          {said.beforeCorrection(
            `${shortDayWords(words, zone, correctedAt)}${words.comma}${timeWords(words, zone, correctedAt)}`,
          )}
        </p>
      )}
    </Lines>
  );
}

/** "5 Aug 2017, 11:54 UTC+4" */
function momentWords({ words, zone }: View, at: Date): string {
  const day = shortDayWords(words, zone, at);
  return `${day}${words.comma}${timeWords(words, zone, at)} ${zoneWords(words, zone, at)}`;
}

/** Whatever its direction, the sentence around it keeps its own. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
