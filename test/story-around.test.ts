/** What stands around a story: how old it is, what is related, what came before and after it in its thread. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAgency } from '../src/editions/agency-store.ts';
import type { StoryFields } from '../src/stories/story.ts';
import { actOn } from './acts.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { agency, fileDraft, storyFields } from './invented-story.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let built: BuiltApp;
let now = new Date('2026-03-20T12:00:00Z');
const codes = new Map<string, number>();
const topic = (slug: string) => ({ slug, name: slug });
const strike = { slug: 'strike', name: 'Strike' };

beforeAll(async () => {
  database = await makeDatabase();
  const sections = [{ slug: 'world', name: 'World' }];
  await writeAgency(database.pool, {
    ...agency,
    editions: agency.editions.map((one) => ({ ...one, sections })),
  });
  await publish(1, 'Three topics', { topics: ['a', 'b', 'c'].map(topic), section: 'sport' });
  await publish(2, 'One topic', { topics: [topic('a')], section: 'sport' });
  await publish(3, 'One topic and the section', { topics: [topic('b')], section: 'world' });
  await publish(4, 'The section alone', { topics: [topic('z')], section: 'world' });
  await publish(5, 'Nothing of it', { topics: [topic('z')], section: 'sport' });
  await publish(6, 'First of the thread', { topics: [topic('a')], thread: strike });
  await publish(7, 'The story', { topics: ['a', 'b', 'c'].map(topic), section: 'world', thread: strike });
  await publish(8, 'Next of the thread', { topics: [topic('a')], thread: strike });
  await publish(9, 'Taken back', { topics: ['a', 'b', 'c'].map(topic), thread: strike });
  await publish(10, 'خبر', { topics: ['a', 'b', 'c'].map(topic) }, 'fa');
  await actOn(database.pool, codes.get('Taken back') as number, 'kill', { now: day(11) });
  built = await buildApp(database.pool, { clock: () => now });
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

function day(number: number): Date {
  return new Date(Date.UTC(2026, 2, number, 12));
}

async function publish(
  at: number,
  headline: string,
  fields: Partial<StoryFields>,
  lang = 'en',
): Promise<void> {
  const { code } = await fileDraft(database, { ...storyFields({ headline }), ...fields, lang });
  await actOn(database.pool, code, 'publish', { now: day(at) });
  codes.set(headline, code);
}

async function get(path: string): Promise<Document> {
  const first = await built.app.inject({ url: path });
  const to = first.headers.location;
  return parseHTML((typeof to === 'string' ? await built.app.inject({ url: to }) : first).body).document;
}

const texts = (found: Iterable<Element>) =>
  [...found].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
const relatedOf = (document: Document) =>
  texts(document.querySelectorAll('.beside section:last-child :is(h2, li a)'));

it('names first what shares most topics, then what shares the section, and nothing of its own thread', async () => {
  expect(relatedOf(await get(`/${codes.get('The story')}`))).toEqual([
    'Related stories',
    'Three topics',
    'One topic and the section',
    'One topic',
    'The section alone',
  ]);
});

it('names the newest of the section where no topic is shared', async () => {
  expect(relatedOf(await get(`/${codes.get('The section alone')}?as-of=2026-03-04T23:00:00Z`))).toEqual([
    'More from World',
    'One topic and the section',
  ]);
});

it('leads at its end to what was before and after it in the thread, not to what was taken back', async () => {
  const document = await get(`/${codes.get('The story')}`);
  const links = [...document.querySelectorAll('article .around a')];
  expect(links.map((one) => [one.getAttribute('rel'), texts([one])[0]])).toEqual([
    ['prev', 'Before this First of the thread'],
    ['next', 'After this Next of the thread'],
  ]);
  const last = await get(`/${codes.get('Next of the thread')}`);
  expect(texts(last.querySelectorAll('article .around a'))).toEqual(['Before this The story']);
});

it('says how old it is from the agency’s day on which it is, in each form but a version', async () => {
  const code = codes.get('The story');
  const ageAt = async (when: string, path = `/${code}`) => {
    now = new Date(when);
    const own = await buildApp(database.pool, { clock: () => now });
    try {
      const first = await own.app.inject({ url: path });
      const to = first.headers.location;
      const answer = typeof to === 'string' ? await own.app.inject({ url: to }) : first;
      return texts(parseHTML(answer.body).document.querySelectorAll('.age'));
    } finally {
      await own.close();
    }
  };
  expect(await ageAt('2026-04-06T12:00:00Z')).toEqual([]);
  expect(await ageAt('2026-04-07T12:00:00Z')).toEqual(['This story is 1 month old.']);
  expect(await ageAt('2034-03-06T22:59:00Z')).toEqual(['This story is 7 years old.']);
  expect(await ageAt('2034-03-06T23:01:00Z')).toEqual(['This story is 8 years old.']);
  expect(await ageAt('2034-03-07T12:00:00Z', `/en/${code}/the-story/lite`)).toEqual([
    'This story is 8 years old.',
  ]);
  expect(await ageAt('2034-03-07T12:00:00Z', `/en/v/${code}/1`)).toEqual([]);
  expect(await ageAt('2034-03-07T12:00:00Z', `/${code}?as-of=2026-03-08T12:00:00Z`)).toEqual([]);
  expect(await ageAt('2034-03-07T12:00:00Z', `/${codes.get('خبر')}`)).toEqual([
    '۷ سال از انتشار این خبر می‌گذرد.',
  ]);
});
