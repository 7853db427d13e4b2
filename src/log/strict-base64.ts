/** Bytes of standard base64 (RFC 4648, section 4) in its one spelling: padded, no spaces, no stray bits; else null. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
