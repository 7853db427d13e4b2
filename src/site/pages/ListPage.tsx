/** Stories of one section, topic, subject, thread or byline, newest first; a section's first page has a head above them. */
import type { ReactNode } from 'react';
import { kindOfTopic, textOfTopic } from '../../editions/agency-pages.ts';
import { editionsWithSection } from '../../editions/edition.ts';
import { Lines } from '../../text/lines.tsx';
import type { Frame, ListPageData } from '../page-data.ts';
import { documentHtml, type Head } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { FrontTop } from './FrontTop.tsx';
import { sectionPlaces } from './front-places.ts';
import { listData } from './list-data.ts';
import { listPath } from './list-path.ts';
import { Masthead } from './Masthead.tsx';
import { NewerOlder } from './NewerOlder.tsx';
import { StoryItem } from './StoryItem.tsx';
import { type View, viewOf } from './view.ts';

const pictureWidth = '(min-width: 40rem) 12rem, 100vw';

export function renderList(frame: Frame, data: ListPageData): string {
  const view = viewOf(frame);
  const isFirst = data.newer === null;
  const ownPath = listPath(view.lang, { list: data.kind, slug: data.slug });
  const described = isFirst ? descriptionOf(view, data) : '';
  const head: Head = {
    title: data.title,
    description: described,
    canonical: isFirst ? ownPath : null,
    feed: { name: data.title, path: ownPath },
    hidden: !isFirst,
    translations: data.kind === 'section' ? otherSections(view, data.slug) : [],
    jsonLd: isFirst
      ? listData(view, {
          name: data.title,
          path: ownPath,
          stories: data.stories,
          described,
          about: data.kind === 'topic' ? kindOfTopic(frame.pages, data.slug) : null,
        })
      : [],
  };
  const front = data.head && sectionPlaces(data, data.head);
  const stories = front ? front.rest : data.stories;
  const list = (
    <Lines>
      {stories.map((story, at) => (
        <StoryItem
          key={story.code}
          view={view}
          story={story}
          heading="h2"
          credited
          sizes={pictureWidth}
          first={at === 0 && !front}
        />
      ))}
      <NewerOlder view={view} newer={data.newer} older={data.older} />
    </Lines>
  );
  const body = (
    <Lines>
      <Masthead view={view} current={data.kind === 'section' ? data.slug : undefined} />
      <main id="text" className={front ? 'section-front' : 'list'}>
        <Lines>
          <ListKind view={view} data={data} />
          <h1>{data.title}</h1>
          {described && <p className="of-topic">{described}</p>}
          {!front?.lead && stories.length === 0 && <p>{view.words.emptyList}</p>}
          {front?.lead && <FrontTop view={view} lead={front.lead} seconds={front.seconds} />}
          {!front && list}
          {front && (stories.length > 0 || data.older) && <div className="list">{list}</div>}
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  return documentHtml(view, head, body, 'list-page');
}

/** The same section of other editions. */
function otherSections({ frame, lang }: View, slug: string): { lang: string; href: string }[] {
  return editionsWithSection(frame.agency, slug)
    .filter((edition) => edition.lang !== lang)
    .map((edition) => ({ lang: edition.lang, href: listPath(edition.lang, { list: 'section', slug }) }));
}

/** What is said of a topic under its name; the past has none, for nobody keeps what was said then. */
export function descriptionOf({ frame, lang }: View, { kind, slug }: ListPageData): string {
  return kind === 'topic' && !frame.moment ? textOfTopic(frame.pages, lang, slug) : '';
}

/** What the list is of. A section says so by its place in the masthead. */
export function ListKind({ view, data }: { view: View; data: ListPageData }): ReactNode {
  if (data.kind === 'section') return null;
  const kind = (data.kind === 'topic' && kindOfTopic(view.frame.pages, data.slug)) || data.kind;
  const { thread, around } = view.words;
  return <p className="label">{kind === 'thread' ? thread : around.kinds[kind]}</p>;
}
