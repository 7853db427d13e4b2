/** The desk's screens, as the bundler made them: read once at start, compressed, each under an address that names its bytes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project-root.ts';
import { liteStyleHash } from '../site/css/lite-style.ts';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';

export type AppFiles = {
  /** What stands at /desk/. */
  page: PreparedPage;
  /** By path: /desk/assets/… */
  files: Map<string, PreparedPage>;
};

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/**
 * Scripts and styles from here alone. Previews are pages of the reader's site in a frame without scripts, which goes by
 * this policy too: hence the lite page's style. Pictures that are being added are shown before they are stored (blob:).
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'sha256-${liteStyleHash}'`,
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const notBuilt = 'The desk’s screens are not built: start Wireroom with npm start.\n';

/** @param common headers that every answer carries; the policy is the desk's own. */
export async function loadAppFiles(
  common: Record<string, string>,
  folder: string = path.join(projectRoot, 'dist/desk-app'),
): Promise<AppFiles> {
  const headers = { ...common, 'content-security-policy': policy };
  const index = path.join(folder, 'index.html');
  if (!existsSync(index)) {
    const type = 'text/plain; charset=utf-8';
    return { page: await preparePage({ status: 503, type, body: notBuilt, headers }), files: new Map() };
  }
  // A browser that may not store a page does not bring its screens back either, by its back button, to whoever comes after.
  const page = await preparePage({
    type: 'text/html; charset=utf-8',
    body: readFileSync(index),
    headers: { ...headers, 'cache-control': 'no-store' },
  });
  const names = readdirSync(path.join(folder, 'assets')).filter((name) => types[path.extname(name)]);
  const kept = { ...headers, 'cache-control': 'public, max-age=31536000, immutable' };
  const entries = names.map(async (name): Promise<[string, PreparedPage]> => {
    const body = readFileSync(path.join(folder, 'assets', name));
    const type = types[path.extname(name)] as string;
    return [`/desk/assets/${name}`, await preparePage({ type, body, headers: kept })];
  });
  return { page, files: new Map(await Promise.all(entries)) };
}
