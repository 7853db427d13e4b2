/** An answer made once: its bytes as they are, compressed, and hashed. Sending it is copying. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

export type PreparedPage = {
  status: number;
  identity: Encoded;
  gzip: Encoded | null;
  brotli: Encoded | null;
  /** What it takes in memory, in bytes. */
  size: number;
};

type Encoded = {
  body: Buffer;
  etag: string;
  /** Names and values in turn: Node writes such a list faster than an object. */
  headers: string[];
  /** Of the answer "not modified", which has no body. */
  headersUnmodified: string[];
};

export type PageAnswer = {
  status?: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
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
  return { status: answer.status ?? 200, identity, ...packed, size };
}

const brotliSettings = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 7 } };

/** A strong tag names exact bytes, so each encoding has its own (RFC 9110, 8.8.1). */
function encoded(body: Buffer, hash: string, encoding: string, headers: Record<string, string>): Encoded {
  const etag = `"${hash}${encoding && `-${encoding}`}"`;
  const length = { 'content-length': String(body.length) };
  const said = encoding ? { 'content-encoding': encoding } : {};
  const unmodified = Object.entries({ ...headers, etag }).flat();
  return {
    body,
    etag,
    headers: Object.entries({ ...headers, etag, ...length, ...said }).flat(),
    headersUnmodified: unmodified,
  };
}

/** Answers a GET or HEAD: chooses the encoding, and says 304 where the reader has these bytes. */
export function sendPage(page: PreparedPage, request: IncomingMessage, response: ServerResponse): void {
  const chosen = choose(page, request.headers['accept-encoding'] ?? '');
  if (page.status === 200 && has(request.headers['if-none-match'], chosen.etag)) {
    response.writeHead(304, chosen.headersUnmodified).end();
    return;
  }
  response.writeHead(page.status, chosen.headers);
  response.end(request.method === 'HEAD' ? undefined : chosen.body);
}

function choose(page: PreparedPage, accepted: string): Encoded {
  if (page.brotli && accepts(accepted, 'br')) return page.brotli;
  if (page.gzip && accepts(accepted, 'gzip')) return page.gzip;
  return page.identity;
}

function accepts(accepted: string, coding: string): boolean {
  const at = accepted.indexOf(coding);
  if (at < 0) return false;
  const rest = accepted.slice(at + coding.length).split(',', 1)[0] ?? '';
  return !/;\s*q=0(\.0*)?\s*$/.test(rest);
}

function has(asked: string | undefined, etag: string): boolean {
  if (!asked) return false;
  return asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
