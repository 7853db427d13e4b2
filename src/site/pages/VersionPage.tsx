/** One version at its own address, as readers had it: nothing on it comes and goes, so its bytes stay. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { Frame, StoryPageData } from '../page-data.ts';
import { digits } from '../words/dates.ts';
import { documentHtml, type Head } from './Document.tsx';
import { FiledUnder } from './FiledUnder.tsx';
import { Foot } from './Foot.tsx';
import { historyPath, proofPath, versionPath } from './list-path.ts';
import { Masthead } from './Masthead.tsx';
import { whenWords } from './notice-words.ts';
import { Address } from './StoryEnd.tsx';
import { StoryText } from './StoryPage.tsx';
import { Thread } from './Thread.tsx';
import { type View, viewOf } from './view.ts';

export function renderVersion(frame: Frame, story: StoryPageData): string {
  const view = viewOf(frame);
  const { words } = view;
  const body = (
    <Lines>
      <Masthead view={view} dated={false} />
      <main id="text">
        <Lines>
          <WhichVersion view={view} story={story} />
          <article className="story">
            <StoryText view={view} story={story} />
          </article>
          {(story.topics.length > 0 ||
            story.subjects.length > 0 ||
            story.thread ||
            story.gaps.length > 0) && (
            <aside className="beside">
              <Lines>
                <Thread view={view} story={story} />
                <FiledUnder view={view} story={story} />
              </Lines>
            </aside>
          )}
        </Lines>
      </main>
      <Foot view={view}>
        <Address view={view} story={story} />
      </Foot>
    </Lines>
  );
  const head: Head = {
    title: `${story.headline} (${words.version(digits(words, story.version))})`,
    description: story.lead,
    canonical: versionPath(story, story.version),
    hidden: true,
  };
  return documentHtml(view, head, body, 'story-page version-page');
}

/** Says since when it was in force; until when, its history says: it is not known while it is. */
function WhichVersion({ view, story }: { view: View; story: StoryPageData }): ReactNode {
  const { words } = view;
  const { record } = words;
  const from = whenWords(view, story.updatedAt ?? story.at);
  return (
    <div className="which-version">
      <Lines>
        <p>
          <b>{record.versionLine(digits(words, story.version), from)}</b>
        </p>
        <p>{record.versionHint}</p>
        <ul className="row">
          <Lines>
            <li>
              <a className="plainly" href={`/${story.code}`}>
                {record.toPresent}
              </a>
            </li>
            <li>
              <a className="plainly" href={historyPath(story)}>
                {record.toHistory}
              </a>
            </li>
            <li>
              <a className="plainly" href={proofPath(story, story.version)}>
                {words.proof.proveIt}
              </a>
            </li>
          </Lines>
        </ul>
      </Lines>
    </div>
  );
}
