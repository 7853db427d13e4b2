/** Each role (and nobody) at each route of the program: one real request each, let in or refused as the policy says. */
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { type Role, roleMay, roles, type Verb } from '../people/policy.ts';
import { addGate } from './gate.ts';
import { routeRules } from './route-rules.ts';

let database: TestDatabase;
let built: BuiltApp;

beforeAll(async () => {
  database = await makeDatabase();
  built = await buildApp(database.pool);
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

type Route = { method: string; pattern: string };

const routes: Route[] = Object.keys(routeRules).map((row) => {
  const [method = '', pattern = ''] = row.split(' ');
  return { method, pattern };
});

function expected(role: Role | 'nobody', { method, pattern }: Route): 'in' | 401 | 403 {
  const rule = routeRules[`${method} ${pattern}`];
  if (rule === 'anyone') return 'in';
  if (role === 'nobody') return 401;
  return rule === 'signed-in' || roleMay(role, rule as Verb) ? 'in' : 403;
}

/** What the gate answered. Behind it a route may refuse for reasons of its own: an unknown id, a missing body. */
async function ask({ method, pattern }: Route, cookie: string | null): Promise<'in' | 401 | 403> {
  const url = pattern.replaceAll(/:\w+/g, '1').replaceAll('*', 'x');
  const answer = await built.app.inject({
    method: method as 'GET',
    url,
    // Closed after it: a page that is sent the fast way says nothing to `inject` before its end.
    headers: { connection: 'close', ...(cookie ? { cookie } : {}) },
    // An answer that never ends, as events do, is known by its head.
    payloadAsStream: true,
  });
  answer
    .stream()
    .on('error', () => undefined)
    .destroy();
  if (answer.statusCode !== 401 && answer.statusCode !== 403) return 'in';
  return answer.statusCode;
}

it('lets each role in where the policy says, and nobody else', async () => {
  const wrong: unknown[] = [];
  let asked = 0;
  for (const role of ['nobody', ...roles] as const) {
    const personId = role === 'nobody' ? null : await makePerson(database.pool, everywhereAs(role));
    for (const route of routes) {
      // A session for each: signing out ends one.
      const cookie = personId ? await cookieOf(built, personId) : null;
      const got = await ask(route, cookie);
      if (got !== expected(role, route)) wrong.push({ role, ...route, got, expected: expected(role, route) });
      asked++;
    }
  }
  console.log(`role × route: ${roles.length + 1} × ${routes.length} = ${asked} requests`);
  expect(wrong).toEqual([]);
});

it('has no row for a route that is not there', async () => {
  const missing = routes.filter(
    ({ method, pattern }) => !built.app.hasRoute({ method: method as 'GET', url: pattern }),
  );
  expect(missing).toEqual([]);
});

it('refuses to build a program with a route that has no row', async () => {
  const app = Fastify();
  addGate(app, built.people);
  expect(() => app.post('/api/back-door', async () => 'in')).toThrow(
    'POST /api/back-door has no row in src/web/route-rules.ts: say there who may use it.',
  );
  await app.close();
});

it.each([
  ['another site', { origin: 'https://evil.example' }, 403],
  ['no site at all', { origin: 'null' }, 403],
  ['another port', { origin: 'http://localhost:4001' }, 403],
  ['another site, by the browser’s word', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
  ['our own page', { origin: 'http://localhost:4000' }, 200],
  ['our own page, by the browser’s word', { 'sec-fetch-site': 'same-origin' }, 200],
  ['a program', {}, 200],
])('takes what is written from %s: %j → %i', async (_whose, headers: Record<string, string>, status) => {
  const cookie = await cookieOf(built, await makePerson(database.pool, []));
  const answer = await built.app.inject({
    method: 'PUT',
    url: '/api/me',
    headers: { cookie, ...headers },
    payload: { uiLang: 'fa' },
  });
  expect(answer.statusCode).toBe(status);
  if (status === 403) expect(answer.json().error.kind).toBe('foreign-origin');
});

it('takes no plain form', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await built.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { 'content-type': type },
      payload: 'email=a@example.org&password=x',
    });
    expect([answer.statusCode, answer.json().error.kind]).toEqual([415, 'wrong-type']);
  }
});

it('answers in JSON that nobody keeps, whatever is asked for under /api/', async () => {
  for (const url of ['/api/nothing', '/api/me', '/api/sign-in-ways', '/api/audit?before=x']) {
    const answer = await built.app.inject({ url });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

it('says at the gate and at the door, in the language of the screen, why something is not taken', async () => {
  const cookie = await cookieOf(built, await makePerson(database.pool, everywhereAs('moderator')));
  const ask = async (url: string, more: object = {}) =>
    (await built.app.inject({ url, headers: { 'accept-language': 'fa', ...more } })).json().error.sentence;
  expect(await ask('/api/me')).toBe('کسی وارد نشده است: نخست وارد شوید.');
  expect(await ask('/api/settings/agency', { cookie })).toBe(
    'نقش شما این کار (settings.read) را اجازه نمی‌دهد: از مدیر بخواهید.',
  );
  expect(await ask('/api/desk/stories/x', { cookie })).toMatch(/^درخواست چنان که باید نیست: .+\.$/);
});
