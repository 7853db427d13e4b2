import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { SearchPageData, StoryInList } from '../page-data.ts';
import { renderFront } from './FrontPage.tsx';
import { frontPlaces } from './front-places.ts';
import { renderList } from './ListPage.tsx';
import { frameOf, picture, storyInList } from './page-fixtures.ts';
import { renderNotFound, renderWrong } from './RefusalPage.tsx';
import { renderSearch } from './SearchPage.tsx';

const hostile = `"><script>alert(1)</script>`;
const none = { lang: '', section: '', topic: '', byline: '', code: '', from: '', to: '', sort: '' };
const asked: SearchPageData = {
  typed: { q: '', ...none },
  dayField: 'date',
  dayExample: '2017-08-05',
  orders: { date: '/en/search', relevance: '/en/search?sort=relevance' },
  count: null,
  more: false,
  hits: [],
  widened: null,
  first: null,
  next: null,
  remarks: [],
  offer: null,
  feed: null,
  wrong: null,
};

const empty = { stories: [], sections: [], pins: [], pinned: [] };

describe('a front', () => {
  it('gives each story one place, whether it has 1, 3 or 300', () => {
    for (const length of [1, 3, 300]) {
      const stories = Array.from({ length }, (_, at) => storyInList(300 - at, `Story ${at}`));
      const sections = [{ slug: 'world', name: 'World', stories }];
      const { lead, seconds, sections: shown, briefs } = frontPlaces({ ...empty, stories, sections });
      const placed = [...(lead ? [lead] : []), ...seconds, ...shown.flatMap((section) => section.stories)];
      const all: StoryInList[] = [...placed.map(({ story }) => story), ...briefs];
      expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
      expect(all.length).toBe(Math.min(length, 22));
    }
  });

  it('says so when nothing is published', () => {
    expect(renderFront(frameOf('en'), empty)).toContain('The first story has not been published yet.');
  });

  it('shows on the tape that a story was taken back by its code alone', () => {
    const at = new Date('2025-03-31T05:00:00Z');
    const entry = { code: 7, actId: 3, headline: '', href: '/7', at, reasonClass: '' };
    const tape = [
      { ...entry, kind: 'kill', gone: 'killed' as const },
      {
        ...entry,
        kind: 'correct',
        reasonClass: 'clarified',
        headline: 'Pier',
        href: '/en/7/pier',
        gone: null,
      },
    ];
    const { document } = parseHTML(renderFront({ ...frameOf('en'), tape }, empty));
    const said = [...document.querySelectorAll('.tape li')].map((one) =>
      one.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(said).toEqual(['08:30 Killed No. 7', '08:30 Clarification Pier']);
  });

  it('names on the tape what an act did, and escapes what it quotes', () => {
    const at = new Date('2025-03-31T05:00:00Z');
    const tape = [{ actId: 1, code: 7, headline: hostile, href: '/en/7/x', at, kind: 'correct' }];
    const html = renderFront({ ...frameOf('en'), tape }, { ...empty, stories: [storyInList(7, hostile)] });
    const { document } = parseHTML(html);
    expect(document.querySelector('.tape li')?.textContent?.split(/\s+/).slice(0, 2)).toEqual([
      '08:30',
      'Correction',
    ]);
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  });
});

describe('a front that editors arranged', () => {
  const stories = [9, 8, 7].map((code) => storyInList(code, `Story ${code}`, { picture }));
  const pin = { slot: 'lead', code: 7, until: null, headline: 'In other words', picture: false };
  const headlines = (html: string) =>
    [...parseHTML(html).document.querySelectorAll('main h2 a')].map((one) => one.textContent);

  it('shows the headline that it gives a story, its address as ever, and no picture where none is wanted', () => {
    const html = renderFront(frameOf('en'), { ...empty, stories, pins: [pin], pinned: stories });
    expect(headlines(html).slice(0, 3)).toEqual(['In other words', 'Story 9', 'Story 8']);
    const { document } = parseHTML(html);
    expect(document.querySelector('.first h2 a')?.getAttribute('href')).toBe(stories[2]?.href);
    expect(document.querySelectorAll('.first img')).toHaveLength(0);
    expect(document.querySelectorAll('.seconds img')).toHaveLength(1);
  });

  it('has no word for a story that was taken back, but its place', () => {
    const gone = { state: 'killed', at: new Date(0), reasonClass: 'inaccurate', actId: 4 } as const;
    const lost = storyInList(7, '', { gone });
    const html = renderFront(frameOf('en'), { ...empty, stories: [lost], pins: [pin], pinned: [lost] });
    expect(html).not.toContain('In other words');
    expect(headlines(html)[0]).toMatch(/^No\. 7: /);
  });

  it('gives a section a lead, and others beside it only where somebody arranged it', () => {
    const data = {
      kind: 'section',
      slug: 'world',
      title: 'World',
      stories,
      newer: null,
      older: null,
    } as const;
    const list = (pins: (typeof pin)[]) => {
      const head = { pins, pinned: stories };
      const { document } = parseHTML(renderList(frameOf('en'), { ...data, stories: [...stories], head }));
      return ['.first', '.seconds', '.list'].map(
        (part) => document.querySelectorAll(`main ${part} article`).length,
      );
    };
    expect(list([])).toEqual([1, 0, 2]);
    expect(list([pin])).toEqual([1, 2, 0]);
    expect(list([{ ...pin, code: 77 }])).toEqual([1, 0, 2]);
  });
});

describe('a list', () => {
  it('has its true address only on its first page', () => {
    const data = {
      kind: 'section',
      slug: 'world',
      title: hostile,
      head: null,
      stories: [storyInList(7, 'x')],
      older: '/o',
    } as const;
    const first = renderList(frameOf('en'), { ...data, stories: [...data.stories], newer: null });
    expect(first).toContain('<link rel="canonical" href="https://news.example/en/section/world"/>');
    expect(first).not.toContain('<script>');
    expect(renderList(frameOf('en'), { ...data, stories: [], newer: '/n' })).not.toContain('rel="canonical"');
  });

  it('of a section names the same one of the other editions that have it, and of no other list', () => {
    const languages = (kind: 'section' | 'topic', slug: string, lang: 'en' | 'fa' = 'en') => {
      const data = { kind, slug, title: 'x', stories: [], head: null, newer: null, older: null };
      const { document } = parseHTML(renderList(frameOf(lang), data));
      return [...document.querySelectorAll('link')]
        .filter((link) => link.hasAttribute('hrefLang'))
        .map((link) => [link.getAttribute('hrefLang'), link.getAttribute('href')]);
    };
    const [english, persian] = ['en', 'fa'].map((lang) => [
      lang,
      `https://news.example/${lang}/section/world`,
    ]);
    const otherwise = ['x-default', 'https://news.example/en/section/world'];
    expect(languages('section', 'world')).toEqual([english, persian, otherwise]);
    expect(languages('section', 'world', 'fa')).toEqual([persian, english, otherwise]);
    expect(languages('section', 'harbour')).toEqual([]);
    expect(languages('topic', 'world')).toEqual([]);
  });
});

describe('the search page', () => {
  it('counts in the language’s own numbers and plurals', () => {
    expect(renderSearch(frameOf('en'), { ...asked, typed: { q: 'x', ...none }, count: 1 })).toContain(
      '>1 story<',
    );
    expect(
      renderSearch(frameOf('en'), { ...asked, typed: { q: 'x', ...none }, count: 1000, more: true }),
    ).toContain('>More than 1,000 stories<');
    expect(renderSearch(frameOf('fa'), { ...asked, typed: { q: 'x', ...none }, count: 12 })).toContain(
      '>۱۲ خبر<',
    );
  });

  it('marks the hit and keeps the question in the form', () => {
    const hit = {
      ...storyInList(7, 'x'),
      snippet: [
        { text: 'the ', hit: false },
        { text: hostile, hit: true },
      ],
    };
    const html = renderSearch(frameOf('en'), {
      ...asked,
      typed: { q: hostile, ...none },
      count: 1,
      hits: [hit],
    });
    const { document } = parseHTML(html);
    expect(document.querySelector('mark')?.textContent).toBe(hostile);
    expect(document.querySelector('input[name=q]')?.getAttribute('value')).toBe(hostile);
    expect(document.querySelectorAll('script')).toHaveLength(0);
  });

  it('says what is wrong with a date', () => {
    expect(renderSearch(frameOf('en'), { ...asked, wrong: 'There is no 31 June.' })).toContain(
      'There is no 31 June.',
    );
  });
});

describe('a refusal', () => {
  it('is the same bytes wherever nothing is published', () => {
    const secret = { ...frameOf('en'), path: '/en/999/secret-deal' };
    expect(renderNotFound(secret)).toBe(renderNotFound(frameOf('en')));
  });

  it('escapes its sentence', () => {
    expect(renderWrong(frameOf('en'), hostile)).not.toContain('<script>');
  });
});
