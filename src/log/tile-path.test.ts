import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entriesPath, hashTilePath, parseTilePath } from './tile-path.ts';

it('names tiles as the specification does', () => {
  expect(hashTilePath(0, 0, 256)).toBe('tile/0/000');
  expect(hashTilePath(0, 1067, 8)).toBe('tile/0/x001/067.p/8');
  expect(hashTilePath(63, 1234067, 256)).toBe('tile/63/x001/x234/067');
  expect(entriesPath(999, 255)).toBe('tile/entries/999.p/255');
  expect(entriesPath(1000, 256)).toBe('tile/entries/x001/000');
});

it('reads back every path that it writes', () => {
  const tile = fc.record({
    level: fc.nat(63),
    index: fc.maxSafeNat(),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(tile, ({ level, index, width }) => {
      expect(parseTilePath(hashTilePath(level, index, width))).toEqual({
        kind: 'hashes',
        level,
        index,
        width,
      });
      expect(parseTilePath(entriesPath(index, width))).toEqual({ kind: 'entries', index, width });
    }),
  );
});

it('reads no other spelling', () => {
  const others = [
    '',
    'checkpoint',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/Entries/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/x001',
    'tile/0/001/067',
    'tile/0/x001/x067',
    'tile/0/000.p/0',
    'tile/0/000.p/08',
    'tile/0/000.p/256',
    'tile/0/000.p/999',
    'tile/0/000.p',
    'tile/0/000.p/',
    'tile/0/000.p/8\n',
    'tile/0/../checkpoint',
    'tile/0/x009/x007/x199/x254/x740/992',
    'tile/0/x001/x001/x001/x001/x001/x001/001',
  ];
  for (const path of others) expect({ path, read: parseTilePath(path) }).toEqual({ path, read: null });
});

it('names no tile that cannot be', () => {
  for (const [level, index, width] of [
    [64, 0, 1],
    [-1, 0, 1],
    [0, -1, 1],
    [0, 0.5, 1],
    [0, 2 ** 53, 1],
    [0, 0, 0],
    [0, 0, 257],
  ] as const)
    expect(() => hashTilePath(level, index, width)).toThrow(RangeError);
});
