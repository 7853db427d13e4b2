/** What a story says of itself to search engines and to other programs. */
import { cardSize } from '../../machines/card-size.ts';
import { storyCardPath } from '../../machines/story-card-path.ts';
import { bylineParts } from '../../stories/byline-names.ts';
import { subjectUri } from '../../stories/story.ts';
import type { StoryPageData } from '../page-data.ts';
import type { Head } from './Document.tsx';
import { crumbList } from './list-data.ts';
import { listPath, versionPath } from './list-path.ts';
import { noticeSentence } from './notice-words.ts';
import { organisation } from './organisation.ts';
import { picturePath } from './Picture.tsx';
import type { View } from './view.ts';

export function storyHead(view: View, story: StoryPageData): Head {
  const picture = leadPicture(story);
  const card = storyCardPath(story);
  return {
    title: story.headline,
    description: story.lead,
    canonical: story.href,
    // As the reader chose to see it: its true address is the one without.
    hidden: view.there !== null,
    kind: 'article',
    translations: story.translations,
    forms: [
      { type: 'text/plain', href: `/${story.code}.txt` },
      { type: 'application/json', href: `/${story.code}.json` },
    ],
    graph: [
      ['article:published_time', story.at.toISOString()],
      ...(story.updatedAt ? [pair('article:modified_time', story.updatedAt.toISOString())] : []),
      ...(story.section ? [pair('article:section', story.section.name)] : []),
      ...story.topics.map(({ name }) => pair('article:tag', name)),
      ...graphPictures(view, story, picture, card),
    ],
    embed: `/${story.code}`,
    jsonLd: [newsArticle(view, story, picture ?? card), crumbs(view, story)],
  };
}

/** The story's own picture, else its card; the one that is there decides how large it is shown. */
function graphPictures(
  { frame: { publicUrl } }: View,
  { headline }: StoryPageData,
  picture: string | null,
  card: string | null,
): [string, string][] {
  if (picture) return [pair('og:image', publicUrl + picture), pair('twitter:card', 'summary_large_image')];
  if (!card) return [];
  return [
    pair('og:image', publicUrl + card),
    pair('og:image:type', 'image/png'),
    pair('og:image:width', String(cardSize.width)),
    pair('og:image:height', String(cardSize.height)),
    pair('og:image:alt', headline),
    pair('twitter:card', 'summary_large_image'),
  ];
}

function pair(property: string, content: string): [string, string] {
  return [property, content];
}

/** Path of the first picture of the body, or null. */
function leadPicture(story: StoryPageData): string | null {
  for (const block of story.body.content) {
    const picture = block.type === 'image' && block.attrs.picture && story.pictures.get(block.attrs.picture);
    if (picture) return picturePath(picture, 1280);
  }
  return null;
}

/** schema.org/NewsArticle. What a story does not have is left out. */
function newsArticle(view: View, story: StoryPageData, image: string | null): object {
  const { publicUrl } = view.frame;
  const versionUrl = (version: number) => publicUrl + versionPath(story, version);
  const earlier = Array.from({ length: story.version - 1 }, (_, at) => versionUrl(story.version - 1 - at));
  const mended = corrections(view, story);
  const publisher = organisation(view);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `${publicUrl}/${story.code}`,
    url: publicUrl + story.href,
    mainEntityOfPage: publicUrl + story.href,
    identifier: String(story.code),
    headline: story.headline,
    ...(story.lead ? { description: story.lead } : {}),
    datePublished: story.at.toISOString(),
    dateModified: (story.updatedAt ?? story.at).toISOString(),
    inLanguage: story.lang,
    version: story.version,
    archivedAt: versionUrl(story.version),
    ...(earlier.length > 0 ? { isBasedOn: earlier } : {}),
    ...(mended.length > 0 ? { correction: mended } : {}),
    ...(story.dateline ? { dateline: story.dateline } : {}),
    ...(story.credit ? { creditText: story.credit } : {}),
    author: authors(view, story) ?? publisher,
    ...(story.section ? { articleSection: story.section.name } : {}),
    ...(story.subjects.length > 0 ? { about: story.subjects.map(aboutOf) } : {}),
    ...(story.topics.length > 0 ? { keywords: story.topics.map(({ name }) => name) } : {}),
    ...(image ? { image: publicUrl + image } : {}),
    isAccessibleForFree: true,
    publisher,
  };
}

/** Whoever the byline names, with the page of each; null: nobody. */
function authors({ frame }: View, { byline, lang }: StoryPageData): object | object[] | null {
  const people = bylineParts(byline, lang).flatMap(({ text, slug }) =>
    slug === null
      ? []
      : [
          {
            '@type': 'Person',
            name: text.trim(),
            url: frame.publicUrl + listPath(lang, { list: 'byline', slug }),
          },
        ],
  );
  return people.length > 1 ? people : (people[0] ?? null);
}

/** The way to it: its section where it has one, and the story. */
function crumbs(view: View, { section, headline, href }: StoryPageData): object {
  const above = section
    ? [{ name: section.name, path: listPath(view.lang, { list: 'section', slug: section.slug }) }]
    : [];
  return crumbList(view, [...above, { name: headline, path: href }]);
}

function aboutOf({ code, name }: StoryPageData['subjects'][0]): object {
  return { '@type': 'Thing', '@id': subjectUri(code), identifier: code, name };
}

/** What was mended, set back or removed. That there is more to tell is no correction. */
function corrections(view: View, { notices }: StoryPageData): object[] {
  return notices
    .filter(({ kind }) => kind !== 'updated')
    .map((notice) => ({
      '@type': 'CorrectionComment',
      text: noticeSentence(view, notice),
      datePublished: notice.at.toISOString(),
    }));
}
