/** What a browser asks for before it puts an edition on a phone's first screen (W3C Application Manifest). Pure. */
import type { Edition } from '../editions/edition.ts';
import { editionWords } from '../site/words/catalogue.ts';
import { iconPath, iconSizes } from './manifest-paths.ts';

export function manifestJson(edition: Edition): string {
  const { lang, dir, agency, tagline } = edition;
  const words = editionWords(edition);
  const shortcut = (name: string, path: string) => ({ name, url: `/${lang}/${path}` });
  return JSON.stringify({
    id: `/${lang}/`,
    name: agency,
    short_name: agency,
    ...(tagline ? { description: tagline } : {}),
    lang,
    dir,
    start_url: `/${lang}/`,
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    categories: ['news'],
    icons: iconSizes.map((size) => ({
      src: iconPath(size),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: size === 512 ? 'maskable' : 'any',
    })),
    shortcuts: [shortcut(words.search, 'search'), shortcut(words.record.corrections, 'corrections')],
  });
}
