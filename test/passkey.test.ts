/** A passkey in a real browser, with an authenticator that the browser's debugger plays. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from './built-app.ts';
import { freePort } from './program.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';
import type { Answer } from './visitor.ts';

let database: TestDatabase;
let built: BuiltApp;
let browser: Browser | null;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  if (!browser) return;
  database = await makeDatabase();
  const port = await freePort();
  url = `http://localhost:${port}`;
  built = await buildApp(database.pool, { publicUrl: url });
  await built.app.listen({ port, host: 'localhost' });
});
afterAll(async () => {
  if (!browser) return;
  await browser.close();
  await built.close();
  await database.drop();
});

/** A page of the site whose authenticator has one key for each person. @param verifies it asks for a PIN or a finger. */
async function openPage({ verifies = true } = {}): Promise<Page> {
  // The site's own pages may not ask the API; the desk's may.
  const context = await (browser as Browser).newContext({ bypassCSP: true });
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${url}/healthz`);
  return page;
}

async function comeAs(page: Page, personId: string): Promise<void> {
  const [name = '', value = ''] = (await cookieOf(built, personId)).split(/=(.*)/);
  await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
}

/** What the desk does, in the page: asks for the challenge, lets the browser answer it, sends the answer. */
type Done = { status: number; body: { error?: { kind: string } } };

function register(page: Page, name: string): Promise<Done> {
  return page.evaluate(async (called) => {
    const json = await (await fetch('/api/auth/passkey/generate-register-options')).json();
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json);
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    const answer = await fetch('/api/auth/passkey/verify-registration', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: made.toJSON(), name: called }),
    });
    return { status: answer.status, body: await answer.json() };
  }, name);
}

/** @param unverified the id of a key whose device is told not to ask for a PIN. */
function signIn(page: Page, unverified?: string): Promise<Done> {
  return page.evaluate(async (key) => {
    const json = await (await fetch('/api/auth/passkey/generate-authenticate-options')).json();
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
      ...json,
      ...(key
        ? { userVerification: 'discouraged', allowCredentials: [{ type: 'public-key', id: key }] }
        : {}),
    });
    const made = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
    const answer = await fetch('/api/auth/passkey/verify-authentication', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: made.toJSON() }),
    });
    return { status: answer.status, body: await answer.json() };
  }, unverified);
}

function ask(page: Page, method: string, path: string, body?: object): Promise<Omit<Answer, 'headers'>> {
  return page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(where as string, {
        method: how as string,
        ...(what ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) } : {}),
      });
      return { status: answer.status, body: await answer.json() };
    },
    [method, path, body] as const,
  );
}

it('signs a person in who made a passkey, until it is taken away', async () => {
  if (!browser) return;
  const id = await makePerson(database.pool, everywhereAs('editor'));
  const page = await openPage();
  await comeAs(page, id);
  expect((await register(page, 'Laptop')).status).toBe(200);
  const list = await ask(page, 'GET', '/api/auth/passkey/list-user-passkeys');
  expect(list.body).toMatchObject([{ name: 'Laptop' }]);
  await ask(page, 'POST', '/api/auth/sign-out');
  expect((await ask(page, 'GET', '/api/me')).status).toBe(401);
  const done = await signIn(page);
  expect(done.status).toBe(200);
  expect(JSON.stringify(done.body)).not.toContain('"token"');
  const me = await ask(page, 'GET', '/api/me');
  expect(me.body).toMatchObject({ id, signsInWith: { passkeys: 1 } });
  const passkey = list.body[0].id;
  await ask(page, 'POST', '/api/auth/passkey/update-passkey', { id: passkey, name: 'Old laptop' });
  expect((await ask(page, 'POST', '/api/auth/passkey/delete-passkey', { id: passkey })).status).toBe(200);
  await ask(page, 'POST', '/api/auth/sign-out');
  expect((await signIn(page)).body.error?.kind).toBe('passkey-refused');
  const audit = await database.pool.query('select what from audit where person_id = $1 order by id', [id]);
  expect(audit.rows.map(({ what }) => what)).toEqual([
    'people.passkey-added',
    'people.signed-in',
    'people.passkey-renamed',
    'people.passkey-dropped',
  ]);
  await page.context().close();
});

it('takes no passkey whose device did not check who uses it, and none of another’s', async () => {
  if (!browser) return;
  const page = await openPage();
  await comeAs(page, await makePerson(database.pool, everywhereAs('editor')));
  await register(page, 'Phone');
  const mine = await ask(page, 'GET', '/api/auth/passkey/list-user-passkeys');
  await ask(page, 'POST', '/api/auth/sign-out');
  expect((await signIn(page, mine.body[0].credentialID)).body.error?.kind).toBe('passkey-refused');
  expect((await ask(page, 'GET', '/api/me')).status).toBe(401);
  const other = await openPage();
  await comeAs(other, await makePerson(database.pool, everywhereAs('administrator')));
  const stolen = await ask(other, 'POST', '/api/auth/passkey/delete-passkey', { id: mine.body[0].id });
  expect(stolen.status).toBeGreaterThanOrEqual(400);
  expect((await signIn(page)).status).toBe(200);
  await page.context().close();
  await other.context().close();
});

it('wants a session of today before it makes one', async () => {
  if (!browser) return;
  const id = await makePerson(database.pool, everywhereAs('editor'));
  const page = await openPage();
  await comeAs(page, id);
  await database.pool.query(
    `update sessions set created_at = now() - interval '2 days' where person_id = $1`,
    [id],
  );
  const answer = await ask(page, 'GET', '/api/auth/passkey/generate-register-options');
  expect([answer.status, answer.body.error.kind]).toEqual([403, 'not-fresh']);
  await page.context().close();
});
