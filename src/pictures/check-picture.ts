/** Whether bytes that came from outside are a picture that is taken: read from the bytes themselves, not from a name. */
import sharp from 'sharp';
import { openPicture } from './open-picture.ts';
import type { PictureRefusal } from './picture-refusal.ts';
import { longestSide, maxPixels } from './picture-store.ts';
import { renditionWidths } from './rendition-widths.ts';

/** How many times as tall as it is wide: beyond, it would be narrower than the narrowest that readers are sent. */
const tallest = Math.floor(longestSide / Math.min(...renditionWidths));
const formats = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif']);

/** Null: they are one, whole. */
export async function whyNotPicture(bytes: Buffer): Promise<PictureRefusal | null> {
  if (bytes.length === 0) return { kind: 'no-picture' };
  if (/<svg[\s>]/i.test(bytes.subarray(0, 4_000).toString('latin1'))) return { kind: 'no-svg' };
  const what = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!what) return { kind: 'no-picture' };
  if (!formats.has(what.format ?? '')) return { kind: 'no-picture', format: what.format };
  const pixels = what.width * what.height;
  if (pixels > maxPixels)
    return { kind: 'picture-too-large', megapixels: Math.round(pixels / 1e6), most: maxPixels / 1e6 };
  const { width, height } = what.autoOrient;
  if (height > width * tallest)
    return { kind: 'picture-too-tall', times: Math.ceil(height / width), most: tallest };
  // Its head may be whole and its body cut: it is decoded once, before anybody relies on it.
  const isWhole = await openPicture(what, () =>
    sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .resize({ width: 64, height: 64, fit: 'inside', withoutEnlargement: true })
      .toBuffer(),
  ).then(
    () => true,
    () => false,
  );
  return isWhole ? null : { kind: 'picture-broken' };
}
