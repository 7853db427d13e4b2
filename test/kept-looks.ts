/** Pictures of pages that are kept beside the tests, and whether a page still looks so. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';

const kept = fileURLToPath(new URL('looks/', import.meta.url));
/** Where a page that looks otherwise is put, with what differs. */
const seenFolder = path.join(tmpdir(), 'wireroom-looks');
const isWriting = process.env.LOOKS === 'write';

/** Of 255, of two pictures that were blurred by a point: what the smoothing of letters may differ by. A hairline differs by more. */
const tolerance = 12;
/** Of all points: as many may differ by more. */
const share = 0.0004;

type Raw = { data: Buffer; width: number; height: number };

/** How a look is kept. `quarter`: at a quarter of its size, not at half. */
type Keeping = { colour: boolean; quarter: boolean };

/**
 * @param png the page as it is seen, at half its size.
 * @returns what differs, in one line; null: nothing. With LOOKS=write what differs is kept instead.
 */
export async function compareLook(
  name: string,
  png: Buffer,
  { colour, quarter }: Keeping,
): Promise<string | null> {
  const file = path.join(kept, `${name}.webp`);
  const seen = await (quarter ? await halved(png) : sharp(png))
    .flatten()
    .greyscale(!colour)
    .webp({ quality: 40, effort: 5, smartSubsample: colour })
    .toBuffer();
  const before = existsSync(file) ? readFileSync(file) : null;
  if (before?.equals(seen)) return null;
  const found = before && differenceOf(await rawOf(before), await rawOf(seen), quarter ? 4 : 2);
  if (before && !found) return null;
  if (isWriting) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, seen);
    return null;
  }
  if (!found) return `${name}: no picture of it is kept; LOOKS=write keeps one`;
  mkdirSync(seenFolder, { recursive: true });
  writeFileSync(path.join(seenFolder, `${name}.seen.webp`), seen);
  const { data, width, height } = found.map;
  const difference = sharp(data, { raw: { width, height, channels: 1 } });
  await difference.png().toFile(path.join(seenFolder, `${name}.difference.png`));
  return `${name}: ${found.said}; see ${seenFolder}`;
}

async function halved(png: Buffer): Promise<Sharp> {
  const { width } = await sharp(png).metadata();
  return sharp(png).resize({ width: Math.round(width / 2) });
}

/** Names of the pictures that are kept. */
export function keptLooks(): string[] {
  return existsSync(kept) ? readdirSync(kept).map((file) => file.replace(/\.webp$/, '')) : [];
}

async function rawOf(picture: Buffer): Promise<Raw> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .blur(1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** `map`: white where the two differ. Null: they do not. `times`: how many times as large as the pictures the page is. */
function differenceOf(one: Raw, other: Raw, times: number): { said: string; map: Raw } | null {
  const { width, height } = other;
  const map = { data: Buffer.alloc(width * height), width, height };
  if (one.width !== width || one.height !== height)
    return { said: `is ${width} × ${height} points, not ${one.width} × ${one.height}`, map };
  let [count, left, top, right, bottom] = [0, width, height, 0, 0];
  for (let at = 0; at < map.data.length; at++) {
    if (isAlike(one.data, other.data, at * 3)) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    map.data[at] = 255;
    count += 1;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  if (count <= share * map.data.length) return null;
  const percent = ((100 * count) / map.data.length).toFixed(2);
  return {
    said: `${percent} % differs, from (${left * times}, ${top * times}) to (${right * times}, ${bottom * times})`,
    map,
  };
}

function isAlike(one: Buffer, other: Buffer, at: number): boolean {
  for (let channel = at; channel < at + 3; channel++)
    if (Math.abs((one[channel] as number) - (other[channel] as number)) > tolerance) return false;
  return true;
}
