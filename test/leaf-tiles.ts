/** The tiles of a tree whose leaf hashes are in memory. */
import { nodeHash, type TileReader } from '../src/log/merkle.ts';

/** The hashes of each level of tiles: the leaves' own, then the roots of each 256 leaves, of each 256^2 … */
export function tileLevels(leaves: readonly Buffer[]): Buffer[][] {
  const levels = [[...leaves]];
  for (let level = levels[0]; level && level.length >= 256; level = levels.at(-1)) {
    const full = Math.floor(level.length / 256);
    const below = level;
    levels.push(Array.from({ length: full }, (_, at) => completeRoot(below.slice(at * 256, at * 256 + 256))));
  }
  return levels;
}

/** @param asked is told of each tile that is read, `level/index/width`. */
export function leafTiles(leaves: readonly Buffer[], asked: (tile: string) => void = () => {}): TileReader {
  const levels = tileLevels(leaves);
  return async (level, index, width) => {
    asked(`${level}/${index}/${width}`);
    return Buffer.concat((levels[level] ?? []).slice(index * 256, index * 256 + width));
  };
}

function completeRoot(hashes: Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1) {
    const pairs = row;
    row = Array.from({ length: row.length / 2 }, (_, at) =>
      nodeHash(pairs[2 * at] as Buffer, pairs[2 * at + 1] as Buffer),
    );
  }
  return row[0] as Buffer;
}
