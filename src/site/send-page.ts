/** Sends prepared pages, the common case as cheaply as Node can. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Encoded, PreparedPage } from './prepared-page.ts';

/** Answers a GET or HEAD: chooses the encoding, and says 304 where the reader has these bytes. */
export function sendPage(page: PreparedPage, request: IncomingMessage, response: ServerResponse): void {
  const chosen = choose(page, request.headers['accept-encoding'] ?? '');
  if (page.status === 200 && has(request.headers['if-none-match'], chosen.etag)) {
    const { 'content-length': _, 'content-encoding': __, ...kept } = chosen.headers;
    response.writeHead(304, kept).end();
    return;
  }
  if (page.status === 200 && request.method === 'GET' && staysOpen(request, response))
    sendAtOnce(chosen, response);
  else {
    response.writeHead(page.status, chosen.headers);
    response.end(request.method === 'HEAD' ? undefined : chosen.body, 'latin1');
  }
}

/** HTTP/1.1 on a real connection, of which nothing else is said: it stays open. Fastify's `inject` has no connection. */
function staysOpen(request: IncomingMessage, response: ServerResponse): boolean {
  const { connection } = request.headers;
  return (
    response.socket instanceof Socket &&
    request.httpVersion === '1.1' &&
    (connection === undefined || connection.toLowerCase() === 'keep-alive')
  );
}

/** Node keeps the head of an answer here until it is sent. */
type WithHead = ServerResponse & { _header: string | null; _headerSent: boolean };

const heads = new WeakMap<Encoded, string>();

/** Answers of this second, head and body in one: those that were asked for twice in it. */
const whole = new Map<Encoded, Buffer | null>();
const mostWhole = 100;
const longestWhole = 64 * 1024;

/**
 * Writing a dozen headers costs Node a fifth of such an answer, so the head is put together once, and with its body once a second.
 * `writeHead` would set the same fields; there is no public way to do so. The bytes are compared with Node's own in
 * send-page.test.ts.
 */
function sendAtOnce(chosen: Encoded, response: ServerResponse): void {
  const ended = endOfHead();
  const ready = whole.get(chosen);
  if (ready) {
    const head = response as WithHead;
    head._header = ended;
    head._headerSent = true;
    response.end(ready);
    return;
  }
  let head = heads.get(chosen);
  if (head === undefined) {
    const lines = Object.entries(chosen.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    head = `HTTP/1.1 200 OK\r\n${lines.join('')}`;
    heads.set(chosen, head);
  }
  if (ready === undefined && whole.size < mostWhole && chosen.body.length <= longestWhole)
    whole.set(chosen, null);
  else if (ready === null) whole.set(chosen, joined(head + ended, chosen.body));
  (response as WithHead)._header = head + ended;
  response.end(chosen.body, 'latin1');
}

function joined(head: string, body: string | Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(head, 'latin1'),
    typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
  ]);
}

let second = 0;
let end = '';

/** The lines that Node adds by itself; its servers close an idle connection after five seconds. */
function endOfHead(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    whole.clear();
    end = `Date: ${new Date(now * 1000).toUTCString()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\n`;
  }
  return end;
}

/** What a reader's Accept-Encoding allows. Readers send the same few: each is read once. */
type Allowed = { brotli: boolean; gzip: boolean };
const allowances = new Map<string, Allowed>();

function choose(page: PreparedPage, accepted: string): Encoded {
  let allowed = allowances.get(accepted);
  if (!allowed) {
    allowed = { brotli: accepts(accepted, 'br'), gzip: accepts(accepted, 'gzip') };
    if (allowances.size < 200) allowances.set(accepted, allowed);
  }
  if (page.brotli && allowed.brotli) return page.brotli;
  if (page.gzip && allowed.gzip) return page.gzip;
  return page.identity;
}

function accepts(accepted: string, coding: string): boolean {
  const said = accepted.split(',').map((one) => one.trim().toLowerCase());
  const one = said.find(
    (word) => word === coding || word.startsWith(`${coding};`) || word.startsWith(`${coding} `),
  );
  return one !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(one);
}

function has(asked: string | undefined, etag: string): boolean {
  if (!asked) return false;
  return asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
