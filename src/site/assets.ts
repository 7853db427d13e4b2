/** Style sheets and fonts, read once at start, each under an address that names its bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { KeptLogo } from '../editions/logo-store.ts';
import type { Dress } from '../editions/read-dress.ts';
import { projectRoot } from '../project-root.ts';
import type { PageLogo } from './page-data.ts';
import { type PreparedPage, preparePage } from './prepared-page.ts';
import { readScript } from './reader/reader-scripts.ts';

export type Assets = {
  /** Addresses as pages name them: the style sheet in the agency's colours, and as it is without any. */
  css: string;
  plainCss: string;
  logo: PageLogo | null;
  /** The script that checks a proof. */
  prove: string;
  /** Address of the script that a story's page may run. */
  reader: string;
  fonts: { latin: string; cyrillic: string; arabic: string };
  files: Map<string, PreparedPage>;
  /** Puts on what the agency chose. Addresses of before go on answering: pages that name them are on their way. */
  dress: (look: Dress) => Promise<void>;
};

const require = createRequire(import.meta.url);
const latinFont = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
const cyrillicFont = '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2';
const arabicFont = '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2';

/** Parts of the one style sheet, in the order in which they hold. */
const sheets = [
  'fonts',
  'paper-and-ink',
  'type',
  'forms',
  'masthead',
  'front',
  'story',
  'zones',
  'lists',
  'search',
  'archive',
  'around',
  'record',
  'comments',
  'proof',
  'follow',
  'foot',
  'print',
];

/** The style sheet of every page but the lite ones, with `{{font-…}}` where the fonts' addresses go. */
export function readSheet(): string {
  return sheets
    .map((name) => readFileSync(path.join(projectRoot, `src/site/css/${name}.css`), 'utf8'))
    .join('\n');
}

/** @param common headers that every answer carries. */
export async function loadAssets(common: Record<string, string>): Promise<Assets> {
  const files = new Map<string, PreparedPage>();
  const add = async (name: string, type: string, body: Buffer): Promise<string> => {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const address = `/assets/${name.replace('.', `.${hash}.`)}`;
    const headers = { ...common, 'cache-control': 'public, max-age=31536000, immutable' };
    files.set(address, await preparePage({ type, body, headers }));
    return address;
  };
  const addFont = (name: string, file: string) =>
    add(name, 'font/woff2', readFileSync(require.resolve(file)));
  const fonts = {
    latin: await addFont('serif.woff2', latinFont),
    cyrillic: await addFont('cyrillic.woff2', cyrillicFont),
    arabic: await addFont('vazirmatn.woff2', arabicFont),
  };
  const sheet = readSheet().replace(
    /\{\{font-(latin|cyrillic|arabic)\}\}/g,
    (_, name: keyof typeof fonts) => fonts[name],
  );
  const css = await add('site.css', 'text/css; charset=utf-8', Buffer.from(sheet));
  const prove = await add(
    'prove.js',
    'text/javascript; charset=utf-8',
    Buffer.from(readScript('prove/prove')),
  );
  const reader = await add(
    'reader.js',
    'text/javascript; charset=utf-8',
    Buffer.from(readScript('reader/reader')),
  );
  const dress = async ({ colours, logos }: Dress) => {
    const own = coloursSheet(colours);
    const dressed = own ? await add('site.css', 'text/css; charset=utf-8', Buffer.from(sheet + own)) : css;
    const logoAt = async ({ bytes, width, height }: KeptLogo) => ({
      href: await add('logo.webp', 'image/webp', bytes),
      width,
      height,
    });
    const logo = logos.light && {
      light: await logoAt(logos.light),
      dark: logos.dark && (await logoAt(logos.dark)),
    };
    Object.assign(assets, { css: dressed, logo });
  };
  const assets: Assets = {
    css,
    plainCss: css,
    logo: null,
    prove,
    reader,
    fonts,
    files,
    dress,
  };
  return assets;
}

/** Each in its own scheme, so that one that was not chosen stays as the sheet has it. */
function coloursSheet(colours: Dress['colours']): string {
  return Object.entries(colours)
    .filter(([, colour]) => colour !== null)
    .map(
      ([scheme, colour]) => `@media (prefers-color-scheme: ${scheme}) { :root { --agency: ${colour}; } }\n`,
    )
    .join('');
}
