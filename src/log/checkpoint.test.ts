import { expect, it } from 'vitest';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { emptyRoot } from './merkle.ts';

const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const text = `example.com/behind-the-sofa\n20852163\n${root}\n`;

it('reads and writes the checkpoint of the specification', () => {
  const read = parseCheckpoint(text);
  expect(read).toEqual({
    origin: 'example.com/behind-the-sofa',
    size: 20852163,
    root: Buffer.from(root, 'base64'),
  });
  expect(read && checkpointText(read)).toBe(text);
});

it('tolerates extension lines and an empty log', () => {
  expect(parseCheckpoint(`${text}more\nand more\n`)?.size).toBe(20852163);
  const empty = { origin: 'example.com', size: 0, root: emptyRoot };
  expect(parseCheckpoint(checkpointText(empty))).toEqual(empty);
});

it('refuses any other spelling', () => {
  const malformed = [
    '',
    text.slice(0, -1),
    `${text}\n`,
    `\n${text}`,
    `${text}more\n\nand more\n`,
    text.replace('example.com/behind-the-sofa', ''),
    ...['020852163', '+20852163', '-1', '1e3', '0x10', ' 1', '1.0', '', '٣', '9007199254740992'].map((size) =>
      text.replace('20852163', size),
    ),
    text.replace('q2I=', 'q2I'),
    text.replace('q2I=', 'q2J='),
    text.replace('CsUY', ''),
    text.replace('CsUY', 'CsUYCsUY'),
    text.replace('CsUY', 'CsUY '),
    text.replace(`${root}\n`, ''),
  ];
  for (const bad of malformed) expect({ bad, read: parseCheckpoint(bad) }).toEqual({ bad, read: null });
});

it('does not write what it would not read', () => {
  const good = { origin: 'example.com', size: 1, root: Buffer.alloc(32) };
  expect(() => checkpointText({ ...good, origin: '' })).toThrow(RangeError);
  expect(() => checkpointText({ ...good, origin: 'a\nb' })).toThrow(RangeError);
  expect(() => checkpointText({ ...good, size: -1 })).toThrow(RangeError);
  expect(() => checkpointText({ ...good, size: 2 ** 53 })).toThrow(RangeError);
  expect(() => checkpointText({ ...good, root: Buffer.alloc(31) })).toThrow(RangeError);
});
