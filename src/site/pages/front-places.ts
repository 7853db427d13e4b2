/** Which story stands where on a front, and what of it is shown there. Each story has one place. */
import { fillFront, type Placed } from '../../fronts/fill-front.ts';
import { showsPicture } from '../../fronts/slots.ts';
import type { FrontPageData, FrontPin, ListPageData, StoryInList } from '../page-data.ts';

/** A story in its place: under the front's own headline where it has one. */
export type FrontStory = { slot: string; story: StoryInList; pictured: boolean };

export type FrontPlaces = {
  lead: FrontStory | null;
  seconds: FrontStory[];
  sections: { slug: string; name: string; stories: FrontStory[] }[];
  briefs: StoryInList[];
};

const mostBriefs = 12;

export function frontPlaces({ stories, sections, ...head }: FrontPageData): FrontPlaces {
  const filled = fillFront({ ...head, newest: stories, sections });
  return {
    lead: filled.lead && shown(filled.lead),
    seconds: filled.seconds.map(shown),
    sections: filled.sections.map(({ slug, placed }) => ({
      slug,
      name: sections.find((section) => section.slug === slug)?.name ?? '',
      stories: placed.map(shown),
    })),
    briefs: filled.rest.slice(0, mostBriefs),
  };
}

/** A section's page: the newest leads; where editors arranged it there are others beside. The rest is a list. */
export function sectionPlaces(
  { stories }: Pick<ListPageData, 'stories'>,
  head: Pick<FrontPageData, 'pins' | 'pinned'>,
): Pick<FrontPlaces, 'lead' | 'seconds'> & { rest: StoryInList[] } {
  const isArranged = head.pins.some(({ code }) => head.pinned.some((story) => story.code === code));
  const filled = fillFront({ ...head, newest: stories, sections: [] }, isArranged ? {} : { seconds: [] });
  return { lead: filled.lead && shown(filled.lead), seconds: filled.seconds.map(shown), rest: filled.rest };
}

function shown({ slot, story, pin }: Placed<StoryInList, FrontPin>): FrontStory {
  const pictured = pin ? pin.picture : showsPicture(slot);
  // What was taken back has no words, its front headline neither.
  return {
    slot,
    pictured,
    story: pin?.headline && !story.gone ? { ...story, headline: pin.headline } : story,
  };
}
