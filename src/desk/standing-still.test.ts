/** Between an order to publish and its moment: what may still happen to the story, and by whose hand. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Asker, askerWith } from '../../test/asker.ts';
import { type BuiltApp, buildApp, everywhereAs } from '../../test/built-app.ts';
import { agency, storyFields } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { fireDueActs } from '../stories/fire-due-acts.ts';

let database: TestDatabase;
let built: BuiltApp;
let now: Date;
let editor: Asker;
let reporter: Asker;
let id: number;

beforeEach(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  now = new Date('2026-03-14T12:00:00Z');
  built = await buildApp(database.pool, { clock: () => now });
  editor = await askerWith(built, everywhereAs('editor'), { name: 'Ana Moss' });
  reporter = await askerWith(built, everywhereAs('reporter'), { name: 'Ben Ode' });
  id = (await editor('POST', 'desk/stories', { lang: 'en', desk: 'main' })).json.id;
  expect((await save(editor, 1)).status).toBe(200);
});
afterEach(async () => {
  await built.close();
  await database.drop();
});

const save = (ask: Asker, revision: number, words = {}) =>
  ask('PUT', `desk/stories/${id}/draft`, { fields: storyFields(words), revision, tab: 'a' });
const publish = async (order: object = {}) => {
  const { json } = await editor('POST', `desk/stories/${id}/acts`, {
    kind: 'publish',
    basedOn: null,
    ...order,
  });
  return json;
};
const place = (ask: Asker, where: object) => ask('PUT', `desk/stories/${id}/place`, where);
const fire = () => fireDueActs({ pool: database.pool, agency, clock: () => now, tell: () => undefined });
const read = async (ask: Asker) => (await ask('GET', `desk/stories/${id}`)).json;
const atSix = '2026-03-14T18:00:00Z';

test('a lawyer’s mark holds a story back that is scheduled, and one that can still be undone', async () => {
  await publish({ at: atSix });
  expect((await place(editor, { legal: true })).status).toBe(200);
  now = new Date(atSix);
  expect(await fire()).toBe(1);
  const scheduled = await read(editor);
  expect(scheduled).toMatchObject({ row: { version: 0 }, scheduled: [{ state: 'refused' }] });
  expect(scheduled.scheduled[0].outcome).toContain('lawyer');
  await place(editor, { legal: false });
  const { waiting } = await publish();
  await place(editor, { legal: true });
  const soon = await editor('POST', `desk/stories/${id}/scheduled/${waiting.id}/now`);
  expect([soon.status, soon.json.error.kind]).toEqual([422, 'with-lawyer']);
  now = new Date(waiting.dueAt);
  expect(await fire()).toBe(1);
  expect((await read(editor)).row.version).toBe(0);
  await place(editor, { legal: false });
  expect(await publish({ now: true })).toMatchObject({ done: { version: 1 } });
});

test('a text that is scheduled is changed by those alone who may publish it', async () => {
  await publish({ at: atSix });
  expect((await read(reporter)).may.write).toBe(false);
  const late = await save(reporter, 2, { headline: 'The editor is a fool' });
  expect([late.status, late.json.error.kind]).toEqual([409, 'is-scheduled']);
  const promised = await place(reporter, { embargoUntil: '2027-01-01T00:00:00Z' });
  expect([promised.status, promised.json.error.kind]).toEqual([409, 'is-scheduled']);
  // Notes and a text kept beside the draft harm nobody.
  expect((await reporter('POST', `desk/stories/${id}/notes`, { text: 'Wait.' })).status).toBe(204);
  const kept = { fields: storyFields(), why: 'saved-since' };
  expect((await reporter('POST', `desk/stories/${id}/copies`, kept)).status).toBe(204);
  expect((await save(editor, 2, { headline: 'Storm shuts the port' })).status).toBe(200);
  now = new Date(atSix);
  await fire();
  expect(await read(editor)).toMatchObject({ row: { version: 1, headline: 'Storm shuts the port' } });
  expect((await read(reporter)).may.write).toBe(true);
});

test('a publication that is ordered twice at once waits once, so that undoing it undoes it', async () => {
  const order = { kind: 'publish', basedOn: null };
  const clicks = await Promise.all([1, 2, 3].map(() => editor('POST', `desk/stories/${id}/acts`, order)));
  expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const [waiting, ...others] = (await read(editor)).scheduled;
  expect(others).toEqual([]);
  expect((await editor('DELETE', `desk/stories/${id}/scheduled/${waiting.id}`)).status).toBe(204);
  now = new Date(now.getTime() + 10_000);
  expect(await fire()).toBe(0);
  expect((await read(editor)).row.version).toBe(0);
});

test('what an act is about to take is not thrown away under it', async () => {
  await publish({ now: true });
  const { acts } = await read(editor);
  expect((await save(reporter, 0, { lead: 'More.' })).status).toBe(200);
  await publish({ kind: 'update', basedOn: acts[0].actId });
  const { revision } = await read(reporter);
  const gone = await reporter('POST', `desk/stories/${id}/discard`, { revision });
  expect([gone.status, gone.json.error.kind]).toEqual([409, 'act-waits']);
  now = new Date(now.getTime() + 10_000);
  await fire();
  expect((await read(editor)).row.version).toBe(2);
});
