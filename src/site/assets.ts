/** Style sheets and fonts, read once at start, each under an address that names its bytes. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../project-root.ts';
import { type PreparedPage, preparePage } from './prepared-page.ts';

export type Assets = {
  /** Addresses as pages name them. */
  css: string;
  /** The script that checks a proof. */
  prove: string;
  fonts: { latin: string; arabic: string };
  files: Map<string, PreparedPage>;
};

const require = createRequire(import.meta.url);
const latinFont = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
const arabicFont = '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2';

/** Parts of the one style sheet, in the order in which they hold. */
const sheets = [
  'paper-and-ink',
  'type',
  'masthead',
  'front',
  'story',
  'lists',
  'record',
  'proof',
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
  const latin = await add('serif.woff2', 'font/woff2', readFileSync(require.resolve(latinFont)));
  const arabic = await add('vazirmatn.woff2', 'font/woff2', readFileSync(require.resolve(arabicFont)));
  const sheet = readSheet().replaceAll('{{font-latin}}', latin).replaceAll('{{font-arabic}}', arabic);
  const css = await add('site.css', 'text/css; charset=utf-8', Buffer.from(sheet));
  const prove = await add('prove.js', 'text/javascript; charset=utf-8', Buffer.from(readProveScript()));
  return { css, prove, fonts: { latin, arabic }, files };
}

/** As the compiler made it; run from the sources, Node takes the types out. */
export function readProveScript(): string {
  const built = path.join(import.meta.dirname, 'prove/prove.js');
  const script = existsSync(built)
    ? readFileSync(built, 'utf8')
    : stripTypeScriptTypes(readFileSync(path.join(import.meta.dirname, 'prove/prove.ts'), 'utf8'));
  return script.replace(/^\s*(?:\/\/|\/\*\*).*\n/gm, '').replace(/^\s+/gm, '');
}
