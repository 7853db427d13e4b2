/** Stories of one section, topic or byline, newest first; a section's first page has a head above them. */
import { Lines } from '../../text/lines.tsx';
import type { Frame, ListPageData } from '../page-data.ts';
import { documentHtml, type Head } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { FrontTop } from './FrontTop.tsx';
import { sectionPlaces } from './front-places.ts';
import { listPath } from './list-path.ts';
import { Masthead } from './Masthead.tsx';
import { NewerOlder } from './NewerOlder.tsx';
import { StoryItem } from './StoryItem.tsx';
import { viewOf } from './view.ts';

const pictureWidth = '(min-width: 40rem) 12rem, 100vw';

export function renderList(frame: Frame, data: ListPageData): string {
  const view = viewOf(frame);
  const isFirst = data.newer === null;
  const head: Head = {
    title: data.title,
    description: '',
    canonical: isFirst ? `/${view.lang}/${data.kind}/${encodeURIComponent(data.slug)}` : null,
    ...(data.kind === 'byline'
      ? {}
      : { feed: { name: data.title, path: listPath(view.lang, { list: data.kind, slug: data.slug }) } }),
    hidden: !isFirst,
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
          {data.kind === 'thread' && <p className="label">{view.words.thread}</p>}
          <h1>{data.title}</h1>
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
