/** Somebody with a browser's cookies, who asks the built routes. */
import { createHmac } from 'node:crypto';
import type { BuiltApp } from './built-app.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer is what it looks at.
export type Answer = { status: number; body: any; headers: Record<string, unknown> };

export type Visitor = {
  ask: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) => Promise<Answer>;
  cookies: Map<string, string>;
};

export function visit(built: BuiltApp, { address = '127.0.0.1' } = {}): Visitor {
  const cookies = new Map<string, string>();
  return {
    cookies,
    ask: async (method, url, body) => {
      const answer = await built.app.inject({
        method,
        url,
        remoteAddress: address,
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(method === 'GET' ? {} : { origin: built.people.publicUrl() }),
        },
        ...(body ? { payload: body } : {}),
      });
      for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0\b/i.test(line) || value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : answer.body,
        headers: answer.headers,
      };
    },
  };
}

/** The six digits that an authenticator app shows (RFC 6238) for an `otpauth://` address. */
export function codeOf(otpauth: string, at: Date = new Date()): string {
  const letters = new URL(otpauth).searchParams.get('secret') ?? '';
  const bits = [...letters.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const from = (hash.at(-1) as number) & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
