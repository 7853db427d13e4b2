/** What a page that lists stories says of itself to machines: schema.org/CollectionPage and BreadcrumbList. */
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
};

/** The page and the way to it. */
export function listData(view: View, { name, path, above = [], stories }: Listing): object[] {
  const { publicUrl, edition } = view.frame;
  const items = stories.filter(({ gone }) => gone === null);
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      '@id': publicUrl + path,
      url: publicUrl + path,
      name,
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
