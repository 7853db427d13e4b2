import { expect, it } from 'vitest';
import { leafTiles } from '../../test/leaf-tiles.ts';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { inclusionProof, leafHash, treeRoot, verifyInclusion } from './merkle.ts';
import { makeNoteKey, openNote, signNote } from './signed-note.ts';
import { formatProof, parseProof } from './tlog-proof.ts';

const hashes = [1, 2].map((fill) => Buffer.alloc(32, fill));
const checkpoint =
  'example.com/log\n5\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n\n— example.com/log AAAA\n';
const text = `c2sp.org/tlog-proof@v1
extra aGVsbG8=
index 3
AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=
AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=

${checkpoint}`;

it('writes and reads the form of the specification', () => {
  const proof = { index: 3, proof: hashes, checkpoint, extra: Buffer.from('hello') };
  expect(formatProof(proof)).toBe(text);
  expect(parseProof(text)).toEqual(proof);
  const bare = { index: 0, proof: [], checkpoint };
  expect(formatProof(bare)).toBe(`c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoint}`);
  expect(parseProof(formatProof(bare))).toEqual(bare);
});

it('carries all that a reader needs to check an entry', async () => {
  const leaves = Array.from({ length: 300 }, (_, at) => leafHash(Buffer.from(`${at}`)));
  const read = leafTiles(leaves);
  const key = makeNoteKey('example.com/log');
  const signed = signNote(
    checkpointText({ origin: 'example.com/log', size: 300, root: await treeRoot(300, read) }),
    [key],
  );
  const file = formatProof({ index: 7, proof: await inclusionProof(7, 300, read), checkpoint: signed });

  const { index, proof, checkpoint: note } = parseProof(file) as NonNullable<ReturnType<typeof parseProof>>;
  const opened = openNote(note, [key.vkey]);
  const head = opened.ok ? parseCheckpoint(opened.text) : null;
  expect(head).not.toBeNull();
  if (head) expect(verifyInclusion({ index, leaf: leafHash(Buffer.from('7')), proof, ...head })).toBe(true);
});

it('reads no other spelling', () => {
  const malformed = [
    '',
    text.replace('@v1', '@v2'),
    text.replace('index 3\n', ''),
    text.replace('index 3', 'index 03'),
    text.replace('index 3', 'index  3'),
    text.replace('index 3', 'Index 3'),
    text.replace('aGVsbG8=', ''),
    text.replace('aGVsbG8=', 'aGVsbG8'),
    text.replace(' aGVsbG8=', ''),
    text.replace('AQEBAQ', 'AQEB'),
    text.replace('AQEBAQ', 'AQEB Q'),
    text.replace('extra aGVsbG8=\nindex 3', 'index 3\nextra aGVsbG8='),
    text.replace('\n\n', '\n'),
    text.replace('\n\n', '\n\n\n'),
    text.slice(0, -1),
    text.slice(0, text.indexOf('\n\n') + 2),
    text.replaceAll('\n', '\r\n'),
  ];
  for (const bad of malformed) expect({ bad, read: parseProof(bad) }).toEqual({ bad, read: null });
});

it('does not write what it would not read', () => {
  const good = { index: 3, proof: hashes, checkpoint };
  expect(() => formatProof({ ...good, index: -1 })).toThrow(RangeError);
  expect(() => formatProof({ ...good, proof: [Buffer.alloc(31)] })).toThrow(RangeError);
  expect(() => formatProof({ ...good, checkpoint: '' })).toThrow(RangeError);
});
