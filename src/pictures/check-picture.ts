/** Whether bytes that came from outside are a picture that is taken: read from the bytes themselves, not from a name. */
import sharp from 'sharp';
import { maxPixels } from './picture-store.ts';

const formats = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif']);

/** Why they are not, as a sentence; null: they are one, whole. */
export async function whyNotPicture(bytes: Buffer): Promise<{ kind: string; sentence: string } | null> {
  const refused = (kind: string, sentence: string) => ({ kind, sentence });
  if (/<svg[\s>]/i.test(bytes.subarray(0, 4_000).toString('latin1')))
    return refused('no-svg', 'An SVG can hold a program, so it is not taken: send it as a PNG.');
  const what = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!what)
    return refused(
      'no-picture',
      'That is no picture that can be read: send a JPEG, PNG, WebP, AVIF, GIF or TIFF.',
    );
  if (!formats.has(what.format ?? ''))
    return refused(
      'no-picture',
      `Pictures of the kind “${what.format}” are not taken: send a JPEG, PNG, WebP, AVIF, GIF or TIFF.`,
    );
  const pixels = what.width * what.height;
  if (pixels > maxPixels)
    return refused(
      'picture-too-large',
      `The picture has ${Math.round(pixels / 1e6)} million pixels; ${maxPixels / 1e6} million are taken: send a smaller one.`,
    );
  // Its head may be whole and its body cut: it is decoded once, before anybody relies on it.
  const isWhole = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .resize({ width: 64 })
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
  return isWhole ? null : refused('picture-broken', 'The picture is damaged or cut short: send it again.');
}
