/**
 * The one way in which the program asks anything of another host. It calls no address inside the network that it stands in,
 * also where a name leads there only at the second look; it follows no redirect, waits for a bounded time and reads a
 * bounded answer.
 */
import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayReach, type Opened } from './may-reach.ts';
import { resolveName } from './resolve-name.ts';

export type Call = {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
  /** All of it: name, connection, answer. */
  timeoutMs?: number;
  /** What is read of the answer's body; the rest is left. */
  maxBytes?: number;
};

export type CallAnswer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

/** Why there was no answer, as a sentence. */
export class CallFailed extends Error {}

const usualTimeoutMs = 10_000;
const usualBytes = 64 * 1024;

/** @returns null where the address is one that may be called; else why not, as a sentence. */
export function whyNotCall(said: string): string | null {
  const url = URL.canParse(said) ? new URL(said) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return 'It is no http or https address.';
  if (url.username || url.password) return 'An address with a password in it is not called.';
  if (isOfOthers(Number(url.port))) return `Port ${url.port} is not one that web servers are at.`;
  return null;
}

/** Above those of the system's own services: what would take a request for words of its own. */
const ofOthers = new Set([1433, 1521, 1723, 2049, 3306, 3389, 5060, 5432, 5900, 6379, 6667, 11211, 27017]);

/** Mail, terminals, databases: whoever names one of them wants something said there in our name. @param port 0: the usual one. */
function isOfOthers(port: number): boolean {
  return (port > 0 && port < 1_024 && port !== 80 && port !== 443) || ofOthers.has(port);
}

/** @throws CallFailed */
export async function call(asked: Call, opened: Opened): Promise<CallAnswer> {
  const why = whyNotCall(asked.url);
  if (why) throw new CallFailed(why);
  const url = new URL(asked.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !mayReach(host, host, opened)) throw new CallFailed(refused(host));
  const { request: open } = url.protocol === 'https:' ? https : http;
  const { timeoutMs = usualTimeoutMs, maxBytes = usualBytes } = asked;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      reject(error instanceof CallFailed ? error : new CallFailed(`${url.host}: ${error.message}`));
      request.destroy();
    };
    const request: ClientRequest = open(url, {
      method: asked.method,
      headers: { 'user-agent': 'Wireroom', ...asked.headers },
      agent: false,
      lookup: guardedLookup(opened),
      signal: AbortSignal.timeout(timeoutMs),
    });
    request.once('error', fail);
    request.once('response', (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      const done = () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      response.on('data', (part: Buffer) => {
        const room = maxBytes - size;
        size += part.length;
        if (room > 0) parts.push(part.subarray(0, room));
        if (size < maxBytes) return;
        done();
        request.destroy();
      });
      response.once('end', done);
      response.once('error', fail);
      response.once('aborted', () => fail(new Error('it hung up in mid-answer')));
    });
    request.end(asked.body);
  });
}

/** What a name leads to is looked at when the connection is made: there is no second look in between. */
function guardedLookup(opened: Opened): LookupFunction {
  return (host, options, answer) => {
    resolveName(host, opened).then(
      (found) => {
        const open = found.filter(({ address }) => mayReach(address, host, opened));
        const [first] = open;
        if (!first) return answer(new CallFailed(refused(host)), '', 0);
        if (options.all) return answer(null, open);
        return answer(null, first.address, first.family);
      },
      (error: Error) => answer(error, '', 0),
    );
  };
}

function refused(host: string): string {
  return `${host} is inside a closed network: name it in OUTGOING_ALLOW if it is meant to be called.`;
}
