/** The running site: prepared pages are answered before any routing, everything else by the routes. */
import http, { type RequestListener, type Server } from 'node:http';
import type pg from 'pg';
import { forgetComments } from '../comments/forget-comments.ts';
import type { Config } from '../config.ts';
import { openDeskLine } from '../desk/hear-desk.ts';
import { closeSilent } from '../desk/open-store.ts';
import { readAgency } from '../editions/agency-store.ts';
import { readPages } from '../editions/pages-setting.ts';
import { readDress } from '../editions/read-dress.ts';
import { askCallbacks } from '../hub/hub-work.ts';
import { openSending } from '../hub/send-feeds.ts';
import { readForMachines } from '../machines/machine-setting.ts';
import { keepMailing } from '../mail/keep-mailing.ts';
import { openPeople } from '../people/people.ts';
import { makeFirstLink, signInLink } from '../people/sign-in-link.ts';
import { readCounter } from '../reads/read-counter.ts';
import { gatherOldReads } from '../reads/reads-store.ts';
import { hearActs } from '../record/hear-acts.ts';
import { wipeRemoved } from '../record/wipe-removed.ts';
import { keepSearch } from '../search/keep-search.ts';
import { dayAfter, dayIn, startOfDay } from '../site/agency-day.ts';
import { loadAssets } from '../site/assets.ts';
import { liteStyleHash } from '../site/css/lite-style.ts';
import { PageCache } from '../site/page-cache.ts';
import { sendPage } from '../site/send-page.ts';
import { StartRefusal } from '../start-refusal.ts';
import { keepFiring } from '../stories/fire-due-acts.ts';
import { keepDoing } from './keep-doing.ts';
import { buildRoutes } from './routes.ts';
import { securityHeaders } from './security-headers.ts';

/** Memory for prepared pages, in bytes. */
const cacheBytes = 48 * 1024 * 1024;

export type RunningSite = {
  port: number;
  /** Where people reach it, without a slash at its end. */
  publicUrl: string;
  /** The address that signs the first person in; null once somebody has signed in. */
  firstLink: string | null;
  close: () => Promise<void>;
};

/** @throws StartRefusal where the port is taken or may not be used. */
export async function serve(
  config: Config,
  pool: pg.Pool,
  clock: () => Date = () => new Date(),
): Promise<RunningSite> {
  // One object that every part holds: what is changed in the settings is put into it.
  const agency = await readAgency(pool);
  const machines = await readForMachines(pool);
  const pages = await readPages(pool);
  const putOnSettings = async () => {
    Object.assign(agency, await readAgency(pool));
    Object.assign(machines, await readForMachines(pool));
    Object.assign(pages, await readPages(pool));
    await assets.dress(await readDress(pool));
    cache.dropAll();
    nextMidnight = midnight();
    line.tellSetup();
  };
  // One after the other: what was read first must not be put on last.
  let lastPutOn = Promise.resolve();
  const readSettings = () => {
    lastPutOn = lastPutOn.then(putOnSettings, putOnSettings);
    return lastPutOn;
  };
  const reads = readCounter(pool);
  const cache = new PageCache(cacheBytes, clock);
  const headers = {
    page: securityHeaders(),
    lite: securityHeaders([liteStyleHash]),
    proof: securityHeaders([], { script: true }),
  };
  const assets = await loadAssets(securityHeaders());
  await assets.dress(await readDress(pool));
  let route: RequestListener = () => undefined;
  // The masthead prints the day: at the agency's midnight every page is made anew.
  const midnight = () => startOfDay(agency.zone, dayAfter(dayIn(agency.zone, clock()))).getTime();
  let nextMidnight = midnight();

  const onRequest: RequestListener = (request, response) => {
    if (clock().getTime() >= nextMidnight) {
      cache.dropAll();
      nextMidnight = midnight();
    }
    const prepared =
      request.method === 'GET' || request.method === 'HEAD' ? cache.get(request.url ?? '') : undefined;
    if (!prepared) return route(request, response);
    reads.hear(prepared.readOf, request);
    sendPage(prepared, request, response);
  };
  const server = newServer(onRequest);
  const portOf = () => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : config.port;
  };
  // A port that the system chose is known when it listens.
  const publicUrl = () =>
    config.publicUrl === 'http://localhost:0' ? `http://localhost:${portOf()}` : config.publicUrl;
  const tell = (sentence: string) => console.log(sentence);
  const people = await openPeople(pool, {
    publicUrl,
    ownOrigins: () => [
      publicUrl(),
      ...['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${portOf()}`),
    ],
    singleSignOn: config.singleSignOn,
    clock,
    tell,
  });
  const line = openDeskLine(clock);
  const { app, site } = await buildRoutes(
    {
      pool,
      agency,
      machines,
      pages,
      assets,
      cache,
      reads,
      publicUrl: config.publicUrl,
      clock,
      headers,
      mail: config.mail,
    },
    { people, line },
    {
      trustProxy: config.trustProxy,
      dataDir: config.dataDir,
      serverFactory: (handler) => {
        route = handler;
        return server;
      },
    },
  );
  const listener = await hearActs(pool, {
    onAct: ({ code, lang }) => cache.drop([`story:${code}`, `lists:${lang}`]),
    onDeskChange: line.tell,
    onFront: (lang) => {
      cache.drop([`fronts:${lang}`]);
      line.tellFront(lang);
    },
    onComment: (code) => {
      if (code !== null) cache.drop([`story:${code}`]);
      line.tellComments();
    },
    onSettings: () => void readSettings().catch((error: Error) => tell(`Settings: ${error.message}`)),
    onDeaf: () => cache.goDeaf(),
    onHearing: () => {
      cache.hear();
      void readSettings().catch((error: Error) => tell(`Settings: ${error.message}`));
      line.tellAll();
    },
  });
  const servers = await listen(server, onRequest, config).catch(async (error: unknown) => {
    await app.close();
    await people.close();
    await listener.stop();
    throw error;
  });
  const feedAt = async (path: string) => {
    const asked = cache.get(path) ?? (await site.answer(path, new URLSearchParams()));
    const page = asked.status === 200 ? asked : await site.emptyFeed(path);
    if (!page) return null;
    const { body, headers: said, etag } = page.identity;
    return {
      type: said['content-type'] ?? '',
      etag,
      body: () => Buffer.from(body as string, 'latin1'),
    };
  };
  const hub = () => ({ pool, publicUrl: publicUrl(), clock, opened: config.outgoing, feedAt });
  const sending = openSending(hub());
  const kept = [
    keepFiring({ pool, agency, clock, tell }),
    keepDoing('Closed tabs', { everyMs: 10_000, work: () => closeSilent(pool, clock()), tell }),
    keepDoing('Reads', { everyMs: 10_000, work: () => reads.keep(clock()), tell }),
    keepDoing('Old reads', { everyMs: 3_600_000, work: () => gatherOldReads(pool, clock()), tell }),
    keepDoing('Wishes at the hub', { everyMs: 1_000, work: () => askCallbacks(hub()), tell }),
    keepDoing('Hub', { everyMs: 1_000, work: () => sending.look(), tell }),
    keepSearch(pool, agency, tell),
    keepDoing('Forgetting of comments', {
      everyMs: 600_000,
      work: () => forgetComments(pool, clock()),
      tell,
    }),
    // A redaction whose command was killed half-way is finished here.
    keepDoing('Wiping redacted words', {
      everyMs: 30_000,
      work: () => wipeRemoved(pool, { patient: false }),
      tell,
    }),
    ...keepMailing({ pool, agency, publicUrl, clock, tell }, config.mail),
  ];
  const token = await makeFirstLink(pool, clock());
  return {
    port: portOf(),
    publicUrl: publicUrl(),
    firstLink: token && signInLink(publicUrl(), token),
    close: async () => {
      line.close();
      await Promise.all([sending.close(), ...kept.map((one) => one.stop())]);
      for (const one of servers) {
        one.close();
        one.closeAllConnections();
      }
      await app.close();
      await people.close();
      await listener.stop();
      await reads.keep(clock()).catch((error: Error) => tell(`Reads: the last are lost: ${error.message}`));
    },
  };
}

/** A connection on which nothing moves for so long is closed, as of a reader who takes nothing: the desk's line beats far more often. */
const silentMs = 120_000;

function newServer(onRequest: RequestListener): Server {
  const server = http.createServer(onRequest);
  server.timeout = silentMs;
  return server;
}

/** Loopback is two addresses: 127.0.0.1, and ::1 where the machine has IPv6. */
async function listen(server: Server, onRequest: RequestListener, config: Config): Promise<Server[]> {
  await listenOn(server, config.port, config.host ?? '127.0.0.1');
  if (config.host) return [server];
  const second = newServer(onRequest);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  try {
    await listenOn(second, port, '::1');
    return [server, second];
  } catch (error) {
    if (error instanceof StartRefusal) {
      server.close();
      throw error;
    }
    return [server];
  }
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(sayWhy(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function sayWhy(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefusal(
        `Port ${port} is in use by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`,
      );
    case 'EACCES':
      return new StartRefusal(
        `Port ${port} may not be used by this user: choose one above 1023, for example PORT=4000.`,
      );
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return host === '::1'
        ? error
        : new StartRefusal(`HOST is "${host}": this machine has no such address.`);
    default:
      return error;
  }
}
