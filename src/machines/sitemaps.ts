/** Sitemaps (sitemaps.org 0.9, with Google's news and hreflang extensions) as XML. Pure. */
import Builder from 'fast-xml-builder';

/** An address as it stands in a map: absolute. */
export type MapEntry = {
  href: string;
  changedAt: Date | null;
  /** The same in each language, itself among them; empty: in no other. */
  languages: { lang: string; href: string }[];
};

export type NewsEntry = { href: string; publication: string; lang: string; at: Date; title: string };

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const sitemapSpace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export function sitemapIndex(maps: { href: string; changedAt: Date | null }[]): string {
  const sitemap = maps.map(({ href, changedAt }) => ({ loc: href, ...lastChange(changedAt) }));
  return head + builder.build({ sitemapindex: { '@xmlns': sitemapSpace, sitemap } });
}

export function sitemap(entries: MapEntry[]): string {
  const url = entries.map(({ href, changedAt, languages }) => ({
    loc: href,
    ...lastChange(changedAt),
    'xhtml:link': languages.map((one) => ({
      '@rel': 'alternate',
      '@hreflang': one.lang,
      '@href': one.href,
    })),
  }));
  const spaces = { '@xmlns': sitemapSpace, '@xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };
  return head + builder.build({ urlset: { ...spaces, url } });
}

export function newsSitemap(entries: NewsEntry[]): string {
  const url = entries.map(({ href, publication, lang, at, title }) => ({
    loc: href,
    'news:news': {
      'news:publication': { 'news:name': publication, 'news:language': newsLanguage(lang) },
      'news:publication_date': at.toISOString(),
      'news:title': title,
    },
  }));
  const spaces = {
    '@xmlns': sitemapSpace,
    '@xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  };
  return head + builder.build({ urlset: { ...spaces, url } });
}

function lastChange(at: Date | null): { lastmod?: string } {
  return at ? { lastmod: at.toISOString() } : {};
}

/** ISO 639, but for Chinese, which is told apart by its script's country. */
function newsLanguage(lang: string): string {
  if (/^zh\b/.test(lang)) return /hant|tw|hk|mo/.test(lang) ? 'zh-tw' : 'zh-cn';
  return lang.split('-', 1)[0] as string;
}
