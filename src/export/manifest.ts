/** Manifests of a bag (RFC 8493): one line for each file, its SHA-256 in hex, two spaces, its path. */
import { createReadStream } from 'node:fs';
import { codeOf } from './export-paths.ts';

export type ManifestLine = { sha256: string; path: string };

/** A path's percent, line feed and carriage return are written as %25, %0A, %0D (RFC 8493, 2.1.3). */
export function manifestLine({ sha256, path }: ManifestLine): string {
  return `${sha256}  ${path.replace(/[%\n\r]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}\n`;
}

/** @returns null for what is no line of a manifest as `manifestLine` writes it. */
export function readManifestLine(line: string): ManifestLine | null {
  const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) {2}([^\n\r]+)$/.exec(line) ?? [];
  if (path === '') return null;
  if (!path.includes('%')) return { sha256, path };
  if (/%(?!25|0A|0D)/.test(path)) return null;
  return {
    sha256,
    path: path.replace(/%(25|0A|0D)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  };
}

/** @returns null for what is no line of a payload's manifest. Nothing outside of the export is read, whatever that says. */
export function payloadLine(line: string): ManifestLine | null {
  const read = readManifestLine(line);
  const parts = read?.path.split('/') ?? [];
  const isInPayload =
    parts[0] === 'data' && parts.length > 1 && parts.every((part) => !/^\.{0,2}$/.test(part));
  return isInPayload ? read : null;
}

/** Some hundred whole lines of a payload's manifest. `before`: path of the last good line before them; empty: none was. */
export type ManifestPart = { text: string; before: string };

/** The whole of a manifest in parts; lines of one story that follow each other are in one. What is left at its end may be no line. */
export async function* partManifest(file: string): AsyncGenerator<ManifestPart> {
  let left = '';
  let before = '';
  for await (const text of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 16 })) {
    left += text;
    const end = endOfPart(left);
    if (end === 0) continue;
    const part = { text: left.slice(0, end), before };
    left = left.slice(end);
    yield part;
    before = lastPath(part.text) ?? before;
  }
  if (left !== '') yield { text: left, before };
}

/** Where a line ends after which no more of the same story can come; 0: there is no such place yet. */
function endOfPart(text: string): number {
  let end = text.lastIndexOf('\n') + 1;
  const code = codeOf(pathOf(text, end));
  if (code === null) return end;
  while (end > 0 && codeOf(pathOf(text, end)) === code) end = startOf(text, end);
  return end;
}

/** Of the line that ends there, with its line feed. */
function startOf(text: string, end: number): number {
  return end < 2 ? 0 : text.lastIndexOf('\n', end - 2) + 1;
}

function pathOf(text: string, end: number): string {
  return payloadLine(text.slice(startOf(text, end), Math.max(0, end - 1)))?.path ?? '';
}

function lastPath(text: string): string | null {
  for (let end = text.length; end > 0; end = startOf(text, end)) {
    const path = pathOf(text, end);
    if (path !== '') return path;
  }
  return null;
}

/** The lines of a manifest as they stand in it, some thousands at a time; null for a line that is none. */
export async function* readManifest(file: string): AsyncGenerator<(ManifestLine | null)[]> {
  let left = '';
  for await (const text of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (left + text).split('\n');
    left = lines.pop() as string;
    yield lines.map(readManifestLine);
  }
  if (left !== '') yield [null];
}
