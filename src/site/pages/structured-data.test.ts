import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { itWithShared, sharedFile } from '../../../test/shared.ts';
import { renderList } from './ListPage.tsx';
import { frameOf, picture, storyInList, storyPage } from './page-fixtures.ts';
import { renderStoryPage } from './StoryPage.tsx';

const standard = 'standards/schema-org/news-classes.json';

type Classes = Record<string, { subClassOf: string[]; properties: Record<string, string[]> }>;
type Node = { '@type'?: string; [property: string]: unknown };

itWithShared(standard)('uses only properties of a story that schema.org gives to their class', () => {
  const { classes } = JSON.parse(readFileSync(sharedFile(standard), 'utf8')) as { classes: Classes };
  const image = { picture: picture.hash, src: null, alt: '', caption: '', credit: '', width: 1, height: 1 };
  const body = { type: 'doc' as const, content: [{ type: 'image' as const, attrs: image }] };
  const told = {
    leafIndex: 4,
    at: new Date('2017-08-06T05:00:00Z'),
    reasonClass: '',
    noteGap: null,
    redacts: [],
    of: null,
  };
  const notices = [
    { ...told, kind: 'updated' as const, note: 'More is known.' },
    { ...told, kind: 'corrected' as const, note: 'The pier is the north one.' },
  ];
  const html = renderStoryPage(frameOf('en'), storyPage({ body, version: 3, notices }));
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  const story = JSON.parse(json) as Node;
  expect(story).toMatchObject({ '@type': 'NewsArticle', dateline: 'Halim', version: 3, inLanguage: 'en' });
  expect(story.correction).toEqual([
    {
      '@type': 'CorrectionComment',
      text: 'The pier is the north one.',
      datePublished: '2017-08-06T05:00:00.000Z',
    },
  ]);
  const versions = [1, 2, 3].map((version) => `https://news.example/en/v/271032/${version}`);
  expect([...(story.isBasedOn as string[]), story.archivedAt].sort()).toEqual(versions);
  expect(story.about).toMatchObject([
    { '@id': 'http://cv.iptc.org/newscodes/mediatopic/20000523', name: 'labour relations' },
  ]);
  expect(story.image).toBe(`https://news.example/picture/${picture.hash}/1280.jpg`);
  check(classes, story);
});

itWithShared(standard)('uses only properties of a list that schema.org gives to a page of its kind', () => {
  const { classes } = JSON.parse(readFileSync(sharedFile(standard), 'utf8')) as { classes: Classes };
  const stories = [storyInList(7, 'Ferries stay in harbour')];
  const list = {
    kind: 'byline',
    slug: 'n-reyl',
    title: 'N. Reyl',
    stories,
    head: null,
    newer: null,
    older: null,
  } as const;
  const said = [
    ...renderList(frameOf('en'), list).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
  ];
  const [page, crumbs] = said.map(([, json = '']) => JSON.parse(json));
  const allowed = propertiesOf(classes, 'CollectionPage');
  const own = Object.keys(page).filter((property) => !property.startsWith('@'));
  expect(own.filter((property) => !allowed.has(property))).toEqual([]);
  expect(page).toMatchObject({ '@type': 'CollectionPage', url: 'https://news.example/en/byline/n-reyl' });
  expect(page.mainEntity.itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, url: 'https://news.example/en/7/x' },
  ]);
  expect(crumbs).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [{ position: 1 }, { position: 2 }],
  });
});

function check(classes: Classes, node: Node): void {
  const type = node['@type'] ?? '';
  const allowed = propertiesOf(classes, type);
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('@')) continue;
    expect(allowed.has(property), `${type}.${property}`).toBe(true);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one !== 'object' || one === null) continue;
      const nested = one as Node;
      const line = ancestors(classes, nested['@type'] ?? '');
      expect(
        allowed.get(property)?.some((name) => line.includes(name)),
        `${property}: ${nested['@type']}`,
      ).toBe(true);
      check(classes, nested);
    }
  }
}

function propertiesOf(classes: Classes, type: string): Map<string, string[]> {
  return new Map(ancestors(classes, type).flatMap((name) => Object.entries(classes[name]?.properties ?? {})));
}

function ancestors(classes: Classes, type: string): string[] {
  return [type, ...(classes[type]?.subClassOf ?? []).flatMap((parent) => ancestors(classes, parent))];
}
