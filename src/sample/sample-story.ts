import type { StoryFields } from '../stories/story.ts';

/** One story of the invented agency. */
export type SampleStory = {
  /** Below 1,000, where no real story gets its code by itself. */
  code: number;
  lang: 'en' | 'fr' | 'fa';
  /** Age at the installation's first start. */
  minutesAgo: number;
  /** Translations of each other share a key; null: none. */
  group: string | null;
  fields: StoryFields;
};
