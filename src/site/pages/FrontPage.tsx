/** An edition's front: one lead, its seconds, briefs, and the sections. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { Frame, FrontPageData, StoryInList } from '../page-data.ts';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { type FrontPlaces, frontPlaces } from './front-places.ts';
import { sectionPath } from './list-path.ts';
import { Masthead } from './Masthead.tsx';
import { Brief, StoryItem } from './StoryItem.tsx';
import { Tape } from './Tape.tsx';
import { type View, viewOf } from './view.ts';

export function renderFront(frame: Frame, data: FrontPageData): string {
  const view = viewOf(frame);
  const places = frontPlaces(data);
  const { tagline } = frame.edition;
  const body = (
    <Lines>
      <Masthead view={view} front />
      <Tape view={view} />
      <main id="text">
        <Lines>
          {places.lead ? (
            <Top view={view} places={places} lead={places.lead} />
          ) : (
            <p>{view.words.emptyFront}</p>
          )}
          {places.sections.length > 0 && <Sections view={view} sections={places.sections} />}
          {places.briefs.length > 0 && <Briefs view={view} briefs={places.briefs} />}
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  const canonical = `/${view.lang}/`;
  const others = frame.agency.editions.filter(({ lang }) => lang !== view.lang);
  const translations = others.map(({ lang }) => ({ lang, href: `/${lang}/` }));
  return documentHtml(
    view,
    { title: null, description: tagline, canonical, translations },
    body,
    'front-page',
  );
}

const leadWidth = '(min-width: 64rem) 46rem, 100vw';
const secondWidth = '(min-width: 64rem) 22rem, (min-width: 40rem) 33vw, 100vw';

function Top({ view, places, lead }: { view: View; places: FrontPlaces; lead: StoryInList }): ReactNode {
  const plain = lead.picture ? '' : ' plain';
  // Beside a picture three stories are higher than the lead; the fourth fills the room below it.
  const [seconds, below] = lead.picture
    ? [places.seconds.slice(0, 3), places.seconds.slice(3)]
    : [places.seconds, []];
  return (
    <div className={`top${plain}`}>
      <Lines>
        <div className="first">
          <StoryItem view={view} story={lead} heading="h2" sizes={leadWidth} first />
        </div>
        {seconds.length > 0 && (
          <div className="seconds">
            <Lines>
              {seconds.map((story, at) => (
                <StoryItem
                  key={story.code}
                  view={view}
                  story={story}
                  heading="h2"
                  {...(at === 0 ? { sizes: secondWidth } : {})}
                />
              ))}
            </Lines>
          </div>
        )}
        {below.map((story) => (
          <div key={story.code} className="below-lead">
            <StoryItem view={view} story={story} heading="h2" />
          </div>
        ))}
      </Lines>
    </div>
  );
}

function Briefs({ view, briefs }: { view: View; briefs: StoryInList[] }): ReactNode {
  return (
    <section className="more">
      <h2 className="label">{view.words.moreNews}</h2>
      {'\n'}
      <ul className="briefs">
        <Lines>
          {briefs.map((story) => (
            <Brief key={story.code} view={view} story={story} />
          ))}
        </Lines>
      </ul>
    </section>
  );
}

function Sections({ view, sections }: { view: View; sections: FrontPlaces['sections'] }): ReactNode {
  return (
    <div className="sections">
      <Lines>
        {sections.map(({ slug, name, stories: [head, ...rest] }) => (
          <section key={slug}>
            <Lines>
              <h2 className="label">
                <a href={sectionPath(view, slug)}>{name}</a>
              </h2>
              {head && <StoryItem view={view} story={head} heading="h3" />}
              {rest.length > 0 && (
                <ul className="briefs">
                  <Lines>
                    {rest.map((story) => (
                      <Brief key={story.code} view={view} story={story} />
                    ))}
                  </Lines>
                </ul>
              )}
            </Lines>
          </section>
        ))}
      </Lines>
    </div>
  );
}
