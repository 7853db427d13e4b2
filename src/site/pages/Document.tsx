/** The document around each page: its head, and its body in the edition's language and direction. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { iconPath, manifestPath } from '../../machines/manifest-paths.ts';
import { runningAs } from '../../text/direction.ts';
import { each, Lines } from '../../text/lines.tsx';
import type { View } from './view.ts';

/** What a page says of itself to machines. Addresses are paths from the root unless they say otherwise. */
export type Head = {
  /** Without the agency's name, which is added; null on a front. */
  title: string | null;
  description: string;
  /** Path of the page's one true address; null where it has none (a refusal). */
  canonical: string | null;
  /** Kept out of other programs' indexes: search, print, lite, refusals. */
  hidden?: boolean;
  /** The same in other languages. */
  translations?: Translation[];
  /** Other forms of the same thing. */
  forms?: { type: string; href: string }[];
  /** OpenGraph properties beside title, description, type and address. */
  graph?: [property: string, content: string][];
  kind?: 'website' | 'article';
  /** One for each thing that is said of it. */
  jsonLd?: object[];
  /** Path of what other pages may embed through oEmbed. */
  embed?: string;
  /** The list that the page shows, where it has feeds of its own: they come before the edition's. `asked`: their query. */
  feed?: { name: string; path: string; asked?: string };
  /** The whole style sheet, where a page brings its own instead of the site's. */
  ownStyle?: string;
  /** Path of the page's script, where it has one. */
  script?: string;
};

type Translation = { lang: string; href: string };

/** A full HTML document. */
export function documentHtml(view: View, head: Head, body: ReactNode, pageClass: string): string {
  const { lang, dir } = view.frame.edition;
  const html = renderToStaticMarkup(
    <html lang={lang} dir={dir} {...(scriptOf(lang) === 'Cyrl' ? { className: 'cyrl' } : {})}>
      <head>
        <HeadLines view={view} head={head} />
      </head>
      <body className={pageClass}>{body}</body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}

function HeadLines({ view, head }: { view: View; head: Head }): ReactNode {
  const { frame } = view;
  const { agency, tagline } = frame.edition;
  const { dir } = frame.edition;
  const full = runningAs(
    head.title === null ? [agency, tagline].filter(Boolean).join(' – ') : `${head.title} – ${agency}`,
    dir,
  );
  const description = head.description || tagline;
  return (
    <Lines>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{full}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      {(head.hidden || frame.moment) && <meta name="robots" content="noindex" />}
      {head.ownStyle === undefined ? <Styles view={view} /> : <OwnStyle css={head.ownStyle} />}
      {head.canonical !== null && !frame.moment && (
        <Places view={view} head={head} canonical={head.canonical} title={full} />
      )}
      <link rel="manifest" href={manifestPath(view.lang)} />
      <link rel="icon" href={iconPath(192)} type="image/png" />
      {head.embed && <EmbedLink address={frame.publicUrl + head.embed} title={full} />}
      {feedsOf(view, head).map(({ type, title, href }) => (
        <link key={href} rel="alternate" type={type} title={title} href={href} />
      ))}
      {each(head.jsonLd ?? [], (data) => (
        <JsonLd data={data} />
      ))}
      {head.script && <script type="module" src={head.script} />}
    </Lines>
  );
}

const feedTypes = [
  ['application/rss+xml', 'feed.xml'],
  ['application/atom+xml', 'feed.atom'],
  ['application/feed+json', 'feed.json'],
] as const;

function feedsOf(
  { lang, words, frame }: View,
  { feed }: Head,
): { type: string; title: string; href: string }[] {
  const own = feed && !frame.moment ? [{ title: feed.name, path: feed.path, asked: feed.asked ?? '' }] : [];
  const lists = [...own, { title: words.feedOf(frame.edition.agency), path: `/${lang}`, asked: '' }];
  return lists.flatMap(({ title, path, asked }) =>
    feedTypes.map(([type, name]) => ({ type, title, href: `${path}/${name}${asked}` })),
  );
}

/** The one font of the page comes early, so that text is rarely set twice. */
function Styles({ view }: { view: View }): ReactNode {
  const { css, fonts } = view.frame.assets;
  const font = { Latn: fonts.latin, Cyrl: fonts.cyrillic, Arab: fonts.arabic }[scriptOf(view.lang)];
  return (
    <Lines>
      {font && <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />}
      <link rel="stylesheet" href={css} />
    </Lines>
  );
}

function EmbedLink({ address, title }: { address: string; title: string }): ReactNode {
  const href = `/oembed?url=${encodeURIComponent(address)}`;
  return <link rel="alternate" type="application/json+oembed" href={href} title={title} />;
}

/** ISO 15924, as the language is usually written. */
function scriptOf(lang: string): string {
  return new Intl.Locale(lang).maximize().script ?? '';
}

function OwnStyle({ css }: { css: string }): ReactNode {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the program's own style sheet, read from its file
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}

function Places(props: { view: View; head: Head; canonical: string; title: string }): ReactNode {
  const { view, head, canonical, title } = props;
  const { publicUrl, edition } = view.frame;
  const address = publicUrl + canonical;
  const graph: [string, string][] = [
    ['og:type', head.kind ?? 'website'],
    ['og:site_name', edition.agency],
    ['og:title', head.title === null ? title : runningAs(head.title, edition.dir)],
    ['og:url', address],
    ['og:locale', view.lang.replace('-', '_')],
    ...(head.description ? [['og:description', head.description] as [string, string]] : []),
    ...(head.graph ?? []),
  ];
  return (
    <Lines>
      <link rel="canonical" href={address} />
      {languagesOf(view, head, canonical).map(({ lang, href }) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={publicUrl + href} />
      ))}
      {(head.forms ?? []).map(({ type, href }) => (
        <link key={type} rel="alternate" type={type} href={publicUrl + href} />
      ))}
      {each(graph, ([property, content]) => (
        <meta property={property} content={content} />
      ))}
    </Lines>
  );
}

/**
 * The same in every language that has it, this one among them, so that each names all the others; and which to give to
 * readers of none of them: the default edition's, else the first in the order of editions.
 */
function languagesOf(view: View, { translations = [] }: Head, canonical: string): Translation[] {
  if (translations.length === 0) return [];
  const { editions, defaultLang } = view.frame.agency;
  const all = [{ lang: view.lang, href: canonical }, ...translations];
  const order = [defaultLang, ...editions.map(({ lang }) => lang)];
  const first = order.map((lang) => all.find((one) => one.lang === lang)).find(Boolean);
  return first ? [...all, { lang: 'x-default', href: first.href }] : all;
}

function JsonLd({ data }: { data: object }): ReactNode {
  const json = JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no "<" is left
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
