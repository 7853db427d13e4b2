/** The encoding that a page says it is in. */
import { latin1 } from './file-kind.ts';

/** The WHATWG name of the encoding named by `<meta charset>`, `http-equiv` or an XML declaration, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = latin1(bytes.subarray(0, 8192)).replace(/<!--(?!\[)[\s\S]*?-->/g, ' ');
  const label =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)["']/i.exec(start)?.[1];
  const name = label ? encodingName(label) : null;
  // A page whose ASCII bytes say "UTF-16" is not in UTF-16.
  return name?.startsWith('utf-16') ? 'utf-8' : name;
}

/** The WHATWG name for a label such as "latin1" or "x-sjis", or null for a label that names nothing. */
export function encodingName(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}
