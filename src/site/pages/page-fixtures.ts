/** An invented agency with one story per language, for the tests of pages. */
import { plainPages } from '../../editions/agency-pages.ts';
import type { Agency } from '../../editions/edition.ts';
import { paragraphs } from '../../text/story-text.ts';
import type { Frame, PagePicture, StoryInList, StoryPageData } from '../page-data.ts';

export const agency: Agency = {
  zone: 'Asia/Tehran',
  defaultLang: 'en',
  sample: true,
  editions: [
    {
      lang: 'en',
      dir: 'ltr',
      name: 'English',
      agency: 'Harbour News',
      tagline: 'From the quays',
      sections: [{ slug: 'world', name: 'World' }],
    },
    {
      lang: 'fa',
      dir: 'rtl',
      name: 'فارسی',
      agency: 'خبر بندر',
      tagline: 'از اسکله‌ها',
      sections: [{ slug: 'world', name: 'جهان' }],
    },
  ],
};

export function frameOf(lang: 'en' | 'fa'): Frame {
  return {
    agency,
    edition: agency.editions[lang === 'en' ? 0 : 1] as Agency['editions'][number],
    publicUrl: 'https://news.example',
    path: `/${lang}/271032/x`,
    today: '2025-03-31',
    assets: {
      css: '/assets/site.css',
      printCss: null,
      reader: '/assets/reader.js',
      fonts: { latin: '/assets/l.woff2', cyrillic: '/assets/c.woff2', arabic: '/assets/a.woff2' },
    },
    logo: null,
    tape: [],
    moment: null,
    pages: plainPages,
    checkpoint: { size: 37, root: 'aGVhZCBvZiB0aGUgbG9nIG9mIHRoZSBoYXJib3VyIG4=' },
  };
}

export const picture: PagePicture = {
  hash: 'a'.repeat(64),
  alt: 'A quay',
  caption: 'The quay at dawn',
  credit: 'N. Reyl',
  width: 1600,
  height: 1000,
  widths: [320, 640, 1280],
  focal: null,
};

export function storyInList(code: number, headline: string, more: Partial<StoryInList> = {}): StoryInList {
  const at = new Date('2017-08-05T07:24:00Z');
  const base = {
    lang: 'en',
    href: `/en/${code}/x`,
    lead: 'A lead.',
    credit: 'Harbour',
    dateline: 'Halim',
    section: 'World',
  };
  return { ...base, code, headline, at, picture: null, actId: 1, gone: null, ...more };
}

export function storyPage(more: Partial<StoryPageData> = {}): StoryPageData {
  return {
    code: 271032,
    lang: 'en',
    version: 2,
    href: '/en/271032/pilots-end-strike',
    headline: 'Pilots end strike',
    lead: 'The two sides signed after midnight.',
    body: paragraphs('Pilots will board again from the morning tide.', 'Eleven ships wait in the roads.'),
    dateline: 'Halim',
    credit: 'Harbour',
    byline: 'Lina Haddad',
    section: { slug: 'world', name: 'World' },
    topics: [{ slug: 'ports', name: 'Ports' }],
    subjects: [{ code: '20000523', name: 'labour relations' }],
    thread: null,
    at: new Date('2017-08-05T07:24:00Z'),
    updatedAt: new Date('2017-08-06T05:00:00Z'),
    corrected: false,
    notices: [],
    gaps: [],
    pictures: new Map([[picture.hash, picture]]),
    translations: [{ lang: 'fa', name: 'فارسی', href: '/fa/271033/-', headline: 'پایان اعتصاب' }],
    comments: null,
    threadBefore: [],
    threadAfter: [],
    related: [storyInList(271001, 'Rice harvest above mean')],
    sharesTopics: false,
    actIds: [1],
    ...more,
  };
}
