/** Where on a page the story's text stands. */
import { Readability } from '@mozilla/readability';
import { parsePage, styleName, tagOf } from './dom.ts';
import { proseMap } from './prose-map.ts';
import { bareWords } from './same-words.ts';
import { visibleLines } from './visible-lines.ts';

export type MainText = { root: Element; confidence: number; how: string };

const bodyName =
  /(?:^|\s)(?:(?:article|story|entry|post|news|content|item|body|main|detail|single|page)[-_]{0,2}(?:body|content|text|copy|main|detail|inner-?content|page-?content)[-_\w]*|c?-?(?:entry|article)-content|(?:body|text|news|article|story|content)-?(?:body|text)?|textbody|texto|td-post-content|field--?name-body|rich-?text[-_\w]*|nk-content)(?=\s|$)/;
const mostForReadability = 6000;

/** Picks the element with the story's text. `statedBody`: the text that the page's data says is the story, if any. */
export function findMainText(document: Document, statedBody: string): MainText {
  const body = document.body ?? document.documentElement;
  const prose = proseMap(body);
  const all = prose.get(body) ?? 0;
  const marked = [...body.querySelectorAll('[itemprop~="articleBody"]')];
  const named = [...body.querySelectorAll('div, section, td, article, span')].filter((element) =>
    bodyName.test(styleName(element)),
  );
  const articles = [...body.querySelectorAll('article, main, [role="main"]')];
  const stated = bareWords(statedBody);
  if (stated.length > 200) {
    const fit = bestFit([...marked, ...named, ...articles, densest(body, prose)], stated);
    if (fit)
      return {
        root: fit,
        confidence: 0.95,
        how: 'the part of the page that has the text of its JSON-LD articleBody',
      };
  }
  const mark = largest(marked, prose);
  if (mark && (prose.get(mark) ?? 0) >= Math.min(400, all * 0.3)) {
    return { root: mark, confidence: 0.95, how: 'the part marked as articleBody' };
  }
  const name = largest(named, prose);
  if (name && (prose.get(name) ?? 0) >= all * 0.4)
    return { root: name, confidence: 0.85, how: 'the part whose class is that of a story’s text' };
  const article =
    largest(
      articles.filter((element) => tagOf(element) === 'article'),
      prose,
    ) ?? largest(articles, prose);
  if (article && (prose.get(article) ?? 0) >= all * 0.5)
    return { root: article, confidence: 0.85, how: 'the article element' };
  return byDensity(document, body, prose);
}

function byDensity(document: Document, body: Element, prose: Map<Element, number>): MainText {
  const all = prose.get(body) ?? 0;
  const dense = densest(body, prose);
  const read = document.querySelectorAll('*').length <= mostForReadability ? readable(document) : null;
  const length = read ? (proseMap(read).get(read) ?? 0) : 0;
  if (read && length >= all * 0.5 && length < (prose.get(dense) ?? 0) * 0.98) {
    return { root: read, confidence: 0.7, how: 'the part of the page that reads as its main text' };
  }
  return { root: dense, confidence: 0.65, how: 'the part of the page with most of its sentences' };
}

function readable(document: Document): Element | null {
  try {
    const copy = parsePage(document.toString());
    const content = new Readability(copy, { charThreshold: 140, keepClasses: true }).parse()?.content;
    return content ? parsePage(content).body : null;
  } catch {
    return null;
  }
}

/** Goes down from an element as long as one child has nearly all of its sentences. */
function densest(start: Element, prose: Map<Element, number>): Element {
  let element = start;
  for (;;) {
    const all = prose.get(element) ?? 0;
    const next = [...element.children].find((child) => (prose.get(child) ?? 0) >= all * 0.85);
    if (!next || all === 0 || /^(?:p|blockquote|ul|ol|li|figure|b|strong|em|i|a)$/.test(tagOf(next)))
      return element;
    element = next;
  }
}

function largest(elements: readonly Element[], prose: Map<Element, number>): Element | null {
  let best: { element: Element; length: number } | null = null;
  for (const element of elements) {
    const length = prose.get(element) ?? 0;
    // Of two that hold the same text, the inner one.
    const inner = best !== null && length >= best.length * 0.95 && best.element.contains(element);
    if (length > 0 && (!best || length > best.length * 1.1 || inner)) best = { element, length };
  }
  return best?.element ?? null;
}

function bestFit(elements: readonly Element[], stated: string): Element | null {
  let best: { element: Element; miss: number } | null = null;
  for (const element of elements.slice(0, 80)) {
    const words = bareWords(visibleLines(element).join(' '));
    const miss = Math.abs(Math.log((words.length + 1) / stated.length));
    const has = words.includes(stated.slice(0, 40)) || words.includes(stated.slice(100, 140));
    if (has && miss < 0.7 && (!best || miss < best.miss - 0.001)) best = { element, miss };
  }
  return best?.element ?? null;
}
