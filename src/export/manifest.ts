/** Manifests of a bag (RFC 8493): one line for each file, its SHA-256 in hex, two spaces, its path. */
import { createReadStream } from 'node:fs';

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
