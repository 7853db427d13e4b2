/** What strangers can make the hub do, on a database and with callbacks of its own. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltApp, buildApp } from '../../test/built-app.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { type Opened, readOpened } from '../outgoing/may-reach.ts';
import { mostAsksOfHost } from './asks-of-host.ts';
import { keepWish, mostFollowers } from './hub-store.ts';
import { workAtHub } from './hub-work.ts';

const publicUrl = 'https://news.example';
const now = new Date('2026-03-15T12:00:00Z');
let database: TestDatabase;
let built: BuiltApp;

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  await publishOne(database);
  built = await buildApp(database.pool, { publicUrl, clock: () => now });
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

const wish = (path: string, callback: string, from = '192.0.2.1') =>
  built.app.inject({
    method: 'POST',
    url: '/hub',
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': publicUrl + path,
      'hub.callback': callback,
    }).toString(),
  });
const rows = async (): Promise<number> =>
  (await database.pool.query('select count(*)::int as n from hub_subscriptions')).rows[0].n;

it('keeps no wish for a feed that is not there, which it would look for after each act', async () => {
  for (const path of ['/en/topic/nonesuch/feed.xml', '/en/thread/nonesuch/feed.atom']) {
    const answer = await wish(path, 'https://callback.example/');
    expect([path, answer.statusCode, answer.body]).toEqual([
      path,
      400,
      'hub.topic is a feed that is not there.\n',
    ]);
  }
  expect(await rows()).toBe(0);
});

it('asks a host on the word of strangers so many times in a minute, however many they are', async () => {
  const statuses: number[] = [];
  for (let at = 0; at <= mostAsksOfHost; at++)
    statuses.push(
      (await wish('/en/feed.xml', `https://victim.example:${9_000 + at}/${at}`, `192.0.2.${at}`)).statusCode,
    );
  expect(statuses).toEqual([...Array(mostAsksOfHost).fill(202), 429]);
  expect((await wish('/en/feed.xml', 'https://other.example/')).statusCode).toBe(202);
  await database.pool.query('delete from hub_subscriptions');
});

it('keeps so many of one host, whatever their ports, and of others still', async () => {
  const kept = (callback: string) =>
    keepWish(
      database.pool,
      { mode: 'subscribe', topic: '/en/feed.xml', callback, secret: '', leaseSeconds: 86_400 },
      now,
    );
  await database.pool.query(
    `insert into hub_subscriptions (topic, callback, secret, asked, asked_lease, next_try)
     select '/en/feed.xml', 'https://many.example:' || port || '/', '', 'subscribe', interval '1 day', $1
     from generate_series(10001, 10000 + $2) as port`,
    [now, mostFollowers.ofHost],
  );
  expect(await kept('http://many.example:8080/one-more')).toBe(false);
  expect(await kept('https://many.example.org/')).toBe(true);
  await database.pool.query('delete from hub_subscriptions');
});

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
  expect(await workAtHub(deps)).toBe(41);
  expect(new Set(heard).size).toBe(41);
  // What has not changed is not sent again, nor looked at.
  const same = { ...deps, feedAt: async () => ({ type: '', etag: '"a"', body: () => expect.fail('read') }) };
  expect(await workAtHub(same)).toBe(0);
  server.close();
});
