import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { forgetSignIns } from '../people/session-store.ts';
import type { EventAsk } from './planning-api.ts';

let database: TestDatabase;
let built: BuiltApp;
let cookie: string;

beforeEach(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  built = await buildApp(database.pool, { clock: () => new Date('2026-03-14T12:00:00Z') });
  cookie = await cookieOf(built, await makePerson(database.pool, everywhereAs('editor')));
});
afterEach(async () => {
  await built.close();
  await database.drop();
});

async function ask(method: 'GET' | 'POST' | 'PUT', what: string, payload?: object) {
  const answer = await built.app.inject({
    method,
    url: `/api/planning/${what}`,
    headers: { cookie },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, json: answer.json() };
}

const session: EventAsk = {
  title: 'The council meets; on the harbour',
  place: 'Town hall, Halim',
  startsAt: '2026-03-16T09:00:00Z',
  endsAt: '2026-03-16T11:00:00Z',
  desk: 'main',
  about: 'Open to the press.',
  cancelled: false,
  coverages: [{ who: 'Ana Moss', what: 'text', dueAt: '2026-03-16T12:00:00Z', storyCode: null }],
};

test('an event stands on its day in the agency’s zone, with who covers it and the story that came of it', async () => {
  const { code } = await publishOne(database);
  const planned = await ask('POST', 'events', session);
  expect(planned).toMatchObject({
    status: 200,
    json: { revision: 1, coverages: [{ who: 'Ana Moss', story: null }] },
  });
  const [coverage] = planned.json.coverages;
  const linked = await ask('PUT', `events/${planned.json.id}`, {
    ...session,
    revision: 1,
    coverages: [
      { ...session.coverages[0], id: coverage.id, storyCode: code },
      { who: '', what: 'picture', dueAt: null, storyCode: null },
    ],
  });
  expect(linked.json.coverages).toMatchObject([{ id: coverage.id, story: { code } }, { what: 'picture' }]);
  const { json } = await ask('GET', 'agenda?day=2026-03-15&days=3');
  expect(json.days.map(({ day, events }: { day: string; events: object[] }) => [day, events.length])).toEqual(
    [
      ['2026-03-15', 0],
      ['2026-03-16', 1],
      ['2026-03-17', 0],
    ],
  );
});

test('who changes what somebody has changed since is refused, and so is what makes no sense', async () => {
  const { json } = await ask('POST', 'events', session);
  expect((await ask('PUT', `events/${json.id}`, { ...session, place: 'Port', revision: 1 })).status).toBe(
    200,
  );
  expect((await ask('PUT', `events/${json.id}`, { ...session, revision: 1 })).json.error.kind).toBe(
    'planned-since',
  );
  const wrong = [
    [{ endsAt: '2026-03-16T08:00:00Z' }, 'ends before it begins'],
    [{ title: ' ' }, 'no title'],
    [{ desk: 'moon' }, 'no desk “moon”'],
    [{ coverages: [{ who: '', what: 'text', dueAt: null, storyCode: 999_999 }] }, 'no story 999999'],
  ] as const;
  for (const [change, why] of wrong) {
    const refused = await ask('POST', 'events', { ...session, ...change });
    expect([refused.status, refused.json.error.sentence]).toEqual([422, expect.stringContaining(why)]);
  }
  const other = await cookieOf(
    built,
    await makePerson(database.pool, [{ role: 'editor', desk: 'sport', lang: null }]),
  );
  const foreign = await built.app.inject({
    method: 'POST',
    url: '/api/planning/events',
    headers: { cookie: other },
    payload: session,
  });
  expect(foreign.json().error.kind).toBe('not-allowed');
});

test('a calendar program reads the agenda at an address of its person’s own, until it is made anew', async () => {
  await ask('POST', 'events', session);
  await ask('POST', 'events', { ...session, title: 'The strike', cancelled: true });
  const read = async (url: string) => built.app.inject({ url: new URL(url).pathname });
  const { json } = await ask('POST', 'agenda-link');
  const calendar = await read(json.url);
  expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const text = calendar.body.replace(/\r\n /g, '');
  for (const part of [
    'BEGIN:VCALENDAR',
    'SUMMARY:The council meets\\; on the harbour',
    'LOCATION:Town hall\\, Halim',
    'DTSTART:20260316T090000Z',
    'STATUS:CANCELLED',
  ])
    expect(text).toContain(part);
  const anew = await ask('POST', 'agenda-link');
  expect((await read(json.url)).statusCode).toBe(404);
  expect((await read(anew.json.url)).statusCode).toBe(200);
  await forgetSignIns(database.pool);
  expect((await read(anew.json.url)).statusCode).toBe(404);
  // The session is gone with the address, as after a restore: somebody signs in again.
  cookie = await cookieOf(built, await makePerson(database.pool, everywhereAs('editor')));
  const last = await ask('POST', 'agenda-link');
  await database.pool.query('update people set disabled_at = now()');
  expect((await read(last.json.url)).statusCode).toBe(404);
});
