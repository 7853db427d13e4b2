/** What the head and the microdata of a page say about its story. */
import { textOf } from './dom.ts';
import { webAddress } from './link-address.ts';

/** Values as the page states them; empty strings where it does not. */
export type PageMeta = {
  title: string;
  ogTitle: string;
  /** The headline marked by microdata. */
  headline: string;
  description: string;
  published: string;
  author: string;
  section: string;
  language: string;
  siteName: string;
  type: string;
  canonical: string | null;
  keywords: string[];
};

/** Reads meta elements, the title, canonical links and microdata. */
export function readPageMeta(document: Document): PageMeta {
  const values = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name =
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv');
    const content = (meta.getAttribute('content') ?? '').replace(/\s+/g, ' ').trim();
    if (!name || content === '' || content.length > 5000) continue;
    const key = name.toLowerCase();
    values.set(key, [...(values.get(key) ?? []), content]);
  }
  const first = (...names: string[]) =>
    names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined) ?? '';
  const all = (...names: string[]) => names.flatMap((name) => values.get(name) ?? []);
  const html = document.documentElement;
  const author =
    first('article:author:name', 'author', 'byl', 'parsely-author', 'dc.creator', 'sailthru.author') ||
    first('article:author');
  return {
    title: textOf(document.querySelector('title')),
    ogTitle: first('og:title', 'twitter:title', 'parsely-title', 'dc.title', 'dcterms.title', 'title'),
    headline: textOf(document.querySelector('[itemprop~="headline"]')) || first('headline'),
    description: first('og:description', 'description', 'twitter:description', 'dc.description'),
    published:
      first(
        'article:published_time',
        'og:article:published_time',
        'datepublished',
        'parsely-pub-date',
        'pubdate',
        'publishdate',
        'publish-date',
        'date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'dcterms.issued',
        'sailthru.date',
        'cxenseparse:recs:publishtime',
        'publication_date',
        'article.published',
      ) || microdataDate(document),
    author: author.startsWith('http') ? '' : author.replace(/^by\s+/i, ''),
    section: first('article:section', 'og:article:section', 'section', 'parsely-section', 'articlesection'),
    language:
      html?.getAttribute('lang') ||
      html?.getAttribute('xml:lang') ||
      first('content-language', 'og:locale', 'language', 'inlanguage'),
    siteName: first('og:site_name', 'application-name', 'twitter:site'),
    type: first('og:type').toLowerCase(),
    canonical: canonicalOf(document, first('og:url', 'twitter:url')),
    keywords: [
      ...all('article:tag', 'og:article:tag'),
      ...all('keywords', 'news_keywords').flatMap((line) => line.split(/\s*[,،;]\s*/)),
    ],
  };
}

/** The contents of a page's JSON-LD scripts. */
export function jsonLdBlocks(document: Document): string[] {
  return [...document.querySelectorAll('script[type]')]
    .filter((script) => /ld\+json/i.test(script.getAttribute('type') ?? ''))
    .map((script) => script.textContent ?? '');
}

function canonicalOf(document: Document, stated: string): string | null {
  for (const link of document.querySelectorAll('link[rel]')) {
    if (!/\bcanonical\b/i.test(link.getAttribute('rel') ?? '')) continue;
    const address = webAddress(link.getAttribute('href'), webAddress(stated));
    if (address) return address;
  }
  return webAddress(stated);
}

function microdataDate(document: Document): string {
  const element = document.querySelector('[itemprop~="datePublished"]');
  return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? textOf(element);
}
