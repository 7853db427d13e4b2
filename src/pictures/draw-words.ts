/** Words drawn as a picture, in the site's own faces, shaped and in their direction. */
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import type { Direction } from '../text/story-text.ts';

export type Drawing = {
  words: string;
  dir: Direction;
  /** Pixels from line to line's letters: the size of the face. */
  size: number;
  /** #rrggbb */
  colour: string;
  /** Pixels at which a line breaks. */
  width: number;
  weight?: 'Regular' | 'Semi-Bold';
};

export type DrawnWords = { png: Buffer; width: number; height: number };

const require = createRequire(import.meta.url);
const serif = '@fontsource-variable/source-serif-4/files/source-serif-4';
const faces = {
  'serif-latin': `${serif}-latin-wght-normal.woff2`,
  'serif-latin-ext': `${serif}-latin-ext-wght-normal.woff2`,
  'serif-cyrillic': `${serif}-cyrillic-wght-normal.woff2`,
  arabic: '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2',
} as const;
type Face = keyof typeof faces;

export async function drawWords({
  words,
  dir,
  size,
  colour,
  width,
  weight = 'Regular',
}: Drawing): Promise<DrawnWords> {
  const isArabic = /\p{Script=Arabic}/u.test(words);
  // All are made known before the first line: a line may need several.
  for (const face of Object.keys(faces) as Face[]) await makeKnown(face);
  const family = isArabic ? 'Vazirmatn, Source Serif 4' : 'Source Serif 4, Vazirmatn';
  // The first letter of a paragraph says which way it runs, so an unseen one of the right kind is put before it.
  const marked = (dir === 'rtl' ? '\u200f' : '\u200e') + escaped(words);
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${marked}</span>`,
      font: `${family} ${weight} ${size}`,
      fontfile: await faceFile(isArabic ? 'arabic' : 'serif-latin'),
      width,
      wrap: 'word-char',
      rgba: true,
      dpi: 72,
      spacing: Math.round(size * 0.1),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** Pango reads marks: none of a story's words may be one. */
function escaped(words: string): string {
  return words
    .replace(/[\p{Cc}]/gu, ' ')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const known = new Set<Face>();

/** A face is known to the drawing library from when a line was first drawn with its file. */
async function makeKnown(face: Face): Promise<void> {
  if (known.has(face)) return;
  const fontfile = await faceFile(face);
  await sharp({ text: { text: '.', fontfile, font: 'Source Serif 4' } })
    .png()
    .toBuffer();
  known.add(face);
}

let folder: string | null = null;

/** The drawing library reads no compressed fonts: they stand unpacked in a folder of this process. */
async function faceFile(face: Face): Promise<string> {
  if (folder === null || !existsSync(folder)) folder = mkdtempSync(path.join(tmpdir(), 'wireroom-faces-'));
  const file = path.join(folder, `${face}.ttf`);
  if (!existsSync(file)) writeFileSync(file, await unpacked(require.resolve(faces[face])));
  return file;
}

/** In a thread that ends: what unpacks takes 16 MB for as long as its thread lives, and is needed once a face. */
async function unpacked(woff2: string): Promise<Uint8Array> {
  const worker = new Worker(new URL(`./unpack-face${path.extname(import.meta.url)}`, import.meta.url), {
    workerData: woff2,
  });
  const [bytes] = (await once(worker, 'message')) as [Uint8Array];
  await worker.terminate();
  return bytes;
}
