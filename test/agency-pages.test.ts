/** What the agency says of itself: written at the desk, on the site in each edition that has it, and nowhere else. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainPages } from '../src/editions/agency-pages.ts';
import { writeAgency } from '../src/editions/agency-store.ts';
import { pagesSetting } from '../src/editions/pages-setting.ts';
import { settingsMark } from '../src/editions/setting.ts';
import { type Asker, askerWith } from './asker.ts';
import { type BuiltApp, buildApp, everywhereAs } from './built-app.ts';
import { agency, publishOne } from './invented-story.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let built: BuiltApp;
let owner: Asker;

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  await publishOne(database, {
    topics: [
      { slug: 'halim', name: 'Halim' },
      { slug: 'constructor', name: 'Constructors' },
    ],
  });
  const desk = await buildApp(database.pool);
  owner = await askerWith(desk, everywhereAs('administrator'));
  const { json } = await owner('GET', 'settings/pages');
  expect(json.pages).toEqual(plainPages);
  const written = {
    ...plainPages,
    oldAfterDays: 0,
    texts: {
      en: {
        about: {
          title: ' Who we\nare ',
          text: 'First <b>line</b>,\nsame paragraph.\n\n\nWrite to desk@halim.example, or see https://halim.example/rules (in full).\u0000',
        },
        masthead: { title: 'Masthead', text: 'Ana Moss' },
      },
      fa: { about: { title: 'دربارهٔ ما', text: 'ما خبر می‌دهیم.' } },
    },
    topics: { person: [], place: ['halim', ' halim'], organisation: [] },
    topicTexts: { en: { halim: ' The <port> on the\neast coast. ', unused: '' }, fa: { halim: '' } },
  };
  const changed = await owner('PUT', 'settings/pages', { pages: written, seen: json.mark });
  expect([changed.status, changed.json.pages.texts.en.about.title]).toEqual([200, 'Who we are']);
  expect(changed.json.pages.topicTexts).toEqual({ en: { halim: 'The <port> on the east coast.' } });
  await desk.close();
  built = await buildApp(database.pool);
  owner = await askerWith(built, everywhereAs('administrator'), { name: 'Another' });
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

async function get(path: string) {
  const answer = await built.app.inject({ url: path });
  const { document } = parseHTML(answer.body);
  const said = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return {
    status: answer.statusCode,
    text: answer.body,
    document,
    said: said.map((one) => JSON.parse(one.textContent ?? '')),
  };
}

it('is a page with its words, paragraph by paragraph, whose addresses are links and whose markup is words', async () => {
  const { status, text, document } = await get('/en/about');
  expect(status).toBe(200);
  expect(document.querySelector('h1')?.textContent).toBe('Who we are');
  const paragraphs = [...document.querySelectorAll('main .body p')].map((one) => one.textContent);
  expect(paragraphs).toEqual([
    'First <b>line</b>,\nsame paragraph.',
    'Write to desk@halim.example, or see https://halim.example/rules (in full).',
  ]);
  const links = [...document.querySelectorAll('main .body a')].map((one) => one.getAttribute('href'));
  expect(links).toEqual(['mailto:desk@halim.example', 'https://halim.example/rules']);
  expect(text).toContain('hrefLang="fa" href="http://localhost:4000/fa/about"');
});

it('stands in the foot of each page of its edition, and is no page and no link where it is not written', async () => {
  const foot = async (path: string) =>
    [...(await get(path)).document.querySelectorAll('.foot nav a')].map((one) => one.getAttribute('href'));
  expect(await foot('/en/')).toEqual(expect.arrayContaining(['/en/about', '/en/masthead']));
  expect(await foot('/fa/')).toEqual(expect.arrayContaining(['/fa/about']));
  expect((await foot('/fa/')).filter((href) => /masthead|contact/.test(href ?? ''))).toEqual([]);
  for (const none of ['/en/contact', '/fa/masthead', '/xx/about', '/en/about/more', '/en/contact/lite'])
    expect([none, (await get(none)).status]).toEqual([none, 404]);
  for (const path of ['/en/about', '/en/about/lite'])
    expect([path, (await get(`${path}?as-of=2020-01-01`)).status]).toEqual([path, 400]);
});

it('tells machines by what principles the agency works, on its page and on each story', async () => {
  const publisher = {
    '@type': 'NewsMediaOrganization',
    name: 'Halim Press',
    url: 'http://localhost:4000/en/',
    publishingPrinciples: 'http://localhost:4000/en/about',
    correctionsPolicy: 'http://localhost:4000/en/corrections',
    masthead: 'http://localhost:4000/en/masthead',
  };
  expect((await get('/en/about')).said[0]).toEqual({ '@context': 'https://schema.org', ...publisher });
  const story = await get('/en/1000/storm-closes-the-port-of-halim');
  expect(story.said[0].publisher).toEqual(publisher);
  expect(story.document.querySelector('.age')).toBeNull();
});

it('says of a topic what it is', async () => {
  const { document } = await get('/en/topic/halim');
  expect(document.querySelector('main .label')?.textContent).toBe('Place');
});

it('says of a topic in a sentence what it is, to readers and to machines, on its first page of now', async () => {
  const sentence = 'The <port> on the east coast.';
  const { document, said } = await get('/en/topic/halim');
  expect(document.querySelector('h1 + p')?.textContent).toBe(sentence);
  expect(document.querySelector('meta[name="description"]')?.getAttribute('content')).toBe(sentence);
  const about = { '@type': 'Place', name: 'Halim', description: sentence };
  expect(said[0]).toMatchObject({ '@type': 'CollectionPage', description: sentence, about });
  expect((await get('/en/topic/halim/lite')).document.querySelector('h1 + p')?.textContent).toBe(sentence);
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  for (const path of ['/en/topic/constructor', `/en/topic/halim?as-of=${day}`]) {
    const without = await get(path);
    expect([path, without.status, without.document.querySelector('.of-topic')]).toEqual([path, 200, null]);
  }
  const bare = (await get('/en/topic/constructor')).said[0];
  expect([bare.description, bare.about]).toEqual([undefined, undefined]);
});

it('reads what was kept before topics had a sentence of their own', async () => {
  const { topicTexts: _, ...before } = await pagesSetting.read(database.pool);
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`update settings set value = $1 where name = 'pages'`, [JSON.stringify(before)]);
    expect(await pagesSetting.read(client)).toEqual({ ...before, topicTexts: {} });
  } finally {
    await client.query('rollback');
    client.release();
  }
});

it('is in the sitemap of the edition’s lists', async () => {
  const { body } = await built.app.inject({ url: '/sitemap/en/lists.xml' });
  expect(body).toContain('http://localhost:4000/en/about<');
  expect(body).not.toContain('/en/contact');
});

it.each([
  [
    'a title without a text',
    { texts: { en: { contact: { title: 'Contact', text: '' } } } },
    /title and no text/,
  ],
  [
    'a topic of two kinds',
    { topics: { person: ['x'], place: ['x'], organisation: [] } },
    /“x” stands under two kinds/,
  ],
])('refuses %s in a sentence', async (_what, change, sentence) => {
  const seen = settingsMark(await pagesSetting.read(database.pool));
  const { status, text } = await owner('PUT', 'settings/pages', {
    pages: { ...plainPages, ...change },
    seen,
  });
  expect([status, text]).toEqual([422, expect.stringMatching(sentence)]);
});
