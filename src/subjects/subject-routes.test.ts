/** Subjects and threads at the desk, through the front door. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Asker, askerWith } from '../../test/asker.ts';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { agency, storyFields } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import type { Grant } from '../people/policy.ts';
import type { StoryFields } from '../stories/story.ts';

let database: TestDatabase;
let built: BuiltApp;
let now: Date;

beforeEach(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  now = new Date('2026-03-14T12:00:00Z');
  built = await buildApp(database.pool, { clock: () => now });
});
afterEach(async () => {
  await built.close();
  await database.drop();
});

const signedIn = (grants: Grant[], name = 'Ana Moss') => askerWith(built, grants, { name });

const table = `code,broader,retired,successor,en,fa
15000000,,,,sport,ورزش
20001065,15000000,,,football,فوتبال
20001066,15000000,2019-10-07,20001065,soccer,
20001067,15000000,2019-10-07,,kickball,
`;

const load = async (text = table) =>
  (await signedIn(everywhereAs('administrator'), 'Ada Min'))('PUT', 'settings/subjects', {
    name: 'topics.csv',
    text,
  });

async function begin(ask: Asker, more = {}): Promise<number> {
  return (await ask('POST', 'desk/stories', { lang: 'en', desk: 'main', ...more })).json.id;
}

async function save(ask: Asker, id: number, words: Partial<StoryFields>) {
  const { revision } = (await ask('GET', `desk/stories/${id}`)).json;
  return ask('PUT', `desk/stories/${id}/draft`, { fields: storyFields(words), revision, tab: 'a' });
}

async function publish(ask: Asker, id: number, kind = 'publish') {
  const { acts } = (await ask('GET', `desk/stories/${id}`)).json;
  const acted = await ask('POST', `desk/stories/${id}/acts`, {
    kind,
    basedOn: acts.at(-1)?.actId ?? null,
    now: true,
  });
  expect(acted.status).toBe(200);
}

const football = { code: '20001065', name: 'football' };
const soccer = { code: '20001066', name: 'soccer' };
const strike = { slug: 'harbour-strike', name: 'Harbour strike' };

test('an administrator loads the vocabulary on screen; a bad file is refused with its line', async () => {
  const admin = await signedIn(everywhereAs('administrator'), 'Ada Min');
  expect((await admin('GET', 'settings/subjects')).json).toMatchObject({ subjects: 17, retired: 0 });
  expect((await load()).json).toMatchObject({
    loaded: { concepts: 4, added: 3 },
    now: { subjects: 20, retired: 2 },
  });
  const refused = await load('code,broader,en\n15000000,,sport\n1,15000000,x\n');
  expect([refused.status, refused.json.error.kind]).toEqual([422, 'unfit-vocabulary']);
  expect(refused.json.error.sentence).toMatch(/^Line 3: /);
  const { rows } = await database.pool.query('select person_name, what from audit order by id desc limit 1');
  expect(rows).toEqual([{ person_name: 'Ada Min', what: 'settings.subjects-loaded' }]);
  expect((await (await signedIn(everywhereAs('chief')))('PUT', 'settings/subjects', {})).status).toBe(403);
});

test('the vocabulary is named in the language that is asked for, and in English', async () => {
  await load();
  const ask = await signedIn(everywhereAs('reporter'));
  const { subjects } = (await ask('GET', 'desk/subjects?lang=fa')).json;
  expect(subjects).toContainEqual({
    code: '20001065',
    broader: '15000000',
    name: 'فوتبال',
    english: 'football',
    retired: null,
    successor: null,
  });
  expect(subjects).toContainEqual(
    expect.objectContaining({
      code: '20001066',
      name: 'soccer',
      retired: '2019-10-07',
      successor: '20001065',
    }),
  );
  expect((await ask('GET', 'desk/subjects?lang=../x')).status).toBe(400);
});

test('a subject that is not known, or retired, is refused; a story that has it keeps it', async () => {
  const ask = await signedIn(everywhereAs('chief'));
  const id = await begin(ask);
  const unknown = await save(ask, id, { subjects: [football] });
  expect([unknown.status, unknown.json.error.kind]).toEqual([422, 'no-such-subject']);
  expect(unknown.json.error.sentence).toContain('20001065 (“football”) is not in the vocabulary');
  await load(table.replace('2019-10-07,20001065', ',20001065'));
  expect((await save(ask, id, { subjects: [football, soccer, football] })).status).toBe(200);
  await load();
  const other = await begin(ask);
  const retired = await save(ask, other, { subjects: [soccer] });
  expect([retired.status, retired.json.error.kind]).toEqual([422, 'subject-retired']);
  expect(retired.json.error.sentence).toBe(
    'The subject 20001066 (“soccer”) was retired on 2019-10-07: choose 20001065 (“football”) in its place.',
  );
  const alone = await save(ask, other, { subjects: [{ code: '20001067', name: 'kickball' }] });
  expect(alone.json.error.sentence).toMatch(/retired on 2019-10-07: choose another in its place\.$/);

  expect((await save(ask, id, { subjects: [soccer, football], headline: 'Again' })).status).toBe(200);
  const { checks } = (await ask('GET', `desk/stories/${id}/preflight?kind=publish`)).json;
  expect(checks).toContainEqual({
    rule: 'subjects',
    outcome: 'look',
    sentence: 'The subject “\u2068soccer\u2069” was retired on 2019-10-07: is there a newer one?',
    field: 'subjects',
  });
  await publish(ask, id);
  // Out of the draft and back: readers have it.
  expect((await save(ask, id, { subjects: [football] })).status).toBe(200);
  expect((await save(ask, id, { subjects: [soccer, football] })).status).toBe(200);
  const difference = (await ask('GET', `desk/stories/${id}/difference`)).json.fields;
  expect(difference.map(({ field }: { field: string }) => field)).toEqual(['headline']);
});

test.each([
  [{ subjects: [{ code: '15000000', name: '' }] }, 400],
  [{ subjects: [{ code: '150', name: 'sport' }] }, 422],
  [{ thread: { slug: 'a/b', name: 'A or B' } }, 400],
  [{ thread: { slug: '', name: 'A' } }, 400],
  [{ thread: { slug: 'a', name: '  ' } }, 400],
  [{ thread: { slug: 'a', name: 'x'.repeat(201) } }, 400],
])('nothing is kept of %j', async (words, status) => {
  const ask = await signedIn(everywhereAs('chief'));
  const id = await begin(ask);
  expect((await save(ask, id, words)).status).toBe(status);
  expect((await ask('GET', `desk/stories/${id}`)).json.fields).toMatchObject({ subjects: [], thread: null });
});

test('a tab that was opened before stories had subjects can save, and so can a draft of that time be read', async () => {
  const ask = await signedIn(everywhereAs('chief'));
  const id = await begin(ask);
  const { subjects: _, thread: __, ...old } = storyFields();
  const saved = await ask('PUT', `desk/stories/${id}/draft`, { fields: old, revision: 1, tab: 'a' });
  expect(saved.status).toBe(200);
  await database.pool.query(`update drafts set fields = fields - 'subjects' - 'thread' where story_id = $1`, [
    id,
  ]);
  expect((await ask('GET', `desk/stories/${id}`)).json.fields).toMatchObject({ subjects: [], thread: null });
  await publish(ask, id);
});

test('a follow-up carries thread and subjects over, a translation under the names of its language', async () => {
  await load();
  const ask = await signedIn(everywhereAs('chief'));
  const id = await begin(ask);
  await save(ask, id, { subjects: [football], thread: strike });
  await publish(ask, id);
  const made = async (as: string, lang = 'en') => {
    const made = await begin(ask, { lang, from: { id, as } });
    return (await ask('GET', `desk/stories/${made}`)).json.fields;
  };
  expect(await made('follow-up')).toMatchObject({ headline: '', subjects: [football], thread: strike });
  expect(await made('copy')).toMatchObject({ subjects: [football], thread: strike });
  const persian = [{ code: '20001065', name: 'فوتبال' }];
  expect(await made('translation', 'fa')).toMatchObject({ subjects: persian, thread: strike });
  const told = await begin(ask, { lang: 'fa' });
  await save(ask, told, { thread: { ...strike, name: 'اعتصاب بندر' } });
  const { checks } = (await ask('GET', `desk/stories/${told}/preflight?kind=publish`)).json;
  expect(checks.find(({ rule }: { rule: string }) => rule === 'thread').outcome).toBe('held');
  await publish(ask, told);
  expect((await made('translation', 'fa')).thread).toEqual({ ...strike, name: 'اعتصاب بندر' });
});

test('a thread is told in order, with drafts last, and as far as one may read it', async () => {
  const ask = await signedIn(everywhereAs('chief'));
  const first = await begin(ask);
  await save(ask, first, { headline: 'One', thread: strike });
  await publish(ask, first);
  now = new Date('2026-03-15T12:00:00Z');
  const second = await begin(ask);
  await save(ask, second, { headline: 'Two', thread: { ...strike, name: 'Harbour dispute' } });
  now = new Date('2026-03-16T12:00:00Z');
  await save(ask, first, { headline: 'One, mended', thread: strike });
  await publish(ask, first, 'correct');
  await publish(ask, first, 'kill');

  expect((await ask('GET', 'desk/threads?lang=en')).json.threads).toEqual([
    { slug: 'harbour-strike', name: 'Harbour dispute', stories: 1, lastAt: '2026-03-15T12:00:00.000Z' },
  ]);
  const { name, rows, entries } = (await ask('GET', 'desk/threads/en/harbour-strike')).json;
  expect(name).toBe('Harbour strike');
  expect(rows.map(({ id }: { id: number }) => id).toSorted()).toEqual([first, second].toSorted());
  expect(entries.map(({ story, kind, version }: Record<string, unknown>) => [story, kind, version])).toEqual([
    [first, 'publish', 1],
    [first, 'correct', 2],
    [first, 'kill', 2],
    [second, 'draft', 0],
  ]);
  expect((await ask('GET', 'desk/rows')).json.rows).toContainEqual(
    expect.objectContaining({ id: second, thread: 'harbour-strike' }),
  );
  for (const nowhere of ['fa/harbour-strike', 'en/unheard-of', 'en/harbour%00strike'])
    expect([nowhere, (await ask('GET', `desk/threads/${nowhere}`)).status]).toEqual([nowhere, 404]);
  expect((await ask('GET', 'desk/threads?lang=fa')).json.threads).toEqual([]);
  const persian = await signedIn([{ role: 'reporter', desk: null, lang: 'fa' }], 'Omid');
  expect((await persian('GET', 'desk/threads/en/harbour-strike')).status).toBe(404);
  expect((await persian('GET', 'desk/threads?lang=en')).json.threads).toEqual([]);
  now = new Date('2026-06-15T12:00:00Z');
  const later = await signedIn(everywhereAs('chief'), 'Lina');
  expect((await later('GET', 'desk/threads?lang=en')).json.threads).toEqual([]);
});

test('a preview shows thread and subjects as the site and the wire will', async () => {
  const ask = await signedIn(everywhereAs('chief'));
  const id = await begin(ask);
  const fields = storyFields({ subjects: [{ code: '15000000', name: 'sport' }], thread: strike });
  const preview = async (as: string) =>
    (
      await built.app.inject({
        method: 'POST',
        url: `/api/desk/stories/${id}/preview`,
        headers: { cookie: await cookieOf(built, await makePerson(database.pool, everywhereAs('chief'))) },
        payload: { fields, as },
      })
    ).body;
  expect(await preview('full')).toContain('/en/thread/harbour-strike');
  expect(JSON.parse(await preview('wire')).subjects[0]).toEqual({
    name: 'sport',
    uri: 'http://cv.iptc.org/newscodes/mediatopic/15000000',
    rel: 'about',
  });
});
