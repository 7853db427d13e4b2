import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFolder } from './folder-files.ts';

/** A folder with these files, read against a manifest that has them as they are, or otherwise. */
function read(contents: Record<string, Buffer>, { listed = contents, more = (_: string) => {} } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wireroom-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, bytes] of Object.entries(contents)) writeFileSync(path.join(folder, name), bytes);
  more(folder);
  const lines = Object.entries(listed).map(([name, bytes]) => ({
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const said: string[] = [];
  return { ...readFolder(folder, lines, (name, what) => said.push(`${name}: ${what}`)), said };
}

test('reads files of any length, one after the other', () => {
  const contents = {
    empty: Buffer.alloc(0),
    'just-one-piece': Buffer.alloc(1 << 16, 'abc'),
    long: Buffer.from('خبر – '.repeat(30_000)),
    short: Buffer.from('Halim'),
  };
  const { files, said, bytes } = read(contents);
  expect(said).toEqual([]);
  for (const [name, content] of Object.entries(contents))
    expect(files.get(name)).toEqual({ text: content.toString(), bytes: null });
  expect(bytes).toBe((1 << 16) + 330_000 + 5);
});

test('keeps the bytes of what may be no UTF-8', () => {
  const contents = {
    broken: Buffer.from([0x41, 0xff]),
    written: Buffer.from('A\ufffd'),
    z: Buffer.from('z'),
  };
  const { files, said } = read(contents);
  expect(said).toEqual([]);
  expect(files.get('broken')).toEqual({ text: 'A\ufffd', bytes: contents.broken });
  expect(files.get('written')).toEqual({ text: 'A\ufffd', bytes: contents.written });
});

test('names what is changed, cut short, longer, added or missing', () => {
  const is = { a: Buffer.from('Halim'), b: Buffer.from('Hal'), c: Buffer.from('Halim!'), d: Buffer.from('') };
  const was = {
    a: Buffer.from('halim'),
    b: Buffer.from('Halim'),
    c: Buffer.from('Halim'),
    e: Buffer.from(''),
  };
  const { said, changed } = read(is, { listed: was });
  const other = 'It has other bytes than manifest-sha256.txt says: one of the two was changed.';
  expect(said).toEqual([
    `a: ${other}`,
    `b: ${other}`,
    `c: ${other}`,
    'd: manifest-sha256.txt does not have it: it was added.',
    'e: It is missing.',
  ]);
  expect([...changed]).toEqual(['a', 'b', 'c']);
});

test('follows no link, and waits for no pipe', () => {
  const was = { link: Buffer.from('Halim'), folder: Buffer.from(''), pipe: Buffer.from('Halim') };
  const { said, files } = read(
    { target: Buffer.from('Halim') },
    {
      listed: { ...was, target: Buffer.from('Halim') },
      more: (folder) => {
        symlinkSync('target', path.join(folder, 'link'));
        mkdirSync(path.join(folder, 'folder'));
        execFileSync('mkfifo', [path.join(folder, 'pipe')]);
      },
    },
  );
  expect(said).toEqual([
    'folder: It is no plain file.',
    'link: It is no plain file.',
    'pipe: It has other bytes than manifest-sha256.txt says: one of the two was changed.',
  ]);
  expect(files.get('target')?.text).toBe('Halim');
});
