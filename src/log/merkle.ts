/**
 * The hash tree of the log (RFC 6962, section 2.1): one root stands for every entry in its order. A proof shows in a
 * few hashes that an entry is under a root, or that a later root only added to an earlier one.
 *
 * Sizes and indexes are whole numbers up to 2^53: powers of two are multiplied and divided, never shifted.
 */
import { hash } from 'node:crypto';

/** Roots of the tree's complete subtrees, largest first: one for each 1 bit of its size. All that appending needs. */
export type Frontier = Buffer[];

/**
 * Reads one tile (C2SP tlog-tiles): the `width` hashes, 1 to 256, that begin at `index * 256` on `level`. Level 0 has
 * the hashes of the leaves, level L the roots of 256^L leaves each.
 * An implementer gives exactly `width * 32` bytes, and rejects where it has no such tile.
 */
export type TileReader = (level: number, index: number, width: number) => Promise<Buffer>;

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);
const hashBytes = 32;
const tileWidth = 256;

/** Root of a tree without entries: the hash of nothing. */
export const emptyRoot: Buffer = hash('sha256', '', 'buffer');

export function leafHash(leaf: Uint8Array): Buffer {
  return sha256(Buffer.concat([leafPrefix, leaf]));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== hashBytes || right.length !== hashBytes)
    return sha256(Buffer.concat([nodePrefix, left, right]));
  node.set(left, 1);
  node.set(right, 1 + hashBytes);
  return sha256(node);
}

/** By way of a text: Node gives a hash as a buffer at twice the cost. */
function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
}

/** What is hashed, put together in one place again and again: a log of a million entries has some twenty million nodes. */
const node = Buffer.alloc(1 + 2 * hashBytes, nodePrefix);

/**
 * The frontier after one more leaf; the given one stays as it is.
 * @param size leaves before
 * @param leaf hash of the new leaf
 * @throws RangeError for a frontier that is not one of `size` leaves.
 */
export function growFrontier(frontier: Frontier, size: number, leaf: Buffer): Frontier {
  mustHold(isSize(size) && frontier.length === countOnes(size), `not a frontier of ${size} leaves`);
  const grown = [...frontier];
  let joined = leaf;
  for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
    joined = nodeHash(grown.pop() as Buffer, joined);
  }
  return [...grown, joined];
}

export function frontierRoot(frontier: Frontier): Buffer {
  return frontier.length === 0 ? emptyRoot : frontier.reduceRight((right, left) => nodeHash(left, right));
}

/**
 * Root of the first `size` leaves.
 * @throws RangeError for a size that is none, and for a tile of another length than asked for.
 */
export async function treeRoot(size: number, read: TileReader): Promise<Buffer> {
  mustHold(isSize(size), `no tree of ${size} leaves`);
  return size === 0 ? emptyRoot : rangeRoot(0, size, tilesOf(size, read));
}

/**
 * Proof that a leaf is in the tree of `size` leaves (RFC 6962, section 2.1.1), the leaf's sibling first.
 * @throws RangeError unless index < size.
 */
export async function inclusionProof(index: number, size: number, read: TileReader): Promise<Buffer[]> {
  mustHold(isSize(size) && isSize(index) && index < size, `no leaf ${index} in a tree of ${size}`);
  return subtreeProof(index, index + 1, size, read);
}

/**
 * Proof that the tree of `to` leaves begins with the tree of `from` leaves (RFC 6962, section 2.1.2).
 * @throws RangeError unless 0 < from <= to: every tree begins with the empty one, and nothing proves it.
 */
export async function consistencyProof(from: number, to: number, read: TileReader): Promise<Buffer[]> {
  mustHold(isSize(to) && isSize(from) && from > 0 && from <= to, `no proof from ${from} to ${to} leaves`);
  return subtreeProof(0, from, to, read);
}

/** Whether `leaf`, the hash of a leaf, is at `index` of the tree with `root`. False for anything malformed. */
export function verifyInclusion(claim: {
  index: number;
  size: number;
  leaf: Uint8Array;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}): boolean {
  const { index, size, leaf, proof, root } = claim;
  if (leaf.length !== hashBytes) return false;
  return verifySubtree({ start: index, end: index + 1, size, subtreeRoot: leaf, root, proof });
}

/** Whether the tree of `to` leaves begins with the tree of `from`. False for anything malformed, and where from is 0. */
export function verifyConsistency(claim: {
  from: number;
  to: number;
  fromRoot: Uint8Array;
  toRoot: Uint8Array;
  proof: readonly Uint8Array[];
}): boolean {
  const { from, to, fromRoot, toRoot, proof } = claim;
  if (from === 0) return false;
  return verifySubtree({ start: 0, end: from, size: to, subtreeRoot: fromRoot, root: toRoot, proof });
}

/** Whether `leaf` is at `index` of the subtree of leaves [start, end), whose root is `root`. */
export function verifySubtreeInclusion(claim: {
  index: number;
  start: number;
  end: number;
  leaf: Uint8Array;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}): boolean {
  const { index, start, end, leaf, proof, root } = claim;
  if (!isSubtree(start, end) || index < start) return false;
  return verifyInclusion({ index: index - start, size: end - start, leaf, proof, root });
}

/**
 * Whether the subtree of leaves [start, end) with `subtreeRoot` is part of the tree of `size` leaves with `root` (IETF
 * draft Merkle Tree Certificates, section 4.4). The empty subtree is part of every tree. An inclusion is the subtree of
 * one leaf, a consistency the subtree that begins at 0.
 */
export function verifySubtree(claim: {
  start: number;
  end: number;
  size: number;
  subtreeRoot: Uint8Array;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}): boolean {
  const { start, end, size, subtreeRoot, root, proof } = claim;
  if (!isSubtree(start, end) || !isSize(size) || end > size) return false;
  if (proof.some((sibling) => sibling.length !== hashBytes)) return false;
  if (start === end) return proof.length === 0 && same(subtreeRoot, emptyRoot);
  const roots = rootsFrom(proof, subtreeRoot, start, end, 0, size);
  return roots !== null && same(roots.subtree, subtreeRoot) && same(roots.tree, root);
}

/**
 * The roots that a proof leads to, of leaves [start, end) and of all of [low, high); null where the proof is too long
 * or too short. `known` is the claimed root of [start, end); null inside the part where the proof gives its pieces.
 */
function rootsFrom(
  proof: readonly Uint8Array[],
  known: Uint8Array | null,
  start: number,
  end: number,
  low: number,
  high: number,
): { subtree: Uint8Array; tree: Uint8Array } | null {
  const last = proof.at(-1);
  if (start === low && end === high) {
    const whole = known ?? last;
    return whole && proof.length === (known ? 0 : 1) ? { subtree: whole, tree: whole } : null;
  }
  if (!last) return null;
  const rest = proof.slice(0, -1);
  const middle = low + powerWithin(high - low - 1);
  if (end <= middle) {
    const inner = rootsFrom(rest, known, start, end, low, middle);
    return inner && { subtree: inner.subtree, tree: nodeHash(inner.tree, last) };
  }
  if (start >= middle) {
    const inner = rootsFrom(rest, known, start, end, middle, high);
    return inner && { subtree: inner.subtree, tree: nodeHash(last, inner.tree) };
  }
  const inner = rootsFrom(rest, null, middle, end, middle, high);
  return inner && { subtree: nodeHash(last, inner.subtree), tree: nodeHash(last, inner.tree) };
}

async function subtreeProof(start: number, end: number, size: number, read: TileReader): Promise<Buffer[]> {
  const tiles = tilesOf(size, read);
  const ranges = proofRanges(true, start, end, 0, size);
  return Promise.all(ranges.map(([low, high]) => rangeRoot(low, high, tiles)));
}

/** The ranges of leaves whose roots make the proof, in its order; splits as `rootsFrom` does. */
function proofRanges(
  known: boolean,
  start: number,
  end: number,
  low: number,
  high: number,
): [number, number][] {
  if (start === low && end === high) return known ? [] : [[low, high]];
  const middle = low + powerWithin(high - low - 1);
  if (end <= middle) return [...proofRanges(known, start, end, low, middle), [middle, high]];
  if (start >= middle) return [...proofRanges(known, start, end, middle, high), [low, middle]];
  return [...proofRanges(false, middle, end, middle, high), [low, middle]];
}

type Tiles = (level: number, index: number) => Promise<Buffer>;

/** The tiles of a tree of `size` leaves, each read once and checked for its length. */
function tilesOf(size: number, read: TileReader): Tiles {
  const begun = new Map<string, Promise<Buffer>>();
  const readWhole = async (level: number, index: number) => {
    const width = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth);
    const tile = await read(level, index, width);
    mustHold(tile.length === width * hashBytes, `tile ${level}/${index} has ${tile.length} bytes`);
    return tile;
  };
  return (level, index) => {
    const place = `${level}/${index}`;
    const tile = begun.get(place) ?? readWhole(level, index);
    begun.set(place, tile);
    return tile;
  };
}

/** Root of the leaves [low, high), which are a subtree: complete, or at the tree's right edge. */
async function rangeRoot(low: number, high: number, tiles: Tiles): Promise<Buffer> {
  const leaves = high - low;
  if (powerWithin(leaves) < leaves) {
    const middle = low + powerWithin(leaves);
    return nodeHash(...(await Promise.all([rangeRoot(low, middle, tiles), rangeRoot(middle, high, tiles)])));
  }
  let level = 0;
  let hashes = leaves;
  for (; hashes >= tileWidth; hashes /= tileWidth) level += 1;
  const first = low / tileWidth ** level;
  const tile = await tiles(level, Math.floor(first / tileWidth));
  const at = (first % tileWidth) * hashBytes;
  return completeRoot(tile.subarray(at, at + hashes * hashBytes));
}

/** Root over hashes that lie side by side, as in a tile; their number is a power of two. */
export function completeRoot(hashes: Buffer): Buffer {
  if (hashes.length === hashBytes) return Buffer.from(hashes);
  const half = hashes.length / 2;
  return nodeHash(completeRoot(hashes.subarray(0, half)), completeRoot(hashes.subarray(half)));
}

/** Whether leaves [start, end) can be a subtree: it begins at a multiple of the power of two that holds its leaves. */
function isSubtree(start: number, end: number): boolean {
  if (!isSize(start) || !isSize(end) || start > end) return false;
  let room = 1;
  while (room < end - start) room *= 2;
  return start % room === 0;
}

function isSize(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= 2 ** 53;
}

/** The largest power of two that is not above `count`, which is at least 1. */
function powerWithin(count: number): number {
  let power = 1;
  while (power * 2 <= count) power *= 2;
  return power;
}

function countOnes(size: number): number {
  let ones = 0;
  for (let left = size; left > 0; left = Math.floor(left / 2)) ones += left % 2;
  return ones;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function mustHold(holds: boolean, otherwise: string): void {
  if (!holds) throw new RangeError(otherwise);
}
