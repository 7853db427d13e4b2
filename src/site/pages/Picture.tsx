/** A stored picture in the widths that it has. Its place is reserved before it arrives. */
import type { ReactNode } from 'react';
import type { PagePicture } from '../page-data.ts';

/** `sizes`: how wide it is shown, as in HTML. `first`: the page's first picture, wanted at once. */
export function Picture(props: {
  picture: PagePicture;
  alt?: string;
  sizes: string;
  first: boolean;
}): ReactNode {
  const { picture, alt, sizes, first } = props;
  return (
    <picture>
      <source type="image/webp" srcSet={srcSet(picture, 'webp')} sizes={sizes} />
      <img
        src={picturePath(picture, 960)}
        srcSet={srcSet(picture, 'jpg')}
        sizes={sizes}
        width={picture.width}
        height={picture.height}
        alt={alt ?? picture.alt}
        {...(first ? { fetchPriority: 'high' } : { loading: 'lazy' })}
        decoding="async"
      />
    </picture>
  );
}

/** Path of the JPEG whose width is nearest above the wanted one, else the largest. */
export function picturePath(picture: PagePicture, wanted: number): string {
  const widths = [...picture.widths].sort((a, b) => a - b);
  const width = widths.find((one) => one >= wanted) ?? widths.at(-1) ?? picture.width;
  return `/picture/${picture.hash}/${width}.jpg`;
}

function srcSet({ hash, widths }: PagePicture, format: 'jpg' | 'webp'): string {
  return widths.map((width) => `/picture/${hash}/${width}.${format} ${width}w`).join(', ');
}
