/** Our feeds as parsers read them that are not ours: npm's rss-parser and Python's feedparser, beside feedsmith. */
import { spawnSync } from 'node:child_process';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import Parser from 'rss-parser';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAgency } from '../src/editions/agency-store.ts';
import { writeSetting } from '../src/editions/setting.ts';
import { keepPicture } from '../src/pictures/picture-store.ts';
import { actOn } from './acts.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { haveDebian } from './debian.ts';
import { agency, publishOne } from './invented-story.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

const publicUrl = 'https://news.example';
let database: TestDatabase;
let whole: BuiltApp;
let short: BuiltApp;
/** Path of a picture's rendition, as its story's ninjs lists it. */
let rendition: string;

/** Words that feeds of others are known to break on. */
const headlines = [
  'A < B & "C" > D',
  'بندر «حلیم» & NATO بسته شد',
  '&amp; is written &amp;amp;',
  ']]> ends what it should not',
  '🚢 aground, 5°C, x² – “quoted”',
];

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  for (const headline of headlines)
    await publishOne(database, { headline, lead: `${headline}: the lead <b>is</b> words.` });
  const corrected = await publishOne(database, { headline: 'Corrected once' });
  await actOn(database.pool, corrected.code, 'correct', {
    words: { lead: 'It is so.' },
    reasonClass: 'corrected',
    note: 'It was not so.',
  });
  const gone = await publishOne(database, { headline: 'Taken back' });
  await actOn(database.pool, gone.code, 'kill', { reasonClass: 'inaccurate', note: 'It is not so.' });
  const seen = await keepPicture(database.pool, await grey(1600, 1000));
  const caption = { src: null, alt: 'Waves "over" the mole', caption: 'The mole', credit: 'Ana Moss' };
  const { hash: picture, width, height } = seen;
  await publishOne(database, {
    headline: 'Pictured',
    body: {
      type: 'doc',
      content: [{ type: 'image', attrs: { picture, width, height, ...caption } }],
    },
  });
  rendition = `/picture/${picture}/960.jpg`;
  whole = await buildApp(database.pool, { publicUrl });
  await writeSetting(database.pool, 'machines', {
    models: { search: true, citation: true, training: false },
    feeds: 'summary',
    securityContact: '',
  });
  short = await buildApp(database.pool, { publicUrl });
});
afterAll(async () => {
  await whole.close();
  await short.close();
  await database.drop();
});

function grey(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
}

const lists = ['/en', '/fa', '/en/topic/weather', '/en/corrections'];
const get = async (path: string, from = whole) => (await from.app.inject({ method: 'GET', url: path })).body;

describe('rss-parser', () => {
  it('reads RSS and Atom to the same titles, ids, times and leads as feedsmith', async () => {
    const parser = new Parser();
    for (const list of lists) {
      const rss = await get(`${list}/feed.xml`);
      const ours = parseRssFeed(rss);
      const theirs = await parser.parseString(rss);
      expect(theirs.items.map(({ title, guid, isoDate }) => [title, guid, isoDate])).toEqual(
        (ours.items ?? []).map(({ title, guid, pubDate }) => [
          title,
          guid?.value,
          new Date(pubDate ?? '').toISOString(),
        ]),
      );
      const atom = await get(`${list}/feed.atom`);
      const entries = parseAtomFeed(atom).entries ?? [];
      const read = await parser.parseString(atom);
      expect(read.items.map(({ title, id }) => [title, id])).toEqual(
        entries.map(({ title, id }) => [title?.value, id]),
      );
    }
    const { items } = await parser.parseString(await get('/en/feed.xml'));
    // A headline in a script that runs the other way says so with signs that are not seen.
    const words = items.map(({ title }) => title?.replace(/[\u2066-\u2069]/g, ''));
    expect(words).toEqual(expect.arrayContaining(headlines));
    // What a reader's program shows of the lead is text, not marks.
    expect(items.find(({ title }) => title === headlines[0])?.contentSnippet).toContain(
      'the lead <b>is</b> words.',
    );
  });
});

describe('feedparser', () => {
  it('finds nothing to complain of, and the same titles and ids', async () => {
    const python = '/usr/bin/python3';
    if (!(await haveDebian('python3-feedparser', [python, '-c', 'import feedparser']))) return;
    const script = `import feedparser, json, sys
feeds = json.load(sys.stdin)
out = []
for text in feeds:
    d = feedparser.parse(text.encode('utf-8'), response_headers={'content-type': 'application/xml; charset=utf-8'})
    out.append({'bozo': int(d.bozo), 'why': str(d.get('bozo_exception', '')), 'ids': [e.id for e in d.entries],
      'titles': [e.title_detail.value for e in d.entries], 'lang': d.feed.get('language', ''),
      'whole': [bool(e.get('content')) for e in d.entries], 'summaries': [e.get('summary', '') for e in d.entries]})
print(json.dumps(out))`;
    const paths = lists.flatMap((list) => [`${list}/feed.xml`, `${list}/feed.atom`]);
    const texts = await Promise.all(paths.map((path) => get(path)));
    const summaries = [await get('/en/feed.xml', short), await get('/en/feed.atom', short)];
    const ran = spawnSync(python, ['-c', script], { input: JSON.stringify([...texts, ...summaries]) });
    expect(String(ran.stderr)).toBe('');
    const read = JSON.parse(String(ran.stdout)) as {
      bozo: number;
      why: string;
      ids: string[];
      titles: string[];
      whole: boolean[];
      summaries: string[];
    }[];
    for (const [at, one] of read.entries())
      expect([paths[at], one.bozo, one.why]).toEqual([paths[at], 0, '']);
    for (const [at, one] of read.slice(0, texts.length).entries()) {
      const text = texts[at] as string;
      const ids =
        at % 2 === 0
          ? parseRssFeed(text).items?.map(({ guid }) => guid?.value)
          : parseAtomFeed(text).entries?.map(({ id }) => id);
      expect(one.ids).toEqual(ids ?? []);
      expect(new Set(one.ids).size).toBe(one.ids.length);
    }
    expect(read[0]?.whole.every(Boolean)).toBe(true);
    expect(read.at(-2)?.whole.some(Boolean)).toBe(false);
    expect(read.at(-1)?.whole.some(Boolean)).toBe(false);
    // It makes text of HTML safe; nothing that was marks for nobody may come out of it as marks.
    expect(read[0]?.summaries.join()).toContain('the lead &lt;b&gt;is&lt;/b&gt; words.');
  });
});

describe('a story in its feed', () => {
  it('keeps its id through a correction, and is told of without its words when it was taken back', async () => {
    const { items = [] } = parseJsonFeed(await get('/en/feed.json'));
    const corrected = items.find(({ title }) => title === 'Corrected once');
    expect(corrected?.content_html).toContain('It was not so.');
    const gone = items.find(({ title }) => title?.endsWith('has been taken back'));
    expect(gone?.id).toMatch(/^https:\/\/news\.example\/\d+$/);
    expect(JSON.stringify(items)).not.toContain('Taken back');
    const shortened = parseJsonFeed(await get('/en/feed.json', short)).items ?? [];
    expect(shortened.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(shortened.every(({ content_html, content_text }) => !content_html && content_text)).toBe(true);
  });
});

describe('a link to the agency’s own site', () => {
  it('is a whole address in all three forms, and on the wire', async () => {
    const attrs = { dir: null, lang: null };
    const link = (href: string) => ({
      type: 'text' as const,
      text: href,
      marks: [{ type: 'link' as const, attrs: { href } }],
    });
    const hrefs = ['/271032', '/en/about?a=1&b=2#c', 'https://elsewhere.example/x'];
    const { code } = await publishOne(database, {
      headline: 'Linked',
      body: {
        type: 'doc',
        content: [{ type: 'list', attrs: { ...attrs, ordered: false }, content: hrefs.map(itemOf) }],
      },
    });
    const isLinked = ({ title }: { title?: string | { value?: string } }) =>
      (typeof title === 'string' ? title : title?.value) === 'Linked';
    whole.cache.dropAll();
    const ninjs = JSON.parse(await get(`/${code}.json`));
    const found = [
      parseRssFeed(await get('/en/feed.xml')).items?.find(isLinked)?.content?.encoded,
      parseAtomFeed(await get('/en/feed.atom')).entries?.find(isLinked)?.content?.value,
      parseJsonFeed(await get('/en/feed.json')).items?.find(isLinked)?.content_html,
      ninjs.bodies[0].value,
    ];
    for (const html of found)
      expect(
        [...parseHTML(html ?? '').document.querySelectorAll('a')].map((a) => a.getAttribute('href')),
      ).toEqual([`${publicUrl}/271032`, `${publicUrl}/en/about?a=1&b=2#c`, 'https://elsewhere.example/x']);

    function itemOf(href: string) {
      const paragraph = { type: 'paragraph' as const, attrs, content: [link(href)] };
      return { type: 'item' as const, attrs, content: [paragraph] };
    }
  });
});

describe('a story with a picture', () => {
  const titled = ({ title }: { title?: string | { value?: string } }) =>
    (typeof title === 'string' ? title : title?.value) === 'Pictured';

  it('has it above its caption at a whole address, at which it is as large as is said', async () => {
    const src = publicUrl + rendition;
    const img = `<img src="${src}" alt="Waves &quot;over&quot; the mole" width="960" height="600" loading="lazy"/>`;
    const story = parseJsonFeed(await get('/en/feed.json')).items?.find(titled);
    expect(story?.content_html?.replaceAll('\n', '')).toMatch(/^<figure><img [^>]+><figcaption>The mole/);
    const rss = parseRssFeed(await get('/en/feed.xml')).items?.find(titled);
    const atom = parseAtomFeed(await get('/en/feed.atom')).entries?.find(titled);
    for (const html of [story?.content_html, rss?.content?.encoded, atom?.content?.value])
      expect(html).toContain(img);
    const { rawPayload } = await whole.app.inject({ url: rendition });
    const { format, width, height } = await sharp(rawPayload).metadata();
    expect([format, width, height]).toEqual(['jpeg', 960, 600]);
  });

  it('names it beside its words too, and where its lead goes out alone', async () => {
    const url = publicUrl + rendition;
    const media = { contents: [{ url, type: 'image/jpeg', medium: 'image', width: 960, height: 600 }] };
    for (const from of [whole, short]) {
      expect(parseRssFeed(await get('/en/feed.xml', from)).items?.find(titled)?.media).toEqual(media);
      expect(parseAtomFeed(await get('/en/feed.atom', from)).entries?.find(titled)?.media).toEqual(media);
      const { items = [] } = parseJsonFeed(await get('/en/feed.json', from));
      expect(items.filter(({ image }) => image).map(({ title, image }) => [title, image])).toEqual([
        ['Pictured', url],
      ]);
    }
    for (const form of ['xml', 'atom', 'json'])
      expect(await get(`/en/feed.${form}`, short)).not.toContain('The mole');
  });
});
