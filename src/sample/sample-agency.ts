import type { Agency } from '../editions/edition.ts';
import type { SampleStory } from './sample-story.ts';
import { storiesAr1 } from './stories-ar-1.ts';
import { storiesAr2 } from './stories-ar-2.ts';
import { storiesEn1 } from './stories-en-1.ts';
import { storiesEn2 } from './stories-en-2.ts';
import { storiesEn3 } from './stories-en-3.ts';
import { storiesEn4 } from './stories-en-4.ts';
import { storiesEs1 } from './stories-es-1.ts';
import { storiesEs2 } from './stories-es-2.ts';
import { storiesFa1 } from './stories-fa-1.ts';
import { storiesFa2 } from './stories-fa-2.ts';
import { storiesFa3 } from './stories-fa-3.ts';
import { storiesFr1 } from './stories-fr-1.ts';
import { storiesFr2 } from './stories-fr-2.ts';
import { storiesFr3 } from './stories-fr-3.ts';
import { storiesRu1 } from './stories-ru-1.ts';
import { storiesRu2 } from './stories-ru-2.ts';

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
    {
      lang: 'ar',
      dir: 'rtl',
      name: 'العربية',
      agency: 'وكالة ليرفن للأنباء',
      tagline: 'أخبار وادي إيلمر والعالم من حوله',
      sections: [
        { slug: 'world', name: 'العالم' },
        { slug: 'region', name: 'المنطقة' },
        { slug: 'economy', name: 'الاقتصاد' },
        { slug: 'science', name: 'العلوم' },
        { slug: 'culture', name: 'الثقافة' },
        { slug: 'sport', name: 'الرياضة' },
      ],
      dates: { calendar: 'gregory', beside: 'islamic-umalqura', numerals: 'arab' },
    },
    {
      lang: 'ru',
      dir: 'ltr',
      name: 'Русский',
      agency: 'Лирвенское телеграфное агентство',
      tagline: 'Новости долины Ильмера и мира вокруг неё',
      sections: [
        { slug: 'world', name: 'Мир' },
        { slug: 'region', name: 'Регион' },
        { slug: 'economy', name: 'Экономика' },
        { slug: 'science', name: 'Наука' },
        { slug: 'culture', name: 'Культура' },
        { slug: 'sport', name: 'Спорт' },
      ],
    },
    {
      lang: 'es',
      dir: 'ltr',
      name: 'Español',
      agency: 'Agencia Telegráfica de Lirven',
      tagline: 'Noticias del valle del Ilmer y del mundo que lo rodea',
      sections: [
        { slug: 'world', name: 'Mundo' },
        { slug: 'region', name: 'Región' },
        { slug: 'economy', name: 'Economía' },
        { slug: 'science', name: 'Ciencia' },
        { slug: 'culture', name: 'Cultura' },
        { slug: 'sport', name: 'Deporte' },
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
  ...storiesFr3,
  ...storiesFa1,
  ...storiesFa2,
  ...storiesFa3,
  ...storiesAr1,
  ...storiesAr2,
  ...storiesRu1,
  ...storiesRu2,
  ...storiesEs1,
  ...storiesEs2,
]
  .toSorted((a, b) => b.minutesAgo - a.minutesAgo)
  .map((story, index) => ({ ...story, code: firstCode + index }));
