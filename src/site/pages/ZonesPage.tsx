/** The zones in which one story's times can be had, from west to east, each with the time that clocks there showed. */
import type { ReactNode } from 'react';
import { each, Lines } from '../../text/lines.tsx';
import type { PageForm } from '../address.ts';
import type { Frame, StoryPageData } from '../page-data.ts';
import { zoneChoices, zoneQuery } from '../reader-zone.ts';
import { digits, shortDayWords, timeWords, zoneWords } from '../words/dates.ts';
import { DateLine } from './DateLine.tsx';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { litePage } from './LitePage.tsx';
import { inForm } from './lite-path.ts';
import { Masthead } from './Masthead.tsx';
import { type View, viewOf } from './view.ts';

type Dated = Pick<StoryPageData, 'code' | 'href' | 'headline' | 'at'>;

export function renderZones(frame: Frame, story: Dated): string {
  const view = viewOf(frame);
  const title = titleOf(view, story);
  const body: ReactNode = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list zones">
        <Lines>
          <h1>{title}</h1>
          <ZonesText view={view} story={story} form="page" />
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  return documentHtml(view, { title, description: '', canonical: null, hidden: true }, body, 'zones-page');
}

/** In one small request. */
export function renderZonesLite(frame: Frame, story: Dated): string {
  const view = viewOf(frame);
  const page = { title: titleOf(view, story), path: frame.path, canonical: false };
  return litePage(view, page, <ZonesText view={view} story={story} form="lite" />);
}

function titleOf({ words }: View, { code }: Dated): string {
  return words.zones.title(words.code(digits(words, code)));
}

type Shown = { view: View; story: Dated; form: PageForm };

function ZonesText({ view, story, form }: Shown): ReactNode {
  const { words, zone } = view;
  const ownDay = shortDayWords(words, zone, story.at);
  const href = inForm(form, story.href);
  return (
    <Lines>
      <p className="of">
        <a className="plainly" href={href}>
          {story.headline}
        </a>
      </p>
      <DateLine view={view} story={story} />
      <p>{words.zones.intro}</p>
      <dl>
        {each(zoneChoices(words, story.at), (choices) => {
          const there = choices[0]?.zone ?? zone;
          const day = shortDayWords(words, there, story.at);
          return (
            <Lines>
              <dt>
                <b>{timeWords(words, there, story.at)}</b> {zoneWords(words, there, story.at)}
                {day !== ownDay && <small> {day}</small>}
              </dt>
              <dd>
                {each(choices, (choice) => (
                  <a href={`${href}?${zoneQuery(choice.zone)}`} rel="nofollow">
                    {choice.name}
                  </a>
                ))}
              </dd>
            </Lines>
          );
        })}
      </dl>
    </Lines>
  );
}
