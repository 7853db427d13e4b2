/** What a page that lists stories says of itself to machines: schema.org/CollectionPage and BreadcrumbList. */
import type { TopicKind } from '../../editions/agency-pages.ts';
import type { StoryInList } from '../page-data.ts';
import type { View } from './view.ts';

/** `path` from the root. */
export type Crumb = { name: string; path: string };

export type Listing = {
  name: string;
  path: string;
  /** Between the front and the page itself. */
  above?: Crumb[];
  stories: StoryInList[];
  /** What is said of it under its name; empty: nothing. */
  described?: string;
  /** What it is a list of, where somebody said so. */
  about?: TopicKind | null;
};

const classOf = { person: 'Person', place: 'Place', organisation: 'Organization' } satisfies Record<
  TopicKind,
  string
>;

/** The page and the way to it. */
export function listData(view: View, listing: Listing): object[] {
  const { name, path, above = [], stories, described = '', about = null } = listing;
  const { publicUrl, edition } = view.frame;
  const items = stories.filter(({ gone }) => gone === null);
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      '@id': publicUrl + path,
      url: publicUrl + path,
      name,
      ...(described ? { description: described } : {}),
      ...(about
        ? { about: { '@type': classOf[about], name, ...(described ? { description: described } : {}) } }
        : {}),
      inLanguage: edition.lang,
      isPartOf: { '@type': 'WebSite', name: edition.agency, url: `${publicUrl}/${edition.lang}/` },
      ...(items.length > 0
        ? {
            mainEntity: {
              '@type': 'ItemList',
              numberOfItems: items.length,
              itemListElement: items.map(({ href }, at) => ({
                '@type': 'ListItem',
                position: at + 1,
                url: publicUrl + href,
              })),
            },
          }
        : {}),
    },
    crumbList(view, [...above, { name, path }]),
  ];
}

/** schema.org/BreadcrumbList, from the front on. */
export function crumbList({ frame }: View, crumbs: Crumb[]): object {
  const { publicUrl, edition } = frame;
  const steps = [{ name: edition.agency, path: `/${edition.lang}/` }, ...crumbs];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: publicUrl + path,
    })),
  };
}
