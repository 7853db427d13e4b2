/** Which story stands where on a front. Each story has one place. */
import type { FrontPageData, StoryInList } from '../page-data.ts';

export type FrontPlaces = {
  lead: StoryInList | null;
  seconds: StoryInList[];
  sections: FrontPageData['sections'];
  briefs: StoryInList[];
};

const mostSeconds = 4;
const mostInSection = 5;
const mostBriefs = 12;

export function frontPlaces({ stories, sections }: FrontPageData): FrontPlaces {
  const [lead = null, ...rest] = stories;
  const seconds = rest.slice(0, mostSeconds);
  const placed = new Set([lead, ...seconds].map((story) => story?.code));
  const unplaced = (story: StoryInList) => !placed.has(story.code);
  const shown = sections.flatMap((section) => {
    const own = section.stories.filter(unplaced).slice(0, mostInSection);
    for (const story of own) placed.add(story.code);
    return own.length > 0 ? [{ ...section, stories: own }] : [];
  });
  return { lead, seconds, sections: shown, briefs: rest.filter(unplaced).slice(0, mostBriefs) };
}
