/** One story in a list, from a bare headline to a headline with lead and picture. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { Gone } from '../list-store.ts';
import type { StoryInList } from '../page-data.ts';
import { digits, listTimeWords, shortDayWords } from '../words/dates.ts';
import { headlineClass } from './headline-class.ts';
import { Picture } from './Picture.tsx';
import { otherLang, type View } from './view.ts';

type Item = {
  view: View;
  story: StoryInList;
  heading: 'h2' | 'h3';
  /** How wide its picture is shown; without it no picture is. */
  sizes?: string;
  first?: boolean;
  lead?: ReactNode;
  /** Whether its credit is named beside its place. */
  credited?: boolean;
};

/** `lead`: what stands below the headline; the story's own lead where nothing is given. */
export function StoryItem({
  view,
  story,
  heading: Heading,
  sizes,
  first = false,
  lead,
  credited = false,
}: Item): ReactNode {
  const said = lead ?? story.lead;
  if (story.gone)
    return (
      <article className="item">
        <Lines>
          <Heading>
            <GoneLink view={view} story={story} gone={story.gone} />
          </Heading>
          <Meta view={view} story={story} credited={false} />
        </Lines>
      </article>
    );
  return (
    <article className="item" {...otherLang(view, story.lang)}>
      <Lines>
        <Heading {...headlineClass(story.headline)}>
          <a href={story.href}>{story.headline}</a>
        </Heading>
        {sizes && story.picture && (
          <figure>
            <Picture picture={story.picture} sizes={sizes} first={first} cut />
            {'\n'}
            {story.picture.credit && <figcaption>{story.picture.credit}</figcaption>}
          </figure>
        )}
        {said && <p className="lead">{said}</p>}
        <Meta view={view} story={story} credited={credited} />
      </Lines>
    </article>
  );
}

/** Time and headline on one line. */
export function Brief({ view, story }: { view: View; story: StoryInList }): ReactNode {
  return (
    <li className="brief" {...otherLang(view, story.lang)}>
      <Lines>
        <ListTime view={view} at={story.at} />
        {story.gone ? (
          <GoneLink view={view} story={story} gone={story.gone} />
        ) : (
          <a href={story.href}>{story.headline}</a>
        )}
      </Lines>
    </li>
  );
}

/** The place of a story that was taken back since: when, and its code, and none of its words. */
function GoneLink({ view, story, gone }: { view: View; story: StoryInList; gone: Gone }): ReactNode {
  const { words, zone } = view;
  const said = words.record.tombstones[gone.state].said(shortDayWords(words, zone, gone.at));
  return (
    <a href={story.href}>
      {words.code(digits(words, story.code))}: {said}
    </a>
  );
}

function Meta({ view, story, credited }: { view: View; story: StoryInList; credited: boolean }): ReactNode {
  return (
    <p className="meta">
      <Lines>
        <ListTime view={view} at={story.at} />
        {story.dateline && <span>{story.dateline}</span>}
        {credited && story.credit && <span>{story.credit}</span>}
      </Lines>
    </p>
  );
}

export function ListTime({ view, at }: { view: View; at: Date }): ReactNode {
  const { words, zone, frame } = view;
  return <time dateTime={at.toISOString()}>{listTimeWords(words, zone, at, frame.today)}</time>;
}
