/** Pictures and their renditions: kept by the hash of their bytes, in the database that all processes share. */
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { Client } from '../stories/story-store.ts';
import type { Focal } from '../text/story-text.ts';
import { cropAround } from './focal-point.ts';
import { openPicture } from './open-picture.ts';

export type PictureFormat = 'jpg' | 'webp' | 'avif';

/** Pixels that one picture may have; a larger one is refused, not decoded. */
export const maxPixels = 80_000_000;

/** Pixels on a side that WebP can have, and AVIF about: a rendition that would be longer is made narrower. */
export const longestSide = 16_383;

/** Keeps a picture. @returns its hash in hex and its size. @throws where the bytes are no picture that sharp reads. */
export async function keepPicture(
  db: Client,
  bytes: Buffer,
): Promise<{ hash: string; width: number; height: number }> {
  const { autoOrient, format } = await sharp(bytes, { limitInputPixels: maxPixels }).metadata();
  // As it is seen: a camera may lie on its side.
  const { width, height } = autoOrient;
  const hash = createHash('sha256').update(bytes).digest('hex');
  await db.query(
    `insert into pictures (sha256, media_type, width, height, bytes) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [Buffer.from(hash, 'hex'), `image/${format}`, width, height, bytes],
  );
  return { hash, width, height };
}

export type Rendition = {
  hash: string;
  width: number;
  format: PictureFormat;
  /** Cut to the lists' shape around it. */
  focal?: Focal | null;
};

/** The rendition, made and kept where nobody asked for it before; null where there is no such picture. */
export async function readRendition(db: Client, wanted: Rendition): Promise<Buffer | null> {
  const kept = await findRendition(db, wanted);
  if (kept) return kept;
  const sha256 = Buffer.from(wanted.hash, 'hex');
  const { rows } = await db.query<{ width: number; height: number }>(
    'select width, height from pictures where sha256 = $1',
    [sha256],
  );
  // Whoever waited may find it made.
  return rows[0]
    ? openPicture(rows[0], async () => (await findRendition(db, wanted)) ?? makeRendition(db, wanted))
    : null;
}

/** The rendition where it was made before; else null. */
export async function findRendition(db: Client, wanted: Rendition): Promise<Buffer | null> {
  const { rows } = await db.query<{ bytes: Buffer }>(
    'select bytes from picture_renditions where sha256 = $1 and width = $2 and format = $3 and crop = $4',
    keyOf(wanted),
  );
  return rows[0]?.bytes ?? null;
}

async function makeRendition(db: Client, wanted: Rendition): Promise<Buffer | null> {
  const { width, format, focal } = wanted;
  const key = keyOf(wanted);
  const { rows } = await db.query<{ bytes: Buffer }>('select bytes from pictures where sha256 = $1', [
    key[0],
  ]);
  if (!rows[0]) return null;
  const resized = sharp(rows[0].bytes, { limitInputPixels: maxPixels }).autoOrient();
  if (focal) resized.extract(cropAround((await resized.metadata()).autoOrient, focal));
  resized.resize({ width, height: longestSide, fit: 'inside', withoutEnlargement: true });
  const bytes = await encoded(resized, format).toBuffer();
  await db.query(
    `insert into picture_renditions (sha256, width, format, crop, bytes)
     select sha256, $2, $3, $4, $5 from pictures where sha256 = $1 on conflict do nothing`,
    [...key, bytes],
  );
  return bytes;
}

/** AVIF at little effort: more makes it a tenth smaller and takes many times as long. */
function encoded(picture: Sharp, format: PictureFormat): Sharp {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 50, effort: 2 });
    case 'webp':
      return picture.webp({ quality: 76 });
    case 'jpg':
      return picture.jpeg({ quality: 78, mozjpeg: true });
  }
}

function keyOf({ hash, width, format, focal = null }: Rendition): unknown[] {
  return [Buffer.from(hash, 'hex'), width, format, focal ? `${focal.x},${focal.y}` : ''];
}
