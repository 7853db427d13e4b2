/** The head of a front: one lead, and its seconds. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { FrontPlaces, FrontStory } from './front-places.ts';
import { StoryItem } from './StoryItem.tsx';
import type { View } from './view.ts';

const leadWidth = '(min-width: 64rem) 46rem, 100vw';
const secondWidth = '(min-width: 64rem) 22rem, (min-width: 40rem) 33vw, 100vw';
const belowWidth = '(min-width: 64rem) 16rem, 100vw';

type Props = { view: View; lead: FrontStory; seconds: FrontPlaces['seconds'] };

export function FrontTop({ view, lead, seconds: all }: Props): ReactNode {
  const isPictured = lead.pictured && lead.story.picture !== null;
  // Beside a picture three stories are higher than the lead; the fourth fills the room below it.
  const [seconds, below] = isPictured ? [all.slice(0, 3), all.slice(3)] : [all, []];
  return (
    <div className={['top', !isPictured && 'plain', all.length === 0 && 'alone'].filter(Boolean).join(' ')}>
      <Lines>
        <div className="first">
          <StoryItem
            view={view}
            story={lead.story}
            heading="h2"
            {...(isPictured ? { sizes: leadWidth } : {})}
            first
          />
        </div>
        {seconds.length > 0 && (
          <div className="seconds">
            <Lines>
              {seconds.map((one) => (
                <Second key={one.story.code} view={view} one={one} />
              ))}
            </Lines>
          </div>
        )}
        {below.map((one) => (
          <div key={one.story.code} className="below-lead">
            <Second view={view} one={one} sizes={belowWidth} />
          </div>
        ))}
      </Lines>
    </div>
  );
}

type SecondProps = { view: View; one: FrontStory; sizes?: string };

function Second({ view, one: { story, pictured }, sizes = secondWidth }: SecondProps): ReactNode {
  return <StoryItem view={view} story={story} heading="h2" {...(pictured ? { sizes } : {})} />;
}
