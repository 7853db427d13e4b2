import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { itWithShared, sharedFile } from '../../../test/shared.ts';
import { frameOf, picture, storyPage } from './page-fixtures.ts';
import { renderStoryPage } from './StoryPage.tsx';

const standard = 'standards/schema-org/news-classes.json';

type Classes = Record<string, { subClassOf: string[]; properties: Record<string, string[]> }>;
type Node = { '@type'?: string; [property: string]: unknown };

itWithShared(standard)('uses only properties of a story that schema.org gives to their class', () => {
  const { classes } = JSON.parse(readFileSync(sharedFile(standard), 'utf8')) as { classes: Classes };
  const image = { picture: picture.hash, src: null, alt: '', caption: '', credit: '', width: 1, height: 1 };
  const body = { type: 'doc' as const, content: [{ type: 'image' as const, attrs: image }] };
  const html = renderStoryPage(frameOf('en'), storyPage({ body }));
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  const story = JSON.parse(json) as Node;
  expect(story).toMatchObject({ '@type': 'NewsArticle', dateline: 'Halim', version: 2, inLanguage: 'en' });
  expect(story.image).toBe(`https://news.example/picture/${picture.hash}/1280.jpg`);
  check(classes, story);
});

function check(classes: Classes, node: Node): void {
  const type = node['@type'] ?? '';
  const allowed = propertiesOf(classes, type);
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('@')) continue;
    expect(allowed.has(property), `${type}.${property}`).toBe(true);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const nested = value as Node;
    const line = ancestors(classes, nested['@type'] ?? '');
    expect(
      allowed.get(property)?.some((one) => line.includes(one)),
      `${property}: ${nested['@type']}`,
    ).toBe(true);
    check(classes, nested);
  }
}

function propertiesOf(classes: Classes, type: string): Map<string, string[]> {
  return new Map(ancestors(classes, type).flatMap((name) => Object.entries(classes[name]?.properties ?? {})));
}

function ancestors(classes: Classes, type: string): string[] {
  return [type, ...(classes[type]?.subClassOf ?? []).flatMap((parent) => ancestors(classes, parent))];
}
