/** Pictures and their renditions: kept by the hash of their bytes, in the database that all processes share. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Client } from '../stories/story-store.ts';

export type PictureFormat = 'jpg' | 'webp';

/** Widths in which a picture can be asked for, in CSS pixels; never wider than it is. */
export const renditionWidths = [320, 640, 960, 1280];

/** Pixels that one picture may have; a larger one is refused, not decoded. */
export const maxPixels = 80_000_000;

/** Keeps a picture. @returns its hash in hex and its size. @throws where the bytes are no picture that sharp reads. */
export async function keepPicture(
  db: Client,
  bytes: Buffer,
): Promise<{ hash: string; width: number; height: number }> {
  const { width, height, format } = await sharp(bytes, { limitInputPixels: maxPixels }).metadata();
  const hash = createHash('sha256').update(bytes).digest('hex');
  await db.query(
    `insert into pictures (sha256, media_type, width, height, bytes) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [Buffer.from(hash, 'hex'), `image/${format}`, width, height, bytes],
  );
  return { hash, width, height };
}

/** Widths that a picture of this width has renditions in: at least one. */
export function widthsOf(width: number): number[] {
  const fitting = renditionWidths.filter((one) => one <= width);
  return fitting.length > 0 ? fitting : [renditionWidths[0] as number];
}

/** The rendition, made and kept where nobody asked for it before; null where there is no such picture. */
export async function readRendition(
  db: Client,
  hash: string,
  width: number,
  format: PictureFormat,
): Promise<Buffer | null> {
  const sha256 = Buffer.from(hash, 'hex');
  const kept = await db.query<{ bytes: Buffer }>(
    'select bytes from picture_renditions where sha256 = $1 and width = $2 and format = $3',
    [sha256, width, format],
  );
  if (kept.rows[0]) return kept.rows[0].bytes;
  const original = await db.query<{ bytes: Buffer }>('select bytes from pictures where sha256 = $1', [
    sha256,
  ]);
  if (!original.rows[0]) return null;
  const resized = sharp(original.rows[0].bytes, { limitInputPixels: maxPixels }).rotate();
  resized.resize({ width, withoutEnlargement: true });
  const bytes = await (format === 'webp'
    ? resized.webp({ quality: 76 })
    : resized.jpeg({ quality: 78, mozjpeg: true })
  ).toBuffer();
  await db.query(
    `insert into picture_renditions (sha256, width, format, bytes)
     select sha256, $2, $3, $4 from pictures where sha256 = $1 on conflict do nothing`,
    [sha256, width, format, bytes],
  );
  return bytes;
}
