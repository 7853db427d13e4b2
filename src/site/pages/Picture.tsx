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

/** The size in which it comes; no rendition is wider than the picture is. */
export function pictureSize(picture: PagePicture, wanted: number): { width: number; height: number } {
  const width = Math.min(picture.width, nearestWidth(picture, wanted));
  return { width, height: Math.max(1, Math.round((picture.height * width) / picture.width)) };
}

function pathFor(picture: PagePicture, wanted: number): string {
  return `/picture/${picture.hash}/${nearestWidth(picture, wanted)}${focalSuffix(picture.focal)}.jpg`;
}

function nearestWidth({ widths, width }: PagePicture, wanted: number): number {
  const sorted = [...widths].sort((a, b) => a - b);
  return sorted.find((one) => one >= wanted) ?? sorted.at(-1) ?? width;
}

function srcSet(picture: PagePicture, format: PictureFormat): string {
  const { hash, widths, focal } = picture;
  const cut = focalSuffix(focal);
  return widths
    .map((width) => `/picture/${hash}/${width}${cut}.${format} ${pictureSize(picture, width).width}w`)
    .join(', ');
}

function cutToShape(picture: PagePicture): PagePicture {
  if (!picture.focal) return picture;
  const { width, height } = cropAround(picture, picture.focal);
  return { ...picture, width, height, widths: widthsOf(width) };
}
