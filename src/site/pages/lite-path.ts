/** Where the page with nothing but its words is, of each page that has one. Pure. */
import { type PageForm, parseAddress } from '../address.ts';

/** The lite form of a path, which may end with a query: `/en/topic/ports?as-of=…`. */
export function litePath(path: string): string {
  const [place = '', query] = path.split('?', 2);
  return `${place.replace(/\/$/, '')}/lite${query === undefined ? '' : `?${query}`}`;
}

/** Where a page leads to, that a reader who wants words alone gets words alone there too. */
export function inForm(form: PageForm, path: string): string {
  return form === 'lite' ? litePath(path) : path;
}

const kinds: readonly string[] = ['front', 'list', 'archive', 'corrections', 'about', 'history', 'zones'];

/** The same where a page is shown at this path; null: it has no lite form, or says itself where that is. */
export function liteOf(path: string): string | null {
  const address = parseAddress(path.split('?', 1)[0] ?? '');
  return address && kinds.includes(address.kind) ? litePath(path) : null;
}
