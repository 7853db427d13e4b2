/** A link to a path of the agency's own site, for words that are read elsewhere: a feed or a wire has no address of its own. */
import type { ReactNode } from 'react';
import type { InlineSettings } from './inline-html.tsx';

/** @param publicUrl without a slash at its end. */
export function wholeLink(publicUrl: string): NonNullable<InlineSettings['ownLink']> {
  return (path: string, inner: ReactNode) => <a href={publicUrl + path}>{inner}</a>;
}
