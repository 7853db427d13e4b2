/** A name as it stands in a header before what it names: a phrase (RFC 5322, 3.2.5). Pure. */

/** Bytes of UTF-8 in an encoded word, which may have 75 characters in all (RFC 2047, 2). */
const mostBytes = 45;

/** @returns words of ASCII alone, on one line; empty where the name is. */
export function phraseOf(name: string): string {
  if (/^[A-Za-z0-9 ]*$/.test(name)) return name;
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replace(/["\\]/g, '\\$&')}"`;
  return pieces(name)
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join(' ');
}

/** No letter is cut in two (RFC 2047, 5). */
function pieces(name: string): string[] {
  const made: string[] = [];
  let piece = '';
  for (const letter of name) {
    if (Buffer.byteLength(piece + letter) > mostBytes) {
      made.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...made, piece];
}
