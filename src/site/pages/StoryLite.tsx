/** A story in one small request: no picture, no font, no script; the style sheet is in the page. */
import type { ReactNode } from 'react';
import { CommentsElsewhere } from '../../comments/pages/StoryComments.tsx';
import { BodyHtml } from '../../text/html-text.tsx';
import { Lines } from '../../text/lines.tsx';
import type { Image } from '../../text/story-text.ts';
import { liteStyle } from '../css/lite-style.ts';
import type { Frame, StoryPageData } from '../page-data.ts';
import { AgeLine } from './AgeLine.tsx';
import { Credits } from './Credits.tsx';
import { DateLine } from './DateLine.tsx';
import { documentHtml } from './Document.tsx';
import { FiledInLite } from './FiledUnder.tsx';
import { LiteHead } from './LiteHead.tsx';
import { historyPath, threadPath, topicPath } from './list-path.ts';
import { litePath } from './lite-path.ts';
import { GapLine, Notices } from './Notices.tsx';
import { OtherZone } from './OtherZone.tsx';
import { picturePath } from './Picture.tsx';
import { RecordLine } from './RecordLine.tsx';
import { Address, AlsoIn } from './StoryEnd.tsx';
import { type View, viewOf } from './view.ts';

export function renderStoryLite(frame: Frame, story: StoryPageData): string {
  const view = viewOf(frame);
  const { words } = view;
  const settings = {
    topicHref: (slug: string) => litePath(topicPath(view, slug)),
    picture: linked(view, story),
  };
  const body = (
    <Lines>
      <LiteHead view={view} />
      <main>
        <Lines>
          <AgeLine view={view} at={story.at} />
          <DateLine view={view} story={story} />
          <OtherZone view={view} story={story} form="lite" />
          <h1>{story.headline}</h1>
          <GapLine view={view} story={story} field="headline" />
          <Credits view={view} story={story} />
          <Notices view={view} story={story} history={litePath(historyPath(story))} />
          {story.lead && <p className="lead">{story.lead}</p>}
          <GapLine view={view} story={story} field="lead" />
          <BodyHtml body={story.body} settings={settings} />
          <GapLine view={view} story={story} field="body" />
        </Lines>
      </main>
      <footer>
        <Lines>
          {story.thread && (
            <p>
              {`${words.thread}: `}
              <a href={litePath(threadPath(view, story.thread.slug))}>{story.thread.name}</a>
            </p>
          )}
          <FiledInLite view={view} story={story} />
          <AlsoIn view={view} story={story} />
          <CommentsElsewhere view={view} comments={story.comments} />
          <Address view={view} story={story} />
          <RecordLine view={view} />
          <p>
            <a href={litePath(historyPath(story))}>{words.record.history}</a>
          </p>
          <p>
            <a href={story.href + view.seen}>{words.fullPage}</a>
          </p>
        </Lines>
      </footer>
    </Lines>
  );
  const { headline: title, lead: description, href: canonical } = story;
  return documentHtml(
    view,
    { title, description, canonical, hidden: true, ownStyle: liteStyle },
    body,
    'lite',
  );
}

/** A picture is a link that says what it shows. */
function linked(view: View, story: StoryPageData): (image: Image['attrs']) => ReactNode {
  return (image) => {
    const picture = image.picture ? story.pictures.get(image.picture) : undefined;
    if (!picture) return null;
    const alt = image.alt || picture.alt;
    return (
      <a href={picturePath(picture, 640)}>{alt ? `${view.words.picture}: ${alt}` : view.words.picture}</a>
    );
  };
}
