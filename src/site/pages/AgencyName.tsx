/** The agency's name at the head of a page: its logo, which says the name to whoever does not see it, or the name in letters. */
import type { ReactNode } from 'react';
import type { View } from './view.ts';

/** `onPaper`: printed, where nothing is dark. */
export function AgencyName({ view, onPaper = false }: { view: View; onPaper?: boolean }): ReactNode {
  const { logo, edition } = view.frame;
  if (!logo) return edition.agency;
  const { href, width, height } = logo.light;
  const image = <img src={href} width={width} height={height} alt={edition.agency} />;
  if (!logo.dark || onPaper) return image;
  const { dark } = logo;
  return (
    <picture>
      <source
        media="(prefers-color-scheme: dark)"
        srcSet={dark.href}
        width={dark.width}
        height={dark.height}
      />
      {image}
    </picture>
  );
}
