/** Where the page with nothing but its words is, of each page that has one. Pure. */
import { parseAddress } from '../address.ts';

/** The lite form of a path, which may end with a query: `/en/topic/ports?as-of=…`. */
export function litePath(path: string): string {
  const [place = '', query] = path.split('?', 2);
  return `${place.replace(/\/$/, '')}/lite${query === undefined ? '' : `?${query}`}`;
}

/** The same where a page that lists stories is shown at this path; null: it has no lite form, or a story's own. */
export function liteOf(path: string): string | null {
  const address = parseAddress(path);
  const kinds = ['front', 'list', 'archive', 'corrections'];
  return address && kinds.includes(address.kind) ? litePath(path) : null;
}
