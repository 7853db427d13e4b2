/** Takes in a logo: a picture of points, never a drawing that could hold a program, made as small as the masthead needs it. */
import sharp from 'sharp';
import { whyNotPicture } from '../pictures/check-picture.ts';
import type { PictureRefusal } from '../pictures/picture-refusal.ts';
import { maxPixels } from '../pictures/picture-store.ts';
import type { Client } from '../stories/story-store.ts';
import { keepLogo } from './logo-store.ts';

/** Bytes that a logo may have as it is sent. */
export const mostLogoBytes = 8 * 1024 * 1024;

/** As drawn, in CSS pixels, at most. */
const widest = 320;
const highest = 64;
/** Bytes of what readers are sent. */
const mostSentBytes = 24 * 1024;

export type LogoJson = { logo: string; width: number; height: number };
type Taken = { ok: true; value: LogoJson } | { ok: false; refusal: PictureRefusal };

export async function takeLogo(db: Client, bytes: Buffer): Promise<Taken> {
  const refusal = await whyNotPicture(bytes);
  if (refusal) return { ok: false, refusal };
  const drawn = await asDrawn(bytes);
  if (!drawn) return { ok: false, refusal: { kind: 'logo-too-large', mostKilobytes: mostSentBytes / 1024 } };
  const logo = await keepLogo(db, drawn);
  return { ok: true, value: { logo, width: drawn.width, height: drawn.height } };
}

/** As good as fits. Null: none does. */
async function asDrawn(bytes: Buffer): Promise<{ width: number; height: number; bytes: Buffer } | null> {
  const small = sharp(bytes, { limitInputPixels: maxPixels })
    .rotate()
    .resize({ width: widest * 2, height: highest * 2, fit: 'inside', withoutEnlargement: true });
  for (const quality of [92, 80, 65]) {
    const { data, info } = await small
      .clone()
      .webp({ quality, alphaQuality: 100, effort: 6 })
      .toBuffer({ resolveWithObject: true });
    const half = (points: number) => Math.max(1, Math.round(points / 2));
    if (data.length <= mostSentBytes)
      return { width: half(info.width), height: half(info.height), bytes: data };
  }
  return null;
}
