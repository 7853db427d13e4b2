/** The archive by year, month and day, in the agency's zone and the edition's calendar, full, empty and asked for wrongly. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAgency } from '../src/editions/agency-store.ts';
import { actOn } from './acts.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { agency, publishOne } from './invented-story.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let built: BuiltApp;
let killed: number;

/** The agency is in Paris: what is stated late on the 4th in Greenwich is of the 5th there. */
beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  const stated: [at: string, headline: string, lang?: string][] = [
    ['2017-08-04T22:30:00Z', 'Just after midnight'],
    ['2017-08-05T07:24:00Z', 'In the morning'],
    ['2017-08-05T21:59:00Z', 'Just before midnight'],
    ['2017-08-07T10:00:00Z', 'Two days on'],
    ['2019-03-20T10:00:00Z', 'Years on'],
    ['2017-08-05T07:24:00Z', 'صبح', 'fa'],
    ['2026-01-02T09:00:00Z', 'تازه', 'fa'],
  ];
  for (const [at, headline, lang = 'en'] of stated)
    await publishOne(database, { lang, headline, statedAt: new Date(at) });
  const { code } = await publishOne(database, {
    headline: 'Gone',
    statedAt: new Date('2018-05-05T10:00:00Z'),
  });
  await actOn(database.pool, code, 'kill', { now: new Date('2026-03-15T12:00:00Z') });
  killed = code;
  built = await buildApp(database.pool, { clock: () => new Date('2026-03-16T12:00:00Z') });
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

async function get(path: string) {
  const answer = await built.app.inject({ url: path });
  const { document } = parseHTML(answer.body);
  return {
    status: answer.statusCode,
    to: answer.headers.location,
    text: answer.body,
    document,
    all: (selector: string) => texts(document.querySelectorAll(selector)),
  };
}

const texts = (found: Iterable<Element>) =>
  [...found].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
const hrefs = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((one) => one.getAttribute('href'));

it('lists the years that have stories, and the months of one with their counts', async () => {
  const years = await get('/en/archive');
  expect(years.all('main h1, .spans a')).toEqual(['Archive', '2019', '2017']);
  const { document, all } = await get('/en/archive/2017');
  expect(all('main h1')).toEqual(['2017']);
  expect(all('.spans li')).toHaveLength(12);
  expect(all('.spans li')[7]).toBe('August 4 stories');
  expect(hrefs(document, '.spans a')).toEqual(['/en/archive/2017/08']);
  expect(hrefs(document, '.pages a[rel=next]')).toEqual(['/en/archive/2019']);
});

it('lays a month out as a table of weeks, in which a day with stories says how many', async () => {
  const { document, all } = await get('/en/archive/2017/08');
  expect(all('main h1, .calendar caption')).toEqual(['August 2017', 'August 2017']);
  const weekdays = [...document.querySelectorAll('.calendar abbr')].map((one) => one.getAttribute('title'));
  expect(weekdays).toEqual(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
  const rows = [...document.querySelectorAll('.calendar tbody tr')];
  const cells = texts(rows[0]?.querySelectorAll('td') ?? []);
  expect(cells).toEqual(['', '1', '2', '3', '4', '5 3 Saturday 5 August 2017, 3 stories', '6']);
  expect(hrefs(document, '.calendar a')).toEqual(['/en/archive/2017/08/05', '/en/archive/2017/08/07']);
  expect(all('.calendar a [aria-hidden]')).toEqual(['5 3', '7 1']);
});

it('lists a day of the agency’s, newest first, with the neighbours that have stories', async () => {
  const { document, all } = await get('/en/archive/2017/08/05');
  expect(all('h1, main h2')).toEqual([
    'Saturday 5 August 2017',
    'Just before midnight',
    'In the morning',
    'Just after midnight',
  ]);
  expect(hrefs(document, '.pages a')).toEqual(['/en/archive/2017/08/07']);
  const next = await get('/en/archive/2017/08/07');
  expect(hrefs(next.document, '.pages a')).toEqual(['/en/archive/2017/08/05', '/en/archive/2019/03/20']);
  expect(next.all('.label a')).toEqual(['Archive', '2017', 'August']);
});

it.each([
  ['/en/archive/2017/08/06', '/en/archive/2017/08/05'],
  ['/en/archive/2018/06', '/en/archive/2019/03'],
  ['/en/archive/2018', '/en/archive/2017'],
  ['/en/archive/2150/01/01', '/en/archive/2019/03/20'],
  ['/en/archive/1801', '/en/archive/2017'],
])('says that nothing is at %s, and leads to what is nearest', async (path, nearest) => {
  const { status, document } = await get(path);
  expect(status).toBe(404);
  expect(hrefs(document, 'main a.plainly')).toEqual([nearest]);
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
});

it.each(['2017/13', '2017/00/10', '2017/02/29', '2017/08/32', '9999/01/01', '0000', '1396/05/14'])(
  'says in the reader’s language that there is no %s',
  async (date) => {
    const { status, all } = await get(`/en/archive/${date}`);
    expect([date, status]).toEqual([date, 400]);
    expect(all('main p')[0]).toContain('No calendar has this day');
  },
);

it.each(['17', '2017/008', '2017/08/05/06', '2017/08/5x', '2017/0٨', '-017', '20170805'])(
  'has nothing at %s',
  async (date) => {
    expect((await get(`/en/archive/${encodeURI(date)}`)).status).toBe(404);
  },
);

it('goes by the Persian calendar in the Persian edition, whose days are the same days', async () => {
  const years = await get('/fa/archive');
  expect(years.all('.spans a')).toEqual(['۱۴۰۴', '۱۳۹۶']);
  const month = await get('/fa/archive/1396/05');
  expect(month.all('h1')[0]).toBe('مرداد ۱۳۹۶');
  expect(month.all('.calendar tbody td')).toHaveLength(35);
  expect(hrefs(month.document, '.calendar a')).toEqual(['/fa/archive/2017/08/05']);
  expect(month.all('.calendar a [aria-hidden]')).toEqual(['۱۴ ۱']);
  expect(month.all('.calendar abbr')[0]).toBe('ش');
  const gregorian = await get('/fa/archive/2017/08');
  expect(gregorian.all('h1')).toEqual(['اوت ۲۰۱۷']);
  expect(hrefs(gregorian.document, '.calendar a')).toEqual(['/fa/archive/2017/08/05']);
  const day = await get('/fa/archive/1396/05/14');
  expect([day.status, day.to]).toEqual([302, '/fa/archive/2017/08/05']);
  expect((await get('/fa/archive/1404/12/30')).status).toBe(400);
});

it('leads from a day up to the month and the year of the edition’s calendar', async () => {
  const { document, all } = await get('/fa/archive/2017/08/05');
  expect(all('.label a')).toEqual(['بایگانی', '۱۳۹۶', 'مرداد']);
  expect(hrefs(document, '.label a')).toEqual(['/fa/archive', '/fa/archive/1396', '/fa/archive/1396/05']);
  const small = await get('/fa/archive/2017/08/05/lite');
  expect(hrefs(small.document, 'main a')).toContain('/fa/archive/1396/05/lite');
  // Whoever asked for a Gregorian month goes up in that.
  const month = await get('/fa/archive/2017/08');
  expect(hrefs(month.document, '.label a')).toEqual(['/fa/archive', '/fa/archive/2017']);
});

it('keeps one address for each, and knows the slip at its end and the nought left out', async () => {
  const slips = [
    ['/en/archive/', '/en/archive'],
    ['/en/archive/2017/', '/en/archive/2017'],
    ['/en/archive/2017/8', '/en/archive/2017/08'],
    ['/en/archive/2017/8/5/lite', '/en/archive/2017/08/05/lite'],
    ['/fa/archive/1396/5', '/fa/archive/1396/05'],
  ];
  for (const [slip, whole] of slips) {
    const { status, to } = await get(slip as string);
    expect([slip, status, to]).toEqual([slip, 302, whole]);
  }
  // Other percent signs are no other address.
  expect((await get('/en/archive/%32017')).text).toBe((await get('/en/archive/2017')).text);
});

it('is as it was when asked for the past, with the place of what was taken back since', async () => {
  const { all, document } = await get('/en/archive/2018/05/05?as-of=2018-06-01');
  expect(all('main h2')[0]).toContain(`No. ${killed}`);
  expect(hrefs(document, '.label a')[0]).toMatch(/^\/en\/archive\?as-of=/);
  expect((await get('/en/archive/2018/05/05')).status).toBe(404);
  expect((await get('/en/archive/2019?as-of=2018-06-01')).status).toBe(404);
});

it.each(['', '/2017', '/2017/08', '/2017/08/05'])(
  'has %s with nothing but its words, whose links stay so',
  async (at) => {
    const { status, text, document, all } = await get(`/en/archive${at}/lite`);
    expect(status).toBe(200);
    expect(text.length).toBeLessThan(12_000);
    expect(document.querySelector('img, script, link[rel=stylesheet], link[rel=preload]')).toBeNull();
    const links = hrefs(document, 'main a, header a');
    expect(links.length).toBeGreaterThan(1);
    for (const href of links) expect(href).toMatch(/\/lite$/);
    expect(all('footer p a').at(-1)).toBe('Full page');
    expect(hrefs(document, 'footer p a').at(-1)).toBe(`/en/archive${at}`);
  },
);

it('says to machines what it is and the way to it', async () => {
  const { document } = await get('/en/archive/2017/08/05');
  const said = [...document.querySelectorAll('script[type="application/ld+json"]')].map((one) =>
    JSON.parse(one.textContent ?? ''),
  );
  expect(said.map((one) => one['@type'])).toEqual(['CollectionPage', 'BreadcrumbList']);
  expect(said[0].mainEntity.numberOfItems).toBe(3);
  expect(said[1].itemListElement.map(({ name }: { name: string }) => name)).toEqual([
    'Halim Press',
    'Archive',
    '2017',
    'August',
    'Saturday 5 August 2017',
  ]);
});
