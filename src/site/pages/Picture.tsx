/** A stored picture in the widths that it has. Its place is reserved before it arrives. */
import type { ReactNode } from 'react';
import { cropAround, focalSuffix } from '../../pictures/focal-point.ts';
import type { PictureFormat } from '../../pictures/picture-store.ts';
import { widthsOf } from '../../pictures/rendition-widths.ts';
import type { PagePicture } from '../page-data.ts';

/** `sizes`: how wide it is shown, as in HTML. `first`: the page's first picture, wanted at once. */
export function Picture(props: {
  picture: PagePicture;
  alt?: string;
  sizes: string;
  first: boolean;
  /** Cut to the lists' shape, where somebody said around what. */
  cut?: boolean;
}): ReactNode {
  const { alt, sizes, first, cut = false } = props;
  const picture = cut ? cutToShape(props.picture) : { ...props.picture, focal: null };
  return (
    <picture>
      <source type="image/avif" srcSet={srcSet(picture, 'avif')} sizes={sizes} />
      <source type="image/webp" srcSet={srcSet(picture, 'webp')} sizes={sizes} />
      <img
        src={pathFor(picture, 960)}
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

/** Path of the whole picture's JPEG whose width is nearest above the wanted one, else the largest. */
export function picturePath(picture: PagePicture, wanted: number): string {
  return pathFor({ ...picture, focal: null }, wanted);
}

function pathFor(picture: PagePicture, wanted: number): string {
  const widths = [...picture.widths].sort((a, b) => a - b);
  const width = widths.find((one) => one >= wanted) ?? widths.at(-1) ?? picture.width;
  return `/picture/${picture.hash}/${width}${focalSuffix(picture.focal)}.jpg`;
}

function srcSet({ hash, widths, focal }: PagePicture, format: PictureFormat): string {
  const cut = focalSuffix(focal);
  return widths.map((width) => `/picture/${hash}/${width}${cut}.${format} ${width}w`).join(', ');
}

function cutToShape(picture: PagePicture): PagePicture {
  if (!picture.focal) return picture;
  const { width, height } = cropAround(picture, picture.focal);
  return { ...picture, width, height, widths: widthsOf(width) };
}
