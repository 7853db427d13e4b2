/** Signs that a page holds more than one story, or none. */
import { tagOf, textOf } from './dom.ts';
import type { MainText } from './main-text.ts';
import { proseMap } from './prose-map.ts';
import { bareWords } from './same-words.ts';
import type { FoundCode } from './story-code.ts';
import type { StructuredStory } from './structured-data.ts';

export const twoStories = 'Two stories were found in one file.';

/** Whether a parsed page has two stories of similar weight. */
export function hasTwoStories(
  document: Document,
  structured: readonly StructuredStory[],
  codes: readonly FoundCode[],
): boolean {
  return (
    twoArticles(document) ||
    twoStructured(document, structured) ||
    new Set(codes.map((found) => found.code)).size > 1
  );
}

/** Whether a page reads like a list of stories: many links, little text. */
export function looksLikeIndex(document: Document, main: MainText): boolean {
  const body = document.body ?? document.documentElement;
  const links = [...body.querySelectorAll('a')].map(textOf).filter((text) => text.length > 15);
  const linked = links.reduce((sum, text) => sum + text.length, 0);
  const prose = proseMap(main.root).get(main.root) ?? 0;
  return links.length >= 12 && linked > textOf(body).length * 0.5 && prose < Math.max(600, linked * 0.5);
}

function twoArticles(document: Document): boolean {
  const prose = proseMap(document.documentElement);
  const weights = [...document.querySelectorAll('article, [itemtype*="Article"]')]
    .filter(
      (element) =>
        !element.parentElement?.closest('article, [itemtype*="Article"]') &&
        element.querySelector('h1, h2, [itemprop~="headline"]'),
    )
    .filter((element) => tagOf(element) !== 'body' && tagOf(element) !== 'html')
    .map((element) => prose.get(element) ?? 0)
    .sort((a, b) => b - a);
  const [first = 0, second = 0] = weights;
  return second >= 250 && second >= first * 0.4;
}

/** Two articles in the data whose headlines both stand on the page as headings, and whose texts are there too. */
function twoStructured(document: Document, structured: readonly StructuredStory[]): boolean {
  const printed = new Set(
    [...document.querySelectorAll('h1, h2')].map((heading) => bareWords(textOf(heading))),
  );
  const told = new Set(
    structured
      .filter((story) => story.body.length > 200 || structured.length === 2)
      .map((story) => bareWords(story.headline)),
  );
  const shown = [...told].filter((headline) => headline !== '' && printed.has(headline));
  if (shown.length < 2) return false;
  const prose = proseMap(document.documentElement);
  const holders = [...document.querySelectorAll('h1, h2')]
    .filter((heading) => shown.includes(bareWords(textOf(heading))))
    .map((heading) => prose.get(heading.parentElement ?? heading) ?? 0);
  return holders.filter((length) => length >= 200).length >= 2;
}
