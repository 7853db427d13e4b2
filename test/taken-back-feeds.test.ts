/** What feeds tell of a story that was taken back, where it was the last of its list and where it was not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeAgency } from '../src/editions/agency-store.ts';
import { actOn } from './acts.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { agency, fileDraft } from './invented-story.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let built: BuiltApp;
let code: number;
let now = new Date('2026-03-01T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

beforeAll(async () => {
  database = await makeDatabase();
  const sections = [{ slug: 'world', name: 'World' }];
  await writeAgency(database.pool, {
    ...agency,
    editions: agency.editions.map((edition) => ({ ...edition, sections })),
  });
  built = await buildApp(database.pool, { clock: () => now });
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

/** The only story of four lists, each time. */
beforeEach(async () => {
  now = later(30);
  ({ code } = await fileDraft(database, {
    headline: 'Aurora over Halim',
    lead: 'Green light was seen.',
    byline: 'Kerem Salt',
    topics: [{ slug: 'aurora', name: 'Northern lights' }],
    thread: { slug: 'solar-storm', name: 'The great storm' },
    subjects: [{ code: '13000000', name: 'science and technology' }],
  }));
  await actOn(database.pool, code, 'publish', { now });
  now = later(1);
});

const lists = ['topic/aurora', 'thread/solar-storm', 'byline/kerem-salt', 'subject/13000000'];
const words = [
  'Aurora over',
  'Green light',
  'Kerem Salt',
  'Northern lights',
  'The great storm',
  'science and',
];
const forms = ['xml', 'atom', 'json'];

async function get(path: string): Promise<{ status: number; text: string }> {
  built.cache.dropAll();
  const { statusCode, body } = await built.app.inject({ url: path });
  return { status: statusCode, text: body };
}

const feedsOf = (list: string) =>
  Promise.all(forms.map(async (form) => ({ form, ...(await get(`/en/${list}/feed.${form}`)) })));

async function statuses(list: string): Promise<number[]> {
  return (await feedsOf(list)).map(({ status }) => status);
}

describe('the feeds of a list whose only story is killed or held', () => {
  it.each(['kill', 'hold'] as const)(
    'tell of it after a %s, under the agency’s name and without its words',
    async (kind) => {
      await actOn(database.pool, code, kind, {
        reasonClass: kind === 'kill' ? 'inaccurate' : 'checking',
        now,
      });
      for (const list of lists) {
        for (const { form, status, text } of await feedsOf(list)) {
          expect([list, form, status]).toEqual([list, form, 200]);
          expect(text).toContain(`http://localhost:4000/${code}`);
          expect(text).toMatch(/<title>Halim Press<\/title>|"title":"Halim Press"/);
          for (const word of words) expect(text, `${list}, ${form}`).not.toContain(word);
        }
        expect([list, (await get(`/en/${list}`)).status]).toEqual([list, 404]);
      }
      now = later(15);
      for (const list of lists) expect([list, await statuses(list)]).toEqual([list, [404, 404, 404]]);
      if (kind === 'hold') await actOn(database.pool, code, 'kill', { reasonClass: 'inaccurate', now });
    },
  );

  it('have their names again when it is released', async () => {
    await actOn(database.pool, code, 'hold', { reasonClass: 'checking', now });
    await actOn(database.pool, code, 'release', { reasonClass: 'checked', now: later(1) });
    for (const { text } of await feedsOf('topic/aurora')) {
      expect(text).toContain('Northern lights – Halim Press');
      expect(text).toContain('Aurora over Halim');
    }
    await actOn(database.pool, code, 'kill', { reasonClass: 'inaccurate', now: later(2) });
  });

  it('are not there where nothing ever was', async () => {
    await actOn(database.pool, code, 'kill', { reasonClass: 'inaccurate', now });
    for (const list of ['topic/none', 'thread/none', 'byline/nobody', 'subject/15000000', 'section/none'])
      expect([list, await statuses(list)]).toEqual([list, [404, 404, 404]]);
  });
});

it('tell of what a law removed by edition and section, and not in a list that says what it was about', async () => {
  await actOn(database.pool, code, 'kill', { reasonClass: 'legal', now });
  for (const list of lists) expect([list, await statuses(list)]).toEqual([list, [404, 404, 404]]);
  for (const path of ['/en/feed.json', '/en/section/world/feed.json']) {
    const { status, text } = await get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text).toContain(`http://localhost:4000/${code}`);
    for (const word of words) expect(text, path).not.toContain(word);
  }
  // Another story of the list changes nothing of that.
  const other = await fileDraft(database, {
    headline: 'Seen again',
    topics: [{ slug: 'aurora', name: 'Aurora' }],
  });
  await actOn(database.pool, other.code, 'publish', { now });
  const { text } = await get('/en/topic/aurora/feed.json');
  expect(text).toContain('Seen again');
  expect(text).not.toContain(`http://localhost:4000/${code}"`);
});
