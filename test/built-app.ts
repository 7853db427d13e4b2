/** The program's routes on a database, without a port: requests go in by `inject`. */
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { openDeskLine } from '../src/desk/hear-desk.ts';
import { readAgency } from '../src/editions/agency-store.ts';
import { readPages } from '../src/editions/pages-setting.ts';
import { readDress } from '../src/editions/read-dress.ts';
import { readForMachines } from '../src/machines/machine-setting.ts';
import type { MailSettings } from '../src/mail/mail-settings.ts';
import { openPeople, type People } from '../src/people/people.ts';
import { insertPerson, setGrants } from '../src/people/people-store.ts';
import type { Grant } from '../src/people/policy.ts';
import { beginSession } from '../src/people/session.ts';
import type { SingleSignOnSettings } from '../src/people/single-sign-on.ts';
import { type ReadCounter, readCounter } from '../src/reads/read-counter.ts';
import { loadAssets } from '../src/site/assets.ts';
import { PageCache } from '../src/site/page-cache.ts';
import { buildRoutes } from '../src/web/routes.ts';
import { securityHeaders } from '../src/web/security-headers.ts';

export type BuiltApp = {
  app: FastifyInstance;
  people: People;
  reads: ReadCounter;
  /** Hears of nothing: what was prepared stays until a test drops it. */
  cache: PageCache;
  close: () => Promise<void>;
};

type Settings = {
  publicUrl?: string;
  clock?: () => Date;
  singleSignOn?: SingleSignOnSettings | null;
  tell?: (sentence: string) => void;
  mail?: MailSettings | null;
  /** For what lies in files beside the database; without it nothing can. */
  dataDir?: string;
};

/** The caller closes it. */
export async function buildApp(
  pool: pg.Pool,
  {
    publicUrl = 'http://localhost:4000',
    clock = () => new Date(),
    singleSignOn = null,
    tell = () => undefined,
    mail = null,
    dataDir = '/proc/none',
  }: Settings = {},
): Promise<BuiltApp> {
  const people = await openPeople(pool, {
    publicUrl: () => publicUrl,
    ownOrigins: () => [publicUrl],
    singleSignOn,
    clock,
    tell,
  });
  const line = openDeskLine(clock);
  const headers = { page: securityHeaders(), lite: securityHeaders(), proof: securityHeaders() };
  const reads = readCounter(pool);
  const assets = await loadAssets({});
  await assets.dress(await readDress(pool));
  const cache = new PageCache(1024 * 1024, clock);
  const { app } = await buildRoutes(
    {
      pool,
      agency: await readAgency(pool),
      machines: await readForMachines(pool),
      pages: await readPages(pool),
      assets,
      reads,
      cache,
      publicUrl,
      clock,
      headers,
      mail,
    },
    { people, line },
    { trustProxy: false, dataDir },
  );
  return {
    app,
    people,
    reads,
    cache,
    close: async () => {
      line.close();
      await app.close();
      await people.close();
    },
  };
}

let made = 0;

/** Somebody with these grants, who cannot sign in by himself. */
export async function makePerson(
  pool: pg.Pool,
  grants: Grant[],
  { name = 'Somebody', email = `somebody-${++made}@example.org` } = {},
): Promise<string> {
  const id = `person-${++made}`;
  await insertPerson(pool, { id, name, email, at: new Date() });
  await setGrants(pool, id, grants);
  return id;
}

/** Signs a person in, as a link would. @returns the cookie to send. */
export async function cookieOf({ people }: BuiltApp, personId: string): Promise<string> {
  const { cookie } = await beginSession(people, people.pool, {
    personId,
    address: '127.0.0.1',
    userAgent: 'test',
  });
  return cookie.split(';', 1)[0] as string;
}

/** A role everywhere. */
export function everywhereAs(role: Grant['role']): Grant[] {
  return [{ role, desk: null, lang: null }];
}
