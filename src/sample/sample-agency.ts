import type { Agency } from '../editions/edition.ts';
import type { SampleStory } from './sample-story.ts';

export const sampleAgency: Agency = {
  zone: 'Asia/Tbilisi',
  defaultLang: 'en',
  sample: true,
  editions: [{ lang: 'en', dir: 'ltr', name: 'English', agency: 'X', tagline: '', sections: [] }],
};
export const sampleStories: SampleStory[] = [];
