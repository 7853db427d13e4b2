/** Somebody at the API, signed in by a cookie of his own: requests go through the front door. */

import type { Grant } from '../src/people/policy.ts';
import { type BuiltApp, cookieOf, makePerson } from './built-app.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of many kinds, whose parts are asked for by name
export type Answered = { status: number; json: any; text: string };

/** @param url under /api/. */
export type Asker = (method: string, url: string, payload?: object) => Promise<Answered>;

export async function askerWith(
  built: BuiltApp,
  grants: Grant[],
  { name = 'Somebody', headers = {} }: { name?: string; headers?: Record<string, string> } = {},
): Promise<Asker> {
  const cookie = await cookieOf(built, await makePerson(built.people.pool, grants, { name }));
  return async (method, url, payload) => {
    const answer = await built.app.inject({
      method: method as 'GET',
      url: `/api/${url}`,
      headers: { cookie, ...headers },
      ...(payload ? { payload } : {}),
    });
    const isJson = /json/.test(String(answer.headers['content-type']));
    return { status: answer.statusCode, json: isJson ? answer.json() : null, text: answer.body };
  };
}
