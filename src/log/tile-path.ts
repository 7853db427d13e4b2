/** Where the tiles and entry bundles of a log lie (C2SP tlog-tiles), relative to its checkpoint: `tile/0/x001/067.p/8`. */
import { fromDecimal } from './strict-decimal.ts';

/** `level` 0 to 63; `index` counts tiles of 256 on the level; `width` 1 to 256 is the number of hashes or entries. */
export type TilePath =
  | { kind: 'hashes'; level: number; index: number; width: number }
  | { kind: 'entries'; index: number; width: number };

const fullWidth = 256;
const topLevel = 63;

/** @throws RangeError for a level, index or width that no tile has. */
export function hashTilePath(level: number, index: number, width: number): string {
  if (!isBetween(level, 0, topLevel)) throw new RangeError(`no tiles on level ${level}`);
  return `tile/${level}/${place(index, width)}`;
}

/** @throws RangeError for an index or width that no bundle has. */
export function entriesPath(index: number, width: number): string {
  return `tile/entries/${place(index, width)}`;
}

/** What a path names; null for any but the one spelling that `hashTilePath` or `entriesPath` gives. */
export function parseTilePath(path: string): TilePath | null {
  const [, layer = '', groups = '', part] = tilePath.exec(path) ?? [];
  const index = Number(groups.replace(/[/x]/g, ''));
  const width = part === undefined ? fullWidth : Number(part);
  if (!Number.isSafeInteger(index) || !isBetween(width, 1, fullWidth)) return null;
  if (layer === 'entries')
    return entriesPath(index, width) === path ? { kind: 'entries', index, width } : null;
  const level = fromDecimal(layer);
  if (level === null || level > topLevel || hashTilePath(level, index, width) !== path) return null;
  return { kind: 'hashes', level, index, width };
}

const tilePath = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/;

/** `x001/x234/067` for tile 1,234,067; then `.p/8` where it has 8 of 256. */
function place(index: number, width: number): string {
  if (!isBetween(index, 0, Number.MAX_SAFE_INTEGER)) throw new RangeError(`no tile ${index}`);
  if (!isBetween(width, 1, fullWidth)) throw new RangeError(`no tile is ${width} wide`);
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const steps = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group));
  return `${steps.join('/')}${width < fullWidth ? `.p/${width}` : ''}`;
}

function isBetween(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}
