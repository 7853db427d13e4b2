import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { paragraphs } from '../../text/story-text.ts';
import { readSheet } from '../assets.ts';
import { liteStyle } from '../css/lite-style.ts';
import { frameOf, picture, storyInList, storyPage } from './page-fixtures.ts';
import { renderStoryLite } from './StoryLite.tsx';
import { renderStoryPage } from './StoryPage.tsx';
import { renderStoryPrint } from './StoryPrint.tsx';
import { renderStoryText } from './story-plain.ts';

const forms = { page: renderStoryPage, print: renderStoryPrint, lite: renderStoryLite };
const hostile = `</script><script>alert('x')</script>"><img src=x onerror=alert(1)>&amp;'`;

describe('a story’s page', () => {
  it('says its language, direction and one true address', () => {
    for (const render of Object.values(forms)) {
      const html = render(frameOf('fa'), storyPage({ lang: 'fa', href: '/fa/271032/x' }));
      expect(html).toMatch(/^<!doctype html>\n<html lang="fa" dir="rtl">/);
      expect(html).toContain('<link rel="canonical" href="https://news.example/fa/271032/x"/>');
    }
  });

  it('shows the date line exactly, in English and in Persian', () => {
    expect(dateLine('en')).toBe('Saturday 5 August 2017 11:54 GMT+4:30 No. 271032');
    expect(dateLine('fa')).toBe('شنبه ۱۴ مرداد ۱۳۹۶ ۵ اوت ۲۰۱۷ ۱۱:۵۴ گرینویچ \u200e+۴:۳۰ شمارهٔ ۲۷۱۰۳۲');
  });

  it('has its headline once as a heading', () => {
    for (const render of Object.values(forms)) {
      const document = dom(render(frameOf('en'), storyPage()));
      expect([...document.querySelectorAll('h1')].map((heading) => heading.textContent)).toEqual([
        'Pilots end strike',
      ]);
      expect(text(document).split('Pilots end strike')).toHaveLength(2);
    }
  });

  it('lets no field become markup', () => {
    const named = { slug: hostile, name: hostile };
    const related = [
      storyInList(1, hostile, { lead: hostile, credit: hostile, dateline: hostile, href: hostile }),
    ];
    const story = storyPage({
      headline: hostile,
      lead: hostile,
      body: paragraphs(hostile),
      dateline: hostile,
      credit: hostile,
      byline: hostile,
      section: named,
      topics: [named],
      translations: [{ lang: 'fa', name: hostile, href: hostile, headline: hostile }],
      related,
    });
    for (const render of Object.values(forms)) {
      const document = dom(render(frameOf('en'), story));
      expect(
        document.querySelectorAll(
          'script:not([type="application/ld+json"]):not([src="/assets/reader.js"]), [onerror]',
        ),
      ).toHaveLength(0);
      expect(document.querySelector('h1')?.textContent).toBe(hostile);
      for (const block of document.querySelectorAll('script[type="application/ld+json"]')) {
        const { headline, itemListElement } = JSON.parse(block.textContent ?? '');
        expect(headline ?? itemListElement.at(-1).name).toBe(hostile);
      }
    }
  });

  it('names its translations, itself among them', () => {
    const document = dom(renderStoryPage(frameOf('en'), storyPage()));
    const links = [...document.querySelectorAll('link[rel=alternate]')]
      .filter((link) => link.hasAttribute('hrefLang'))
      .map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      'https://news.example/en/271032/pilots-end-strike',
      'https://news.example/fa/271033/-',
      // For readers of neither language.
      'https://news.example/en/271032/pilots-end-strike',
    ]);
  });

  it('reserves the place of a picture, and is lazy only below the first', () => {
    const image = {
      picture: picture.hash,
      src: null,
      alt: '',
      caption: 'c',
      credit: '',
      width: 1,
      height: 1,
    };
    const block = { type: 'image' as const, attrs: image };
    const html = renderStoryPage(
      frameOf('en'),
      storyPage({ body: { type: 'doc', content: [block, block] } }),
    );
    const images = [...dom(html).querySelectorAll('img')];
    expect(images.map((one) => one.getAttribute('loading'))).toEqual([null, 'lazy']);
    expect(
      images.every((one) => one.getAttribute('width') === '1600' && one.getAttribute('height') === '1000'),
    ).toBe(true);
    expect(html).toContain(`/picture/${picture.hash}/640.webp 640w`);
  });

  it('asks for one font, and lite for nothing', () => {
    expect(renderStoryPage(frameOf('en'), storyPage()).match(/\.woff2/g)).toHaveLength(1);
    const lite = renderStoryLite(frameOf('en'), storyPage());
    expect(dom(lite).querySelectorAll('link[rel=stylesheet], link[rel=preload], img, script')).toHaveLength(
      0,
    );
    expect(lite).toContain(`<style>${liteStyle}</style>`);
  });

  it('lists the addresses of its links on paper, with code, version and day of printing', () => {
    const link = { type: 'link' as const, attrs: { href: 'https://tides.example/halim' } };
    const content = [{ type: 'text' as const, text: 'tides', marks: [link] }];
    const story = storyPage({ body: { type: 'doc', content: [{ type: 'paragraph', content }] } });
    const words = text(dom(renderStoryPrint(frameOf('en'), story)));
    expect(words).toContain('https://tides.example/halim');
    expect(words).toMatch(
      /No\. 271032 Version 2 https:\/\/news\.example\/271032 Printed on Monday 31 March 2025 Record up to act 37 \S+=$/,
    );
  });

  it('sets its topics and its subjects apart, under the name of each', () => {
    const story = storyPage({ subjects: [{ code: '04000000', name: 'Ports' }] });
    const page = dom(renderStoryPage(frameOf('en'), story));
    const lists = [...page.querySelectorAll('.beside section:has(.topics, .subjects)')].map((section) => [
      section.querySelector('h2')?.textContent,
      [...section.querySelectorAll('a')].map((one) => `${one.textContent} ${one.getAttribute('href')}`),
    ]);
    expect(lists).toEqual([
      ['Topics', ['Ports /en/topic/ports']],
      ['Subjects', ['Ports /en/subject/04000000']],
    ]);
    const lite = dom(renderStoryLite(frameOf('en'), story));
    const lines = [...lite.querySelectorAll('footer p')].map((one) => oneLine(one.textContent ?? ''));
    expect(lines.slice(0, 2)).toEqual(['Topics: Ports', 'Subjects: Ports']);
    expect(
      [...lite.querySelectorAll('footer p a')].slice(0, 2).map((one) => one.getAttribute('href')),
    ).toEqual(['/en/topic/ports/lite', '/en/subject/04000000/lite']);
    expect(text(dom(renderStoryPrint(frameOf('fa'), story)))).toContain(
      'موضوع‌ها: Ports رده‌های موضوعی: Ports (04000000)',
    );
  });

  it('is plain text where plain text is asked for', () => {
    expect(renderStoryText(frameOf('en'), storyPage({ updatedAt: null }))).toBe(
      [
        'A sample: this agency, its people and its stories are invented.',
        'Harbour News · From the quays',
        'Saturday 5 August 2017 · 11:54 GMT+4:30 · No. 271032',
        'Pilots end strike',
        'Harbour · Halim · By Lina Haddad',
        'The two sides signed after midnight.',
        'Pilots will board again from the morning tide.',
        'Eleven ships wait in the roads.',
        'https://news.example/271032',
        'Record up to act 37: aGVhZCBvZiB0aGUgbG9nIG9mIHRoZSBoYXJib3VyIG4=\n',
      ].join('\n\n'),
    );
  });

  it('keeps within its weight', () => {
    const sentence =
      'The harbour engineer said that divers would look at the foot of the wall when the sea allowed';
    const long = paragraphs(
      ...Array.from({ length: 24 }, (_, at) => `${sentence}, on day ${at * 7919}. ${sentence} ${at}.`),
    );
    const related = Array.from({ length: 10 }, (_, at) => storyInList(271_000 + at, `${sentence} ${at}`));
    const story = storyPage({ body: long, related });
    expect(weight(renderStoryPage(frameOf('en'), story))).toBeLessThanOrEqual(18 * 1024);
    expect(weight(renderStoryLite(frameOf('en'), story))).toBeLessThanOrEqual(12 * 1024);
    expect(weight(readSheet())).toBeLessThanOrEqual(12 * 1024);
  });
});

function dateLine(lang: 'en' | 'fa'): string {
  const document = dom(renderStoryPage(frameOf(lang), storyPage()));
  return oneLine(document.querySelector('.date-line')?.textContent ?? '');
}

function dom(html: string) {
  return parseHTML(html).document;
}

function text(document: ReturnType<typeof dom>): string {
  return oneLine(document.body.textContent ?? '');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function weight(html: string): number {
  return gzipSync(html, { level: 9 }).length;
}
