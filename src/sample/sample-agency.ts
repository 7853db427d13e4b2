import type { Agency } from '../editions/edition.ts';
import type { SampleStory } from './sample-story.ts';
import { storiesEn1 } from './stories-en-1.ts';
import { storiesEn2 } from './stories-en-2.ts';
import { storiesEn3 } from './stories-en-3.ts';
import { storiesEn4 } from './stories-en-4.ts';
import { storiesFa1 } from './stories-fa-1.ts';
import { storiesFa2 } from './stories-fa-2.ts';
import { storiesFa3 } from './stories-fa-3.ts';
import { storiesFr1 } from './stories-fr-1.ts';
import { storiesFr2 } from './stories-fr-2.ts';

export const sampleAgency: Agency = {
  zone: 'Asia/Tbilisi',
  defaultLang: 'en',
  sample: true,
  editions: [
    {
      lang: 'en',
      dir: 'ltr',
      name: 'English',
      agency: 'Lirven Telegraph Agency',
      tagline: 'News from the Ilmer valley and the world beyond it',
      sections: [
        { slug: 'world', name: 'World' },
        { slug: 'region', name: 'Region' },
        { slug: 'economy', name: 'Economy' },
        { slug: 'science', name: 'Science' },
        { slug: 'culture', name: 'Culture' },
        { slug: 'sport', name: 'Sport' },
      ],
    },
    {
      lang: 'fr',
      dir: 'ltr',
      name: 'Français',
      agency: 'Agence télégraphique de Lirven',
      tagline: 'L’actualité de la vallée de l’Ilmer et du monde qui l’entoure',
      sections: [
        { slug: 'world', name: 'Monde' },
        { slug: 'region', name: 'Région' },
        { slug: 'economy', name: 'Économie' },
        { slug: 'science', name: 'Sciences' },
        { slug: 'culture', name: 'Culture' },
        { slug: 'sport', name: 'Sport' },
      ],
    },
    {
      lang: 'fa',
      dir: 'rtl',
      name: 'فارسی',
      agency: 'خبرگزاری لیرون',
      tagline: 'خبرهای درهٔ ایلمر و جهان پیرامون آن',
      sections: [
        { slug: 'world', name: 'جهان' },
        { slug: 'region', name: 'منطقه' },
        { slug: 'economy', name: 'اقتصاد' },
        { slug: 'science', name: 'دانش' },
        { slug: 'culture', name: 'فرهنگ' },
        { slug: 'sport', name: 'ورزش' },
      ],
    },
  ],
};

const firstCode = 101;

/** Oldest first: codes count up in the order in which the agency would have published. */
export const sampleStories: SampleStory[] = [
  ...storiesEn1,
  ...storiesEn2,
  ...storiesEn3,
  ...storiesEn4,
  ...storiesFr1,
  ...storiesFr2,
  ...storiesFa1,
  ...storiesFa2,
  ...storiesFa3,
]
  .toSorted((a, b) => b.minutesAgo - a.minutesAgo)
  .map((story, index) => ({ ...story, code: firstCode + index }));
