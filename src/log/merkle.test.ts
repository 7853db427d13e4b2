import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leafTiles } from '../../test/leaf-tiles.ts';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import {
  consistencyProof,
  emptyRoot,
  type Frontier,
  frontierRoot,
  growFrontier,
  inclusionProof,
  leafHash,
  nodeHash,
  type TileReader,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  verifySubtree,
  verifySubtreeInclusion,
} from './merkle.ts';

const leaves = Array.from({ length: 1025 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const read = leafTiles(leaves);

const vectors = 'standards/transparency/merkle-proofs.json';

itWithShared(vectors)('decides 518 proofs as they ask for', () => {
  const cases = JSON.parse(readFileSync(sharedFile(vectors), 'utf8')) as Vector[];
  const wrong = cases.filter((one) => decide(one) === one.wantErr).map((one) => one.case);
  expect({ cases: cases.length, wrong }).toEqual({ cases: 518, wrong: [] });
});

it('computes the root and the proofs that RFC 6962 defines, for all trees up to 40 leaves', async () => {
  for (let size = 1; size <= 40; size += 1) {
    expect(await treeRoot(size, read)).toEqual(rootByDefinition(leaves.slice(0, size)));
    for (let at = 0; at < size; at += 1) {
      expect(await inclusionProof(at, size, read)).toEqual(pathByDefinition(at, leaves.slice(0, size)));
      const proof = await consistencyProof(at + 1, size, read);
      expect(proof).toEqual(subproofByDefinition(at + 1, leaves.slice(0, size), true));
    }
  }
});

it('grows to the same root as the tiles give, for every size up to 1,025', async () => {
  let frontier: Frontier = [];
  expect(frontierRoot(frontier)).toEqual(emptyRoot);
  expect(await treeRoot(0, read)).toEqual(emptyRoot);
  for (const [size, leaf] of leaves.entries()) {
    frontier = growFrontier(frontier, size, leaf);
    expect(frontierRoot(frontier)).toEqual(await treeRoot(size + 1, read));
  }
});

it('does not grow a frontier of another size, nor change the one it is given', () => {
  const leaf = leaves[0] as Buffer;
  const one = growFrontier([], 0, leaf);
  growFrontier(one, 1, leaf);
  expect(one).toEqual([leaf]);
  expect(() => growFrontier(one, 3, leaf)).toThrow(RangeError);
  expect(() => growFrontier([], -1, leaf)).toThrow(RangeError);
});

it('proves one leaf of every tree up to 600, until any one bit changes', async () => {
  for (let size = 1; size <= 600; size += 1) {
    const root = await treeRoot(size, read);
    await fc.assert(
      fc.asyncProperty(fc.nat(size - 1), fc.nat(), async (index, bit) => {
        const proof = await inclusionProof(index, size, read);
        const leaf = leaves[index] as Buffer;
        expect(verifyInclusion({ index, size, leaf, proof, root })).toBe(true);
        const [badRoot, badLeaf, ...badProof] = flipBit([root, leaf, ...proof], bit);
        expect(
          verifyInclusion({ index, size, leaf: badLeaf as Buffer, proof: badProof, root: badRoot as Buffer }),
        ).toBe(false);
        expect(verifyInclusion({ index: (index + 1) % (size + 1), size, leaf, proof, root })).toBe(false);
        expect(verifyInclusion({ index, size, leaf, proof: [...proof, leaf], root })).toBe(false);
        expect(verifyInclusion({ index, size, leaf, proof: proof.slice(1), root })).toBe(proof.length === 0);
      }),
      { numRuns: 1 },
    );
  }
});

it('proves that every tree up to 600 begins with an earlier one, until any one bit changes', async () => {
  for (let to = 1; to <= 600; to += 1) {
    const toRoot = await treeRoot(to, read);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: to }), fc.nat(), async (from, bit) => {
        const fromRoot = await treeRoot(from, read);
        const proof = await consistencyProof(from, to, read);
        expect(verifyConsistency({ from, to, fromRoot, toRoot, proof })).toBe(true);
        const [badFrom, badTo, ...badProof] = flipBit([fromRoot, toRoot, ...proof], bit) as Buffer[];
        expect(
          verifyConsistency({
            from,
            to,
            fromRoot: badFrom as Buffer,
            toRoot: badTo as Buffer,
            proof: badProof,
          }),
        ).toBe(false);
        expect(verifyConsistency({ from: from - 1, to, fromRoot, toRoot, proof })).toBe(false);
        expect(verifyConsistency({ from, to, fromRoot, toRoot, proof: [...proof, toRoot] })).toBe(false);
      }),
      { numRuns: 1 },
    );
  }
});

it('refuses each single changed bit of a proof', async () => {
  const proof = await inclusionProof(300, 600, read);
  const root = await treeRoot(600, read);
  const claim = { index: 300, size: 600, leaf: leaves[300] as Buffer, root };
  for (let bit = 0; bit < proof.length * 256; bit += 1)
    expect(verifyInclusion({ ...claim, proof: flipBit(proof, bit) })).toBe(false);
});

it('is right for sizes up to 2^53', async () => {
  const sizes = [2 ** 31 + 1, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 3, 2 ** 48 + 257, 2 ** 53 - 1, 2 ** 53];
  for (const size of sizes) {
    for (const index of [0, 5, 2 ** 31 - 1, size / 2 + 0.5, size - 2, size - 1].map(Math.floor)) {
      const tree = treeWithOneOddLeaf(BigInt(index));
      const root = tree.root(0n, BigInt(size));
      expect(await treeRoot(size, tree.read)).toEqual(root);
      const proof = await inclusionProof(index, size, tree.read);
      expect(verifyInclusion({ index, size, leaf: tree.oddLeaf, proof, root })).toBe(true);
      expect(
        verifyInclusion({
          index: index % 2 === 0 ? index + 1 : index - 1,
          size,
          leaf: tree.oddLeaf,
          proof,
          root,
        }),
      ).toBe(false);
      const from = index + 1;
      const fromRoot = tree.root(0n, BigInt(from));
      const later = await consistencyProof(from, size, tree.read);
      expect(verifyConsistency({ from, to: size, fromRoot, toRoot: root, proof: later })).toBe(true);
      const grown = growFrontier(tree.frontier(BigInt(index)), index, tree.oddLeaf);
      expect(frontierRoot(grown)).toEqual(fromRoot);
    }
  }
});

it('asks for each tile once, as wide as the tree has it', async () => {
  const asked: string[] = [];
  await inclusionProof(
    300,
    600,
    leafTiles(leaves, (tile) => asked.push(tile)),
  );
  expect(asked.sort()).toEqual(['0/1/256', '0/2/88', '1/0/2']);
});

it('does not take a tile of another length', async () => {
  const short: TileReader = async (...place) => (await read(...place)).subarray(32);
  await expect(treeRoot(600, short)).rejects.toThrow(RangeError);
});

it('says so when asked for what cannot be proved', async () => {
  await expect(inclusionProof(5, 5, read)).rejects.toThrow(RangeError);
  await expect(inclusionProof(0.5, 5, read)).rejects.toThrow(RangeError);
  await expect(consistencyProof(0, 5, read)).rejects.toThrow(RangeError);
  await expect(consistencyProof(6, 5, read)).rejects.toThrow(RangeError);
  await expect(treeRoot(-1, read)).rejects.toThrow(RangeError);
});

type Vector = { case: string; desc: string; proof: string[] | null; wantErr: boolean } & (
  | { kind: 'inclusion'; leafIdx: number; treeSize: number; root: string; leafHash: string }
  | { kind: 'consistency'; size1: number; size2: number; root1: string; root2: string }
  | { kind: 'subtreeinclusion'; leafIdx: number; start: number; end: number; root: string; leafHash: string }
  | { kind: 'subtreeconsistency'; start: number; end: number; size: number; root1: string; root2: string }
);

function decide(one: Vector): boolean {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const proof = (one.proof ?? []).map(bytes);
  switch (one.kind) {
    case 'inclusion': {
      const [leaf, root] = [bytes(one.leafHash), bytes(one.root)];
      return verifyInclusion({ index: one.leafIdx, size: one.treeSize, leaf, proof, root });
    }
    case 'subtreeinclusion': {
      const [leaf, root] = [bytes(one.leafHash), bytes(one.root)];
      const { leafIdx: index, start, end } = one;
      return verifySubtreeInclusion({ index, start, end, leaf, proof, root });
    }
    case 'consistency': {
      const [fromRoot, toRoot] = [bytes(one.root1), bytes(one.root2)];
      return verifyConsistency({ from: one.size1, to: one.size2, fromRoot, toRoot, proof });
    }
    case 'subtreeconsistency': {
      const { start, end, size } = one;
      return verifySubtree({
        start,
        end,
        size,
        subtreeRoot: bytes(one.root1),
        root: bytes(one.root2),
        proof,
      });
    }
  }
}

/** The same buffers but for one bit, counted over all of them. */
function flipBit(buffers: readonly Buffer[], bit: number): Buffer[] {
  const flat = Buffer.concat(buffers);
  const at = bit % (flat.length * 8);
  flat.writeUInt8(flat.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
  return buffers.map((_, place) => flat.subarray(place * 32, place * 32 + 32));
}

/** RFC 6962, 2.1: MTH. */
function rootByDefinition(all: Buffer[]): Buffer {
  if (all.length <= 1) return all[0] ?? emptyRoot;
  const half = halfByDefinition(all.length);
  return nodeHash(rootByDefinition(all.slice(0, half)), rootByDefinition(all.slice(half)));
}

/** RFC 6962, 2.1.1: PATH. */
function pathByDefinition(at: number, all: Buffer[]): Buffer[] {
  if (all.length === 1) return [];
  const half = halfByDefinition(all.length);
  const [left, right] = [all.slice(0, half), all.slice(half)];
  return at < half
    ? [...pathByDefinition(at, left), rootByDefinition(right)]
    : [...pathByDefinition(at - half, right), rootByDefinition(left)];
}

/** RFC 6962, 2.1.2: SUBPROOF. */
function subproofByDefinition(from: number, all: Buffer[], known: boolean): Buffer[] {
  if (from === all.length) return known ? [] : [rootByDefinition(all)];
  const half = halfByDefinition(all.length);
  const [left, right] = [all.slice(0, half), all.slice(half)];
  return from <= half
    ? [...subproofByDefinition(from, left, known), rootByDefinition(right)]
    : [...subproofByDefinition(from - half, right, false), rootByDefinition(left)];
}

/** The largest power of two below a size. */
function halfByDefinition(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

/** A tree of any size, all of whose leaves are alike but one: too large to hold, yet each of its hashes is known. */
function treeWithOneOddLeaf(odd: bigint) {
  const heights = Array.from({ length: 54 }, (_, height) => height);
  const plain = [leafHash(Buffer.from('plain'))];
  const oddLeaf = leafHash(Buffer.from('odd'));
  const withOdd = [oddLeaf];
  for (const height of heights) {
    const [a, b] = [plain[height] as Buffer, withOdd[height] as Buffer];
    plain.push(nodeHash(a, a));
    withOdd.push((odd >> BigInt(height)) & 1n ? nodeHash(a, b) : nodeHash(b, a));
  }
  const complete = (height: number, at: bigint) =>
    (odd >> BigInt(height) === at ? withOdd[height] : plain[height]) as Buffer;
  const heightOf = (size: bigint) => size.toString(2).length - 1;
  const root = (low: bigint, size: bigint): Buffer => {
    const height = heightOf(size);
    if (size === 1n << BigInt(height)) return complete(height, low >> BigInt(height));
    const half = 1n << BigInt(heightOf(size - 1n));
    return nodeHash(root(low, half), root(low + half, size - half));
  };
  const frontier = (size: bigint): Frontier => {
    const roots: Frontier = [];
    for (const height of heights.toReversed()) {
      if ((size >> BigInt(height)) & 1n) roots.push(complete(height, (size >> BigInt(height)) - 1n));
    }
    return roots;
  };
  const readTile: TileReader = async (level, index, width) =>
    Buffer.concat(
      Array.from({ length: width }, (_, at) => complete(8 * level, BigInt(index) * 256n + BigInt(at))),
    );
  return { oddLeaf, root, frontier, read: readTile };
}
