import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkStoryText } from '../text/story-text.ts';
import { blockText } from './inline-text.ts';
import { decodePage } from './read-encoding.ts';
import { type Understood, understandPage } from './saved-page.ts';

/** A fixture, saved in another encoding where one is given. */
function read(name: string, encoding?: string): Understood {
  const bytes = readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
  const decoded = decodePage(encoding ? inEncoding(bytes.toString('utf8'), encoding) : bytes);
  if (!decoded.ok) throw new Error(decoded.why);
  if (encoding) expect(decoded).toMatchObject({ encoding, damaged: false });
  const answer = understandPage(decoded.text, { fileName: name });
  if (!answer.ok) throw new Error(answer.why);
  expect(answer.page.body).toEqual(checkStoryText(answer.page.body));
  return answer.page;
}

function inEncoding(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map([...Array(256).keys()].map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  // A sign that the encoding has not is written as a reference, as browsers do.
  const signs = [...text].flatMap((sign) => (table.has(sign) ? [sign] : [...`&#${sign.codePointAt(0)};`]));
  return Uint8Array.from(signs.map((sign) => table.get(sign) ?? 0x3f));
}

function texts(page: Understood): string[] {
  return page.body.content.map(blockText);
}

test('a weblog page', () => {
  const page = read('wordpress.page');
  expect(page).toMatchObject({
    headline: 'Ferry service to Lark Island resumes after storm repairs',
    byline: 'Ines Halloran',
    language: 'en-US',
    canonical: 'https://coastledger.example/2021/03/ferry-service-resumes/',
    published: { instant: '2021-03-14T09:20:00.000Z' },
    topics: [
      { slug: 'ferries', name: 'Ferries' },
      { slug: 'lark-island', name: 'Lark Island' },
    ],
    doubts: [],
  });
  expect(page.lead).toMatch(/^The morning ferry to Lark Island left on time/);
  expect(page.body.content.map((block) => block.type)).toEqual([
    'image',
    'paragraph',
    'heading',
    'list',
    'quote',
    'paragraph',
  ]);
  expect(page.body.content[0]).toMatchObject({
    attrs: {
      src: 'https://coastledger.example/img/ferry.jpg',
      caption: 'The repaired ferry at the east pier.',
      credit: 'Olu Brandt',
    },
  });
  expect(page.furniture).toEqual(expect.arrayContaining(['Share this:', 'Leave a Reply', 'Post Comment']));
  expect(JSON.stringify(page.body)).not.toMatch(/alert|javascript|onerror|Read more/);
});

test('a Persian agency page in windows-1256 with a Jalali date', () => {
  const page = read('persian-agency.page', 'windows-1256');
  expect(page).toMatchObject({
    language: 'fa',
    code: 482193,
    published: { local: '2017-08-05T11:54' },
    seenOn: '2025-03-31',
    headline: 'بازگشايي پل قديمي شهر پس از دو سال مرمت',
    credit: 'ايرنا',
    dateline: 'تهران',
    doubts: [],
  });
  expect(texts(page)).toHaveLength(2);
});

test('a Russian page in windows-1251', () => {
  const page = read('russian.page', 'windows-1251');
  expect(page).toMatchObject({
    language: 'ru',
    headline: 'В Озёрске открыли новую набережную',
    credit: 'ТАСС',
    dateline: 'МОСКВА',
  });
  expect(page.published?.local).toBe('2017-08-05T11:54');
  expect(page.lead).toMatch(/^Новую набережную/);
  expect(texts(page)).toHaveLength(2);
});

test('a broadcaster’s page with JSON-LD', () => {
  const page = read('broadcaster.page');
  expect(page).toMatchObject({
    headline: 'Village choir wins back its stolen piano',
    byline: 'Priya Wex',
    section: 'uk',
    published: { instant: '2022-11-02T16:04:11.000Z' },
    topics: [{ slug: 'choral-music', name: 'Choral music' }],
    doubts: [],
  });
  expect(page.body.content[0]).toMatchObject({
    attrs: { caption: 'The piano back in the hall', credit: 'M. Oduya' },
  });
  expect(texts(page).join('\n')).not.toMatch(/More on this|Hall roof|cookies/);
});

test('a newspaper’s page with OpenGraph, a standfirst and time elements', () => {
  const page = read('opengraph.page');
  expect(page).toMatchObject({
    lead: 'Letter from forty hives asks the mayor to reverse a ban on sticky trees',
    byline: 'Tam Orsini',
    section: 'cities',
    published: { instant: '2019-06-11T06:00:00.000Z' },
    doubts: [],
  });
  expect(texts(page)).toHaveLength(4);
  expect(texts(page)[1]).toContain('The city has about 300 hives.');
});

test('a page of the 1990s, laid out with tables and fonts', () => {
  const page = read('nineties.page');
  expect(page).toMatchObject({
    headline: 'Snow closes northern pass for third week',
    byline: 'GRETA HOLM',
    published: { local: '1998-02-03' },
  });
  expect(page.lead).toMatch(/^The northern pass stayed shut on Tuesday as ploughs met/);
  expect(texts(page)).toHaveLength(3);
});

test('an AMP page', () => {
  const page = read('amp.page');
  expect(page).toMatchObject({
    byline: 'Lene Aas',
    canonical: 'https://metro.example/clock-tower',
    doubts: [],
  });
  expect(page.body.content.map((block) => block.type)).toEqual(['image', 'paragraph']);
});

test('a print version', () => {
  expect(read('print-page.page')).toMatchObject({
    code: 90817,
    published: { local: '2017-08-05T11:54' },
    seenOn: '2025-03-31',
    headline: 'Harbour pilots agree to night shifts after long dispute',
    credit: 'ENA',
    canonical: 'http://www.example-news.example/news/90817',
  });
});

test('a French page keeps the spaces before its signs', () => {
  const page = read('french.page');
  expect(page).toMatchObject({
    language: 'fr',
    credit: 'AFP',
    dateline: 'PARIS',
    byline: 'Colette Brun',
    published: { local: '2020-10-14T18:05' },
  });
  expect(page.lead).toMatch(/^Après douze ans de silence, la roue tourne de nouveau :/);
  expect(texts(page)[0]).toMatch(
    /^« Nous avons tout démonté, puis tout remonté », raconte .* Est-ce utile \? Il sourit\.$/,
  );
});

test('an Arabic page', () => {
  expect(read('arabic.page')).toMatchObject({
    language: 'ar',
    code: 77401,
    credit: 'رويترز',
    dateline: 'القاهرة',
    section: 'ثقافة',
    published: { local: '2017-08-05T11:54' },
    doubts: [],
  });
});

test('a German page with microdata and a table', () => {
  const page = read('german.page');
  expect(page).toMatchObject({
    byline: 'Jonas Feld',
    credit: 'dpa',
    dateline: 'Berlin',
    published: { instant: '2023-03-09T13:12:00.000Z' },
  });
  expect(page.body.content.map((block) => block.type)).toEqual(['paragraph', 'table', 'paragraph']);
});

test('wire copy wrapped at a width', () => {
  const page = read('wire.txt');
  expect(page).toMatchObject({
    headline: 'Ministers reach fishing deal after talks run through the night',
    byline: 'JANE ROWE',
    credit: 'AP',
    dateline: 'BRUSSELS',
    published: { local: '2017-08-05' },
  });
  expect(page.lead).toMatch(/^Ministers from nine .* on Saturday to share .* over a single bay\.$/);
  expect(texts(page)).toHaveLength(3);
});

test('another agency’s text with its own labels', () => {
  const page = read('other-agency.txt');
  expect(page).toMatchObject({
    code: 55120,
    published: { local: '2017-08-05T11:54' },
    seenOn: '2025-03-31',
    headline: 'Tea growers sign five-year contract with railway company',
    credit: 'Highland Wire',
    section: 'trade',
    doubts: [],
  });
  expect(page.topics.map((topic) => topic.slug)).toEqual(['tea', 'railways', 'trade']);
  expect(page.furniture).toEqual(expect.arrayContaining(['Full name', 'E-mail', 'Message', 'Submit']));
  expect(texts(page)).toHaveLength(2);
});
