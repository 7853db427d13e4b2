/** A log that another program wrote: transparency-dev/tessera's test log of 15 entries. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { unpackEntries } from './entry-bundle.ts';
import { type Frontier, frontierRoot, growFrontier, leafHash, type TileReader, treeRoot } from './merkle.ts';
import { openNote } from './signed-note.ts';
import { entriesPath, hashTilePath } from './tile-path.ts';

const log = 'standards/transparency/tlog-tiles-sample';
const vkey = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';
const file = (name: string) => readFileSync(sharedFile(`${log}/${name}`));

const read: TileReader = async (level, index, width) => file(hashTilePath(level, index, width));

itWithShared(log)('has the root of each checkpoint, from hash tiles and from entries', async () => {
  const names = ['checkpoint', ...Array.from({ length: 16 }, (_, size) => `checkpoint.${size}`)];
  for (const name of names) {
    const opened = openNote(file(name).toString(), [vkey]);
    if (!opened.ok) throw new Error(`${name}: ${opened.why}`);
    const { origin, size, root } = parseCheckpoint(opened.text) as {
      origin: string;
      size: number;
      root: Buffer;
    };
    expect({ name, origin }).toEqual({ name, origin: 'example.com/log/testdata' });
    expect({ name, root: await treeRoot(size, read) }).toEqual({ name, root });
    expect({ name, root: frontierRoot(frontierOfEntries(size)) }).toEqual({ name, root });
  }
});

function frontierOfEntries(size: number): Frontier {
  if (size === 0) return [];
  const entries = unpackEntries(file(entriesPath(0, size))) ?? [];
  expect(entries.length).toBe(size);
  return entries.reduce<Frontier>((grown, entry, at) => growFrontier(grown, at, leafHash(entry)), []);
}
