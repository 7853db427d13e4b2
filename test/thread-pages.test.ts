/** A running event for readers: on the story's page, at its own address, in feeds, and as it was. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAgency } from '../src/editions/agency-store.ts';
import type { StoryFields } from '../src/stories/story.ts';
import { actOn } from './acts.ts';
import { buildApp } from './built-app.ts';
import { agency, fileDraft, storyFields } from './invented-story.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
const codes: number[] = [];
const strike = { slug: 'harbour-strike', name: 'Harbour strike' };
const labour = { code: '09000000', name: 'labour' };
const day = (number: number) => new Date(Date.UTC(2026, 2, number, 12));
const date = (number: number) => day(number).toISOString();

/** Five stories of the strike on the 1st to the 5th of March; the second is killed, the third leaves it on the 8th. */
beforeAll(async () => {
  database = await makeDatabase();
  const sections = [{ slug: 'world', name: 'World' }];
  await writeAgency(database.pool, {
    ...agency,
    editions: agency.editions.map((edition) => ({ ...edition, sections })),
  });
  for (const number of [1, 2, 3, 4, 5])
    codes.push(await publish(number, { headline: `Day ${number} of it`, subjects: [labour] }));
  await publish(6, { headline: 'Something else', thread: null });
  await publish(7, { headline: 'اعتصاب در بندر', thread: { ...strike, name: 'اعتصاب بندر' } }, 'fa');
  await actOn(database.pool, codes[2] as number, 'update', { words: { thread: null }, now: day(8) });
  await actOn(database.pool, codes[1] as number, 'kill', { now: day(9) });
});
afterAll(() => database.drop());

async function publish(number: number, fields: Partial<StoryFields>, lang = 'en'): Promise<number> {
  const { code } = await fileDraft(database, { ...storyFields({ thread: strike }), ...fields, lang });
  await actOn(database.pool, code, 'publish', { now: day(number) });
  return code;
}

async function get(path: string): Promise<{ status: number; text: string; document: Document }> {
  const built = await buildApp(database.pool, { clock: () => day(10) });
  try {
    const first = await built.app.inject({ url: path });
    const to = first.headers.location;
    const answer = typeof to === 'string' ? await built.app.inject({ url: to }) : first;
    return { status: answer.statusCode, text: answer.body, document: parseHTML(answer.body).document };
  } finally {
    await built.close();
  }
}

const texts = (found: Iterable<Element>) =>
  [...found].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());

it('lists the stories of a thread, under the name that the newest gives it, in each language', async () => {
  const { document } = await get('/en/thread/harbour-strike');
  expect(texts(document.querySelectorAll('h1'))).toEqual(['Harbour strike']);
  expect(texts(document.querySelectorAll('main h2'))).toEqual(['Day 5 of it', 'Day 4 of it', 'Day 1 of it']);
  const feeds = [...document.querySelectorAll('link[rel=alternate][type*="rss"]')];
  expect(feeds.map((one) => one.getAttribute('href'))).toEqual([
    '/en/thread/harbour-strike/feed.xml',
    '/en/feed.xml',
  ]);
  const persian = await get('/fa/thread/harbour-strike');
  expect(texts(persian.document.querySelectorAll('h1'))).toEqual(['اعتصاب بندر']);
  for (const nowhere of ['/en/thread/unheard-of', '/en/thread/unheard-of/feed.xml', '/en/thread/'])
    expect([nowhere, (await get(nowhere)).status]).toEqual([nowhere, 404]);
});

it('shows it as it was: with the one that left it, and the place of the one that was taken back', async () => {
  const { document } = await get(`/en/thread/harbour-strike?as-of=${date(7)}`);
  const [fifth, fourth, third, second, first] = texts(document.querySelectorAll('main h2'));
  expect([fifth, fourth, third, first]).toEqual(['Day 5 of it', 'Day 4 of it', 'Day 3 of it', 'Day 1 of it']);
  expect(second).toMatch(/^No\. \d+: .*illed/);
  const early = await get(`/en/thread/harbour-strike?as-of=${date(1)}`);
  expect(texts(early.document.querySelectorAll('main h2'))).toEqual(['Day 1 of it']);
  const recorded = await get(`/en/thread/harbour-strike?recorded=${date(4)}`);
  expect(texts(recorded.document.querySelectorAll('main h2'))[0]).toBe('Day 4 of it');
});

it('stands on the page of a story, earlier ones before it and later ones after', async () => {
  const { document } = await get(`/${codes[3]}`);
  const thread = document.querySelector('.thread') as Element;
  expect(thread.querySelector('.thread-name a')?.getAttribute('href')).toBe('/en/thread/harbour-strike');
  expect(texts(thread.querySelectorAll('li :is(a, b)'))).toEqual([
    'Day 1 of it',
    'Day 4 of it',
    'Day 5 of it',
  ]);
  expect(texts(thread.querySelectorAll('li[aria-current] b'))).toEqual(['Day 4 of it']);
  expect((await get(`/${codes[2]}`)).document.querySelector('.thread')).toBeNull();
  const then = await get(`/${codes[2]}?as-of=${date(3)}`);
  expect(texts(then.document.querySelectorAll('.thread li'))).toHaveLength(3);
  expect(then.document.querySelector('.thread-name a')?.getAttribute('href')).toMatch(/\?as-of=/);
});

it('stands on the lite page as a link, and on paper with the topics, and the subjects and their codes', async () => {
  const lite = await get(`/en/${codes[3]}/day-4-of-it/lite`);
  expect(lite.document.querySelector('footer a[href="/en/thread/harbour-strike/lite"]')?.textContent).toBe(
    'Harbour strike',
  );
  const paper = await get(`/en/${codes[3]}/day-4-of-it/print`);
  expect(texts(paper.document.querySelectorAll('footer .address'))[0]).toBe(
    'Running story: Harbour strike Topics: Weather Subjects: labour (09000000)',
  );
});

it('names the thread of a version, and nothing beside it that comes and goes', async () => {
  const { document } = await get(`/en/v/${codes[2]}/1`);
  expect(texts(document.querySelectorAll('.thread-name'))).toEqual(['Harbour strike']);
  expect(document.querySelector('.thread li')).toBeNull();
});

it.each(['section/world', 'topic/weather', 'thread/harbour-strike'])(
  'gives %s its own feeds',
  async (list) => {
    for (const form of ['xml', 'atom', 'json']) {
      const { status, text } = await get(`/en/${list}/feed.${form}`);
      expect([form, status]).toEqual([form, 200]);
      expect(text).toContain('Day 5 of it');
      expect(text).toContain(`/en/${list}/feed.${form}`);
      expect(text).not.toContain('Day 2 of it');
      expect([list, text.includes('Something else')]).toEqual([list, !list.startsWith('thread')]);
    }
    expect((await get(`/en/${list}/feed.xml?as-of=${date(3)}`)).status).toBe(400);
  },
);

it('gives machines the subjects by the IPTC’s addresses, and the event by its own', async () => {
  const scheme = 'http://cv.iptc.org/newscodes/mediatopic/';
  const { subjects, events } = JSON.parse((await get(`/${codes[4]}.json`)).text);
  expect(subjects[0]).toEqual({ name: 'labour', uri: `${scheme}09000000`, rel: 'about' });
  expect(events).toEqual([{ name: 'Harbour strike', uri: 'http://localhost:4000/en/thread/harbour-strike' }]);
  const atom = (await get('/en/thread/harbour-strike/feed.atom')).text;
  expect(atom).toContain(`<category term="09000000" scheme="${scheme}" label="labour"/>`);
  expect((await get('/en/thread/harbour-strike/feed.xml')).text).toContain(
    `<category domain="${scheme}">labour</category>`,
  );
  const page = (await get(`/${codes[4]}`)).text;
  expect(page).toContain(`"about":[{"@type":"Thing","@id":"${scheme}09000000"`);
});
