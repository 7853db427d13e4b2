/** Templates over HTTP: made, changed, removed, restored, and what a new story begins with. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { agency } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { type Visitor, visit } from '../../test/visitor.ts';
import { writeAgency } from '../editions/agency-store.ts';
import type { Grant } from '../people/policy.ts';
import type { Template } from './templates.ts';

let database: TestDatabase;
let built: BuiltApp;
let admin: Visitor;
let editor: Visitor;

async function signedIn(role: Grant['role']): Promise<Visitor> {
  const cookie = await cookieOf(built, await makePerson(database.pool, everywhereAs(role)));
  const visitor = visit(built);
  const at = cookie.indexOf('=');
  visitor.cookies.set(cookie.slice(0, at), cookie.slice(at + 1));
  return visitor;
}

beforeEach(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  built = await buildApp(database.pool);
  admin = await signedIn('administrator');
  editor = await signedIn('editor');
});
afterEach(async () => {
  await built.close();
  await database.drop();
});

async function change(to: (templates: Template[]) => Template[]) {
  const { body } = await admin.ask('GET', '/api/settings/templates');
  return admin.ask('PUT', '/api/settings/templates', { templates: to(body.templates), seen: body.mark });
}
const begin = (ask: object) => editor.ask('POST', '/api/desk/stories', ask);
const words = { headline: '', lead: '', body: [], dateline: '', credit: '' };
const result: Template = {
  id: 'own-1',
  name: ' Match\n result ',
  desk: 'main',
  priority: 6,
  words: [{ ...words, lang: 'en', headline: 'Result:', body: ['Score:', 'Scorers:', ''], dateline: 'Halim' }],
};

test('a template of the house is offered where it fits, and a story begins with it', async () => {
  const made = await change((all) => [...all, result]);
  expect(made.status).toBe(200);
  expect(made.body.templates.at(-1)).toMatchObject({
    name: 'Match result',
    words: [{ body: ['Score:', 'Scorers:'] }],
  });
  const { body: setup } = await editor.ask('GET', '/api/desk/setup');
  expect(setup.templates.at(-1)).toEqual({ id: 'own-1', name: 'Match result', desk: 'main', langs: ['en'] });
  const { body } = await begin({ lang: 'en', desk: 'main', template: 'own-1' });
  const { body: story } = await editor.ask('GET', `/api/desk/stories/${body.id}`);
  expect(story.fields).toMatchObject({ headline: 'Result:', dateline: 'Halim' });
  expect(story.fields.body.content).toHaveLength(2);
  expect(story.row.priority).toBe(6);
  const persian = await begin({ lang: 'fa', desk: 'main', template: 'own-1' });
  expect(persian.body.error).toMatchObject({ kind: 'no-such-template' });
  expect(persian.body.error.sentence).toContain('update, wrap, obituary, flash');
  await change((all) => all.filter(({ id }) => id !== 'own-1'));
  expect((await begin({ lang: 'en', desk: 'main', template: 'own-1' })).status).toBe(422);
});

test('one that came with the program is changed, and had back as it came', async () => {
  const before = (await admin.ask('GET', '/api/settings/templates')).body;
  await change((all) =>
    all.map((one) => (one.id === 'wrap' ? { ...one, name: 'Round-up', priority: 2 } : one)),
  );
  const { body } = await begin({ lang: 'en', desk: 'main', template: 'wrap' });
  expect((await editor.ask('GET', `/api/desk/stories/${body.id}`)).body.row.priority).toBe(2);
  const restored = await change(() => before.templates);
  expect(restored.body).toEqual(before);
  const { rows } = await database.pool.query(`select value from settings where name = 'templates'`);
  expect(rows).toEqual([{ value: [] }]);
});

test('what nobody could begin with is refused, and a flash stays for everybody', async () => {
  const refused = await change((all) => [
    ...all.map((one) => (one.id === 'flash' ? { ...one, desk: 'main' } : one)),
    { ...result, name: '', desk: 'moon', words: [] },
    { ...result, words: [...result.words, ...result.words] },
  ]);
  expect(refused.status).toBe(422);
  for (const part of [
    'Two templates have the same id',
    'A template has no name',
    'the desk “moon”, which is not there',
    'is in no language',
    'has a language twice',
    'A flash is sent from every desk',
  ])
    expect(refused.body.error.sentence).toContain(part);
});

test('a desk that has a template of its own stays', async () => {
  const { body } = await admin.ask('GET', '/api/settings/desks');
  const sport = { slug: 'sport', name: 'Sport', stages: [{ slug: 'draft', name: 'Draft' }] };
  const more = await admin.ask('PUT', '/api/settings/desks', {
    desks: [...body.desks, sport],
    seen: body.mark,
  });
  await change((all) => [...all, { ...result, desk: 'sport' }]);
  const left = await admin.ask('PUT', '/api/settings/desks', { desks: body.desks, seen: more.body.mark });
  expect(left.body.error.sentence).toContain('“Match result” is for the desk “sport”');
});
