/** What strangers can make the hub do, on a database of its own. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltApp, buildApp } from '../../test/built-app.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { mostAsksOfHost } from './asks-of-host.ts';
import { type AskedWish, confirmWish, dropWish, keepWish, mostFollowers, takeWishes } from './hub-store.ts';

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

it('takes a feed in the one spelling in which it names itself, for in each it would be made anew each second', async () => {
  expect((await wish('/en/topic/weather/feed.xml', 'https://callback.example/')).statusCode).toBe(202);
  for (const path of ['/en/topic/%77eather/feed.xml', '/%65n/feed.xml', '/en/feed%2exml'])
    expect([path, (await wish(path, 'https://callback.example/')).statusCode]).toEqual([path, 400]);
  await database.pool.query('delete from hub_subscriptions');
});

it('keeps one page of a list, whatever its address is spelled like, and calls it by its name', async () => {
  await built.app.inject('/en/topic/weather');
  const before = built.cache.bytes;
  for (const path of ['/en/topic/%77eather', '/en/topic/w%65ather', '/%65n/topic/weather']) {
    const { statusCode, body } = await built.app.inject(path);
    expect([path, statusCode, body.includes(`rel="canonical" href="${publicUrl}/en/topic/weather"`)]).toEqual(
      [path, 200, true],
    );
  }
  expect(built.cache.bytes).toBe(before);
});

it('goes on signing with the secret of before until the callback has confirmed another', async () => {
  const { pool } = database;
  const wishOf = (secret: string) => ({
    mode: 'subscribe' as const,
    topic: '/en/feed.xml',
    callback: 'https://subscriber.example/',
    secret,
    leaseSeconds: 86_400,
  });
  const secret = async () => (await pool.query('select secret from hub_subscriptions')).rows[0].secret;
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const forMs = 10_000;
  await keepWish(pool, wishOf('ours'), now);
  const [first] = await takeWishes(pool, { now, forMs, limit: 1 });
  await confirmWish(pool, first as AskedWish, now);
  expect(await secret()).toBe('ours');
  await keepWish(pool, wishOf('a stranger’s'), later(1));
  expect(await secret()).toBe('ours');
  const [second] = await takeWishes(pool, { now: later(1), forMs, limit: 1 });
  await dropWish(pool, second as AskedWish);
  expect(await secret()).toBe('ours');
  await keepWish(pool, wishOf('ours, new'), later(2));
  const [third] = await takeWishes(pool, { now: later(2), forMs, limit: 1 });
  await confirmWish(pool, third as AskedWish, later(2));
  expect(await secret()).toBe('ours, new');
  await pool.query('delete from hub_subscriptions');
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
