/** Single sign-on against a real provider. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { type Claims, client, type OidcProvider, startOidcProvider } from '../../test/oidc-provider.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { type Visitor, visit } from '../../test/visitor.ts';
import { setDisabled } from './people-store.ts';

const publicUrl = 'http://localhost:4000';
const redirectUri = `${publicUrl}/api/auth/callback/oidc`;

let database: TestDatabase;
let built: BuiltApp;
let provider: OidcProvider;

beforeAll(async () => {
  database = await makeDatabase();
  provider = await startOidcProvider({ redirectUri });
  built = await buildApp(database.pool, {
    singleSignOn: { issuer: provider.issuer, ...client, name: 'The House' },
  });
  await vi.waitFor(
    () => expect(built.people.singleSignOn()).toEqual({ name: 'The House', ready: true }),
    20_000,
  );
});
afterAll(async () => {
  await built.close();
  await provider.close();
  await database.drop();
});

let subjects = 0;
function claims(email: string, more: Partial<Claims> = {}): Claims {
  return { sub: `subject-${++subjects}`, email, email_verified: true, name: 'Sofia Single', ...more };
}

/** Goes to the provider and back, as a browser does. @returns where the way ends. */
async function signOn(visitor: Visitor, as: Claims): Promise<string> {
  provider.come(as);
  const begun = await visitor.ask('POST', '/api/auth/sign-in/social');
  expect(begun.status).toBe(200);
  const cookies = new Map<string, string>();
  let url = String(begun.body.url);
  for (let hops = 0; hops < 10 && url.startsWith(provider.issuer); hops++) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    url = new URL(answer.headers.get('location') ?? '/nowhere', url).href;
  }
  expect(url).toMatch(`${redirectUri}?`);
  const back = await visitor.ask('GET', url.slice(publicUrl.length));
  return String(back.headers.location);
}

const signedOn = `${publicUrl}/desk/`;

it('signs in somebody whose address is vouched for, and remembers him by what the provider calls him', async () => {
  const id = await makePerson(database.pool, everywhereAs('editor'), { email: 'sofia@example.org' });
  const visitor = visit(built);
  const who = claims('Sofia@Example.org');
  expect(await signOn(visitor, who)).toBe(signedOn);
  expect((await visitor.ask('GET', '/api/me')).body).toMatchObject({
    id,
    name: 'Somebody',
    email: 'sofia@example.org',
    signsInWith: { singleSignOn: true, password: false },
  });
  // The address there changed; he is still who he was.
  const again = visit(built);
  expect(await signOn(again, { ...who, email: 'sofia.new@example.org' })).toBe(signedOn);
  expect((await again.ask('GET', '/api/me')).body).toMatchObject({ id, email: 'sofia@example.org' });
  const audit = await database.pool.query('select what, about from audit where person_id = $1 order by id', [
    id,
  ]);
  expect(audit.rows.map(({ what }) => what)).toEqual([
    'people.single-sign-on-joined',
    'people.signed-in',
    'people.signed-in',
  ]);
  expect(audit.rows[1]?.about).toMatchObject({ how: 'single sign-on' });
  const { rows } = await database.pool.query('select * from accounts');
  expect(Object.keys(rows[0])).not.toContain('accessToken');
  expect(JSON.stringify(rows)).not.toMatch(/eyJ/);
});

it.each([
  ['who is not here', claims('stranger@example.org'), 'signup_disabled'],
  [
    'whose address nobody vouches for',
    claims('sofia@example.org', { email_verified: false }),
    'account_not_linked',
  ],
])('lets nobody in %s', async (_who, as, error) => {
  const visitor = visit(built);
  const end = new URL(await signOn(visitor, as));
  expect(end.searchParams.get('error')).toBe(error);
  expect(end.href).toMatch(/^http:\/\/localhost:4000\/desk\/\?error=\w+#\/sign-in$/);
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  const { rows } = await database.pool.query(`select from people where email like 'stranger%'`);
  expect(rows).toEqual([]);
});

it('lets in whoever is invited, and makes a person of him', async () => {
  const administrator = visit(built);
  const [name = '', value = ''] = (
    await cookieOf(built, await makePerson(database.pool, everywhereAs('administrator')))
  ).split(/=(.*)/);
  administrator.cookies.set(name, value);
  const invited = await administrator.ask('POST', '/api/people/invitations', {
    name: 'Ivan',
    email: 'ivan@example.org',
    grants: everywhereAs('reporter'),
  });
  const visitor = visit(built);
  // Not where the address is his own claim.
  await signOn(visitor, claims('ivan@example.org', { email_verified: false }));
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  expect(await signOn(visitor, claims('ivan@example.org', { name: 'Ivan Invited' }))).toBe(signedOn);
  expect((await visitor.ask('GET', '/api/me')).body).toMatchObject({
    name: 'Ivan Invited',
    grants: everywhereAs('reporter'),
  });
  const token = String(invited.body.link).split('/').at(-1);
  expect((await visitor.ask('POST', '/api/invitations/look', { token: token as string })).status).toBe(410);
});

it('lets nobody in who is disabled', async () => {
  const id = await makePerson(database.pool, everywhereAs('editor'), { email: 'gone@example.org' });
  const who = claims('gone@example.org');
  expect(await signOn(visit(built), who)).toBe(signedOn);
  await setDisabled(database.pool, id, new Date());
  const visitor = visit(built);
  expect(await signOn(visitor, who)).toMatch(/error=PERSON_DISABLED/);
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
});

it('takes no way back that this browser did not begin', async () => {
  await makePerson(database.pool, everywhereAs('editor'), { email: 'victim@example.org' });
  const attacker = visit(built);
  provider.come(claims('victim@example.org'));
  const begun = await attacker.ask('POST', '/api/auth/sign-in/social');
  const state = new URL(begun.body.url).searchParams.get('state');
  const victim = visit(built);
  for (const query of [`?code=x&state=${state}`, '?code=x&state=made-up', '?code=x', '']) {
    const answer = await victim.ask('GET', `/api/auth/callback/oidc${query}`);
    expect([query, answer.status]).toEqual([query, 302]);
    expect(String(answer.headers.location)).toMatch(/error=/);
  }
  expect((await victim.ask('GET', '/api/me')).status).toBe(401);
});

it('starts without its provider, says so, and has it when it answers', async () => {
  const { port } = new URL((await startedAndStopped()).issuer);
  const told: string[] = [];
  const issuer = `http://localhost:${port}`;
  const alone = await buildApp(database.pool, {
    singleSignOn: { issuer, ...client, name: 'Late' },
    tell: (sentence) => told.push(sentence),
  });
  await expect.poll(() => told).toHaveLength(1);
  expect(told[0]).toContain(`${issuer} does not answer`);
  const visitor = visit(alone);
  expect((await visitor.ask('GET', '/api/sign-in-ways')).body.singleSignOn).toEqual({
    name: 'Late',
    ready: false,
  });
  const answer = await visitor.ask('POST', '/api/auth/sign-in/social');
  expect([answer.status, answer.body.error.kind]).toEqual([503, 'no-single-sign-on']);
  const late = await startOidcProvider({ port: Number(port), redirectUri });
  await expect.poll(() => alone.people.singleSignOn()).toMatchObject({ ready: true });
  expect((await visitor.ask('POST', '/api/auth/sign-in/social')).body.url).toContain(issuer);
  await alone.close();
  await late.close();
});

async function startedAndStopped(): Promise<OidcProvider> {
  const once = await startOidcProvider({ redirectUri });
  await once.close();
  return once;
}
