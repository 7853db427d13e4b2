/** What somebody of one desk learns of another's stories, by whatever way leads past them: nothing that he may not read. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asker, askerWith } from '../../test/asker.ts';
import { type BuiltApp, buildApp, everywhereAs } from '../../test/built-app.ts';
import { agency, storyFields } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';

let database: TestDatabase;
let built: BuiltApp;
let chief: Asker;
/** The draft of the investigations desk that nobody else may hear of, and its translation on the sports desk. */
let secret: { id: number; code: number };
let translation: { id: number };

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  for (const [slug, place] of [
    ['sport', 2],
    ['inquiry', 3],
  ])
    await database.pool.query(
      `insert into desks (slug, name, stages, place) select $1, $1, stages, $2 from desks where slug = 'main'`,
      [slug, place],
    );
  built = await buildApp(database.pool);
  chief = await askerWith(built, everywhereAs('chief'));
  secret = await file({
    headline: 'The minister took money',
    thread: { slug: 'bribes', name: 'The minister’s money' },
  });
  const asked = { lang: 'fa', desk: 'sport', from: { id: secret.id, as: 'translation' } };
  translation = (await chief('POST', 'desk/stories', asked)).json;
  await saved(translation.id, { headline: 'پول', thread: null });
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

async function file(words: object, desk = 'inquiry'): Promise<{ id: number; code: number }> {
  const { json } = await chief('POST', 'desk/stories', { lang: 'en', desk });
  await saved(json.id, words);
  return json;
}

async function saved(id: number, words: object): Promise<void> {
  const draft = { fields: storyFields(words), revision: 1, tab: 'a' };
  expect((await chief('PUT', `desk/stories/${id}/draft`, draft)).status).toBe(200);
}

const event = {
  title: 'A match',
  place: '',
  startsAt: new Date().toISOString(),
  endsAt: null,
  desk: 'sport',
  about: '',
  cancelled: false,
};

test('an event shows no headline of a story that its reader may not read, and keeps the story', async () => {
  const coverages = [{ who: '', what: 'text', dueAt: null, storyCode: secret.code }];
  const subEditor = await askerWith(built, [{ role: 'sub-editor', desk: 'sport', lang: null }]);
  const planned = await subEditor('POST', 'planning/events', { ...event, coverages });
  const bare = { story: { id: secret.id, code: secret.code, headline: '' } };
  expect(planned.json.coverages).toMatchObject([bare]);
  const reporter = await askerWith(built, [{ role: 'reporter', desk: 'sport', lang: 'en' }]);
  const agenda = await reporter('GET', 'planning/agenda');
  expect(agenda.json.days[0].events[0].coverages).toMatchObject([bare]);
  expect((await chief('GET', 'planning/agenda')).text).toContain('The minister took money');
});

test('a translation names no headline of an original that its translator may not read', async () => {
  const translator = await askerWith(built, [{ role: 'reporter', desk: 'sport', lang: 'fa' }]);
  const read = await translator('GET', `desk/stories/${translation.id}`);
  expect(read.json).toMatchObject({ translations: [], source: null });
  expect(read.text).not.toContain('minister');
  const whole = await chief('GET', `desk/stories/${translation.id}`);
  expect(whole.json).toMatchObject({ translations: [{ id: secret.id }], source: { id: secret.id } });
  expect(whole.json.translations[0]).not.toHaveProperty('desk');
});

test('a running event is named to those who may read its drafts, until something of it is public', async () => {
  const reporter = await askerWith(built, [{ role: 'reporter', desk: 'sport', lang: 'en' }]);
  const names = async (ask: Asker) => (await ask('GET', 'desk/threads?lang=en')).json.threads;
  expect(await names(reporter)).toEqual([]);
  expect(await names(chief)).toMatchObject([{ slug: 'bribes' }]);
  const known = { slug: 'harbour-strike', name: 'The harbour strike' };
  const { id } = await file({ headline: 'Dockers strike', thread: known });
  await chief('POST', `desk/stories/${id}/acts`, { kind: 'publish', basedOn: null, now: true });
  expect(await names(reporter)).toMatchObject([known]);
});

test('what a search finds is not crowded out by stories that its reader may not read', async () => {
  await file({ headline: 'The cup final' }, 'sport');
  for (let at = 0; at < 31; at++) await file({ headline: `Who sold the cup final, part ${at}` });
  const reporter = await askerWith(built, [{ role: 'reporter', desk: 'sport', lang: 'en' }]);
  const found = await reporter('GET', 'desk/search?q=cup+final');
  expect(found.json.rows.map(({ headline }: { headline: string }) => headline)).toEqual(['The cup final']);
  expect((await reporter('GET', `desk/search?q=${secret.code}`)).json.rows).toEqual([]);
  expect((await chief('GET', 'desk/search?q=cup+final')).json.rows).toHaveLength(30);
});
