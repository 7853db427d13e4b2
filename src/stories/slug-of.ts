/** A name as part of an address: small letters and figures of any script, joined by hyphens; empty where it has none. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}\u200c]+/gu, '-')
    .replace(/^[-\u200c]+|[-\u200c]+$/g, '');
}
