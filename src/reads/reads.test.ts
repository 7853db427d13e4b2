import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp } from '../../test/built-app.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { storyPath } from '../stories/story-address.ts';
import { countsAsRead } from './counts-as-read.ts';
import { readCounter } from './read-counter.ts';
import { addReads, gatherOldReads, readReads } from './reads-store.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('a reading', () => {
  it('is a page that a person’s program asked for, not one of a robot, and not one fetched in advance', () => {
    const read: [string, Record<string, string>][] = [
      ['GET', { 'user-agent': firefox }],
      ['GET', { 'user-agent': firefox, 'sec-fetch-dest': 'document' }],
      ['GET', { 'user-agent': firefox, 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'navigate' }],
      [
        'GET',
        { 'user-agent': 'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348; U; en)' },
      ],
    ];
    const not: [string, Record<string, string>][] = [
      ['HEAD', { 'user-agent': firefox }],
      ['GET', {}],
      ['GET', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
      ['GET', { 'user-agent': 'curl/8.5.0' }],
      ['GET', { 'user-agent': firefox, 'sec-purpose': 'prefetch;prerender' }],
      ['GET', { 'user-agent': firefox, 'sec-fetch-dest': 'image' }],
      ['GET', { 'user-agent': firefox, 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' }],
      ['GET', { 'user-agent': firefox, 'sec-fetch-dest': 'empty' }],
    ];
    for (const [method, headers] of read)
      expect([headers, countsAsRead(method, headers)]).toEqual([headers, true]);
    for (const [method, headers] of not)
      expect([headers, countsAsRead(method, headers)]).toEqual([headers, false]);
  });
});

describe('readings on a database', () => {
  let database: TestDatabase;
  let built: BuiltApp;
  beforeEach(async () => {
    database = await makeDatabase();
    await writeAgency(database.pool, agency);
    built = await buildApp(database.pool);
  });
  afterEach(async () => {
    await built.close();
    await database.drop();
  });
  const now = new Date('2026-03-20T15:20:00Z');

  it('are those of a story’s page, its print and lite; of no list, card, feed or version', async () => {
    const { storyId, code } = await publishOne(database);
    const path = storyPath({ lang: 'en', code, headline: 'Storm closes the port of Halim' });
    const get = (url: string) => built.app.inject({ method: 'GET', url, headers: { 'user-agent': firefox } });
    for (const url of [path, `${path}/print`, `${path}/lite`]) await get(url);
    for (const url of [
      `${path}/card.png`,
      `/${code}`,
      `/en/v/${code}/1`,
      '/en/',
      '/en/feed.xml',
      `${path}?as-of=2030-01-01`,
    ])
      await get(url);
    await built.reads.keep(now);
    expect((await readReads(database.pool, storyId, now)).total).toBe(3);
  });

  it('are kept by the hour, and after a fortnight by the day, and none is lost on the way', async () => {
    const { storyId, code } = await publishOne(database);
    const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);
    await addReads(database.pool, now, new Map([[code, 2]]));
    await addReads(
      database.pool,
      now,
      new Map([
        [code, 3],
        [999_999, 5],
      ]),
    );
    await addReads(database.pool, hours(1), new Map([[code, 4]]));
    for (const ago of [20 * 24, 20 * 24 + 1, 20 * 24 + 2])
      await addReads(database.pool, hours(ago), new Map([[code, 10]]));
    const before = await readReads(database.pool, storyId, now);
    expect([before.total, before.hours.at(-1)?.reads, before.hours.at(-2)?.reads]).toEqual([39, 5, 4]);
    await gatherOldReads(database.pool, now);
    await gatherOldReads(database.pool, now);
    expect(await readReads(database.pool, storyId, now)).toEqual(before);
    const { rows } = await database.pool.query('select at, reads from reads order by at');
    expect(rows.map(({ at, reads }) => [at.toISOString(), reads])).toEqual([
      ['2026-02-28T00:00:00.000Z', 30],
      ['2026-03-20T14:00:00.000Z', 4],
      ['2026-03-20T15:00:00.000Z', 5],
    ]);
  });

  it('that cannot be kept now are kept with the next', async () => {
    const { storyId, code } = await publishOne(database);
    const counter = readCounter(database.pool);
    const request = { method: 'GET', headers: { 'user-agent': firefox } } as never;
    counter.hear(code, request);
    await database.pool.query('alter table reads rename to away');
    await expect(counter.keep(now)).rejects.toThrow();
    await database.pool.query('alter table away rename to reads');
    counter.hear(code, request);
    await counter.keep(now);
    expect((await readReads(database.pool, storyId, now)).total).toBe(2);
  });
});
