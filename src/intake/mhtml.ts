/** Pages that a browser saved as one MHTML file (.mht, .mhtml). */
import { encodingName } from './declared-encoding.ts';
import { decodePage } from './read-encoding.ts';

/** Whether a text is an MHTML file. */
export function isMhtml(text: string): boolean {
  const head = text.slice(0, 3000);
  return (
    /^(?:from|mime-version|snapshot-content-location|subject|date|content-type):/i.test(head) &&
    /^content-type:\s*multipart\/related/im.test(head)
  );
}

/** The page inside an MHTML file and where it was saved from, or null where it holds none. */
export function readMhtml(text: string): { markup: string; address: string | null } | null {
  const { headers, body } = splitHeaders(text);
  const type = headers.get('content-type') ?? '';
  const boundary = /boundary="?([^";\s]+(?: [^";\s]+)*)"?/i.exec(type)?.[1];
  const address = headers.get('snapshot-content-location') ?? null;
  if (!boundary) return null;
  for (const part of body.split(`--${boundary}`).slice(1, 500)) {
    const inner = splitHeaders(part.replace(/^\r?\n/, ''));
    const kind = inner.headers.get('content-type') ?? '';
    if (!/^text\/html/i.test(kind)) continue;
    return {
      markup: decodePart(inner.body, inner.headers.get('content-transfer-encoding') ?? '', kind),
      address: inner.headers.get('content-location') ?? address,
    };
  }
  return null;
}

function decodePart(body: string, transfer: string, kind: string): string {
  const method = transfer.trim().toLowerCase();
  if (method !== 'quoted-printable' && method !== 'base64') return body;
  const bytes = method === 'base64' ? Buffer.from(body, 'base64') : unquote(body);
  const charset = /charset="?([\w:.-]+)/i.exec(kind)?.[1];
  const encoding = charset ? encodingName(charset) : null;
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  const decoded = decodePage(bytes);
  return decoded.ok ? decoded.text : '';
}

function unquote(body: string): Uint8Array {
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  const bytes = Buffer.from(joined, 'utf8');
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === 0x3d ? bytes.toString('latin1', at + 1, at + 3) : '';
    if (/^[\da-f]{2}$/i.test(hex)) {
      out[length++] = Number.parseInt(hex, 16);
      at += 2;
    } else out[length++] = bytes[at] ?? 0;
  }
  return out.subarray(0, length);
}

function splitHeaders(text: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}
