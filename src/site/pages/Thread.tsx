/** The running event that a story belongs to, and its nearest stories in order of time, this one among them. */
import type { ReactNode } from 'react';
import { each, Lines } from '../../text/lines.tsx';
import type { StoryPageData } from '../page-data.ts';
import { threadPath } from './list-path.ts';
import { GapLine } from './Notices.tsx';
import { Brief, ListTime } from './StoryItem.tsx';
import type { View } from './view.ts';

export function Thread({ view, story }: { view: View; story: StoryPageData }): ReactNode {
  const { thread, threadBefore, threadAfter } = story;
  if (!thread) return <GapLine view={view} story={story} field="thread" />;
  const { words } = view;
  return (
    <section className="thread">
      <h2 className="label">{words.thread}</h2>
      {'\n'}
      <p className="thread-name">
        <a href={threadPath(view, thread.slug)}>{thread.name}</a>
      </p>
      {'\n'}
      {threadBefore.length + threadAfter.length > 0 && (
        <ol className="briefs" aria-label={words.threadSoFar}>
          <Lines>
            {each(threadBefore, (one) => (
              <Brief view={view} story={one} />
            ))}
            <li className="brief" aria-current="page">
              <Lines>
                <ListTime view={view} at={story.at} />
                <b>{story.headline}</b>
              </Lines>
            </li>
            {each(threadAfter, (one) => (
              <Brief view={view} story={one} />
            ))}
          </Lines>
        </ol>
      )}
    </section>
  );
}

/** At a story's end: the one of its thread just before it and the one just after. */
export function AroundInThread({ view, story }: { view: View; story: StoryPageData }): ReactNode {
  const [before, after] = [story.threadBefore.at(-1), story.threadAfter[0]].map((one) =>
    one?.gone ? undefined : one,
  );
  if (!story.thread || !(before || after)) return null;
  const { words } = view;
  return (
    <nav className="around" aria-label={words.thread}>
      <Lines>
        {before && (
          <a href={before.href} rel="prev">
            <span className="label">{words.around.before}</span> {before.headline}
          </a>
        )}
        {after && (
          <a className="later" href={after.href} rel="next">
            <span className="label">{words.around.after}</span> {after.headline}
          </a>
        )}
      </Lines>
    </nav>
  );
}
