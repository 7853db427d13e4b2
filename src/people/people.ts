/** The people of an installation, as the running program knows them: what routes are given. */
import type { GenericOAuthConfig } from 'better-auth/plugins';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { acceptBySingleSignOn } from './accept-invitation.ts';
import { beginAmbient, currentClient } from './ambient-transaction.ts';
import { personOf } from './session.ts';
import type { Person } from './session-store.ts';
import type { Auth } from './sign-in.ts';
import { sessionSecret } from './sign-in-terms.ts';
import { configOf, type Found, keepJoining, type SingleSignOnSettings } from './single-sign-on.ts';

export type People = {
  pool: pg.Pool;
  clock: () => Date;
  /** Where people reach the program, without a slash at its end. */
  publicUrl: () => string;
  /** Origins of its own pages: nothing else may write. */
  ownOrigins: () => string[];
  secret: string;
  /**
   * With single sign-on from when its provider has answered. Loaded when it is first asked for: readers wait for nothing
   * that only the desk needs.
   */
  auth: () => Promise<Auth>;
  /** Null: not set up. */
  singleSignOn: () => { name: string; ready: boolean } | null;
  /** Who is signed in; null: nobody. Asked of the database once for each request, so that the end of a session holds at once. */
  personOf: (request: FastifyRequest) => Promise<Person | null>;
  close: () => Promise<void>;
};

type Settings = {
  publicUrl: () => string;
  ownOrigins: () => string[];
  singleSignOn: SingleSignOnSettings | null;
  clock: () => Date;
  tell: (sentence: string) => void;
};

export async function openPeople(pool: pg.Pool, settings: Settings): Promise<People> {
  const { publicUrl, clock, tell, singleSignOn } = settings;
  const secret = await sessionSecret(pool);
  const { ownOrigins } = settings;
  const common = { pool, ownOrigins, secret, clock, tell };
  const create = async (sso: GenericOAuthConfig | null) => {
    const { createAuth } = await import('./sign-in.ts');
    // Where the machine chooses the port, the address is known only once somebody asks.
    return createAuth({ ...common, publicUrl: publicUrl(), singleSignOn: sso });
  };
  let auth: Promise<Auth> | null = null;
  let ready = false;
  const join = async (sso: SingleSignOnSettings, found: Found): Promise<boolean> => {
    const config = configOf(sso, found, async (profile) => {
      // All that the provider is asked for has come: from here on, one transaction.
      await beginAmbient();
      await acceptBySingleSignOn(currentClient(pool), profile, clock());
    });
    const made = await create(config);
    if (made.joined) auth = Promise.resolve(made.auth);
    ready = made.joined;
    return ready;
  };
  const joining =
    singleSignOn && keepJoining(singleSignOn, { tell, join: (found) => join(singleSignOn, found) });
  const people: People = {
    pool,
    clock,
    publicUrl,
    ownOrigins,
    secret,
    auth: () => {
      auth ??= create(null).then((made) => made.auth);
      return auth;
    },
    singleSignOn: () => singleSignOn && { name: singleSignOn.name, ready },
    personOf: (request) => personOf(people, request),
    close: async () => joining?.stop(),
  };
  return people;
}
