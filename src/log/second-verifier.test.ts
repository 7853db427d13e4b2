import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { makeDataFolder, removeDataFolder } from '../../test/data-folder.ts';
import { tileLevels } from '../../test/leaf-tiles.ts';
import { askSecondVerifier, itWithSecondVerifier } from '../../test/second-verifier.ts';
import { checkpointText } from './checkpoint.ts';
import { packEntries } from './entry-bundle.ts';
import { consistencyProof, inclusionProof, leafHash, type TileReader, treeRoot } from './merkle.ts';
import { makeNoteKey, signNote } from './signed-note.ts';
import { entriesPath, hashTilePath } from './tile-path.ts';
import { formatProof, parseProof } from './tlog-proof.ts';

const itVerified = await itWithSecondVerifier();

const origin = 'wire.example/log';
const key = makeNoteKey(origin);
const entriesOf = (size: number) => Array.from({ length: size }, (_, at) => Buffer.from(`act ${at} خبر`));

let folder: string;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => removeDataFolder(folder));

itVerified('finds a log of any size right', async () => {
  for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 70_000]) {
    const log = path.join(folder, String(size));
    await writeLog(log, size);
    const verdict = await askSecondVerifier(['-log', log, '-vkey', key.vkey]);
    expect(verdict).toBe(`accepted: ${origin} with ${size} entries`);
  }
});

itVerified('finds a log, one of its entries and an earlier checkpoint right', async () => {
  for (const [size, index, from] of [
    [1, 0, 1],
    [256, 255, 1],
    [257, 256, 256],
    [600, 0, 300],
    [600, 599, 512],
    [600, 300, 600],
  ] as const) {
    const log = path.join(folder, `${size}-${index}-${from}`);
    const words = await writeAll(log, size, index, from);
    expect(await askSecondVerifier(words)).toBe(`accepted: ${origin} with ${size} entries`);
  }
});

itVerified('finds an entry right that was proved when the log was smaller', async () => {
  const log = path.join(folder, 'grown');
  const words = await writeAll(log, 300, 7, 300);
  await writeLog(log, 600);
  await writeConsistency(log, 300, 600);
  expect(await askSecondVerifier(words)).toBe(`accepted: ${origin} with 600 entries`);
});

/** What is changed in a log of 600 entries, with an entry's proof and a proof from 300 entries, and what is said then. */
const changes: Record<string, [change: (log: string) => void | Promise<void>, refusal: RegExp]> = {
  'the root of the checkpoint': [
    (log) => flipInBase64Line(log, 'checkpoint', 2),
    /^refused: checkpoint: invalid signature/,
  ],
  'the size in the checkpoint': [
    (log) => rewrite(log, 'checkpoint', (text) => text.replace('600', '601')),
    /^refused: checkpoint: invalid signature/,
  ],
  'the signature of the checkpoint': [
    (log) =>
      rewrite(log, 'checkpoint', (text) => {
        const [head = '', line = ''] = text.split(`\n\n— ${origin} `);
        return `${head}\n\n— ${origin} ${flipped(Buffer.from(line, 'base64'), 333).toString('base64')}\n`;
      }),
    /^refused: checkpoint: invalid signature/,
  ],
  'a root that is signed all the same': [
    async (log) => writeCheckpoint(log, 600, flipped(await treeRoot(600, filesOf(log)), 77)),
    /^refused: hash tiles: their root is .*, the checkpoint has /,
  ],
  'a full hash tile': [(log) => flipIn(log, 'tile/0/001', 12_345), /^refused: hash tiles: their root is /],
  'a partial hash tile': [
    (log) => flipIn(log, 'tile/0/002.p/88', 88 * 256 - 1),
    /^refused: hash tiles: their root is /,
  ],
  'a hash tile of a higher level': [
    (log) => flipIn(log, 'tile/1/000.p/2', 300),
    /^refused: hash tiles: tile\/1\/000\.p\/2 is not what the tiles below it give/,
  ],
  'an entry': [(log) => flipIn(log, 'tile/entries/001', 8 * 1000), /^refused: entries: /],
  'the last entry': [(log) => flipIn(log, 'tile/entries/002.p/88', -1), /^refused: entries: their root is /],
  'the inclusion proof': [
    (log) => flipInBase64Line(log, 'entry.tlog-proof', 4),
    /^refused: inclusion proof: invalid transparency proof/,
  ],
  'the index of the inclusion proof': [
    (log) => rewrite(log, 'entry.tlog-proof', (text) => text.replace('index 300', 'index 301')),
    /^refused: inclusion proof: invalid transparency proof/,
  ],
  'the checkpoint of the inclusion proof': [
    (log) => rewrite(log, 'entry.tlog-proof', (text) => text.replace('\n600\n', '\n601\n')),
    /^refused: inclusion proof: invalid signature/,
  ],
  'the entry that the inclusion proof is about': [
    (log) => flipIn(log, 'entry', 3),
    /^refused: inclusion proof: invalid transparency proof/,
  ],
  'the consistency proof': [
    (log) => flipInBase64Line(log, 'consistency', 1),
    /^refused: consistency proof: invalid transparency proof/,
  ],
  'the earlier checkpoint': [
    (log) => flipInBase64Line(log, 'earlier', 2),
    /^refused: consistency proof: invalid signature/,
  ],
  'an earlier root that is signed all the same': [
    async (log) => writeCheckpoint(log, 300, flipped(await treeRoot(300, memoryOf(300)), 5), 'earlier'),
    /^refused: consistency proof: invalid transparency proof/,
  ],
};

for (const [what, [change, refusal]] of Object.entries(changes)) {
  itVerified(`refuses a log after one bit changes in ${what}`, async () => {
    const log = path.join(folder, what);
    const words = await writeAll(log, 600, 300, 300);
    await change(log);
    expect(await askSecondVerifier(words)).toMatch(refusal);
  });
}

itVerified('refuses a log under the key of another', async () => {
  const log = path.join(folder, 'other-key');
  await writeLog(log, 3);
  const { vkey } = makeNoteKey(origin);
  expect(await askSecondVerifier(['-log', log, '-vkey', vkey])).toBe(
    'refused: checkpoint: note has no verifiable signatures',
  );
});

/** A log with the proof of one entry and the proof from an earlier size; gives the words that ask about all of it. */
async function writeAll(log: string, size: number, index: number, from: number): Promise<string[]> {
  await writeLog(log, size);
  const checkpoint = readFileSync(path.join(log, 'checkpoint'), 'utf8');
  const proof = await inclusionProof(index, size, filesOf(log));
  const file = formatProof({ index, proof, checkpoint });
  expect(parseProof(file)).toEqual({ index, proof, checkpoint });
  put(log, 'entry.tlog-proof', file);
  put(log, 'entry', entriesOf(size)[index] as Buffer);
  writeCheckpoint(log, from, await treeRoot(from, memoryOf(from)), 'earlier');
  await writeConsistency(log, from, size);
  const files = { proof: 'entry.tlog-proof', leaf: 'entry', old: 'earlier', consistency: 'consistency' };
  const words = Object.entries(files).flatMap(([word, name]) => [`-${word}`, path.join(log, name)]);
  return ['-log', log, '-vkey', key.vkey, ...words];
}

async function writeLog(log: string, size: number): Promise<void> {
  const entries = entriesOf(size);
  for (const [level, hashes] of tileLevels(entries.map(leafHash)).entries()) {
    eachTile(hashes, (index, tile) => put(log, hashTilePath(level, index, tile.length), Buffer.concat(tile)));
  }
  eachTile(entries, (index, bundle) => put(log, entriesPath(index, bundle.length), packEntries(bundle)));
  writeCheckpoint(log, size, await treeRoot(size, filesOf(log)));
}

function eachTile(all: Buffer[], write: (index: number, tile: Buffer[]) => void): void {
  for (let at = 0; at < all.length; at += 256) write(at / 256, all.slice(at, at + 256));
}

function writeCheckpoint(log: string, size: number, root: Buffer, name = 'checkpoint'): void {
  put(log, name, signNote(checkpointText({ origin, size, root }), [key]));
}

/** One hash a line, as C2SP tlog-witness writes them. */
async function writeConsistency(log: string, from: number, to: number): Promise<void> {
  const proof = await consistencyProof(from, to, filesOf(log));
  put(log, 'consistency', proof.map((hash) => `${hash.toString('base64')}\n`).join(''));
}

function filesOf(log: string): TileReader {
  return async (level, index, width) => readFileSync(path.join(log, hashTilePath(level, index, width)));
}

function memoryOf(size: number): TileReader {
  const levels = tileLevels(entriesOf(size).map(leafHash));
  return async (level, index, width) =>
    Buffer.concat((levels[level] ?? []).slice(index * 256, index * 256 + width));
}

function put(log: string, name: string, bytes: Buffer | string): void {
  const file = path.join(log, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

function rewrite(log: string, name: string, change: (text: string) => string): void {
  const before = readFileSync(path.join(log, name), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  put(log, name, after);
}

function flipIn(log: string, name: string, bit: number): void {
  put(log, name, flipped(readFileSync(path.join(log, name)), bit));
}

/** Changes one bit of the bytes that a line stands for. */
function flipInBase64Line(log: string, name: string, line: number): void {
  rewrite(log, name, (text) => {
    const lines = text.split('\n');
    lines[line] = flipped(Buffer.from(lines[line] ?? '', 'base64'), 99).toString('base64');
    return lines.join('\n');
  });
}

/** The bytes with one bit changed; -1 is one of the last byte's. */
function flipped(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  const at = bit < 0 ? bytes.length - 1 : bit >> 3;
  changed.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit & 7)), at);
  return changed;
}
