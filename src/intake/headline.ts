/** What a page's headline is, among its title, its headings and its data. */
import { styleName, tagOf, textOf } from './dom.ts';
import { isFurniture } from './furniture.ts';
import type { Notes } from './notes.ts';
import type { PageMeta } from './page-meta.ts';
import { bareWords, sameWords } from './same-words.ts';

/** The headline of a parsed page; empty where there is none. `stated`: the one in its JSON-LD. */
export function findHeadline(document: Document, meta: PageMeta, stated: string, notes: Notes): string {
  const printed = headings(document);
  const claims: [text: string, how: string, confidence: number][] = [
    [stated, 'JSON-LD headline', 0.95],
    [meta.headline, 'microdata headline', 0.95],
    [withoutSite(meta.ogTitle, meta.siteName), 'the page’s OpenGraph title', 0.9],
    [withoutSite(meta.title, meta.siteName), 'the page’s title', 0.7],
  ];
  for (const [text, how, confidence] of claims) {
    if (text === '' || isFurniture(text)) continue;
    // What is printed on the page has the true spelling; data is often shortened.
    const shown = printed.find((heading) => agree(heading, text));
    if (shown) {
      notes.found('headline', Math.max(confidence, 0.95), `${how}, which is also printed on the page`);
      return shown;
    }
  }
  const only = document.querySelectorAll('h1');
  const lone = only.length === 1 ? textOf(only[0]) : '';
  if (lone !== '' && lone.length > 12 && !sameWords(lone, meta.siteName)) {
    const claim = claims.find(([text]) => text !== '' && !isFurniture(text));
    if (!claim || claim[2] < 0.9) {
      notes.found('headline', 0.85, 'the page’s only first heading');
      return lone;
    }
  }
  const [text, how, confidence] = claims.find(([claim]) => claim !== '' && !isFurniture(claim)) ?? [
    printed[0] ?? '',
    'the first heading',
    0.6,
  ];
  if (text !== '') notes.found('headline', confidence, how);
  return text;
}

/** A title without the name of its site: "Harbour reopens | The Daily Example" → "Harbour reopens". */
export function withoutSite(title: string, siteName: string): string {
  const text = title.replace(/\s+/g, ' ').trim();
  const parts = text.split(/\s+(?:[|•·«»:–—-]|::|\/\/)\s+/u);
  if (parts.length < 2) return text;
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (siteName && sameWords(last, siteName))
    return text.slice(0, text.lastIndexOf(last)).replace(/[\s|•·«»:–—/-]+$/u, '');
  if (siteName && sameWords(first, siteName))
    return text.slice(first.length).replace(/^[\s|•·«»:–—/-]+/u, '');
  const bar = /\s+(?:[|•·«»]|::|\/\/)\s+/u;
  const sections = text.split(bar);
  if (sections.length > 1) return sections.sort((a, b) => b.length - a.length)[0] ?? text;
  // After a dash only a short, name-like end is the site's name.
  const site =
    last.split(' ').length <= 4 && /^[\p{Lu}\p{Lo}]/u.test(last) && first.length > last.length * 1.5;
  return site ? text.slice(0, text.lastIndexOf(last)).replace(/[\s–—-]+$/u, '') : text;
}

function headings(document: Document): string[] {
  const elements = [...document.querySelectorAll('h1, h2, h3, [class], b, strong, font, big')].filter(
    (element) => {
      if (/^(?:h[1-3]|b|strong|big)$/.test(tagOf(element))) return true;
      if (tagOf(element) === 'font') return /^(?:\+[1-9]|[4-7])$/.test(element.getAttribute('size') ?? '');
      return /(?:^|[\s_-])(?:headline|title|heading|titr|titre|titel|titulo|zagolovok)(?:[\s_-]|$)/.test(
        styleName(element),
      );
    },
  );
  const order = (element: Element) => (tagOf(element) === 'h1' ? 0 : tagOf(element) === 'h2' ? 1 : 2);
  const texts = elements
    .slice(0, 2000)
    .sort((a, b) => order(a) - order(b))
    .map(textOf);
  return [...new Set(texts.filter((text) => text.length >= 6 && text.length <= 300))];
}

/** The same words, or one most of the other: "Harbour reopens after…", "The Daily Example: Harbour reopens". */
function agree(printed: string, claimed: string): boolean {
  const a = bareWords(printed);
  const b = bareWords(claimed);
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 20 && long.includes(short) && short.length >= long.length * 0.55;
}
