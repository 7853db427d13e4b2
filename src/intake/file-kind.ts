/** What kind of binary file some bytes are, by their first bytes. */

const kinds: [signature: string, offset: number, name: string][] = [
  ['%PDF-', 0, 'a PDF'],
  ['\x89PNG', 0, 'a PNG picture'],
  ['\xff\xd8\xff', 0, 'a JPEG picture'],
  ['GIF8', 0, 'a GIF picture'],
  ['WEBP', 8, 'a WebP picture'],
  ['ftypavif', 4, 'an AVIF picture'],
  ['ftypheic', 4, 'a HEIC picture'],
  ['ftyp', 4, 'a video'],
  ['\x1aE\xdf\xa3', 0, 'a video'],
  ['RIFF', 0, 'a sound or video file'],
  ['ID3', 0, 'a sound file'],
  ['OggS', 0, 'a sound file'],
  ['II*\0', 0, 'a TIFF picture'],
  ['MM\0*', 0, 'a TIFF picture'],
  ['PK\x03\x04', 0, 'a ZIP archive (or an office document)'],
  ['PK\x05\x06', 0, 'an empty ZIP archive'],
  ['\x1f\x8b', 0, 'a gzip archive'],
  ['BZh', 0, 'a bzip2 archive'],
  ['\xfd7zXZ', 0, 'an xz archive'],
  ['\x28\xb5\x2f\xfd', 0, 'a Zstandard archive'],
  ['7z\xbc\xaf', 0, 'a 7-Zip archive'],
  ['Rar!', 0, 'a RAR archive'],
  ['ustar', 257, 'a tar archive'],
  ['\x7fELF', 0, 'a program'],
  ['MZ\x90', 0, 'a Windows program'],
  ['\xcf\xfa\xed\xfe', 0, 'a program'],
  ['SQLite format 3\0', 0, 'an SQLite database'],
  ['\xd0\xcf\x11\xe0', 0, 'an old office document'],
  ['{\\rtf', 0, 'a Rich Text document'],
  ['bplist0', 0, 'a web archive'],
  ['wOFF', 0, 'a font'],
  ['wOF2', 0, 'a font'],
  ['%!PS', 0, 'a PostScript document'],
];

/** The kind in words ("a PDF"), or null where the first bytes are those of no known binary kind. */
export function binaryKind(bytes: Uint8Array): string | null {
  const start = latin1(bytes.subarray(0, 300));
  return kinds.find(([signature, offset]) => start.startsWith(signature, offset))?.[2] ?? null;
}

/** Bytes as the characters of the same numbers. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
