/** A story's page. */
import type { ReactNode } from 'react';
import { CommentsBelow } from '../../comments/pages/StoryComments.tsx';
import { BodyHtml } from '../../text/html-text.tsx';
import { Lines } from '../../text/lines.tsx';
import type { Image } from '../../text/story-text.ts';
import type { Frame, StoryPageData } from '../page-data.ts';
import { AgeLine } from './AgeLine.tsx';
import { Credits } from './Credits.tsx';
import { DateLine } from './DateLine.tsx';
import { documentHtml } from './Document.tsx';
import { FiledUnder } from './FiledUnder.tsx';
import { Foot } from './Foot.tsx';
import { headlineClass } from './headline-class.ts';
import { topicPath } from './list-path.ts';
import { Masthead } from './Masthead.tsx';
import { GapLine, Notices } from './Notices.tsx';
import { OtherZone } from './OtherZone.tsx';
import { Picture } from './Picture.tsx';
import { Address, AlsoIn, Related, StoryForms } from './StoryEnd.tsx';
import { storyHead } from './story-head.ts';
import { AroundInThread, Thread } from './Thread.tsx';
import { Tools } from './Tools.tsx';
import { type View, viewOf } from './view.ts';

export function renderStoryPage(frame: Frame, story: StoryPageData): string {
  const view = viewOf(frame);
  const body = (
    <Lines>
      <Masthead view={view} current={story.section?.slug} translations={story.translations} />
      <main id="text">
        <Lines>
          <article className="story">
            <Lines>
              <AgeLine view={view} at={story.at} />
              <StoryText view={view} story={story} otherZone />
              <AroundInThread view={view} story={story} />
              {!frame.moment && <Tools view={view} story={story} />}
            </Lines>
          </article>
          <CommentsBelow view={view} comments={story.comments} />
          <aside className="beside">
            <Lines>
              <Thread view={view} story={story} />
              <FiledUnder view={view} story={story} />
              <AlsoIn view={view} story={story} />
              <Related view={view} story={story} />
            </Lines>
          </aside>
        </Lines>
      </main>
      <Foot view={view}>
        <Address view={view} story={story} />
        <StoryForms view={view} story={story} />
      </Foot>
    </Lines>
  );
  // Of the past nothing is shared or kept.
  const script = frame.moment || !frame.assets.reader ? {} : { script: frame.assets.reader };
  return documentHtml(view, { ...storyHead(view, story), ...script }, body, 'story-page');
}

const textWidth = '(min-width: 39rem) 35rem, 100vw';

type Text = { view: View; story: StoryPageData; otherZone?: boolean };

/** Also of the page of one version, which has times in the agency's zone alone. */
export function StoryText({ view, story, otherZone = false }: Text): ReactNode {
  const settings = { topicHref: (slug: string) => topicPath(view, slug), picture: shownIn(story) };
  return (
    <Lines>
      <DateLine view={view} story={story} />
      {otherZone && <OtherZone view={view} story={story} form="page" />}
      <h1 {...headlineClass(story.headline)}>{story.headline}</h1>
      <GapLine view={view} story={story} field="headline" />
      <Credits view={view} story={story} />
      <Notices view={view} story={story} />
      {story.lead && <p className="lead">{story.lead}</p>}
      <GapLine view={view} story={story} field="lead" />
      <div className="body">
        <BodyHtml body={story.body} settings={settings} />
        <GapLine view={view} story={story} field="body" />
      </div>
    </Lines>
  );
}

function shownIn(story: StoryPageData): (image: Image['attrs'], index: number) => ReactNode {
  return (image, index) => {
    const picture = image.picture ? story.pictures.get(image.picture) : undefined;
    if (!picture) return null;
    return <Picture picture={picture} alt={image.alt || picture.alt} sizes={textWidth} first={index === 0} />;
  };
}
