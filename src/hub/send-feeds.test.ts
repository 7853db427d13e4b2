/** To whom a changed feed is sent, and in which order, on a database and with callbacks of its own. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { type Opened, readOpened } from '../outgoing/may-reach.ts';
import type { HubDeps } from './hub-work.ts';
import { openSending, places } from './send-feeds.ts';

const publicUrl = 'https://news.example';
const now = new Date('2026-03-15T12:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
});
afterAll(() => database.drop());

/** @returns how many callbacks were called. */
const sendFeeds = async (deps: HubDeps): Promise<number> => {
  const sending = openSending(deps);
  await sending.look();
  return sending.settled();
};

it('sends to everybody while one lets it wait', async () => {
  const heard: string[] = [];
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = http.createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    heard.push(name);
    // The slow one answers when all others have been told.
    if (heard.length === 41) release();
    if (name === 'slow') void released.then(() => response.writeHead(204).end());
    else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await database.pool.query(
    `insert into hub_subscriptions (topic, callback, secret, lease_until, next_try)
     select '/en/feed.xml', 'http://127.0.0.1:' || $2::int || '/' || case when n = 1 then 'slow' else 'quick' || n end, '',
       $1::timestamptz + interval '1 day', $1::timestamptz - make_interval(secs => 100 - n)
     from generate_series(1, 41) as n`,
    [now, port],
  );
  const deps = {
    ...{ pool: database.pool, publicUrl, clock: () => now, opened: readOpened('127.0.0.1') as Opened },
    feedAt: async () => ({ type: 'application/rss+xml', etag: '"a"', body: () => Buffer.from('<rss/>') }),
  };
  expect(await sendFeeds(deps)).toBe(41);
  expect(new Set(heard).size).toBe(41);
  // What has not changed is not sent again, nor looked at.
  const same = { ...deps, feedAt: async () => ({ type: '', etag: '"a"', body: () => expect.fail('read') }) };
  expect(await sendFeeds(same)).toBe(0);
  // A kill goes out also when the clock was set back since.
  const killed = {
    ...deps,
    clock: () => new Date(now.getTime() - 3_600_000),
    feedAt: async () => ({ type: 'application/rss+xml', etag: '"b"', body: () => Buffer.from('<rss/>') }),
  };
  expect(await sendFeeds(killed)).toBe(41);
  server.close();
});

it('sends nobody what was killed while others were told', async () => {
  const heard: string[] = [];
  let words = 'first';
  const server = http.createServer((request, response) => {
    request.setEncoding('utf8').on('data', (part: string) => heard.push(part));
    request.on('end', () => {
      words = 'killed';
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await database.pool.query('delete from hub_subscriptions');
  await database.pool.query(
    `insert into hub_subscriptions (topic, callback, secret, lease_until, next_try)
     select '/en/feed.xml', 'http://127.0.0.1:' || $2::int || '/' || n, '', $1::timestamptz + interval '1 day', '-infinity'
     from generate_series(1, 60) as n`,
    [now, port],
  );
  const deps = {
    ...{ pool: database.pool, publicUrl, clock: () => now, opened: readOpened('127.0.0.1') as Opened },
    feedAt: async () => {
      const said = words;
      return { type: 'application/rss+xml', etag: `"${said}"`, body: () => Buffer.from(said) };
    },
  };
  await sendFeeds(deps);
  const atFirst = heard.filter((one) => one === 'first').length;
  // Those who were being told when it came.
  expect([atFirst > 0, atFirst <= 16]).toEqual([true, true]);
  await sendFeeds(deps);
  expect(heard.filter((one) => one === 'killed')).toHaveLength(60);
  server.close();
});

/** Callbacks on a port of their own, each called by its name; `answer`: when it answers. `heard` in order. */
async function openCallbacks(answer: (name: string) => Promise<void>) {
  const heard: string[] = [];
  const server = http.createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    heard.push(name);
    void answer(name).then(() => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  await database.pool.query('delete from hub_subscriptions');
  const follow = (topic: string, names: string[], tookMs: number | null = null) =>
    database.pool.query(
      `insert into hub_subscriptions (topic, callback, secret, lease_until, next_try, took_ms)
       select $1, 'http://127.0.0.1:' || $2::int || '/' || name, '', $3::timestamptz + interval '1 day', '-infinity', $5
       from unnest($4::text[]) with ordinality as given (name, at) order by at`,
      [topic, port, now, names, tookMs],
    );
  return { heard, follow };
}

const named = (name: string, many: number) => Array.from({ length: many }, (_, at) => `${name}${at + 1}`);

/** Resolves for all when it is opened. */
function openGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const sendingOf = (wordsOf: (path: string) => string) =>
  openSending({
    ...{ pool: database.pool, publicUrl, clock: () => now, opened: readOpened('127.0.0.1') as Opened },
    feedAt: async (path) => {
      const words = wordsOf(path);
      return { type: 'application/rss+xml', etag: `"${words}"`, body: () => Buffer.from(words) };
    },
  });

it('lets nobody who answers quickly wait for those who are slow, of the same feed or of another', async () => {
  const { opened, open } = openGate();
  const { heard, follow } = await openCallbacks(async (name) => {
    if (/^honest/.test(name)) open();
    else await opened;
  });
  await follow('/en/feed.xml', named('slow', 24), 4_500);
  await follow('/en/feed.atom', named('slow', 24), 4_500);
  await follow('/en/feed.atom', named('new', 24));
  await follow('/en/feed.xml', ['honest'], 20);
  const sending = sendingOf(() => 'a');
  await sending.look();
  expect(await sending.settled()).toBe(73);
  // Before it no more than have places among themselves.
  expect(heard.indexOf('honest')).toBeLessThanOrEqual(places.slow + 2 * places.new);
});

it('goes on with others while one takes long, and remembers that it did', async () => {
  const { opened, open } = openGate();
  const { heard, follow } = await openCallbacks(async (name) => {
    if (name === 'honest') open();
    else await opened;
  });
  // Of none is anything known, and they are as many as have places.
  await follow('/en/feed.xml', [...named('slow', places.new), 'honest']);
  const sending = sendingOf(() => 'a');
  await sending.look();
  await sending.settled();
  expect(heard.at(-1)).toBe('honest');
  const { rows: slow } = await database.pool.query(
    `select callback from hub_subscriptions where took_ms >= 1000 and failures = 0`,
  );
  expect(slow.length).toBeGreaterThan(0);
});

it('sends a notice of a kill before ordinary updates that came first', async () => {
  const { code } = await publishOne(database);
  await actOn(database.pool, code, 'kill', { reasonClass: 'inaccurate', now });
  const { opened, open } = openGate();
  const { heard, follow } = await openCallbacks(() => opened);
  const ordinary = named('/en/topic/', 4 * places.quick).map((path) => `${path}/feed.xml`);
  for (const path of ordinary) await follow(path, [path.slice(1)], 20);
  await follow('/en/feed.xml', named('told', 3), 20);
  const sending = sendingOf((path) => (path === '/en/feed.xml' ? `<guid>${publicUrl}/${code}</guid>` : 'a'));
  await sending.look();
  // All are begun or wait: the first have their places.
  open();
  expect(await sending.settled()).toBe(4 * places.quick + 3);
  // Besides those who had places, no more than go with it at once.
  const first = heard.slice(0, 2 * places.quick + 3);
  expect(first.filter((name) => /^told/.test(name)).sort()).toEqual(named('told', 3));
});

it('takes up a kill that comes while others still wait, and ends without waiting for all', async () => {
  const { opened, open } = openGate();
  const { heard, follow } = await openCallbacks(async (name) => {
    if (/^slow/.test(name)) await opened;
  });
  await follow('/en/feed.atom', named('slow', 40), 4_500);
  await follow('/en/feed.xml', ['honest'], 20);
  let words = 'first';
  const sending = sendingOf((path) => (path === '/en/feed.xml' ? words : 'a'));
  const told = () => heard.filter((name) => name === 'honest').length;
  await sending.look();
  await expect.poll(told).toBe(1);
  words = 'killed';
  await expect
    .poll(async () => {
      await sending.look();
      return told();
    })
    .toBe(2);
  const closed = sending.close();
  open();
  await closed;
  expect(heard.filter((name) => /^slow/.test(name)).length).toBeLessThan(40);
});
