/** An answer made once: its bytes as they are, compressed, and hashed. Sending it (send-page.ts) is copying. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

export type PreparedPage = {
  status: number;
  identity: Encoded;
  gzip: Encoded | null;
  brotli: Encoded | null;
  /** What it takes in memory, in bytes. */
  size: number;
  /** Code of the story that is read on it; undefined: none is. */
  readOf?: number;
};

export type Encoded = {
  /** Up to `longestString` as a string of bytes (latin1), which leaves in one write with its head; else a Buffer. */
  body: string | Buffer;
  etag: string;
  headers: Record<string, string>;
};

export type PageAnswer = {
  status?: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
  readOf?: number;
};

/** Ask again each time, and be told "not modified": a killed story must be gone at once. */
const askAgain = 'no-cache';
const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

/** Compresses what is text; pictures and fonts are compressed already. */
export async function preparePage(answer: PageAnswer): Promise<PreparedPage> {
  const raw = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body);
  const isText = /^(text|application)\//.test(answer.type) && raw.length > 200;
  const headers = {
    'cache-control': askAgain,
    'content-type': answer.type,
    ...(isText ? { vary: 'Accept-Encoding' } : {}),
    ...answer.headers,
  };
  const hash = createHash('sha256').update(raw).digest('base64url').slice(0, 22);
  const [zipped, broken] = isText
    ? await Promise.all([gzip(raw, { level: 9 }), brotli(raw, brotliSettings)])
    : [];
  const identity = encoded(raw, hash, '', headers);
  const packed = {
    gzip: zipped ? encoded(zipped, hash, 'gzip', headers) : null,
    brotli: broken ? encoded(broken, hash, 'br', headers) : null,
  };
  const size = raw.length + (zipped?.length ?? 0) + (broken?.length ?? 0) + 2_000;
  const { status = 200, readOf } = answer;
  return { status, identity, ...packed, size, ...(readOf === undefined ? {} : { readOf }) };
}

/** A window of 128 kB, which few pages fill: the usual one takes 4 MB for each page that is compressed. */
const brotliSettings = {
  params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 7, [zlib.constants.BROTLI_PARAM_LGWIN]: 17 },
};

const longestString = 6 * 1024;

/** A strong tag names exact bytes, so each encoding has its own (RFC 9110, 8.8.1). */
function encoded(bytes: Buffer, hash: string, encoding: string, headers: Record<string, string>): Encoded {
  const etag = `"${hash}${encoding && `-${encoding}`}"`;
  const body = bytes.length <= longestString ? bytes.toString('latin1') : alone(bytes);
  const length = { 'content-length': String(bytes.length) };
  return {
    body,
    etag,
    headers: { ...headers, etag, ...length, ...(encoding ? { 'content-encoding': encoding } : {}) },
  };
}

/** Node cuts buffers from blocks of 64 kB: a page that is kept would keep all of its block. */
function alone(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
