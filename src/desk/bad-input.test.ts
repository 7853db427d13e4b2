/** What no editor means to send: too much, broken, or nonsense. A clear answer each, and nothing is half written. */
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { agency, storyFields } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { checkStoryText, paragraphs } from '../text/story-text.ts';

let database: TestDatabase;
let built: BuiltApp;
let cookie: string;
let id: number;

beforeEach(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  built = await buildApp(database.pool);
  cookie = await cookieOf(
    built,
    await makePerson(database.pool, everywhereAs('chief'), { name: 'Ana Moss' }),
  );
  id = (await ask('POST', 'stories', { lang: 'en', desk: 'main' })).json.id;
});
afterEach(async () => {
  await built.close();
  await database.drop();
});

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const headers = { cookie };
  const answer = await built.app.inject({
    method,
    url: `/api/desk/${url}`,
    headers,
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, json: answer.json() };
}

const save = (fields: object, revision = 1) =>
  ask('PUT', `stories/${id}/draft`, { fields, revision, tab: 'a' });

test('a story of 200,000 words is saved, checked and published whole', async () => {
  const words = Array.from(
    { length: 2_000 },
    (_, at) => `Paragraph ${at} ${'has one word more than before it '.repeat(14)}.`,
  );
  const body = checkStoryText(paragraphs(...words));
  expect((await save(storyFields({ body }))).status).toBe(200);
  const { json } = await ask('GET', `stories/${id}`);
  expect(json.row.words).toBeGreaterThan(200_000);
  expect(json.fields.body).toEqual(body);
  const { json: flight } = await ask('GET', `stories/${id}/preflight`);
  expect(flight.checks.find(({ rule }: { rule: string }) => rule === 'length')).toMatchObject({
    outcome: 'look',
  });
  const done = await ask('POST', `stories/${id}/acts`, { kind: 'publish', basedOn: null, now: true });
  expect(done.json).toMatchObject({ done: { version: 1 } });
});

test('emoji, combining marks and both directions in every field come back as they were', async () => {
  const odd = 'فارسی then é👩‍👩‍👧 \u202bעברית\u202c و A';
  const fields = storyFields({
    headline: odd,
    lead: odd,
    dateline: odd,
    credit: odd,
    byline: odd,
    body: checkStoryText(paragraphs(odd)),
    topics: [{ slug: 'odd', name: odd }],
  });
  expect((await save(fields)).status).toBe(200);
  expect((await ask('GET', `stories/${id}`)).json.fields).toEqual(fields);
});

test('a picture of 60 megapixels is taken; one of 100 is refused with its size', async () => {
  const send = async (width: number, height: number) => {
    const payload = await sharp({ create: { width, height, channels: 3, background: '#567' } })
      .jpeg()
      .toBuffer();
    const headers = { cookie, 'content-type': 'image/jpeg' };
    const answer = await built.app.inject({ method: 'POST', url: '/api/desk/pictures', headers, payload });
    return answer.json();
  };
  expect(await send(10_000, 6_000)).toMatchObject({ width: 10_000, height: 6_000 });
  expect((await send(10_000, 10_000)).error).toMatchObject({
    kind: 'picture-too-large',
    sentence: expect.stringContaining('100 million pixels'),
  });
});

test('a long infographic is taken; a picture that nobody could read in a column is refused with its shape', async () => {
  const send = async (width: number, height: number) => {
    const payload = await sharp({ create: { width, height, channels: 3, background: '#567' } })
      .png()
      .toBuffer();
    const headers = { cookie, 'content-type': 'image/png' };
    return (await built.app.inject({ method: 'POST', url: '/api/desk/pictures', headers, payload })).json();
  };
  expect(await send(700, 18_000)).toMatchObject({ width: 700, height: 18_000 });
  expect((await send(1, 60_000)).error).toEqual({
    kind: 'picture-too-tall',
    sentence: expect.stringContaining('60000 times as tall as it is wide'),
  });
  // A wide one is only low, and quick to look at.
  expect(await send(60_000, 1)).toMatchObject({ width: 60_000, height: 1 });
});

test.each([
  ['a body of another schema', { body: { type: 'doc', content: [{ type: 'script' }] } }],
  ['a body that is no document', { body: { type: 'paragraph' } }],
  [
    'a heading of level "x"',
    { body: { type: 'doc', content: [{ type: 'heading', attrs: { level: 'x' } }] } },
  ],
])('refuses %s, and keeps what was there', async (_what, words) => {
  const before = (await ask('GET', `stories/${id}`)).json;
  const { status, json } = await save({ ...storyFields(), ...words });
  expect([status, typeof json.error.sentence]).toEqual([400, 'string']);
  expect((await ask('GET', `stories/${id}`)).json).toMatchObject({
    revision: before.revision,
    fields: before.fields,
  });
});

test.each([
  '2026-99-99T99:99:99Z',
  '2026-02-30T08:00:00Z',
  'tomorrow',
  '2026-03-01T08:00:00',
  '2026-12-31T23:59:60Z',
])('refuses the time %s wherever one is asked for', async (time) => {
  await save(storyFields());
  for (const answer of [
    await ask('PUT', `stories/${id}/place`, { embargoUntil: time }),
    await ask('POST', `stories/${id}/acts`, { kind: 'publish', basedOn: null, at: time }),
  ])
    expect([answer.status, answer.json.error.kind]).toEqual([400, 'wrong-request']);
});

test('a clock on the writer’s table means nothing: times are the server’s', async () => {
  const headers = { cookie, date: 'Mon, 01 Jan 2001 00:00:00 GMT' };
  const payload = { fields: storyFields(), revision: 1, tab: 'a' };
  const url = `/api/desk/stories/${id}/draft`;
  const { savedAt } = (await built.app.inject({ method: 'PUT', url, headers, payload })).json();
  expect(Math.abs(Date.parse(savedAt) - Date.now())).toBeLessThan(60_000);
});

test('a session that ended in the middle of a save is said so, and nothing was saved', async () => {
  await database.pool.query('delete from sessions');
  expect(await save(storyFields())).toMatchObject({
    status: 401,
    json: { error: { kind: 'not-signed-in' } },
  });
  const { rows } = await database.pool.query('select revision from drafts where story_id = $1', [id]);
  expect(rows).toEqual([{ revision: 1 }]);
});

test.each([
  ['a NUL in a search', 'GET', 'desk/search?q=%00', 400],
  ['two searches in one', 'GET', 'desk/search?q=a&q=b', 400],
  ['two lists of stories in one', 'GET', 'desk/rows?ids=1&ids=2', 400],
  ['a NUL in the name of a thread', 'GET', 'desk/threads/en/%00', 404],
  ['a version beyond all numbers', 'GET', 'desk/stories/1/difference?from=99999999999', 400],
  ['a NUL in the id of a session', 'DELETE', 'me/sessions/%00', 400],
  ['a NUL in the name of a view', 'PUT', 'me/views/a%00b', 204],
  ['half a letter in a view', 'PUT', 'me/views/a', 204],
  ['a NUL in the name of a tab', 'DELETE', 'desk/stories/1/open?tab=%00', 204],
] as const)('answers %s, and calls it no bug of ours', async (_what, method, url, status) => {
  const view = { filters: { headline: /b$/.test(url) ? 'a' : '\ud800' }, shape: 'list' };
  const answer = await built.app.inject({
    method,
    url: `/api/${url}`,
    headers: { cookie },
    ...(method === 'PUT' ? { payload: view } : {}),
  });
  expect(answer.statusCode).toBe(status);
});

test('a revision beyond all numbers is refused, and nothing was saved', async () => {
  for (const revision of [Number.MAX_SAFE_INTEGER, 1e300])
    expect((await save(storyFields(), revision)).status).toBe(400);
  expect((await ask('GET', `stories/${id}`)).json.revision).toBe(1);
});

test('a story opens however much text was kept beside it: the newest, as much as a screen can take', async () => {
  await save(storyFields());
  const body = checkStoryText(paragraphs('a'.repeat(3 * 1024 * 1024)));
  for (const headline of ['first', 'second', 'third', 'fourth']) {
    const kept = { fields: storyFields({ headline, body }), why: 'saved-since' };
    const answer = await built.app.inject({
      method: 'POST',
      url: `/api/desk/stories/${id}/copies`,
      headers: { cookie },
      payload: kept,
    });
    expect(answer.statusCode).toBe(204);
  }
  const { copies } = (await ask('GET', `stories/${id}`)).json;
  expect(copies.map(({ fields }: { fields: { headline: string } }) => fields.headline)).toEqual([
    'fourth',
    'third',
    'second',
  ]);
  const { rows } = await database.pool.query('select count(*)::int as count from draft_copies');
  expect(rows).toEqual([{ count: 4 }]);
});
