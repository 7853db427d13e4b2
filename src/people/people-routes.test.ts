/** People over HTTP: invitations, links, roles, and the list of what was changed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Visitor, visit } from '../../test/visitor.ts';
import { inTransaction } from '../record/transaction.ts';
import { byCommand } from './audit.ts';
import type { Grant } from './policy.ts';
import { makeFirstLink, resetPerson } from './sign-in-link.ts';

const password = 'a long enough password';
const chiefs: Grant[] = [
  { role: 'chief', desk: null, lang: null },
  { role: 'administrator', desk: null, lang: null },
];

let database: TestDatabase;
let built: BuiltApp;
let owner: Visitor;
let ownerId: string;

beforeAll(async () => {
  database = await makeDatabase();
  built = await buildApp(database.pool);
  ownerId = await makePerson(database.pool, chiefs, { name: 'Olga Owner' });
  owner = await signedIn(ownerId);
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

let addresses = 0;
function newVisitor(at: BuiltApp = built): Visitor {
  return visit(at, { address: `10.1.0.${++addresses}` });
}

async function signedIn(personId: string): Promise<Visitor> {
  const visitor = newVisitor();
  const [name = '', value = ''] = (await cookieOf(built, personId)).split(/=(.*)/);
  visitor.cookies.set(name, value);
  return visitor;
}

async function invite(visitor: Visitor, email: string, grants: Grant[] = everywhereAs('reporter')) {
  const answer = await visitor.ask('POST', '/api/people/invitations', { name: 'New One', email, grants });
  return { ...answer, token: String(answer.body.link).split('/').at(-1) as string };
}

let accepted = 0;
const accept = (visitor: Visitor, token: string, name = `Nadia New ${++accepted}`) =>
  visitor.ask('POST', '/api/invitations/accept', { token, name, password });

it('invites somebody, once', async () => {
  const invited = await invite(owner, 'Nadia@Example.org', [{ role: 'editor', desk: 'world', lang: 'fa' }]);
  expect(invited.status).toBe(200);
  expect(invited.body.link).toMatch(/^http:\/\/localhost:4000\/desk\/#\/invitation\/[\w-]{43}$/);
  const { rows } = await database.pool.query('select * from invitations');
  expect(JSON.stringify(rows)).not.toContain(invited.token);
  const visitor = newVisitor();
  const look = await visitor.ask('POST', '/api/invitations/look', { token: invited.token });
  expect(look.body).toEqual({ name: 'New One', email: 'nadia@example.org' });
  // Two at once: one of them.
  const late = newVisitor();
  const answers = await Promise.all([accept(visitor, invited.token), accept(late, invited.token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  const winner = answers[0]?.status === 200 ? visitor : late;
  const me = await winner.ask('GET', '/api/me');
  expect(me.body).toMatchObject({
    name: expect.stringMatching(/^Nadia New \d$/),
    email: 'nadia@example.org',
    grants: [{ role: 'editor', desk: 'world', lang: 'fa' }],
  });
  const again = await accept(newVisitor(), invited.token);
  expect([again.status, again.body.error.kind]).toEqual([410, 'link-spent']);
  const later = await newVisitor().ask('POST', '/api/auth/sign-in/email', {
    email: 'NADIA@example.org',
    password,
  });
  expect(later.status).toBe(200);
  const taken = await invite(owner, 'nadia@example.org');
  expect([taken.status, taken.body.error.kind]).toEqual([409, 'email-taken']);
});

it('lets an invitation hold for a week, until it is taken back or replaced', async () => {
  const first = await invite(owner, 'week@example.org');
  const second = await invite(owner, 'week@example.org');
  expect((await accept(newVisitor(), first.token)).status).toBe(410);
  expect((await owner.ask('DELETE', `/api/people/invitations/${second.body.id}`)).status).toBe(200);
  expect((await owner.ask('DELETE', `/api/people/invitations/${second.body.id}`)).status).toBe(404);
  expect((await accept(newVisitor(), second.token)).status).toBe(410);
  const third = await invite(owner, 'week@example.org');
  const later = await buildApp(database.pool, { clock: () => new Date(Date.now() + 7 * 86_400_000 + 1_000) });
  expect((await accept(newVisitor(later), third.token)).status).toBe(410);
  await later.close();
  expect((await accept(newVisitor(), 'x'.repeat(43))).status).toBe(410);
});

it.each([
  [{ email: 'no address' }, 'bad-email'],
  [{ email: 'a@b' }, 'bad-email'],
  [{ grants: [] }, 'wrong-request'],
  [{ grants: [{ role: 'king', desk: null, lang: null }] }, 'wrong-request'],
  [{ grants: [{ role: 'editor', desk: 'Sport!', lang: null }] }, 'wrong-request'],
  [{ name: '   ' }, 'wrong-request'],
  [{ name: 'x'.repeat(201) }, 'wrong-request'],
])('invites nobody with %j', async (wrong, kind) => {
  const answer = await owner.ask('POST', '/api/people/invitations', {
    name: 'New One',
    email: 'right@example.org',
    grants: everywhereAs('reporter'),
    ...wrong,
  });
  expect([answer.status, answer.body.error.kind]).toEqual([400, kind]);
  expect(answer.body.error.sentence).toMatch(/\.$/);
});

it('changes who may do what at once, and writes down before and after', async () => {
  const id = await makePerson(database.pool, everywhereAs('reporter'));
  const visitor = await signedIn(id);
  expect((await visitor.ask('GET', '/api/people')).status).toBe(403);
  const changed = await owner.ask('PUT', `/api/people/${id}`, { grants: everywhereAs('chief') });
  expect(changed.body).toMatchObject({ id, grants: everywhereAs('chief') });
  const list = await visitor.ask('GET', '/api/people');
  expect(list.status).toBe(200);
  expect(list.body.people.find((one: { id: string }) => one.id === ownerId)).toMatchObject({
    name: 'Olga Owner',
    signsInWith: { password: false },
  });
  expect(JSON.stringify(list.body)).not.toMatch(/hash|scrypt|token/);
  const audit = await visitor.ask('GET', '/api/audit');
  const entry = audit.body.entries.find((one: { about: { person?: string } }) => one.about.person === id);
  expect(entry).toMatchObject({
    what: 'people.changed',
    personId: ownerId,
    personName: 'Olga Owner',
    about: { before: { grants: everywhereAs('reporter') }, after: { grants: everywhereAs('chief') } },
  });
});

it('puts whoever is disabled out at once, in every process, and lets him in again when he is not', async () => {
  const invited = await invite(owner, 'gone@example.org');
  const visitor = newVisitor();
  await accept(visitor, invited.token);
  const { id } = (await visitor.ask('GET', '/api/me')).body;
  const other = await buildApp(database.pool);
  const elsewhere = newVisitor(other);
  const credentials = { email: 'gone@example.org', password };
  await elsewhere.ask('POST', '/api/auth/sign-in/email', credentials);
  expect((await elsewhere.ask('GET', '/api/me')).status).toBe(200);
  expect((await owner.ask('PUT', `/api/people/${id}`, { disabled: true })).body.disabled).toBe(true);
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  expect((await elsewhere.ask('GET', '/api/me')).status).toBe(401);
  expect((await elsewhere.ask('POST', '/api/auth/sign-in/email', credentials)).body.error.kind).toBe(
    'disabled',
  );
  await owner.ask('PUT', `/api/people/${id}`, { disabled: false });
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  expect((await elsewhere.ask('POST', '/api/auth/sign-in/email', credentials)).status).toBe(200);
  expect((await owner.ask('POST', `/api/people/${id}/end-sessions`)).body).toEqual({ ended: 1 });
  expect((await elsewhere.ask('GET', '/api/me')).status).toBe(401);
  await other.close();
});

it('lets nobody reach beyond what he administers', async () => {
  const scoped: Grant[] = [{ role: 'administrator', desk: 'sport', lang: null }];
  const visitor = await signedIn(await makePerson(database.pool, scoped));
  expect(
    (await invite(visitor, 'sport@example.org', [{ role: 'editor', desk: 'sport', lang: 'en' }])).status,
  ).toBe(200);
  for (const grants of [
    everywhereAs('reporter'),
    everywhereAs('administrator'),
    [{ role: 'editor', desk: 'world', lang: null } as Grant],
  ])
    expect((await invite(visitor, 'beyond@example.org', grants)).body.error.kind).toBe('beyond-you');
  // Nor guards who has more than he: the owner cannot be locked out by him.
  for (const change of [{ disabled: true }, { grants: [] }, { name: 'Somebody else' }])
    expect((await visitor.ask('PUT', `/api/people/${ownerId}`, change)).status).toBe(403);
  expect((await visitor.ask('POST', `/api/people/${ownerId}/end-sessions`)).status).toBe(403);
  const self = (await visitor.ask('GET', '/api/me')).body.id;
  expect((await visitor.ask('PUT', `/api/people/${self}`, { grants: chiefs })).status).toBe(403);
  expect((await visitor.ask('PUT', `/api/people/${self}`, { email: 'new@example.org' })).status).toBe(403);
  expect((await visitor.ask('GET', '/api/audit')).status).toBe(403);
});

it('keeps one administrator of the whole installation', async () => {
  for (const change of [{ disabled: true }, { grants: everywhereAs('chief') }, { grants: [] }]) {
    const answer = await owner.ask('PUT', `/api/people/${ownerId}`, change);
    expect([answer.status, answer.body.error.kind]).toEqual([409, 'last-administrator']);
  }
  expect((await owner.ask('GET', '/api/me')).body.grants).toEqual(chiefs);
});

it('lets people change their own name and language, and nothing else of theirs', async () => {
  const id = await makePerson(database.pool, everywhereAs('reporter'));
  const visitor = await signedIn(id);
  const answer = await visitor.ask('PUT', '/api/me', {
    name: '  رؤیا ',
    uiLang: 'fa',
    grants: chiefs,
    email: 'x@example.org',
  });
  expect(answer.body).toMatchObject({ name: 'رؤیا', uiLang: 'fa', grants: everywhereAs('reporter') });
  expect(answer.body.email).not.toBe('x@example.org');
  expect((await visitor.ask('PUT', '/api/me', { uiLang: 'de' })).status).toBe(400);
});

it('lets nobody call himself by a name that another signs with', async () => {
  const impostor = await signedIn(await makePerson(database.pool, everywhereAs('reporter')));
  for (const name of ['Olga Owner', ' olga  OWNER', 'Olga\u200bOwner', 'Olga\nOwner.']) {
    const answer = await impostor.ask('PUT', '/api/me', { name });
    expect([answer.status, answer.body.error.kind]).toEqual([409, 'name-taken']);
  }
  const { token } = await invite(owner, 'second@example.org');
  const second = await accept(newVisitor(), token, 'Olga Owner');
  expect([second.status, second.body.error.kind]).toEqual([409, 'name-taken']);
  // He may try again, as an administrator called him or otherwise.
  expect((await accept(newVisitor(), token, 'Olga Owner (Sport)')).status).toBe(200);
  expect((await impostor.ask('PUT', '/api/me', { name: 'Ivo\u0000 \n Post' })).body.name).toBe('Ivo Post');
  for (const name of ['\u0000', '\u200b', '\u202e '])
    expect((await impostor.ask('PUT', '/api/me', { name })).status).toBe(400);
});

it('gives a new installation one owner, and a link at each start until somebody has signed in', async () => {
  const { pool } = await testDatabase();
  const fresh = await buildApp(pool);
  const now = new Date();
  const [first, second] = await Promise.all([makeFirstLink(pool, now), makeFirstLink(pool, now)]);
  const { rows } = await pool.query('select name from people');
  expect(rows).toEqual([{ name: 'owner' }]);
  expect(first).not.toBe(second);
  expect(JSON.stringify((await pool.query('select * from sign_in_links')).rows)).not.toContain(first);
  const use = (visitor: Visitor, token: string | null) =>
    visitor.ask('POST', '/api/sign-in-links/use', { token: token as string });
  const later = await buildApp(pool, { clock: () => new Date(Date.now() + 3_601_000) });
  expect((await use(newVisitor(later), first)).body.error.kind).toBe('link-spent');
  await later.close();
  const visitor = newVisitor(fresh);
  expect((await use(visitor, first)).status).toBe(200);
  const me = (await visitor.ask('GET', '/api/me')).body;
  expect(me).toMatchObject({ name: 'owner', grants: chiefs, signsInWith: { password: false } });
  // Used once; and the other start's link is over too.
  expect((await use(newVisitor(fresh), first)).status).toBe(410);
  expect((await use(newVisitor(fresh), second)).status).toBe(410);
  expect(await makeFirstLink(pool, now)).toBeNull();
  // The owner says who he is, and sets a password.
  expect(
    (await visitor.ask('PUT', `/api/people/${me.id}`, { name: 'Olga', email: 'olga@example.org' })).status,
  ).toBe(200);
  expect((await visitor.ask('POST', '/api/me/password', { password: 'short' })).status).toBe(400);
  expect((await visitor.ask('POST', '/api/me/password', { password })).status).toBe(200);
  expect((await visitor.ask('POST', '/api/me/password', { password })).body.error.kind).toBe('has-password');
  const credentials = { email: 'olga@example.org', password };
  expect((await newVisitor(fresh).ask('POST', '/api/auth/sign-in/email', credentials)).status).toBe(200);
  await fresh.close();
});

it('lets a person in again who is locked out, and nobody with what he had before', async () => {
  const invited = await invite(owner, 'locked@example.org');
  const visitor = newVisitor();
  await accept(visitor, invited.token);
  await visitor.ask('POST', '/api/auth/two-factor/enable', { password });
  const done = await inTransaction(database.pool, (db) =>
    resetPerson({ db, now: new Date() }, { by: byCommand, email: 'LOCKED@example.org' }),
  );
  expect(done).toMatchObject({ ok: true, value: { name: `Nadia New ${accepted}`, sessions: 1 } });
  const token = done.ok ? done.value.token : '';
  expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  const credentials = { email: 'locked@example.org', password };
  expect((await visitor.ask('POST', '/api/auth/sign-in/email', credentials)).status).toBe(401);
  expect((await visitor.ask('POST', '/api/sign-in-links/use', { token })).status).toBe(200);
  expect((await visitor.ask('GET', '/api/me')).body.signsInWith).toEqual({
    password: false,
    app: false,
    passkeys: 0,
    singleSignOn: false,
  });
  expect((await visitor.ask('POST', '/api/me/password', { password: 'a brand new password' })).status).toBe(
    200,
  );
});

it('lets no invitation outlive the right of whoever made it', async () => {
  const sport: Grant[] = [{ role: 'reporter', desk: 'sport', lang: null }];
  const ofSport: Grant = { role: 'administrator', desk: 'sport', lang: null };
  const leaver = await makePerson(database.pool, everywhereAs('administrator'));
  const visitor = await signedIn(leaver);
  const wide = await invite(visitor, 'back-door@example.org', chiefs);
  const narrow = await invite(visitor, 'colleague@example.org', sport);
  expect((await owner.ask('PUT', `/api/people/${leaver}`, { grants: [ofSport] })).status).toBe(200);
  expect((await accept(newVisitor(), wide.token)).status).toBe(410);
  const look = (token: string) => newVisitor().ask('POST', '/api/invitations/look', { token });
  expect((await look(narrow.token)).status).toBe(200);
  expect((await owner.ask('PUT', `/api/people/${leaver}`, { disabled: true })).status).toBe(200);
  expect((await look(narrow.token)).status).toBe(410);
  const { invitations } = (await owner.ask('GET', '/api/people')).body;
  const emails = invitations.map(({ email }: { email: string }) => email);
  expect(emails).not.toContain('back-door@example.org');
  expect(emails).not.toContain('colleague@example.org');
});

it('takes back the invitations and the agenda’s address of somebody whose password another had', async () => {
  const email = 'robbed@example.org';
  const robbed = await makePerson(database.pool, everywhereAs('chief'), { email });
  await owner.ask('PUT', `/api/people/${robbed}`, { grants: chiefs });
  const thief = await signedIn(robbed);
  const invited = await invite(thief, 'accomplice@example.org', chiefs);
  const { url } = (await thief.ask('POST', '/api/planning/agenda-link')).body;
  const agenda = () => newVisitor().ask('GET', new URL(url).pathname);
  expect((await agenda()).status).toBe(200);
  await inTransaction(database.pool, (db) => resetPerson({ db, now: new Date() }, { by: byCommand, email }));
  expect((await accept(newVisitor(), invited.token)).status).toBe(410);
  expect((await agenda()).status).toBe(404);
});

it('refuses to change what is written down', async () => {
  for (const statement of [
    `update audit set what = 'nothing'`,
    'delete from audit where id = 1',
    'truncate audit',
  ])
    await expect(database.pool.query(statement)).rejects.toThrow('audit is append-only');
});

it('pages through the list of changes, with the acts of the record among them', async () => {
  // Between those that were written at one moment, acts and changes.
  await database.pool.query(
    `insert into audit (at, person_name, what) select now(), 'many', part || '.tried'
     from generate_series(1, 225), unnest(array['settings', 'people']) as part`,
  );
  const story = await publishOne(database, { headline: 'Port shut' });
  const seen: string[] = [];
  for (let url: string | null = '/api/audit'; url; ) {
    const { body } = await owner.ask('GET', url);
    seen.push(...body.entries.map(({ id }: { id: string }) => id));
    url = body.before ? `/api/audit?before=${body.before}` : null;
  }
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from (select at, 'audit-' || id as id, 1 as source, id as number from audit
       union all select acted_at, 'act-' || id, 0, id from acts) as list
     order by at desc, source desc, number desc`,
  );
  expect(seen).toEqual(rows.map(({ id }) => id));
  const acts = (await owner.ask('GET', '/api/audit?part=act')).body.entries;
  expect(acts).toMatchObject([
    { what: 'act.publish', about: { code: story.code, version: 1, lang: 'en', reason: '' } },
  ]);
  expect(JSON.stringify(acts)).not.toContain('Port shut');
  const people = (await owner.ask('GET', '/api/audit?part=people')).body.entries;
  expect(new Set(people.map(({ what }: { what: string }) => what.split('.')[0]))).toEqual(
    new Set(['people']),
  );
});
