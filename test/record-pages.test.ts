/** What readers see of the record, over HTTP, from the running program with the sample agency in it. */
import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVersion } from '../src/record/version-store.ts';
import { sampleStories } from '../src/sample/sample-agency.ts';
import { addressWords } from '../src/stories/story-address.ts';
import { findStoryByCode } from '../src/stories/story-store.ts';
import { plainText } from '../src/text/plain-text.ts';
import type { StoryText } from '../src/text/story-text.ts';
import { actOn } from './acts.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { makeSampleDatabase } from './filled-database.ts';
import { fileDraft } from './invented-story.ts';
import { ninjsFiles, ninjsValidator } from './ninjs-schema.ts';
import { type Program, startProgram } from './program.ts';
import { fetchRaw, type RawAnswer } from './raw-http.ts';
import { itWithShared } from './shared.ts';
import type { TestDatabase } from './test-database.ts';

const folder = makeDataFolder();
let database: TestDatabase;
let program: Program;

beforeAll(async () => {
  database = await makeSampleDatabase();
  program = await startProgram({ dataDir: folder, env: { EMPTY: '0', DATABASE_URL: database.url } });
});
afterAll(async () => {
  await program.stop();
  removeDataFolder(folder);
  await database.drop();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  fetchRaw(program.url + path, { headers });
const dom = (answer: RawAnswer) => parseHTML(answer.text()).document;
const bare = (text: string) => text.replace(/\s+/g, ' ').trim();

type Sample = (typeof sampleStories)[0];
/** Each test takes stories of its own: acts stay. */
const unused = [...sampleStories];
function take(lang: string, fits: (story: Sample) => boolean = () => true): Sample {
  const at = unused.findIndex((story) => story.lang === lang && fits(story));
  if (at < 0) throw new Error(`No sample story in ${lang} is left.`);
  return unused.splice(at, 1)[0] as Sample;
}
const pictureOf = ({ fields }: Sample) => {
  const image = fields.body.content.find((block) => block.type === 'image');
  return image?.attrs.picture ?? null;
};
/** With a picture that no story shows which a test took before. */
const withUnusedPicture = (story: Sample) =>
  pictureOf(story) !== null &&
  sampleStories.every((other) => unused.includes(other) || pictureOf(other) !== pictureOf(story));
const pathOf = ({ lang, code, fields }: Sample) =>
  `/${lang}/${code}/${encodeURIComponent(addressWords(fields.headline))}`;
const otherOf = (lang: string) => (lang === 'fa' ? 'en' : 'fa');

/** Every address of a story with the type of what stands there. */
function addressesOf(story: Sample): [path: string, type: string][] {
  const { lang, code } = story;
  const other = otherOf(lang);
  const html = 'text/html; charset=utf-8';
  return [
    [`/${code}`, html],
    [`/${lang}/${code}`, html],
    [`/${other}/${code}`, html],
    [pathOf(story), html],
    [`/${lang}/${code}/other-words`, html],
    [`${pathOf(story)}/print`, html],
    [`${pathOf(story)}/lite`, html],
    [`/${code}.txt`, 'text/plain; charset=utf-8'],
    [`/${code}.json`, 'application/json; charset=utf-8'],
    [`/${lang}/v/${code}/1`, html],
    [`/${other}/v/${code}/1`, html],
    [`/${lang}/history/${code}`, html],
    [`/${other}/history/${code}`, html],
    [`/${lang}/history/${code}?from=1&to=1`, html],
  ];
}

/** Waits for an act to have dropped what was prepared before it. */
async function heard(code: number, status: number): Promise<void> {
  await expect.poll(async () => (await get(`/${code}.txt`)).status).toBe(status);
}

describe('a story that was taken back', () => {
  const cases: [string, number, string, (code: number, instead: number) => Promise<unknown>][] = [
    [
      'killed',
      410,
      'canceled',
      (code, replacement) =>
        actOn(database.pool, code, 'kill', { reasonClass: 'privacy', note: 'We are sorry.', replacement }),
    ],
    [
      'removed by law',
      451,
      'canceled',
      (code) => actOn(database.pool, code, 'kill', { reasonClass: 'legal' }),
    ],
    ['redacted whole', 451, 'canceled', (code) => actOn(database.pool, code, 'redact', { fields: ['all'] })],
    ['held', 503, 'withheld', (code) => actOn(database.pool, code, 'hold', { note: 'We are checking it.' })],
    [
      'killed while it was held',
      410,
      'canceled',
      async (code) => {
        await actOn(database.pool, code, 'hold');
        await actOn(database.pool, code, 'kill');
      },
    ],
  ];

  it.each(cases)(
    'when %s answers %i at every address, without its words',
    async (_name, status, pubStatus, act) => {
      const story = take(status === 410 ? 'fa' : 'en');
      const instead = sampleStories.find(({ lang, code }) => lang === 'fr' && code !== story.code) as Sample;
      for (const [path] of addressesOf(story)) await get(path);
      await act(story.code, instead.code);
      await heard(story.code, status);
      const words = [story.fields.headline, story.fields.lead, plainText(story.fields.body).slice(0, 40)];
      for (const [path, type] of addressesOf(story)) {
        const answer = await get(path);
        expect([path, answer.status, answer.headers['content-type']]).toEqual([path, status, type]);
        expect([path, answer.headers['retry-after']]).toEqual([path, status === 503 ? '300' : undefined]);
        for (const one of words) expect(answer.text()).not.toContain(one);
        expect(answer.text()).not.toContain('undefined');
        if (!type.startsWith('text/html')) continue;
        const document = dom(answer);
        expect(document.documentElement.getAttribute('lang')).toBe(story.lang);
        expect(document.querySelectorAll('h1')).toHaveLength(1);
        expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
      }
      const data = JSON.parse((await get(`/${story.code}.json`)).text());
      expect([data.pubStatus, data.altIds[0].value, data.headlines]).toEqual([
        pubStatus,
        String(story.code),
        undefined,
      ]);
      expect((await get(`/${story.lang}/v/${story.code}/2`)).status).toBe(404);
    },
  );

  itWithShared(...ninjsFiles)('is valid ninjs 3.1 too, corrected, killed, held and removed', async () => {
    const validate = ninjsValidator();
    const [corrected, killed, held, removed] = [take('en'), take('en'), take('en'), take('fr')];
    await actOn(database.pool, corrected.code, 'correct', {
      words: { byline: 'Ana Moss' },
      note: 'The byline was wrong.',
    });
    await actOn(database.pool, corrected.code, 'redact', { fields: ['headline'], reasonClass: 'safety' });
    await actOn(database.pool, killed.code, 'kill', { replacement: corrected.code });
    await actOn(database.pool, held.code, 'hold');
    await actOn(database.pool, removed.code, 'kill', { reasonClass: 'legal' });
    await heard(removed.code, 451);
    for (const { code } of [corrected, killed, held, removed]) {
      const data = JSON.parse((await get(`/${code}.json`)).text());
      validate(data);
      expect(validate.errors).toBe(null);
      expect(data.edNote).toMatch(/.{20}/);
    }
  });

  it('names the story in its place, with its present headline', async () => {
    const [story, instead] = [take('en'), take('en')];
    await actOn(database.pool, story.code, 'kill', {
      replacement: instead.code,
      note: 'It was filed twice.',
      reasonClass: 'duplicate',
    });
    await heard(story.code, 410);
    const link = async () => dom(await get(pathOf(story))).querySelector('.instead a');
    expect((await link())?.getAttribute('href')).toBe(pathOf(instead));
    const text = bare(dom(await get(`/${story.code}`)).querySelector('main')?.textContent ?? '');
    expect(text).toMatch(
      /^.*No\. \d+ This story has been taken back Killed on .* Reason: published twice It was filed twice\./,
    );
    await actOn(database.pool, instead.code, 'update', { words: { headline: 'Quite another headline' } });
    await expect.poll(async () => (await link())?.textContent).toBe('Quite another headline');
    await actOn(database.pool, instead.code, 'hold');
    await expect.poll(async () => (await link())?.textContent).toBe(`No. ${instead.code}`);
  });

  it('still lists its acts with dates and classes, and only the sentence that says why it is gone', async () => {
    const story = take('en');
    await actOn(database.pool, story.code, 'correct', {
      words: { headline: 'Kastner did it' },
      note: 'It was Kastner who did it.',
    });
    await actOn(database.pool, story.code, 'kill', {
      reasonClass: 'inaccurate',
      note: 'Nothing of it was true.',
    });
    await heard(story.code, 410);
    const page = await get(`/en/history/${story.code}`);
    const acts = [...dom(page).querySelectorAll('.ledger li')].map((act) => bare(act.textContent ?? ''));
    expect(acts[0]).toMatch(/Killed by the desk Nothing of it was true\. Reason: inaccurate$/);
    expect(acts[1]).toMatch(/Corrected by the desk Reason: something was wrong$/);
    expect(acts[2]).toContain('Published by Lirven Telegraph Agency');
    expect(page.text()).not.toContain('Kastner');
  });

  it('comes back as it was after a release, and after a kill that was a mistake', async () => {
    const story = take('fr');
    // The foot names the record's head, which has grown.
    const shown = async () => dom(await get(pathOf(story))).querySelector('main')?.outerHTML;
    const before = await shown();
    await actOn(database.pool, story.code, 'hold');
    await heard(story.code, 503);
    await actOn(database.pool, story.code, 'release');
    await heard(story.code, 200);
    expect(await shown()).toBe(before);
    await actOn(database.pool, story.code, 'kill');
    await heard(story.code, 410);
    await actOn(database.pool, story.code, 'withdraw');
    await heard(story.code, 200);
    expect(await shown()).toBe(before);
  });

  it('leaves the front, its section, its topic, search and feeds at once, and the tape names it by its code', async () => {
    const story = take('en', ({ fields }) => fields.topics.length > 0 && fields.section !== '');
    const topic = story.fields.topics[0]?.slug as string;
    const word = encodeURIComponent(`"${story.fields.headline.split(' ').slice(0, 4).join(' ')}"`);
    const lists = [
      '/en/',
      `/en/section/${story.fields.section}`,
      `/en/topic/${topic}`,
      `/en/search?q=${word}`,
      '/en/feed.xml',
      '/en/feed.atom',
      '/en/feed.json',
    ];
    const address = `/${story.code}/${addressWords(story.fields.headline)}`;
    for (const list of lists.slice(1))
      expect([list, (await get(list)).text().includes(address)]).toEqual([list, true]);
    for (const [kind, label] of [
      ['hold', 'Held'],
      ['kill', 'Killed'],
    ] as const) {
      await actOn(database.pool, story.code, kind);
      await expect.poll(async () => (await get('/en/')).text()).toContain(`<b>${label}</b>`);
      for (const list of lists) {
        const page = (await get(list)).text();
        // A topic of which no story is left is not there.
        expect([list, page.includes(story.fields.headline), page.includes(address)]).toEqual([
          list,
          false,
          false,
        ]);
      }
      const entry = [...dom(await get('/en/')).querySelectorAll('.tape li')].find(
        (one) => one.querySelector('b')?.textContent === label,
      );
      expect(entry?.querySelector('a')?.getAttribute('href')).toBe(`/${story.code}`);
      expect(entry?.querySelector('a')?.textContent).toBe(`No. ${story.code}`);
    }
  });

  it('gives nothing away of what was never published', async () => {
    const { code } = await fileDraft(database);
    for (const path of [
      `/${code}`,
      `/en/${code}`,
      `/${code}.json`,
      `/en/v/${code}/1`,
      `/fa/history/${code}`,
      `/en/history/${code}?from=1&to=2`,
      '/en/v/999999/1',
    ]) {
      const answer = await get(path);
      const absent = await get(path.startsWith('/fa/') ? '/fa/999999' : '/999999');
      expect([path, answer.status, answer.text() === absent.text(), answer.headers.etag]).toEqual([
        path,
        404,
        true,
        absent.headers.etag,
      ]);
    }
  });
});

describe('a correction', () => {
  it('is told in the story, in all its forms, in the list of corrections, in its feeds and in the history', async () => {
    const story = take('en');
    const note = 'The count of the votes was wrong: it was 821.';
    await actOn(database.pool, story.code, 'correct', { words: { lead: 'It was 821 votes.' }, note });
    await expect.poll(async () => (await get(`/${story.code}.txt`)).text()).toContain(note);
    const page = dom(await get(pathOf(story)));
    expect(bare(page.querySelector('.notices')?.textContent ?? '')).toMatch(
      /^Correction \d+ \w+ \d{4}, \d\d:\d\d The count of the votes was wrong: it was 821\. History of this story$/,
    );
    expect(page.querySelector('.credits time')?.textContent).toMatch(/^Corrected /);
    const jsonLd = JSON.parse(page.querySelector('script')?.textContent ?? '');
    expect(jsonLd.correction).toMatchObject([{ '@type': 'CorrectionComment', text: note }]);
    expect(jsonLd.version).toBe(2);
    for (const path of [
      `${pathOf(story)}/lite`,
      `${pathOf(story)}/print`,
      '/en/corrections',
      `/en/history/${story.code}`,
    ])
      expect([path, (await get(path)).text().includes(note)]).toEqual([path, true]);
    const data = JSON.parse((await get(`/${story.code}.json`)).text());
    expect([data.version, data.pubStatus, data.edNote]).toEqual(['2', 'usable', `Correction: ${note}`]);
    for (const name of ['feed.xml', 'feed.atom', 'feed.json']) {
      const text = (await get(`/en/corrections/${name}`)).text();
      expect(text).toContain(note);
      expect(text).toMatch(new RegExp(`/en/history/${story.code}#act-\\d+`));
      expect(parseFeed(text).format).toBe(
        { 'feed.xml': 'rss', 'feed.atom': 'atom', 'feed.json': 'json' }[name],
      );
    }
    for (const name of ['feed.xml', 'feed.atom', 'feed.json'])
      expect([name, (await get(`/en/${name}`)).text().includes(note)]).toEqual([name, true]);
    expect((await get('/en/')).text()).toContain('<b>Correction</b>');
  });

  it('that was wrong gives way to the words before it, and says so', async () => {
    const story = take('en');
    await actOn(database.pool, story.code, 'correct', { words: { byline: 'Somebody Else' } });
    await actOn(database.pool, story.code, 'withdraw', { note: 'The byline had been right.' });
    await expect
      .poll(async () => (await get(`/${story.code}.txt`)).text())
      .toContain('The byline had been right.');
    const labels = [...dom(await get(pathOf(story))).querySelectorAll('.notices b')].map(
      (label) => label.textContent,
    );
    expect(labels).toEqual(['Change withdrawn']);
    const compared = dom(await get(`/en/history/${story.code}?from=1&to=3`));
    expect(bare(compared.querySelector('main')?.textContent ?? '')).toContain(
      'The two versions have the same words.',
    );
  });

  it('keeps the page within its budget, and the style with it', async () => {
    const story = take('en');
    for (let at = 1; at <= 30; at++)
      await actOn(database.pool, story.code, 'correct', {
        words: { byline: `Reporter ${at}` },
        note: `${at} was the wrong number of reporters in the story.`,
      });
    await expect.poll(async () => (await get(`/${story.code}.txt`)).text()).toContain('Reporter 30');
    const zipped = { 'accept-encoding': 'gzip' };
    expect((await get(pathOf(story), zipped)).body.length).toBeLessThanOrEqual(18 * 1024);
    expect((await get(`${pathOf(story)}/lite`, zipped)).body.length).toBeLessThanOrEqual(12 * 1024);
    expect((await get(`/en/history/${story.code}`, zipped)).body.length).toBeLessThanOrEqual(18 * 1024);
    expect((await get(`/en/history/${story.code}/lite`, zipped)).body.length).toBeLessThanOrEqual(12 * 1024);
    const notices = dom(await get(pathOf(story))).querySelectorAll('.notice');
    expect(notices).toHaveLength(3);
    const first = dom(await get('/en/corrections'));
    const older = first.querySelector('a[rel=next]')?.getAttribute('href') as string;
    const codesOf = (document: typeof first) =>
      [...document.querySelectorAll('.ledger article')].map(({ id }) => id);
    const second = codesOf(dom(await get(older)));
    expect(second.length).toBeGreaterThan(0);
    expect(codesOf(first).filter((id) => second.includes(id))).toEqual([]);
    expect((await get('/fr/corrections?after=x')).status).toBe(400);
  });
});

describe('one version', () => {
  it('has the same bytes after every other act, and its own address in its own language alone', async () => {
    const story = take('fa');
    const path = `/fa/v/${story.code}/1`;
    const before = await get(path);
    expect([before.status, dom(before).querySelectorAll('.today, .translations, .briefs').length]).toEqual([
      200, 0,
    ]);
    await actOn(database.pool, story.code, 'correct', {
      words: { headline: 'عنوان دیگر' },
      note: 'عنوان نادرست بود.',
    });
    await actOn(database.pool, story.code, 'hold');
    await heard(story.code, 503);
    await actOn(database.pool, story.code, 'release');
    await heard(story.code, 200);
    const after = await get(path);
    expect([after.text(), after.headers.etag]).toEqual([before.text(), before.headers.etag]);
    const second = await get(`/fa/v/${story.code}/2`);
    expect(second.text()).toContain('عنوان نادرست بود.');
    for (const [from, to] of [
      [`/en/v/${story.code}/1`, path],
      [`/en/history/${story.code}`, `/fa/history/${story.code}`],
      [`/en/history/${story.code}?from=1&to=2&x=y`, `/fa/history/${story.code}?from=1&to=2`],
      ['/en/corrections/', '/en/corrections'],
    ] as const) {
      const answer = await get(from);
      expect([from, answer.status, answer.headers.location]).toEqual([from, 302, to]);
    }
    expect((await get(`/fa/v/${story.code}/3`)).status).toBe(404);
    await actOn(database.pool, story.code, 'redact', { fields: ['lead'], reasonClass: 'privacy' });
    await expect.poll(async () => (await get(path)).headers.etag).not.toBe(before.headers.etag);
    expect((await get(path)).text()).not.toContain(story.fields.lead);
  });
});

describe('a redaction of some fields', () => {
  it('leaves a gap with its class and date in every form, and a neutral phrase in every list', async () => {
    const story = take('en', ({ fields }) => fields.section !== '' && fields.topics.length > 0);
    await actOn(database.pool, story.code, 'redact', {
      fields: ['headline', 'byline', 'topics'],
      reasonClass: 'privacy',
      note: 'A court ordered it.',
    });
    await expect.poll(async () => (await get(`/${story.code}.txt`)).text()).toContain('[Headline removed]');
    const path = `/en/${story.code}/-`;
    const gap = /Headline removed by law on \d+ \w+ \d{4} \(privacy\)/;
    for (const form of [
      path,
      `${path}/print`,
      `${path}/lite`,
      `/${story.code}.txt`,
      `/${story.code}.json`,
      `/en/v/${story.code}/1`,
    ]) {
      const answer = await get(form);
      expect([form, answer.status]).toEqual([form, 200]);
      expect(answer.text()).toMatch(gap);
      expect(answer.text()).not.toMatch(/undefined|<h1[^>]*><\/h1>|<title> –/);
      for (const gone of [story.fields.headline, story.fields.byline])
        expect(answer.text()).not.toContain(gone);
    }
    expect(dom(await get(path)).querySelector('h1')?.textContent).toBe('[Headline removed]');
    expect(dom(await get(path)).querySelector('title')?.textContent).toContain('[Headline removed]');
    for (const list of [
      `/en/section/${story.fields.section}`,
      '/en/feed.xml',
      '/en/corrections',
      '/en/corrections/feed.json',
    ])
      expect([list, (await get(list)).text().includes('[Headline removed]')]).toEqual([list, true]);
    await actOn(database.pool, story.code, 'correct', { words: { headline: 'A headline that may stand' } });
    await expect
      .poll(async () => (await get(`/${story.code}.txt`)).text())
      .toContain('A headline that may stand');
    const compared = bare(
      dom(await get(`/en/history/${story.code}?from=1&to=2`)).querySelector('.of-headline')?.textContent ??
        '',
    );
    expect(compared).toMatch(/^headline Version 1: Headline removed by law on/);
  });
});

describe('a comparison', () => {
  it('holds both texts to the word, right to left, and says in words what is gone and what is new', async () => {
    const story = take('fa');
    const changed = JSON.parse(
      JSON.stringify(story.fields.body).replace(/است/g, 'نیست').replace('به', 'از (from London) به'),
    ) as StoryText;
    // The sample's pictures have names of their own there.
    const body = { ...changed, content: changed.content.filter(({ type }) => type !== 'image') };
    await actOn(database.pool, story.code, 'correct', { words: { body } });
    const { id } = (await findStoryByCode(database.pool, story.code)) as { id: number };
    const [older, newer] = await Promise.all(
      [1, 2].map((version) => readVersion(database.pool, id, version)),
    );
    const address = `/fa/history/${story.code}?from=1&to=2`;
    await expect.poll(async () => (await get(address)).status).toBe(200);
    for (const [but, version] of [
      ['ins', older],
      ['del', newer],
    ] as const) {
      const document = dom(await get(address));
      for (const node of document.querySelectorAll(`${but}, .unseen, .of-body .label, .of-body .meta`))
        node.remove();
      expect(bare(document.querySelector('.of-body')?.textContent ?? '')).toBe(
        bare(plainText(version?.fields.body as StoryText)),
      );
    }
    const page = dom(await get(address));
    expect(bare(page.querySelector('.of-body del')?.textContent ?? '')).toMatch(
      /^\[حذف‌شده: .* \]$|^\[حذف‌شده: .*\]$/,
    );
    expect(page.querySelectorAll('.of-body ins').length).toBeGreaterThan(0);
    expect(page.documentElement.getAttribute('dir')).toBe('rtl');
  });

  it('of versions that the story does not have is refused in the reader’s language', async () => {
    const story = take('fr');
    for (const query of [
      'from=1&to=9',
      'from=0&to=1',
      'from=x&to=1',
      'from=1&to=01',
      'from=-1',
      'to=99999999999999999999',
    ]) {
      const answer = await get(`/fr/history/${story.code}?${query}`);
      expect([query, answer.status, dom(answer).documentElement.getAttribute('lang')]).toEqual([
        query,
        400,
        'fr',
      ]);
      expect(answer.text()).toContain('Cette dépêche en a de 1 à 1');
    }
    expect((await get(`/fr/history/${story.code}?from=1&to=1`)).text()).toContain(
      'une seule et même version',
    );
    expect((await get(`/fr/history/${story.code}?utm_source=x`)).status).toBe(200);
  });
});

describe('a picture', () => {
  it('is public as long as a story is that shows it', async () => {
    const story = take('fr', withUnusedPicture);
    const page = dom(await get(pathOf(story)));
    const address = page.querySelector('main figure img')?.getAttribute('src') as string;
    const hash = address.split('/')[2] as string;
    const { rows } = await database.pool.query<{ code: number }>(
      `select code from picture_uses join stories on stories.id = story_id where sha256 = decode($1, 'hex')`,
      [hash],
    );
    const users = rows.map(({ code }) => code);
    unused.splice(0, unused.length, ...unused.filter(({ code }) => !users.includes(code)));
    const shown = await get(address);
    expect([shown.status, shown.headers['cache-control'], shown.headers['content-type']]).toEqual([
      200,
      'no-cache',
      'image/jpeg',
    ]);
    const steps: [Parameters<typeof actOn>[2], object, number][] = [
      ['hold', {}, 503],
      ['release', {}, 200],
      ['kill', {}, 410],
      ['kill', { reasonClass: 'legal' }, 451],
    ];
    for (const [kind, order, status] of steps) {
      for (const code of users) await actOn(database.pool, code, kind, order);
      await expect.poll(async () => (await get(address)).status).toBe(status);
      expect((await get(address)).headers['retry-after']).toBe(status === 503 ? '300' : undefined);
    }
    await database.pool.query(`delete from picture_uses where sha256 = decode($1, 'hex')`, [hash]);
    const absent = await get('/999999');
    for (const path of [address, `/picture/${'0'.repeat(64)}/320.jpg`])
      expect([(await get(path)).status, (await get(path)).text() === absent.text()]).toEqual([404, true]);
  });
});

describe('in a reader’s browser', () => {
  it('no page of the record breaks a rule that axe knows, or scrolls sideways, in either direction and light', async () => {
    const browser = await openBrowser();
    if (!browser) return;
    const [en, fa, killed, held, removed] = [take('en'), take('fa'), take('en'), take('fa'), take('fa')];
    for (const { code, lang } of [en, fa]) {
      const byline = lang === 'en' ? 'Somebody Else' : 'کسی دیگر';
      await actOn(database.pool, code, 'correct', {
        words: { byline },
        note: lang === 'en' ? 'It was wrong.' : 'نادرست بود.',
      });
      await actOn(database.pool, code, 'redact', { fields: ['headline', 'credit'], reasonClass: 'rights' });
    }
    await actOn(database.pool, killed.code, 'kill', { replacement: en.code });
    await actOn(database.pool, held.code, 'hold');
    await actOn(database.pool, removed.code, 'kill', { reasonClass: 'legal' });
    await heard(removed.code, 451);
    const paths = [en, fa].flatMap(({ lang, code }) => [
      `/${code}`,
      `/${lang}/${code}/-/lite`,
      `/${lang}/v/${code}/2`,
      `/${lang}/history/${code}`,
      `/${lang}/history/${code}?from=1&to=2`,
      `/${lang}/history/${code}/lite`,
      `/${lang}/history/${code}/lite?from=1&to=2`,
      `/${lang}/corrections`,
    ]);
    const gone = [killed, held, removed].flatMap(({ lang, code }) => [
      `/${code}`,
      `/${lang}/history/${code}`,
    ]);
    const found: string[] = [];
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme });
        const page = await context.newPage();
        for (const path of [...paths, ...gone]) {
          await page.goto(program.url + path);
          await page.evaluate('document.fonts.ready');
          for (const one of await violations(page)) found.push(`${path} ${colorScheme}: ${one}`);
          const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
          if (overflow !== 0) found.push(`${path}: ${overflow} px too wide`);
        }
        await context.close();
      }
    } finally {
      await browser.close();
    }
    expect(found).toEqual([]);
  });
});
