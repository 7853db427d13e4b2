import { XMLParser } from 'fast-xml-parser';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { type BuiltApp, buildApp } from '../../test/built-app.ts';
import { agency, noon, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { writeSetting } from '../editions/setting.ts';
import { storyPath } from '../stories/story-address.ts';

const publicUrl = 'https://news.example';
const xml = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => name !== 'urlset' && name !== 'loc' && !name.startsWith('@'),
});
let database: TestDatabase;
let built: BuiltApp;
let now = new Date('2026-03-15T12:00:00Z');

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  await writeSetting(database.pool, 'machines', {
    models: { search: true, citation: false, training: false },
    feeds: 'full',
    securityContact: 'safe@news.example',
  });
  built = await buildApp(database.pool, { publicUrl, clock: () => now });
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

const get = (url: string) => built.app.inject({ method: 'GET', url });
const locs = (body: string): string[] => {
  const { urlset, sitemapindex } = xml.parse(body);
  return (urlset?.url ?? sitemapindex?.[0]?.sitemap ?? []).map(({ loc }: { loc: string }) => loc);
};

describe('sitemaps', () => {
  it('have each public story once, in a map that the index names, with its languages; a killed one leaves', async () => {
    const first = await publishOne(database);
    const second = await publishOne(database, { headline: 'بندر & <طوفان>', lang: 'fa' });
    const gone = await publishOne(database, { headline: 'Taken back' });
    await database.pool.query('update stories set translation_group = $1 where code = any ($2)', [
      '7f6a0e64-0000-4000-8000-000000000001',
      [first.code, second.code],
    ]);
    await actOn(database.pool, gone.code, 'kill', { reasonClass: 'inaccurate', note: 'It is not so.' });
    const index = locs((await get('/sitemap.xml')).body).filter(
      (url) => !/(bylines|subjects)\.xml$/.test(url),
    );
    expect(index).toEqual([
      `${publicUrl}/sitemap/en/lists.xml`,
      `${publicUrl}/sitemap/en/2026-03.xml`,
      `${publicUrl}/sitemap/fa/lists.xml`,
      `${publicUrl}/sitemap/fa/2026-03.xml`,
    ]);
    const bodies = await Promise.all(index.map(async (url) => (await get(new URL(url).pathname)).body));
    const english =
      publicUrl + storyPath({ lang: 'en', code: first.code, headline: 'Storm closes the port of Halim' });
    const persian = publicUrl + storyPath({ lang: 'fa', code: second.code, headline: 'بندر & <طوفان>' });
    const stories = bodies.flatMap(locs).filter((url) => /\/\d+\//.test(url));
    expect(stories.sort()).toEqual([english, persian].sort());
    for (const at of [1, 3]) {
      const [entry] = xml.parse(bodies[at] as string).urlset.url;
      const links = entry['xhtml:link'].map((link: Record<string, string>) => [
        link['@_hreflang'],
        link['@_href'],
      ]);
      expect(links).toEqual([
        ['en', english],
        ['fa', persian],
      ]);
    }
  });

  it('are there for every month that the index names', async () => {
    const { rows } = await database.pool.query('select story_id, effective_at from published');
    for (const month of ['01', '09', '10', '11', '12']) {
      await database.pool.query('update published set effective_at = $1', [`2025-${month}-14T12:00:00Z`]);
      const { statusCode, body } = await get(`/sitemap/en/2025-${month}.xml`);
      expect([month, statusCode, locs(body).length]).toEqual([month, 200, 1]);
    }
    for (const { story_id, effective_at } of rows)
      await database.pool.query('update published set effective_at = $2 where story_id = $1', [
        story_id,
        effective_at,
      ]);
  });

  it('are split where a month is too long for one map, and what is not there is 404', async () => {
    expect((await get('/sitemap/en/2026-03-2.xml')).statusCode).toBe(404);
    for (const name of ['2026-13', '2026-00', '1999-01', '2026-03-1', '2026-03-99999', 'x', '%00', '..%2f'])
      expect([name, (await get(`/sitemap/en/${name}.xml`)).statusCode]).toEqual([name, 404]);
    expect((await get('/sitemap/de/2026-03.xml')).statusCode).toBe(404);
  });

  it('of news has the stories of two days, with their publication', async () => {
    const { body } = await get('/sitemap-news.xml');
    const [entry] = xml.parse(body).urlset.url;
    expect(locs(body)).toHaveLength(2);
    expect(entry['news:news'][0]).toMatchObject({
      'news:publication': [
        { 'news:name': ['Halim Press'], 'news:language': [expect.stringMatching(/^(en|fa)$/)] },
      ],
    });
    now = new Date(noon.getTime() + 48 * 3_600_000 + 60_000);
    expect(locs((await get('/sitemap-news.xml')).body)).toEqual([]);
    now = new Date('2026-03-15T12:00:00Z');
  });

  it('have the page of each name in a byline and of each subject, with what that is part of, of each edition', async () => {
    await database.pool.query(
      `insert into subjects (code, broader, labels) values ('20000523', '09000000', '{"en": "labour relations"}') on conflict do nothing`,
    );
    const subjects = [{ code: '20000523', name: 'labour relations' }];
    // The byline is longer than what an index takes.
    const long = Array.from({ length: 20 }, (_, at) => `${'Wolfeschlegelstein '.repeat(6)}${at}`).join(', ');
    for (const byline of ['Ana Moss and Ken Reyl', 'Ken Reyl', 'Ken Reyl', long])
      await publishOne(database, { headline: `By ${byline.slice(0, 20)}`, byline, subjects });
    await publishOne(database, { headline: 'خبر', lang: 'fa', byline: 'آنا ماس', subjects: [] });
    const gone = await publishOne(database, { headline: 'Gone', byline: 'Nobody Now' });
    await actOn(database.pool, gone.code, 'kill', { reasonClass: 'inaccurate', note: 'No.' });
    const removed = await publishOne(database, { headline: 'Redacted', byline: 'Secret Name' });
    await actOn(database.pool, removed.code, 'redact', { fields: ['byline'], reasonClass: 'privacy' });
    const fresh = await buildApp(database.pool, { publicUrl, clock: () => now });
    try {
      const read = async (path: string) => locs((await fresh.app.inject({ method: 'GET', url: path })).body);
      expect(await read('/sitemap.xml')).toEqual(
        expect.arrayContaining(
          ['en/bylines', 'en/subjects', 'fa/bylines'].map((name) => `${publicUrl}/sitemap/${name}.xml`),
        ),
      );
      const names = await read('/sitemap/en/bylines.xml');
      expect(names).toEqual(
        expect.arrayContaining([`${publicUrl}/en/byline/ana-moss`, `${publicUrl}/en/byline/ken-reyl`]),
      );
      expect([new Set(names).size, names.join().match(/nobody|secret/)]).toEqual([names.length, null]);
      expect(await read('/sitemap/fa/bylines.xml')).toContain(
        `${publicUrl}/fa/byline/${encodeURIComponent('آنا-ماس')}`,
      );
      expect(await read('/sitemap/en/subjects.xml')).toEqual([
        `${publicUrl}/en/subject/09000000`,
        `${publicUrl}/en/subject/20000523`,
      ]);
      for (const url of [...names, `${publicUrl}/en/subject/09000000`]) {
        const { statusCode } = await fresh.app.inject({ method: 'GET', url: url.slice(publicUrl.length) });
        expect([url, statusCode]).toEqual([url, 200]);
      }
      for (const none of ['en/bylines-2', 'en/bylines-1', 'fa/subjects', 'en/byline'])
        expect([none, (await fresh.app.inject({ url: `/sitemap/${none}.xml` })).statusCode]).toEqual([
          none,
          404,
        ]);
    } finally {
      await fresh.close();
    }
  });
});

describe('rules for robots', () => {
  it('name who trains models and shut it out, let search in, and say where the maps are', async () => {
    const { body } = await get('/robots.txt');
    const groups = body.split('\n\n');
    const groupOf = (robot: string) => groups.find((group) => group.includes(`User-agent: ${robot}\n`)) ?? '';
    expect(groupOf('GPTBot')).toMatch(/^Disallow: \/$/m);
    expect(groupOf('ChatGPT-User')).toMatch(/^Disallow: \/$/m);
    expect(groupOf('OAI-SearchBot')).not.toMatch(/^Disallow: \/$/m);
    expect(groupOf('*')).toMatch(/^Disallow: \/\*\/search\?$/m);
    expect(body).toContain(`Sitemap: ${publicUrl}/sitemap.xml`);
  });

  it('say where to write about a hole, and until when that is so', async () => {
    const { body } = await get('/.well-known/security.txt');
    expect(body).toContain('Contact: mailto:safe@news.example');
    const expires = new Date(/^Expires: (.+)$/m.exec(body)?.[1] ?? '');
    const days = (expires.getTime() - now.getTime()) / 86_400_000;
    expect(days > 100 && days < 366).toBe(true);
  });
});

describe('a story in other places', () => {
  it('is quoted through oEmbed as JSON and XML, by any of its addresses, and not when it was taken back', async () => {
    const { code } = await publishOne(database, { headline: 'A “quoted” <b>storm</b>' });
    for (const address of [`/${code}`, `/en/${code}/x`, `/en/v/${code}/1`]) {
      const answer = await get(`/oembed?url=${encodeURIComponent(publicUrl + address)}&maxwidth=400`);
      expect(answer.json()).toMatchObject({
        version: '1.0',
        type: 'rich',
        width: 400,
        provider_name: 'Halim Press',
      });
      expect(answer.json().html).toContain('&lt;b&gt;storm&lt;/b&gt;');
    }
    const asXml = await get(`/oembed?format=xml&url=${encodeURIComponent(`${publicUrl}/${code}`)}`);
    expect(xml.parse(asXml.body).oembed[0].title).toEqual(['A “quoted” <b>storm</b>']);
    const wrong: [string, number][] = [
      ['', 404],
      ['?url=', 404],
      [`?url=${encodeURIComponent(`https://other.example/${code}`)}`, 404],
      [`?url=${encodeURIComponent(`${publicUrl}.evil.example/${code}`)}`, 404],
      [`?format=yaml&url=${encodeURIComponent(`${publicUrl}/${code}`)}`, 501],
    ];
    for (const [query, status] of wrong)
      expect([query, (await get(`/oembed${query}`)).statusCode]).toEqual([query, status]);
    await actOn(database.pool, code, 'kill', { reasonClass: 'inaccurate', note: 'It is not so.' });
    expect((await get(`/oembed?url=${encodeURIComponent(`${publicUrl}/${code}`)}`)).statusCode).toBe(410);
  });

  it('is quoted in no more room than whoever asks has: with the lead where that has room for it', async () => {
    const { code } = await publishOne(database, { headline: 'A quoted storm' });
    const quoted = async (bounds: string) => {
      const { width, height, html } = (
        await get(`/oembed?url=${encodeURIComponent(`${publicUrl}/${code}`)}${bounds}`)
      ).json();
      expect([bounds, html.includes('A quoted storm')]).toEqual([bounds, true]);
      return [width, height, html.includes('Ferries stay in harbour.')];
    };
    expect(await quoted('')).toEqual([550, 200, true]);
    expect(await quoted('&maxwidth=2000&maxheight=2000')).toEqual([550, 200, true]);
    expect(await quoted('&maxwidth=220&maxheight=200')).toEqual([220, 200, true]);
    expect(await quoted('&maxwidth=100')).toEqual([100, 200, false]);
    expect(await quoted('&maxheight=90')).toEqual([550, 90, false]);
    for (const none of ['0', '-5', '1e3', 'x', '']) {
      const said = await quoted(`&maxwidth=${none}&maxheight=${none}`);
      expect([none, said]).toEqual([none, [550, 200, true]]);
    }
  });

  it('has a card in its own direction, none where there is no face for its letters, and none when it was taken back', async () => {
    const { code } = await publishOne(database, { headline: 'طوفان بندر حلیم را بست', lang: 'fa' });
    const path = storyPath({ lang: 'fa', code, headline: 'طوفان بندر حلیم را بست' });
    const card = await get(`${path}/card.png`);
    expect(card.statusCode).toBe(200);
    const { data, info } = await sharp(card.rawPayload)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1200, 630]);
    // The headline stands at the right edge of its room, and leaves the left one empty.
    const inkOf = (from: number, to: number) => {
      let dark = 0;
      for (let y = 150; y < 500; y++)
        for (let x = from; x < to; x++) if ((data[y * info.width + x] as number) < 100) dark++;
      return dark;
    };
    expect(inkOf(900, 1125)).toBeGreaterThan(500);
    expect(inkOf(0, 200)).toBe(0);
    const head = (await get(path)).body;
    expect(head).toContain(`<meta property="og:image" content="${publicUrl}${path}/card.png"/>`);
    const gone = await publishOne(database, { headline: 'Taken back' });
    await actOn(database.pool, gone.code, 'kill', { reasonClass: 'inaccurate', note: 'It is not so.' });
    expect((await get(`/en/${gone.code}/taken-back/card.png`)).statusCode).toBe(410);
    const other = await publishOne(database, { headline: '港が閉鎖された' });
    const otherPath = storyPath({ lang: 'en', code: other.code, headline: '港が閉鎖された' });
    expect((await get(`${otherPath}/card.png`)).statusCode).toBe(404);
    expect((await get(otherPath)).body).not.toContain('og:image');
  });

  it('has a sign in the tab and on a phone: a manifest in each language with icons that are there', async () => {
    const manifest = (await get('/fa/manifest.webmanifest')).json();
    expect(manifest).toMatchObject({ lang: 'fa', dir: 'rtl', start_url: '/fa/', name: 'Halim Press' });
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp((await get(src)).rawPayload).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
    expect((await sharp((await get('/favicon.ico')).rawPayload).metadata()).format).toBe('png');
    // Anything behind a question mark would else be a picture of its own to draw and to keep.
    const before = built.cache.bytes;
    for (const path of ['/icon/192.png?a', '/icon/192.png?b', '/icon/%31%39%32.png', '/favicon.ico?c'])
      expect([path, (await get(path)).statusCode]).toEqual([path, 200]);
    expect(built.cache.bytes).toBe(before);
    for (const path of ['/icon/33.png', '/icon/x.png', '/de/manifest.webmanifest'])
      expect([path, (await get(path)).statusCode]).toEqual([path, 404]);
  });
});
