/** The three feeds of a list: RSS 2.0, Atom and JSON Feed. An item's id is the story's permanent address. */
import { generateAtomFeed, generateJsonFeed, generateRssFeed, type MediaNs } from 'feedsmith';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { firstPicture } from '../pictures/first-picture.ts';
import { type Subject, subjectScheme } from '../stories/story.ts';
import { runningAs } from '../text/direction.ts';
import { bodyHtml } from '../text/html-text.tsx';
import { type Direction, type Image, paragraphs, type StoryText } from '../text/story-text.ts';
import { wholeLink } from '../text/whole-link.tsx';
import type { FeedForm } from './address.ts';
import { pagePicture } from './page-picture.ts';
import { picturePath, pictureSize } from './pages/Picture.tsx';
import type { PageAnswer } from './prepared-page.ts';

export type FeedStory = {
  /** Path of what names it for ever. */
  id: string;
  /** Its own: a search finds stories of several editions. */
  lang: string;
  headline: string;
  lead: string;
  byline: string;
  href: string;
  at: Date;
  changedAt: Date;
  topics: { slug: string; name: string }[];
  subjects: Subject[];
  body: StoryText;
  /** What readers are told of it beside its words, a sentence each: it comes before them. */
  told: string[];
};

export type Feed = {
  title: string;
  description: string;
  lang: string;
  dir: Direction;
  publicUrl: string;
  /** Path of the list's page; of a search, with its question. */
  path: string;
  /** Path of the hub that tells of changes; null: none does. */
  hub: string | null;
  /** Whether it has all words of a story, or its lead alone. */
  whole: boolean;
  stories: FeedStory[];
};

/** Says in its head too where the hub is (W3C WebSub, 4). */
export function makeFeed(form: FeedForm, feed: Feed): PageAnswer {
  const self = `<${selfOf(feed, form)}>; rel="self"`;
  const headers = { link: [...hubsOf(feed).map((hub) => `<${hub}>; rel="hub"`), self].join(', ') };
  switch (form) {
    case 'xml':
      return { type: 'application/rss+xml; charset=utf-8', body: unpadded(rss(feed)), headers };
    case 'atom':
      return { type: 'application/atom+xml; charset=utf-8', body: unpadded(atom(feed)), headers };
    case 'json':
      return { type: 'application/feed+json; charset=utf-8', body: json(feed), headers };
  }
}

/** The generator sets each quoted text on a line of its own; to whoever reads it, the lines would be part of the text. */
function unpadded(xml: string): string {
  const parts = xml.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/);
  const isQuoted = (at: number) => at % 2 === 1;
  return parts
    .map((part, at) => (isQuoted(at) ? part : part.replace(/>\s+$/, '>').replace(/^\s+</, '<')))
    .join('');
}

function rss(feed: Feed): string {
  return generateRssFeed({
    title: feed.title,
    link: feed.publicUrl + feed.path,
    description: feed.description || feed.title,
    language: feed.lang,
    lastBuildDate: newest(feed),
    atom: {
      links: [
        { href: selfOf(feed, 'xml'), rel: 'self', type: 'application/rss+xml' },
        ...hubsOf(feed).map((href) => ({ href, rel: 'hub' })),
      ],
    },
    items: feed.stories.map((story) => ({
      title: titleOf(feed, story),
      link: feed.publicUrl + story.href,
      // RSS has HTML here: words that look like marks are none.
      description: renderToStaticMarkup(story.lead),
      guid: { value: idOf(feed, story), isPermaLink: true },
      pubDate: story.at,
      categories: [
        ...story.topics.map(({ name }) => ({ name })),
        ...story.subjects.map(({ name }) => ({ name, domain: subjectScheme })),
      ],
      ...(feed.whole ? { content: { encoded: htmlOf(feed, story) } } : {}),
      ...mediaOf(feed, story),
      dc: {
        ...(story.byline ? { creators: [story.byline] } : {}),
        ...(story.lang === feed.lang ? {} : { languages: [story.lang] }),
      },
    })),
  });
}

function atom(feed: Feed): string {
  return generateAtomFeed({
    id: feed.publicUrl + feed.path,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: newest(feed),
    authors: [{ name: feed.title }],
    links: [
      { href: selfOf(feed, 'atom'), rel: 'self', type: 'application/atom+xml' },
      ...hubsOf(feed).map((href) => ({ href, rel: 'hub' })),
      { href: feed.publicUrl + feed.path, rel: 'alternate', type: 'text/html' },
    ],
    entries: feed.stories.map((story) => ({
      ...(story.lang === feed.lang ? {} : { xml: { lang: story.lang } }),
      id: idOf(feed, story),
      title: { value: titleOf(feed, story) },
      published: story.at,
      updated: story.changedAt,
      summary: { value: story.lead },
      ...(feed.whole ? { content: { value: htmlOf(feed, story), type: 'html' } } : {}),
      ...mediaOf(feed, story),
      links: [{ href: feed.publicUrl + story.href, rel: 'alternate', type: 'text/html' }],
      categories: [
        ...story.topics.map(({ slug, name }) => ({ term: slug, label: name })),
        ...story.subjects.map(({ code, name }) => ({ term: code, scheme: subjectScheme, label: name })),
      ],
      ...(story.byline ? { authors: [{ name: story.byline }] } : {}),
    })),
  });
}

function json(feed: Feed): string {
  const made = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.publicUrl + feed.path,
    feed_url: selfOf(feed, 'json'),
    hubs: hubsOf(feed).map((url) => ({ type: 'WebSub', url })),
    description: feed.description,
    language: feed.lang,
    items: feed.stories.map((story) => {
      const picture = pictureOf(feed, firstPicture(story.body));
      return {
        id: idOf(feed, story),
        url: feed.publicUrl + story.href,
        title: titleOf(feed, story),
        summary: story.lead,
        ...(story.lang === feed.lang ? {} : { language: story.lang }),
        ...(picture ? { image: picture.src } : {}),
        ...(feed.whole
          ? { content_html: htmlOf(feed, story) }
          : { content_text: story.lead || story.headline }),
        date_published: story.at,
        date_modified: story.changedAt,
        tags: [...story.topics, ...story.subjects].map(({ name }) => name),
        ...(story.byline ? { authors: [{ name: story.byline }] } : {}),
      };
    }),
  });
  // Without stories it is left out, and the format asks for it.
  const whole = made as { items?: unknown[] };
  return JSON.stringify({ ...whole, items: whole.items ?? [] });
}

/** Programs that read feeds draw a title in the direction of its first letter. */
function titleOf(feed: Feed, { headline }: FeedStory): string {
  return runningAs(headline, feed.dir);
}

function idOf(feed: Feed, story: FeedStory): string {
  return feed.publicUrl + story.id;
}

function hubsOf({ hub, publicUrl }: Feed): string[] {
  return hub === null ? [] : [publicUrl + hub];
}

function selfOf(feed: Feed, form: FeedForm): string {
  const [page = '', asked] = feed.path.split('?', 2);
  return `${feed.publicUrl}${page.replace(/\/$/, '')}/feed.${form}${asked ? `?${asked}` : ''}`;
}

/** Time of the newest change; an empty feed has stood still since the epoch. */
function newest(feed: Feed): Date {
  return new Date(Math.max(0, ...feed.stories.map((story) => story.changedAt.getTime())));
}

function htmlOf(feed: Feed, story: FeedStory): string {
  const topicHref = (slug: string) => `${feed.publicUrl}/${story.lang}/topic/${encodeURIComponent(slug)}`;
  const content = [...paragraphs(...story.told).content, ...story.body.content];
  const picture = (image: Image['attrs']) => {
    const shown = pictureOf(feed, image);
    // Lazy, else React sets a preload link before the story.
    return shown && createElement('img', { ...shown, loading: 'lazy' });
  };
  return bodyHtml({ type: 'doc', content }, { topicHref, ownLink: wholeLink(feed.publicUrl), picture });
}

/** In CSS pixels: about what a program that reads feeds shows across its column. */
const pictureWidth = 960;

/** A picture at its whole address, as HTML's `img` has it; null: its bytes are not kept. */
function pictureOf(
  { publicUrl }: Feed,
  image: Image['attrs'] | null,
): { src: string; alt: string; width: number; height: number } | null {
  const picture = image && pagePicture(image);
  if (!picture) return null;
  const src = publicUrl + picturePath(picture, pictureWidth);
  return { src, alt: picture.alt, ...pictureSize(picture, pictureWidth) };
}

/**
 * The story's picture by the names of Media RSS, which Atom's readers know too: an enclosure would have to say how many bytes the
 * picture has, and it may not be made yet.
 */
function mediaOf(feed: Feed, { body }: FeedStory): { media?: MediaNs.ItemOrFeed } {
  const picture = pictureOf(feed, firstPicture(body));
  if (!picture) return {};
  // Not what it shows: programs take a description in it for the story's own.
  const { src: url, width, height } = picture;
  return { media: { contents: [{ url, type: 'image/jpeg', medium: 'image', width, height }] } };
}
