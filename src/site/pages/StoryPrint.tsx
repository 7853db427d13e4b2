/** A story as an archivist would file it on paper. */
import type { ReactNode } from 'react';
import { CommentsElsewhere } from '../../comments/pages/StoryComments.tsx';
import { bodyLinks } from '../../text/body-links.ts';
import { BodyHtml } from '../../text/html-text.tsx';
import { each, Lines } from '../../text/lines.tsx';
import type { Image } from '../../text/story-text.ts';
import type { Frame, StoryPageData } from '../page-data.ts';
import { calendarDay, dayWords, digits } from '../words/dates.ts';
import { AgencyName } from './AgencyName.tsx';
import { Credits } from './Credits.tsx';
import { DateLine } from './DateLine.tsx';
import { documentHtml } from './Document.tsx';
import { filedOnPaper } from './FiledUnder.tsx';
import { GapLine, Notices } from './Notices.tsx';
import { OtherZone } from './OtherZone.tsx';
import { PastLine } from './PastLine.tsx';
import { picturePath } from './Picture.tsx';
import { RecordLine } from './RecordLine.tsx';
import { storyHead } from './story-head.ts';
import { type View, viewOf } from './view.ts';

export function renderStoryPrint(frame: Frame, story: StoryPageData): string {
  const view = viewOf(frame);
  const links = bodyLinks(story.body);
  const body = (
    <Lines>
      <PrintHead view={view} href={story.href + view.seen} />
      <main id="text">
        <article className="story">
          <Lines>
            <DateLine view={view} story={story} />
            <OtherZone view={view} story={story} form="print" />
            <h1>{story.headline}</h1>
            <GapLine view={view} story={story} field="headline" />
            <Credits view={view} story={story} />
            <Notices view={view} story={story} history={null} />
            {story.lead && <p className="lead">{story.lead}</p>}
            <GapLine view={view} story={story} field="lead" />
            <GapLine view={view} story={story} field="body" />
            <div className="body columns">
              <BodyHtml body={story.body} settings={{ topicHref: () => null, picture: printed(story) }} />
            </div>
            {links.length > 0 && <Notes view={view} links={links} />}
          </Lines>
        </article>
      </main>
      <PrintFoot view={view} story={story} />
    </Lines>
  );
  const { forms: _, ...head } = storyHead(view, story);
  return documentHtml(view, { ...head, hidden: true }, body, 'print-page');
}

/** The agency's name above a page for paper; `href`: the page for the screen. */
export function PrintHead({ view, href }: { view: View; href: string }): ReactNode {
  const { frame, words } = view;
  const { tagline } = frame.edition;
  return (
    <header>
      <Lines>
        <p className="screen-only">
          <a href={href}>{words.fullPage}</a>
        </p>
        {frame.agency.sample && <p className="sample">{words.sample}</p>}
        <PastLine view={view} />
        <div className="masthead">
          <p className="name">
            <AgencyName view={view} onPaper />
          </p>
          {'\n'}
          {tagline && <p className="tagline">{tagline}</p>}
        </div>
      </Lines>
    </header>
  );
}

/** JPEG only, and at once: paper does not wait. */
function printed(story: StoryPageData): (image: Image['attrs']) => ReactNode {
  return (image) => {
    const picture = image.picture ? story.pictures.get(image.picture) : undefined;
    if (!picture) return null;
    return (
      <picture>
        <img
          src={picturePath(picture, 960)}
          width={picture.width}
          height={picture.height}
          alt={image.alt || picture.alt}
        />
      </picture>
    );
  };
}

/** The style sheet numbers the links of the text; the numbers are the same. */
function Notes({ view, links }: { view: View; links: string[] }): ReactNode {
  return (
    <section className="notes">
      <h2 className="label">{view.words.notes}</h2>
      {'\n'}
      <ol>
        {each(links, (href) => (
          <li>
            <bdi dir="ltr">{href.startsWith('/') ? view.frame.publicUrl + href : href}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}

function PrintFoot({ view, story }: { view: View; story: StoryPageData }): ReactNode {
  const { frame, words } = view;
  const today = calendarDay(frame.today);
  const filed = [
    ...(story.thread ? [`${words.thread}: ${story.thread.name}`] : []),
    ...filedOnPaper({ view, story }),
  ];
  return (
    <footer className="foot">
      {filed.length > 0 && (
        <p className="address">
          <Lines>
            {each(filed, (words) => (
              <span>{words}</span>
            ))}
          </Lines>
        </p>
      )}
      {filed.length > 0 && '\n'}
      <CommentsElsewhere view={view} comments={story.comments} onPaper />
      {'\n'}
      <p className="address">
        <Lines>
          <b>{words.code(digits(words, story.code))}</b>
          <span>{words.version(digits(words, story.version))}</span>
          <bdi dir="ltr">{`${frame.publicUrl}/${story.code}`}</bdi>
          <span>{words.printedOn(dayWords(words, today.zone, today.at))}</span>
        </Lines>
      </p>
      {'\n'}
      <RecordLine view={view} plain />
    </footer>
  );
}
