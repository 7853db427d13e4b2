/** An edition's front: one lead, its seconds, briefs, and the sections. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { Frame, FrontPageData, StoryInList } from '../page-data.ts';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { FrontTop } from './FrontTop.tsx';
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
            <FrontTop view={view} lead={places.lead} seconds={places.seconds} />
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

const sectionWidth = '(min-width: 64rem) 22rem, (min-width: 40rem) 45vw, 100vw';

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
              {head && (
                <StoryItem
                  view={view}
                  story={head.story}
                  heading="h3"
                  {...(head.pictured ? { sizes: sectionWidth } : {})}
                />
              )}
              {rest.length > 0 && (
                <ul className="briefs">
                  <Lines>
                    {rest.map(({ story }) => (
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
