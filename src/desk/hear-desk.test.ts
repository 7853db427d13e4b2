/** Two programs on one database: whatever either does, the screens of both hear of it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { everywhereAs, makePerson } from '../../test/built-app.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { readConfig } from '../config.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { openPeople } from '../people/people.ts';
import { beginSession } from '../people/session.ts';
import { type RunningSite, serve } from '../web/serve.ts';

let database: TestDatabase;
let sites: RunningSite[];
let cookie: string;

beforeEach(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  const config = readConfig({ PORT: '0' });
  sites = [await serve(config, database.pool), await serve(config, database.pool)];
  const settings = { publicUrl: () => config.publicUrl, ownOrigins: () => [], singleSignOn: null };
  const people = await openPeople(database.pool, {
    ...settings,
    clock: () => new Date(),
    tell: () => undefined,
  });
  const personId = await makePerson(database.pool, everywhereAs('chief'));
  const session = await beginSession(people, database.pool, { personId, address: '', userAgent: '' });
  cookie = session.cookie.split(';', 1)[0] as string;
  await people.close();
});
afterEach(async () => {
  await Promise.all(sites.map((site) => site.close()));
  await database.drop();
});

/** What one screen hears, as it comes. */
async function listenAt(site: RunningSite): Promise<{ heard: string[]; ended: () => boolean }> {
  const heard: string[] = [];
  let over = false;
  const answer = await fetch(`http://127.0.0.1:${site.port}/api/desk/events`, { headers: { cookie } });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const read = async () => {
    for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>)
      heard.push(
        ...new TextDecoder()
          .decode(bytes)
          .split('\n')
          .filter((line) => /^(event|data)/.test(line)),
      );
  };
  void read()
    .catch(() => undefined)
    .finally(() => {
      over = true;
    });
  return { heard, ended: () => over };
}

test('each screen hears of an act, of a draft and of settings, whichever program they were done in', async () => {
  const screens = await Promise.all(sites.map(listenAt));
  const { code } = await publishOne(database);
  const { rows } = await database.pool.query<{ id: number }>('select id from stories where code = $1', [
    code,
  ]);
  for (const { heard } of screens)
    await expect
      .poll(() => heard)
      .toContainEqual(expect.stringMatching(new RegExp(`"ids":\\[.*\\b${rows[0]?.id}\\b`)));
  await actOn(database.pool, code, 'hold');
  for (const { heard } of screens)
    await expect.poll(() => heard.filter((line) => line === 'event: stories').length).toBeGreaterThan(1);
  await database.pool.query(`select pg_notify('settings', '')`);
  for (const { heard } of screens) await expect.poll(() => heard).toContain('event: setup');
});

test('a screen hears nothing more once its session has ended', async () => {
  const screen = await listenAt(sites[0] as RunningSite);
  await expect.poll(() => screen.heard).toContain('event: hello');
  await database.pool.query('delete from sessions');
  await expect.poll(screen.ended).toBe(true);
});

test('a screen hears nothing more once its person may read no story', async () => {
  const screen = await listenAt(sites[0] as RunningSite);
  await expect.poll(() => screen.heard).toContain('event: hello');
  await database.pool.query('delete from role_grants');
  await expect.poll(screen.ended).toBe(true);
});

test('one session listens at twenty screens and no more, until one of them is closed', async () => {
  const url = `http://127.0.0.1:${sites[0]?.port}/api/desk/events`;
  const closing = new AbortController();
  const open = async (signal?: AbortSignal) =>
    (await fetch(url, { headers: { cookie }, ...(signal ? { signal } : {}) })).status;
  expect(await open(closing.signal)).toBe(200);
  for (let at = 1; at < 20; at++) expect(await open()).toBe(200);
  expect(await open()).toBe(429);
  closing.abort();
  await expect.poll(() => open()).toBe(200);
});

test('the site is drawn anew, in every program, when the agency changes its name', async () => {
  await publishOne(database);
  const front = async (site: RunningSite) => (await fetch(`http://127.0.0.1:${site.port}/en/`)).text();
  for (const site of sites) expect(await front(site)).not.toContain('Halim Wire Service');
  await writeAgency(database.pool, {
    ...agency,
    editions: agency.editions.map((one) => ({ ...one, agency: 'Halim Wire Service' })),
  });
  await database.pool.query(`select pg_notify('settings', '')`);
  for (const site of sites) await expect.poll(() => front(site)).toContain('Halim Wire Service');
});
