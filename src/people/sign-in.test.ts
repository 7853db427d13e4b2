/** Signing in through the front door: password, authenticator app, recovery codes, sessions, and who is kept out. */
import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltApp, buildApp, everywhereAs, makePerson } from '../../test/built-app.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { codeOf, type Visitor, visit } from '../../test/visitor.ts';
import { insertPassword, setDisabled } from './people-store.ts';
import type { Role } from './policy.ts';
import { personAgain } from './session.ts';

const password = 'a long enough password';

let database: TestDatabase;
let built: BuiltApp;
let passwordHash: string;
let complaints: string[];

beforeAll(async () => {
  database = await makeDatabase();
  complaints = [];
  built = await buildApp(database.pool, { tell: (sentence) => complaints.push(sentence) });
  passwordHash = await hashPassword(password);
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

let addresses = 0;
/** From an address of his own: tries are counted by address. */
function newVisitor(): Visitor {
  return visit(built, { address: `10.0.0.${++addresses}` });
}

async function personWithPassword(role: Role = 'reporter'): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.org`;
  const id = await makePerson(database.pool, everywhereAs(role), { email });
  await insertPassword(database.pool, {
    id: randomUUID(),
    personId: id,
    hash: passwordHash,
    at: new Date(),
  });
  return { id, email };
}

async function signedIn(role: Role = 'reporter') {
  const person = await personWithPassword(role);
  const visitor = newVisitor();
  const answer = await visitor.ask('POST', '/api/auth/sign-in/email', { email: person.email, password });
  expect(answer.status).toBe(200);
  return { ...person, visitor, answer };
}

it('signs in with a password, and out again', async () => {
  const { id, email, visitor, answer } = await signedIn('editor');
  expect(answer.body).not.toHaveProperty('token');
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^wireroom\.session_token=/);
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).not.toMatch(/Secure/);
  const me = await visitor.ask('GET', '/api/me');
  expect(me.body).toMatchObject({
    id,
    email,
    name: 'Somebody',
    uiLang: 'en',
    disabled: false,
    grants: [{ role: 'editor', desk: null, lang: null }],
    signsInWith: { password: true, app: false, passkeys: 0, singleSignOn: false },
  });
  expect(me.body.may['act.kill']).toEqual([{ desk: null, lang: null }]);
  expect(me.body.may).not.toHaveProperty('act.redact');
  expect((await visitor.ask('POST', '/api/auth/sign-out')).status).toBe(200);
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
});

it('keeps no token: what the tables hold signs nobody in', async () => {
  const { visitor } = await signedIn();
  const kept = decodeURIComponent(visitor.cookies.get('wireroom.session_token') ?? '');
  const [token = ''] = kept.split('.');
  expect(token.length).toBeGreaterThan(20);
  const { rows } = await database.pool.query('select * from sessions');
  expect(JSON.stringify(rows)).not.toContain(token);
  for (const { token_hash } of rows) {
    const thief = newVisitor();
    thief.cookies.set('wireroom.session_token', encodeURIComponent(`${token_hash}.${kept.split('.')[1]}`));
    expect((await thief.ask('GET', '/api/me')).status).toBe(401);
  }
});

it.each(['', '.', 'x.y', '%', 'a'.repeat(5_000)])('takes no cookie “%.20s”', async (value) => {
  const visitor = newVisitor();
  visitor.cookies.set('wireroom.session_token', value);
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
});

it('says the same of a wrong password and of an unknown person, and takes as long', async () => {
  const { email } = await personWithPassword();
  const visitor = newVisitor();
  const tries = [email, 'nobody@example.org', 'no address'].map((one) => ({
    email: one,
    password: 'not the password',
  }));
  const took: number[] = [];
  const answers = [];
  for (const one of tries) {
    const began = performance.now();
    answers.push(await visitor.ask('POST', '/api/auth/sign-in/email', one));
    took.push(performance.now() - began);
  }
  for (const { status, body, headers } of answers) {
    expect([status, body]).toEqual([
      401,
      { error: { kind: 'wrong-password', sentence: 'The e-mail address or the password is wrong.' } },
    ]);
    expect(headers['set-cookie']).toBeUndefined();
  }
  const [known = 0, unknown = 0] = took;
  expect(Math.max(known, unknown)).toBeLessThan(4 * Math.min(known, unknown));
  expect(complaints.join('\n')).not.toContain('not the password');
});

it('lets nobody try for ever: by account, from wherever', async () => {
  const { email } = await personWithPassword();
  const statuses = [];
  for (let n = 0; n < 12; n++) {
    const answer = await newVisitor().ask('POST', '/api/auth/sign-in/email', {
      email,
      password: `wrong ${n}`,
    });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  // Nor with the right one, until the time is over; and not in another process.
  const other = await buildApp(database.pool);
  const late = await visit(other).ask('POST', '/api/auth/sign-in/email', { email, password });
  expect([late.status, late.body.error.kind]).toEqual([429, 'too-many-tries']);
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(800);
  await other.close();
  const later = await buildApp(database.pool, { clock: () => new Date(Date.now() + 16 * 60_000) });
  expect((await visit(later).ask('POST', '/api/auth/sign-in/email', { email, password })).status).toBe(200);
  await later.close();
});

it('lets nobody try for ever: by address, whoever it is about', async () => {
  const visitor = newVisitor();
  const statuses = await Promise.all(
    Array.from({ length: 45 }, async () => {
      const { status } = await visitor.ask('POST', '/api/sign-in-links/use', { token: randomUUID() });
      return status;
    }),
  );
  expect(statuses.filter((status) => status === 410)).toHaveLength(40);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});

it('opens no account by itself, and has no other end of better-auth than those it names', async () => {
  const visitor = newVisitor();
  for (const path of [
    'sign-up/email',
    'delete-user',
    'update-user',
    'request-password-reset',
    'get-session',
  ]) {
    const answer = await visitor.ask('POST', `/api/auth/${path}`, {
      email: 'new@example.org',
      password,
      name: 'New',
    });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

async function withApp() {
  const person = await signedIn();
  const enabled = await person.visitor.ask('POST', '/api/auth/two-factor/enable', { password });
  expect(enabled.status).toBe(200);
  const { totpURI, backupCodes } = enabled.body as { totpURI: string; backupCodes: string[] };
  const wrong = await person.visitor.ask('POST', '/api/auth/two-factor/verify-totp', { code: '000000' });
  expect([wrong.status, wrong.body.error.kind]).toEqual([401, 'wrong-code']);
  const right = await person.visitor.ask('POST', '/api/auth/two-factor/verify-totp', {
    code: codeOf(totpURI),
  });
  expect(right.status).toBe(200);
  return { ...person, totpURI, backupCodes };
}

/** The code after the one that the app was set up with: that one is spent. */
function nextCodeOf(totpURI: string): string {
  return codeOf(totpURI, new Date(Date.now() + 30_000));
}

async function firstStep(email: string): Promise<Visitor> {
  const visitor = newVisitor();
  const answer = await visitor.ask('POST', '/api/auth/sign-in/email', { email, password });
  expect(answer.body).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  return visitor;
}

it('asks for the app’s code once one is set up', async () => {
  const { id, email, visitor, totpURI } = await withApp();
  expect(totpURI).toMatch(/^otpauth:\/\/totp\/Wireroom/);
  expect((await visitor.ask('GET', '/api/me')).body.signsInWith.app).toBe(true);
  const before = await database.pool.query(`select count(*) from audit where what = 'people.signed-in'`);
  const second = await firstStep(email);
  // The password alone is no sign-in, and leaves no session.
  const after = await database.pool.query(`select count(*) from audit where what = 'people.signed-in'`);
  expect(after.rows).toEqual(before.rows);
  const { rows } = await database.pool.query('select count(*) from sessions where person_id = $1', [id]);
  expect(rows[0].count).toBe(1);
  expect((await second.ask('POST', '/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
  const spaced = nextCodeOf(totpURI).replace(/^(...)/, '$1 ');
  const answer = await second.ask('POST', '/api/auth/two-factor/verify-totp', { code: spaced });
  expect([answer.status, answer.body.token]).toEqual([200, undefined]);
  expect((await second.ask('GET', '/api/me')).status).toBe(200);
});

it('takes a recovery code once, however it is typed, and keeps it as a hash', async () => {
  const { id, email, backupCodes } = await withApp();
  expect(backupCodes).toHaveLength(10);
  const [code = ''] = backupCodes;
  expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  const { rows } = await database.pool.query('select recovery_codes from two_factors where person_id = $1', [
    id,
  ]);
  for (const one of backupCodes) expect(JSON.stringify(rows)).not.toContain(one.replaceAll('-', ''));
  const url = '/api/auth/two-factor/verify-backup-code';
  const first = await firstStep(email);
  expect((await first.ask('POST', url, { code: ` ${code.toUpperCase().replaceAll('-', ' ')}` })).status).toBe(
    200,
  );
  expect((await first.ask('GET', '/api/me')).status).toBe(200);
  const again = await (await firstStep(email)).ask('POST', url, { code });
  expect([again.status, again.body.error.kind]).toEqual([401, 'wrong-code']);
  // Two at once with one code: one of them.
  const both = [await firstStep(email), await firstStep(email)];
  const statuses = await Promise.all(
    both.map(async (one) => (await one.ask('POST', url, { code: backupCodes[1] as string })).status),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
});

it('ends a sign-in whose code was wrong five times', async () => {
  const { email, totpURI } = await withApp();
  const visitor = await firstStep(email);
  const url = '/api/auth/two-factor/verify-totp';
  for (let n = 0; n < 5; n++) await visitor.ask('POST', url, { code: '000000' });
  const answer = await visitor.ask('POST', url, { code: nextCodeOf(totpURI) });
  expect([answer.status, answer.body.error.kind]).toEqual([401, 'begin-again']);
});

it('takes a code of the app once, and leaves no session to whoever brings it again', async () => {
  const { id, email, totpURI } = await withApp();
  const url = '/api/auth/two-factor/verify-totp';
  const spent = await (await firstStep(email)).ask('POST', url, { code: codeOf(totpURI) });
  expect([spent.status, spent.body.error.kind]).toEqual([401, 'used-code']);
  const code = nextCodeOf(totpURI);
  const both = [await firstStep(email), await firstStep(email)];
  const answers = await Promise.all(both.map((one) => one.ask('POST', url, { code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect(answers.find(({ status }) => status === 401)?.body.error.kind).toBe('used-code');
  const { rows } = await database.pool.query('select 1 from sessions where person_id = $1', [id]);
  // The one in which the app was set up, and the one that signed in.
  expect(rows).toHaveLength(2);
  const signedIn = await database.pool.query(
    `select 1 from audit where person_id = $1 and what = 'people.signed-in'`,
    [id],
  );
  expect(signedIn.rows).toHaveLength(2);
});

it('takes the app away for whoever knows the password', async () => {
  const { email, visitor } = await withApp();
  const wrong = await visitor.ask('POST', '/api/auth/two-factor/disable', { password: 'not the password' });
  expect([wrong.status, wrong.body.error.kind]).toEqual([400, 'wrong-password']);
  expect((await visitor.ask('POST', '/api/auth/two-factor/disable', { password })).status).toBe(200);
  const plain = await newVisitor().ask('POST', '/api/auth/sign-in/email', { email, password });
  expect([plain.status, plain.body.twoFactorRedirect]).toEqual([200, undefined]);
});

it('changes a password, which ends the other sessions', async () => {
  const { email, visitor } = await signedIn();
  const elsewhere = newVisitor();
  await elsewhere.ask('POST', '/api/auth/sign-in/email', { email, password });
  const change = (currentPassword: string, newPassword: string) =>
    visitor.ask('POST', '/api/auth/change-password', { currentPassword, newPassword });
  expect((await change('not the password', 'another long password')).body.error.kind).toBe('wrong-password');
  expect((await change(password, 'short')).body.error.kind).toBe('password-too-short');
  expect((await change(password, 'another long password')).status).toBe(200);
  expect((await visitor.ask('GET', '/api/me')).status).toBe(200);
  expect((await elsewhere.ask('GET', '/api/me')).status).toBe(401);
  const old = await newVisitor().ask('POST', '/api/auth/sign-in/email', { email, password });
  expect(old.status).toBe(401);
});

it('lists sessions and ends them', async () => {
  const { email, visitor } = await signedIn();
  const others = [newVisitor(), newVisitor(), newVisitor()];
  for (const one of others) await one.ask('POST', '/api/auth/sign-in/email', { email, password });
  const list = async () =>
    (await visitor.ask('GET', '/api/me/sessions')).body.sessions as {
      id: string;
      current: boolean;
      address: string;
    }[];
  const before = await list();
  expect(before.map(({ current }) => current).filter(Boolean)).toHaveLength(1);
  expect(new Set(before.map(({ address }) => address)).size).toBe(4);
  const own = await others[0]?.ask('GET', '/api/me');
  expect((await visitor.ask('DELETE', `/api/me/sessions/${own?.body.sessionId}`)).body).toEqual({ ended: 1 });
  expect((await visitor.ask('DELETE', `/api/me/sessions/${own?.body.sessionId}`)).status).toBe(404);
  expect((await others[0]?.ask('GET', '/api/me'))?.status).toBe(401);
  expect((await others[1]?.ask('GET', '/api/me'))?.status).toBe(200);
  expect((await visitor.ask('DELETE', '/api/me/sessions')).body).toEqual({ ended: 2 });
  expect((await others[1]?.ask('GET', '/api/me'))?.status).toBe(401);
  expect(await list()).toHaveLength(1);
  // Nobody ends another's.
  const stranger = await signedIn();
  const mine = (await list())[0]?.id;
  expect((await stranger.visitor.ask('DELETE', `/api/me/sessions/${mine}`)).status).toBe(404);
});

it('lets a disabled person in by no way, and out at once', async () => {
  const { id, email, visitor } = await signedIn();
  const { visitor: second } = await withApp();
  await setDisabled(database.pool, id, new Date());
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  const answer = await newVisitor().ask('POST', '/api/auth/sign-in/email', { email, password });
  expect([answer.status, answer.body.error.kind]).toEqual([403, 'disabled']);
  expect(answer.headers['set-cookie']).toBeUndefined();
  const wrong = await newVisitor().ask('POST', '/api/auth/sign-in/email', { email, password: 'wrong wrong' });
  expect(wrong.body.error.kind).toBe('wrong-password');
  expect((await second.ask('GET', '/api/me')).status).toBe(200);
});

it('forgets a session when its time is over, and prolongs one that is used', async () => {
  const { id, visitor } = await signedIn();
  const ago = (days: number) =>
    database.pool.query(
      `update sessions set created_at = now() - $2 * interval '1 day', updated_at = created_at,
         expires_at = now() + (14 - $2) * interval '1 day' where person_id = $1`,
      [id, days],
    );
  await ago(3);
  const me = await visitor.ask('GET', '/api/me');
  expect(String(me.headers['set-cookie'])).toMatch(/Max-Age=1209600/);
  const { rows } = await database.pool.query(
    `select expires_at > now() + interval '13 days' as prolonged from sessions where person_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ prolonged: true }]);
  await ago(15);
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
});

it('is signed in in every process, and signed out in every one', async () => {
  const other = await buildApp(database.pool);
  const { visitor } = await signedIn();
  const there = visit(other);
  for (const [name, value] of visitor.cookies) there.cookies.set(name, value);
  expect((await there.ask('GET', '/api/me')).status).toBe(200);
  await visitor.ask('POST', '/api/auth/sign-out');
  expect((await there.ask('GET', '/api/me')).status).toBe(401);
  await other.close();
});

it('marks its cookies for HTTPS alone where the site has it', async () => {
  const secure = await buildApp(database.pool, { publicUrl: 'https://news.example' });
  const { email } = await personWithPassword();
  const answer = await visit(secure).ask('POST', '/api/auth/sign-in/email', { email, password });
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-wireroom\.session_token=.*Secure/);
  await secure.close();
});

it('writes down who signed in and what was changed, and no secret', async () => {
  const { id, visitor: again, totpURI } = await withApp();
  await again.ask('POST', '/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) });
  const { rows } = await database.pool.query<{ what: string; about: object }>(
    'select what, about, person_name from audit where person_id = $1 order by id',
    [id],
  );
  expect(rows.map(({ what }) => what)).toEqual(['people.signed-in', 'people.authenticator-added']);
  expect(rows[0]?.about).toMatchObject({ how: 'password' });
  const all = JSON.stringify((await database.pool.query('select * from audit')).rows);
  expect(all).not.toContain(password);
});

it('tells an answer that goes on when its session has ended', async () => {
  const { visitor } = await signedIn();
  const { sessionId } = (await visitor.ask('GET', '/api/me')).body;
  expect(await personAgain(built.people, { sessionId })).toMatchObject({ sessionId });
  await visitor.ask('POST', '/api/auth/sign-out');
  expect(await personAgain(built.people, { sessionId })).toBeNull();
});
