/** On which side marks, brackets and figures stand where two directions meet, as a browser draws them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { paragraphs, type StoryText } from '../../text/story-text.ts';
import type { StoryPageData } from '../page-data.ts';
import { renderFront } from './FrontPage.tsx';
import { frameOf, storyInList, storyPage } from './page-fixtures.ts';
import { renderStoryPage } from './StoryPage.tsx';

let browser: Browser | null;
let page: Page | null;
beforeAll(async () => {
  browser = await openBrowser();
  page = (await browser?.newPage({ viewport: { width: 1600, height: 900 } })) ?? null;
});
afterAll(() => browser?.close());

/** Parts of the one line that an element draws, from left to right. */
async function drawn(html: string, selector: string, parts: string[]): Promise<string[] | null> {
  if (!page) return null;
  await page.setContent(html.replace(/<link[^>]*>/g, ''));
  const places = await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector(${JSON.stringify(selector)}), NodeFilter.SHOW_TEXT);
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const part of ${JSON.stringify(parts)}) {
        const at = node.data.indexOf(part);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + part.length);
        const { left, right } = range.getClientRects()[0];
        places.push({ part, middle: (left + right) / 2 });
      }
    return places.sort((one, other) => one.middle - other.middle).map(({ part }) => part);
  })()`);
  return places as string[];
}

const persian: Partial<StoryPageData> = {
  lang: 'fa',
  headline: 'NATO در تهران (۳ روز): «پیمان» بسته شد!',
  byline: 'Ana Moss (LTA)',
};

it('a Persian headline that begins with a Latin word begins at the right and ends at the left', async () => {
  const seen = await drawn(renderStoryPage(frameOf('fa'), storyPage(persian)), 'h1', [
    'NATO',
    'تهران',
    '(',
    '۳',
    ')',
    'پیمان',
    '!',
  ]);
  if (seen) expect(seen).toEqual(['!', 'پیمان', ')', '۳', '(', 'تهران', 'NATO']);
});

it('a name in Latin letters keeps its brackets in a Persian line', async () => {
  const html = renderStoryPage(frameOf('fa'), storyPage(persian));
  const seen = await drawn(html, '.credits span:nth-of-type(2)', ['نوشتهٔ', 'Ana', 'Moss', '(', ')']);
  if (seen) expect(seen).toEqual(['Ana', 'Moss', '(', ')', 'نوشتهٔ']);
});

it('an Arabic quotation on an English page runs to the left, its mark at its end', async () => {
  const quotation = { type: 'text' as const, text: 'قال: مرحبًا بكم (عام 2017)!' };
  const body: StoryText = {
    type: 'doc',
    content: [
      ...paragraphs('She put it in one line.').content,
      {
        type: 'quote',
        attrs: { dir: 'rtl', lang: 'ar' },
        content: [{ type: 'paragraph', content: [quotation] }],
      },
    ],
  };
  const html = renderStoryPage(frameOf('en'), storyPage({ body }));
  const seen = await drawn(html, 'blockquote', ['قال', 'مرحب', '(', '2017', ')', '!']);
  if (seen) expect(seen).toEqual(['!', ')', '2017', '(', 'مرحب', 'قال']);
});

it.each([
  ['fa', 'en', 'Port “opens” (again)!', ['Port', 'opens', '(', ')', '!']],
  ['en', 'fa', 'NATO در تهران (دوباره)!', ['!', ')', '(', 'تهران', 'NATO']],
] as const)('on a page in %s a headline in %s runs its own way', async (lang, other, headline, order) => {
  const story = storyInList(7, headline, { lang: other });
  const html = renderFront(frameOf(lang), { stories: [story], sections: [], pins: [], pinned: [] });
  const seen = await drawn(html, 'article h2', [...order]);
  if (seen) expect(seen).toEqual(order);
});

it('the date line of a right-to-left page has its parts in order, and its offset whole', async () => {
  const seen = await drawn(renderStoryPage(frameOf('fa'), storyPage(persian)), '.date-line', [
    'شنبه',
    '۱۱:۵۴',
    'گرینویچ',
    '۴:۳۰',
    'شمارهٔ',
  ]);
  if (seen) expect(seen).toEqual(['شمارهٔ', '۴:۳۰', 'گرینویچ', '۱۱:۵۴', 'شنبه']);
});

it('a title says its direction where its first letter does not', () => {
  const title = (html: string) => /<title>([^<]*)/.exec(html)?.[1];
  const html = renderStoryPage(frameOf('fa'), storyPage(persian));
  expect(title(html)).toBe(`\u2067${persian.headline} – خبر بندر\u2069`);
  expect(title(renderStoryPage(frameOf('en'), storyPage()))).toBe('Pilots end strike – Harbour News');
});
