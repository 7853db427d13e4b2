/** From the bytes of a saved page to its text, whatever encoding it was saved in. */
import { declaredEncoding } from './declared-encoding.ts';
import { detectEncoding } from './detect-encoding.ts';
import { binaryKind, latin1 } from './file-kind.ts';
import { stripMarkup } from './markup-guard.ts';

export type Decoded =
  | {
      ok: true;
      text: string;
      /** The WHATWG name of the encoding that was used. */
      encoding: string;
      how: 'bom' | 'declared' | 'detected';
      /** Whether some bytes made no sense in that encoding, so that characters are lost. */
      damaged: boolean;
    }
  | { ok: false; why: string };

const largestFile = 64 * 1024 * 1024;

/** Decodes a saved page, or says in a sentence why it is not one. Never throws. */
export function decodePage(bytes: Uint8Array, hint: { fileName?: string } = {}): Decoded {
  const name = hint.fileName ?? 'The file';
  if (bytes.length === 0) return { ok: false, why: `${name} is empty.` };
  if (bytes.length > largestFile)
    return { ok: false, why: `${name} is larger than 64 MB, too large for a page.` };
  const marked = byMark(bytes);
  if (marked) return marked;
  const kind = binaryKind(bytes);
  if (kind) return { ok: false, why: `${name} is ${kind}, not a page.` };
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, wide, 'detected');
  if (looksBinary(bytes)) return { ok: false, why: `${name} is a binary file, not a page.` };
  return byWords(bytes);
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes, 'utf-8', 'bom');
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return utf32(bytes.subarray(4), true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf32(bytes.subarray(4), false);
  if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le', 'bom');
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be', 'bom');
  return null;
}

function byWords(bytes: Uint8Array): Decoded {
  const declared = declaredEncoding(bytes);
  const multibyte = multibyteCount(bytes);
  const utf8 = strict(bytes, 'utf-8');
  if (multibyte === 0 && declared !== 'iso-2022-jp')
    return decoded(bytes, 'utf-8', declared ? 'declared' : 'detected');
  if (utf8 !== null) {
    const trustDeclared =
      declared !== null && eastAsian.test(declared) && multibyte < 8 && strict(bytes, declared) !== null;
    if (trustDeclared) return decoded(bytes, declared, 'declared');
    return {
      ok: true,
      text: utf8,
      encoding: 'utf-8',
      how: declared === 'utf-8' ? 'declared' : 'detected',
      damaged: false,
    };
  }
  // "Latin-1" is what is declared where nobody thought about it.
  if (declared === 'utf-8' || declared === null || declared === 'windows-1252') {
    const loose = new TextDecoder('utf-8').decode(bytes);
    const lost = loose.split('\ufffd').length - 1;
    // A file cut in mid character, or with a few bad bytes, is still UTF-8.
    if (lost < wellFormedCount(bytes)) {
      const how = declared === 'utf-8' ? 'declared' : 'detected';
      return { ok: true, text: loose, encoding: 'utf-8', how, damaged: true };
    }
    if (declared !== 'windows-1252') return decoded(bytes, detectEncoding(bytes), 'detected');
  }
  const text = strict(bytes, declared);
  const lazy = declared === 'windows-1252' && mostlyHigh(bytes);
  if (text !== null && !lazy)
    return { ok: true, text, encoding: declared, how: 'declared', damaged: hasControls(text) };
  const detected = detectEncoding(bytes);
  return decoded(bytes, detected, detected === declared ? 'declared' : 'detected');
}

const eastAsian = /^(gb|big5|shift_jis|euc-)/;

function decoded(bytes: Uint8Array, encoding: string, how: 'bom' | 'declared' | 'detected'): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { ok: true, text, encoding, how, damaged: text.includes('\ufffd') || hasControls(text) };
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf32(bytes: Uint8Array, little: boolean): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let damaged = bytes.length % 4 !== 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, little);
    const valid = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    if (!valid) damaged = true;
    parts.push(String.fromCodePoint(valid ? point : 0xfffd));
  }
  return { ok: true, text: parts.join(''), encoding: little ? 'utf-32le' : 'utf-32be', how: 'bom', damaged };
}

/** UTF-16 without a mark: its spaces and line ends have a zero byte on one side only. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) at % 2 === 0 ? even++ : odd++;
  const enough = sample.length / 30;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return null;
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) odd += 4;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) odd++;
  }
  return odd * 50 > sample.length;
}

function multibyteCount(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xc0) count++;
  if (count > 0) return count;
  return bytes.some((byte) => byte >= 0x80) ? 1 : 0;
}

/** Letters of several bytes that are whole in UTF-8. Chance makes few of them in any other encoding. */
function wellFormedCount(bytes: Uint8Array): number {
  const whole = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
  return latin1(bytes).match(whole)?.length ?? 0;
}

/** Whether letters outside ASCII are more than a Western European language has: then "latin-1" was only a default. */
function mostlyHigh(bytes: Uint8Array): boolean {
  const text = stripMarkup(latin1(bytes.subarray(0, 400_000)));
  const high = text.match(/[\xc0-\xff]/g)?.length ?? 0;
  const low = text.match(/[a-z]/gi)?.length ?? 0;
  return high > 20 && high > low * 0.5;
}

function hasControls(text: string): boolean {
  return /[\x80-\x84\x86-\x9f]/.test(text);
}
