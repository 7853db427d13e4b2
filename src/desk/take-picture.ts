/** Takes in a picture: what it is, is read from its bytes and not from its name, and what it says of itself is kept. */
import exifr from 'exifr';
import sharp from 'sharp';
import { openPicture } from '../pictures/open-picture.ts';
import { keepPicture, maxPixels } from '../pictures/picture-store.ts';
import { oneLine } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import type { PictureJson } from './desk-api.ts';

/** Bytes that a picture may have. */
export const mostPictureBytes = 40 * 1024 * 1024;

const formats = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif']);

export type PictureTaken = { ok: true; value: PictureJson } | { ok: false; kind: string; sentence: string };

export async function takePicture(db: Client, bytes: Buffer): Promise<PictureTaken> {
  const refused = (kind: string, sentence: string): PictureTaken => ({ ok: false, kind, sentence });
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
  const isWhole = await openPicture(what, () =>
    sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).resize({ width: 64 }).toBuffer(),
  ).then(
    () => true,
    () => false,
  );
  if (!isWhole) return refused('picture-broken', 'The picture is damaged or cut short: send it again.');
  const { hash, width, height } = await keepPicture(db, bytes);
  return { ok: true, value: { picture: hash, width, height, ...(await saysOfItself(bytes)) } };
}

/** Caption and credit by the IPTC's own names; a picture without them, or with broken ones, says nothing. */
async function saysOfItself(bytes: Buffer): Promise<{ caption: string; credit: string }> {
  const said: Record<string, unknown> | undefined = await exifr
    .parse(bytes, { iptc: true, xmp: true, tiff: true, gps: false, mergeOutput: true })
    .catch(() => undefined);
  const text = (...names: string[]) => {
    for (const name of names) {
      const value = said?.[name];
      const words = typeof value === 'string' ? value : (value as { value?: unknown } | undefined)?.value;
      if (typeof words === 'string' && words.trim()) return oneLine(words).slice(0, 2_000);
    }
    return '';
  };
  return {
    caption: text('Caption', 'description', 'ImageDescription'),
    credit: text('Credit', 'credit', 'Byline', 'creator'),
  };
}
