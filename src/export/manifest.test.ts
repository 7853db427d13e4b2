import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ManifestPart, manifestLine, partManifest, payloadLine } from './manifest.ts';

const sha256 = '0'.repeat(64);
const lineOf = (file: string) => manifestLine({ sha256, path: file });

async function partsOf(text: string): Promise<ManifestPart[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wireroom-manifest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'manifest'), text);
  const parts: ManifestPart[] = [];
  for await (const part of partManifest(path.join(folder, 'manifest'))) parts.push(part);
  return parts;
}

test('parts a long manifest between stories, and says what came before each part', async () => {
  const stories = Array.from({ length: 3_000 }, (_, at) => at + 1000);
  const files = stories.flatMap((code) =>
    Array.from({ length: 1 + (code % 4) }, (_, at) => `data/stories/${code}/${at}.html`),
  );
  const text = [...files, 'data/agency.json', 'data/style.css'].map(lineOf).join('');
  const parts = await partsOf(text);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.length).toBeGreaterThan(5);
  const storyOf = (line = '') => /stories\/(\d+)/.exec(line)?.[1] ?? line;
  let before = '';
  for (const part of parts) {
    const lines = part.text.split('\n').slice(0, -1);
    expect(part.before).toBe(before);
    expect(storyOf(lines[0])).not.toBe(storyOf(before));
    before = lines.at(-1)?.slice(66) ?? '';
  }
});

test('keeps one story in one part, however long', async () => {
  const text = Array.from({ length: 5_000 }, (_, at) => lineOf(`data/stories/1000/${at}.html`)).join('');
  const parts = await partsOf(`${text}${lineOf('data/style.css')}`);
  expect(parts).toHaveLength(1);
});

test('gives what is no line as it stands, at the end too, and passes over it in what came before', async () => {
  const long = Array.from({ length: 1_000 }, (_, at) => lineOf(`data/log/${1000 + at}`)).join('');
  const text = `${long}no line\n${'x'.repeat(200_000)}\n${lineOf('data/style.css')}${sha256}  data/x`;
  const parts = await partsOf(text);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.find((part) => part.text.startsWith('x'))?.before).toBe('data/log/1999');
  expect(parts.at(-1)).toEqual({ text: `${sha256}  data/x`, before: 'data/style.css' });
  expect(await partsOf('')).toEqual([]);
});

test.each(['data/../x', 'data//x', 'data/./x', 'data', 'other/x', '/data/x', 'data/x/'])(
  'takes no line of a file that lies nowhere in the payload: %s',
  (file) => {
    expect(payloadLine(lineOf(file).trimEnd())).toBeNull();
  },
);
