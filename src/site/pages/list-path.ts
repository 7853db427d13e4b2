/** Addresses of lists, as paths from the root, in the page's edition. */
import type { View } from './view.ts';

export function sectionPath(view: View, slug: string): string {
  return `/${view.lang}/section/${encodeURIComponent(slug)}`;
}

export function topicPath(view: View, slug: string): string {
  return `/${view.lang}/topic/${encodeURIComponent(slug)}`;
}
