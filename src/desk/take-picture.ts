/** Takes in a picture: what it is, is read from its bytes and not from its name, and what it says of itself is kept. */
import exifr from 'exifr';
import { whyNotPicture } from '../pictures/check-picture.ts';
import type { PictureRefusal } from '../pictures/picture-refusal.ts';
import { keepPicture } from '../pictures/picture-store.ts';
import { oneLine } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import type { PictureJson } from './desk-api.ts';

/** Bytes that a picture may have. */
export const mostPictureBytes = 40 * 1024 * 1024;

export type PictureTaken = { ok: true; value: PictureJson } | { ok: false; refusal: PictureRefusal };

export async function takePicture(db: Client, bytes: Buffer): Promise<PictureTaken> {
  const refusal = await whyNotPicture(bytes);
  if (refusal) return { ok: false, refusal };
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
