/** A site that takes comments, on a port of its own, with a clock that a test moves on. */
import type pg from 'pg';
import { readConfig } from '../src/config.ts';
import { writeAgency } from '../src/editions/agency-store.ts';
import { serve } from '../src/web/serve.ts';
import { agency, noon } from './invented-story.ts';
import { fetchRaw, type RawAnswer } from './raw-http.ts';
import { makeDatabase } from './test-database.ts';

export type Commented = {
  pool: pg.Pool;
  /** For `DATABASE_URL`. */
  databaseUrl: string;
  url: string;
  now: () => Date;
  /** Lets time pass. */
  wait: (seconds: number) => void;
  get: (path: string) => Promise<RawAnswer>;
  /** Sends a form as a browser would, from an address of one's own. */
  post: (path: string, form: Record<string, string>, from?: From) => Promise<RawAnswer>;
  /** Asks for the form, waits as somebody who writes, and sends it. */
  comment: (story: Place, said?: Said, from?: From) => Promise<RawAnswer>;
  close: () => Promise<void>;
};
export type Place = { lang?: string; code: number };
export type Said = {
  name?: string;
  email?: string;
  text?: string;
  to?: number;
  tell?: boolean;
  trap?: string;
};
export type From = { address?: string; headers?: Record<string, string> };

export async function openCommented(): Promise<Commented> {
  const database = await makeDatabase();
  await writeAgency(database.pool, agency);
  // Stories of tests are published at noon of a day of their own.
  let passed = noon.getTime() - Date.now();
  const now = () => new Date(Date.now() + passed);
  const wait = (seconds: number) => {
    passed += seconds * 1_000;
  };
  const config = readConfig({ PORT: '0', TRUST_PROXY: '1' });
  const site = await serve(config, database.pool, now);
  const url = `http://localhost:${site.port}`;
  const get = (path: string) => fetchRaw(url + path, {});
  const post: Commented['post'] = (path, form, { address = '192.0.2.1', headers = {} } = {}) =>
    fetchRaw(url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': address,
        origin: url,
        ...headers,
      },
      body: new URLSearchParams(form).toString(),
    });
  const comment: Commented['comment'] = async ({ lang = 'en', code }, said = {}, from = {}) => {
    const form = (await get(`/${lang}/${code}/comments/write`)).text();
    wait(5);
    const { name = 'Mira', email = '', text = 'The pass was closed in my youth too.', to, tell, trap } = said;
    return post(
      `/${lang}/${code}/comments`,
      {
        ...{ seal: sealIn(form), name, email, comment: text, website: trap ?? '' },
        ...(to ? { to: String(to) } : {}),
        ...(tell ? { tell: '1' } : {}),
      },
      from,
    );
  };
  return {
    pool: database.pool,
    databaseUrl: database.url,
    ...{ url, now, wait, get, post, comment },
    close: async () => {
      await site.close();
      await database.drop();
    },
  };
}

export function sealIn(form: string): string {
  return /name="seal" value="([^"]+)"/.exec(form)?.[1] ?? '';
}

/** Asks again until it holds: what was decided is heard a moment later. @throws where it never does. */
export async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It never came to be.');
}
