/** The desk through the front door: what two editors, a reporter and a stranger can do to a story. */
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Asker, askerWith } from '../../test/asker.ts';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { agency, storyFields as invented } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import type { Grant } from '../people/policy.ts';
import { readHistory } from '../record/read-history.ts';
import { verifyRecord } from '../record/verify-record.ts';
import { repairText } from '../repair/repair.ts';
import { fireDueActs } from '../stories/fire-due-acts.ts';
import { paragraphs } from '../text/story-text.ts';
import type { ActAsk, DeskStory } from './desk-api.ts';

const storyFields = invented();

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

/** Whatever is no JSON is answered as its words. */
async function signedIn(name: string, grants: Grant[]): Promise<Asker> {
  const ask = await askerWith(built, grants, { name });
  return async (method, url, payload) => {
    const answer = await ask(method, `desk/${url}`, payload);
    return { ...answer, json: answer.json ?? answer.text };
  };
}

const chief = () => signedIn('Ana Moss', everywhereAs('chief'));

/** A story with a whole draft. */
async function filed(ask: Asker, words = {}): Promise<number> {
  const { json } = await ask('POST', 'stories', { lang: 'en', desk: 'main' });
  const saved = await ask('PUT', `stories/${json.id}/draft`, {
    fields: { ...storyFields, ...words },
    revision: 1,
    tab: 'a',
  });
  expect(saved.status).toBe(200);
  return json.id;
}

async function read(ask: Asker, id: number): Promise<DeskStory> {
  return (await ask('GET', `stories/${id}`)).json;
}

async function act(ask: Asker, id: number, order: Partial<ActAsk> & Pick<ActAsk, 'kind'>) {
  const { acts } = await read(ask, id);
  return ask('POST', `stories/${id}/acts`, { basedOn: acts.at(-1)?.actId ?? null, ...order });
}

test('files, publishes and corrects a story; the record holds', async () => {
  const ask = await chief();
  const id = await filed(ask);
  expect((await read(ask, id)).row).toMatchObject({
    stage: 'draft',
    state: null,
    changedBy: 'Ana Moss',
    version: 0,
  });
  const published = await act(ask, id, { kind: 'publish', now: true });
  expect(published.json).toMatchObject({ done: { version: 1 } });
  const before = await read(ask, id);
  expect(before).toMatchObject({ revision: 0, row: { stage: null, state: 'public' } });
  await ask('PUT', `stories/${id}/draft`, {
    fields: { ...before.fields, headline: 'Storm shuts the port' },
    revision: 0,
    tab: 'a',
  });
  expect((await read(ask, id)).row).toMatchObject({
    stage: 'draft',
    state: 'public',
    headline: 'Storm shuts the port',
  });
  const difference = await ask('GET', `stories/${id}/difference`);
  expect(difference.json.fields).toMatchObject([{ field: 'headline', kind: 'words' }]);
  const corrected = await act(ask, id, { kind: 'correct', note: 'A word was wrong.', now: true });
  expect(corrected.json).toMatchObject({ done: { version: 2 } });
  const findings: unknown[] = [];
  await verifyRecord(database.pool, (finding) => findings.push(finding));
  expect(findings).toEqual([]);
});

test('an act waits ten seconds in which it can be undone, and in which its draft stands still', async () => {
  const ask = await chief();
  const id = await filed(ask);
  const { json } = await act(ask, id, { kind: 'publish' });
  expect(json).toEqual({
    waiting: { id: expect.any(Number), dueAt: '2026-03-14T12:00:10.000Z', undoable: true },
  });
  expect((await read(ask, id)).row.due).toMatchObject({ kind: 'publish', undoable: true });
  const saved = await ask('PUT', `stories/${id}/draft`, { fields: storyFields, revision: 2, tab: 'a' });
  expect(saved).toMatchObject({ status: 409, json: { error: { kind: 'act-waits' } } });
  expect((await ask('DELETE', `stories/${id}/scheduled/${json.waiting.id}`)).status).toBe(204);
  expect((await ask('DELETE', `stories/${id}/scheduled/${json.waiting.id}`)).json.error.kind).toBe(
    'already-done',
  );
  expect(
    (await ask('PUT', `stories/${id}/draft`, { fields: storyFields, revision: 2, tab: 'a' })).status,
  ).toBe(200);
  await act(ask, id, { kind: 'publish' });
  now = new Date('2026-03-14T12:00:09Z');
  expect(await fireDueActs({ pool: database.pool, agency, clock: () => now, tell: () => undefined })).toBe(0);
  now = new Date('2026-03-14T12:00:10Z');
  expect(await fireDueActs({ pool: database.pool, agency, clock: () => now, tell: () => undefined })).toBe(1);
  expect((await read(ask, id)).row).toMatchObject({ state: 'public', due: null, version: 1 });
  // Ten seconds of thinking again are no time for which anything was scheduled.
  expect(await readHistory(database.pool, id)).toMatchObject([{ kind: 'publish', dueAt: null }]);
});

test('“now” skips the wait; a flash, a hold and a kill have none', async () => {
  const ask = await chief();
  const id = await filed(ask);
  const { json } = await act(ask, id, { kind: 'publish' });
  expect((await ask('POST', `stories/${id}/scheduled/${json.waiting.id}/now`)).json).toMatchObject({
    done: { version: 1 },
  });
  expect(await readHistory(database.pool, id)).toMatchObject([{ kind: 'publish', dueAt: null }]);
  expect((await act(ask, id, { kind: 'hold' })).json).toHaveProperty('done');
  expect(
    (await act(ask, id, { kind: 'kill', reasonClass: 'inaccurate', note: 'It was not so.' })).json,
  ).toHaveProperty('done');
  const flash = await filed(ask, { lead: '', body: paragraphs() });
  expect((await act(ask, flash, { kind: 'publish', flash: true })).json).toHaveProperty('done');
});

test('of two editors who press publish in the same second one wins, and the other sees what happened', async () => {
  const [ana, ben] = [await chief(), await signedIn('Ben Ode', everywhereAs('editor'))];
  const id = await filed(ana);
  const outcomes = await Promise.all([
    ana('POST', `stories/${id}/acts`, { kind: 'publish', basedOn: null, now: true }),
    ben('POST', `stories/${id}/acts`, { kind: 'publish', basedOn: null, now: true }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = outcomes.find(({ status }) => status === 409);
  expect(lost?.json.error.sentence).toMatch(/faster|published already/);
  expect(lost?.json.error.sentence).toMatch(/by (Ana Moss|Ben Ode)/);
});

test('who saves over something else is told what is there, and both texts are kept', async () => {
  const [ana, ben] = [await chief(), await signedIn('Ben Ode', everywhereAs('reporter'))];
  const id = await filed(ana);
  await ana('PUT', `stories/${id}/draft`, {
    fields: { ...storyFields, headline: 'Ana’s' },
    revision: 2,
    tab: 'a',
  });
  const lost = await ben('PUT', `stories/${id}/draft`, {
    fields: { ...storyFields, headline: 'Ben’s' },
    revision: 2,
    tab: 'b',
  });
  expect(lost).toMatchObject({
    status: 409,
    json: { present: { revision: 3, savedBy: 'Ana Moss', fields: { headline: 'Ana’s' } } },
  });
  await ben('POST', `stories/${id}/copies`, {
    fields: { ...storyFields, headline: 'Ben’s' },
    why: 'saved-since',
  });
  expect((await read(ana, id)).copies).toMatchObject([{ by: 'Ben Ode', fields: { headline: 'Ben’s' } }]);
});

test('one tab has the pen; another can take it, and a silent one loses it', async () => {
  const [ana, ben] = [await chief(), await signedIn('Ben Ode', everywhereAs('reporter'))];
  const id = await filed(ana);
  expect((await ana('POST', `stories/${id}/open`, { tab: 'a', write: true })).json).toMatchObject({
    mine: true,
  });
  expect((await ben('POST', `stories/${id}/open`, { tab: 'b', write: true })).json).toMatchObject({
    mine: false,
    pen: { name: 'Ana Moss' },
  });
  expect((await read(ana, id)).row.openBy).toMatchObject([
    { name: 'Ana Moss', writing: true },
    { name: 'Ben Ode', writing: false },
  ]);
  expect((await ben('POST', `stories/${id}/open`, { tab: 'b', write: true, take: true })).json.mine).toBe(
    true,
  );
  expect((await ana('POST', `stories/${id}/open`, { tab: 'a', write: true })).json.mine).toBe(false);
  now = new Date(now.getTime() + 40_000);
  expect((await ana('POST', `stories/${id}/open`, { tab: 'a', write: true })).json.mine).toBe(true);
});

test('nobody closes, or answers for, a tab at which another sits', async () => {
  const [ana, ben] = [await chief(), await signedIn('Ben Ode', everywhereAs('reporter'))];
  const id = await filed(ana);
  expect((await ana('POST', `stories/${id}/open`, { tab: 'a', write: true })).json.mine).toBe(true);
  expect((await ben('DELETE', `stories/${id}/open?tab=a`)).status).toBe(204);
  expect((await read(ana, id)).row.openBy).toMatchObject([{ name: 'Ana Moss', writing: true }]);
  // One browser, another person: the tab is his now, and says so.
  await ben('POST', `stories/${id}/open`, { tab: 'a', write: false });
  expect((await read(ana, id)).row.openBy).toMatchObject([{ name: 'Ben Ode', writing: false }]);
});

test('a role counts on its desk and in its language alone', async () => {
  const ana = await chief();
  const id = await filed(ana);
  const reporter = await signedIn('Rep', everywhereAs('reporter'));
  expect((await act(reporter, id, { kind: 'publish' })).status).toBe(403);
  const elsewhere = await signedIn('Sub', [
    { role: 'sub-editor', desk: 'sport', lang: null },
    { role: 'sub-editor', desk: null, lang: 'fa' },
  ]);
  expect((await elsewhere('GET', `stories/${id}`)).json.error.kind).toBe('not-allowed');
  expect((await elsewhere('GET', 'rows')).json).toEqual({ rows: [], total: 0 });
  const sub = await signedIn('Sub', [{ role: 'sub-editor', desk: 'main', lang: 'en' }]);
  expect((await act(sub, id, { kind: 'publish', flash: true })).json.error.sentence).toContain('act.flash');
  expect((await act(sub, id, { kind: 'publish', now: true })).status).toBe(200);
  expect((await act(sub, id, { kind: 'kill', reasonClass: 'inaccurate' })).json.error.kind).toBe(
    'not-allowed',
  );
});

test('a reporter hands on by one stage; others place as they like', async () => {
  const [ana, rep] = [await chief(), await signedIn('Rep', everywhereAs('reporter'))];
  const id = await filed(rep);
  expect((await rep('PUT', `stories/${id}/place`, { stage: 'in-review' })).status).toBe(200);
  expect((await rep('PUT', `stories/${id}/place`, { stage: 'incoming' })).status).toBe(403);
  expect((await rep('PUT', `stories/${id}/place`, { priority: 1 })).status).toBe(403);
  expect((await rep('PUT', `stories/${id}/place`, { slug: 'port storm' })).status).toBe(200);
  const until = '2026-03-20T08:00:00Z';
  expect((await rep('PUT', `stories/${id}/place`, { embargoUntil: until })).status).toBe(200);
  expect((await rep('PUT', `stories/${id}/place`, { embargoUntil: null })).status).toBe(403);
  expect((await rep('PUT', `stories/${id}/place`, { embargoUntil: '2026-03-19T08:00:00Z' })).status).toBe(
    403,
  );
  expect((await act(ana, id, { kind: 'publish' })).json.error.sentence).toContain(
    'under embargo until 20 March 2026 at 09:00:00',
  );
  expect((await ana('PUT', `stories/${id}/place`, { embargoUntil: null })).status).toBe(200);
  expect((await ana('PUT', `stories/${id}/place`, { stage: 'incoming', priority: 1 })).status).toBe(200);
  expect((await ana('PUT', `stories/${id}/place`, { stage: 'nowhere' })).json.error.sentence).toContain(
    'in-review',
  );
  expect((await read(ana, id)).row).toMatchObject({ stage: 'incoming', priority: 1, slug: 'port storm' });
});

test('preflight names what is missing, in order, and an act is refused where it says stop', async () => {
  const ask = await chief();
  const id = await filed(ask, {
    headline: '',
    dateline: '',
    lead: 'The mayor spoke inTehran onSaturday.',
    body: {
      type: 'doc',
      content: [
        {
          type: 'image',
          attrs: {
            picture: null,
            src: null,
            alt: '',
            caption: 'The port',
            credit: '',
            width: null,
            height: null,
          },
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      ],
    },
  });
  const { json } = await ask('GET', `stories/${id}/preflight`);
  const failed = json.checks.filter(({ outcome }: { outcome: string }) => outcome !== 'held');
  expect(failed.map(({ rule, outcome }: { rule: string; outcome: string }) => `${rule} ${outcome}`)).toEqual([
    'headline stop',
    'dateline look',
    'alt stop',
    'glued look',
    'glued look',
    'links stop',
  ]);
  expect((await act(ask, id, { kind: 'publish' })).json.error).toMatchObject({ kind: 'not-ready' });
  await ask('PUT', `stories/${id}/place`, { legal: true });
  const legal = await ask('GET', `stories/${id}/preflight`);
  expect(legal.json.checks).toContainEqual(expect.objectContaining({ rule: 'legal', outcome: 'stop' }));
});

test('preflight looks at headline and lead as at the text, and says which and how to write it', async () => {
  const ask = await chief();
  const id = await filed(ask, {
    headline: 'Port shuts next week',
    lead: 'It shut inHalim yesterday, on 2 May 2019 as before.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'It opens tomorrow.' }] }],
    },
  });
  const { json } = await ask('GET', `stories/${id}/preflight`);
  const looks = json.checks.filter(({ outcome }: { outcome: string }) => outcome === 'look');
  expect(
    looks.map(({ rule, field, words }: Record<string, string>) => [rule, field, words].join(' ')),
  ).toEqual([
    'glued lead inHalim',
    'dates headline next week',
    'dates lead yesterday',
    'dates body tomorrow',
  ]);
  expect(looks[0].sentence).toBe('In the lead “\u2068inHalim\u2069” looks glued: “\u2068in Halim\u2069”?');
  expect(looks[2].sentence).toMatch(
    /^In the lead “\u2068yesterday\u2069” says no date that will still be one in a year: write “\u2068\d{1,2} \p{L}+ \d{4}\u2069”\.$/u,
  );
  expect(looks[3].sentence).toMatch(/^In the text “\u2068tomorrow\u2069” says .+: resolve it\.$/);
});

test('preflight finds what the line beside the text counts: the house’s style too', async () => {
  const ask = await chief();
  const fields = {
    headline: 'Ships wait off  Lirven',
    lead: '"Well," he said inHalim.',
    body: paragraphs('They met  at noon...', 'Nothing here.'),
  };
  const id = await filed(ask, fields);
  const texts = [fields.headline, fields.lead, 'They met  at noon...', 'Nothing here.'];
  const line = (await ask('POST', 'glued', { texts, lang: 'en' })).json.glued.flat();
  const { json } = await ask('GET', `stories/${id}/preflight`);
  const looks = json.checks.filter(({ rule }: { rule: string }) => ['glued', 'style'].includes(rule));
  expect(looks).toEqual([
    {
      rule: 'glued',
      outcome: 'look',
      sentence: 'In the lead “\u2068inHalim\u2069” looks glued: “\u2068in Halim\u2069”?',
      field: 'lead',
      words: 'inHalim',
    },
    {
      rule: 'style',
      outcome: 'look',
      sentence: `In ${line.length - 1} places the house writes otherwise, first in the headline: \u2068␣␣\u2069 → \u2068␣\u2069`,
      field: 'headline',
      words: '  ',
    },
  ]);
  expect(line.length).toBe(5);
  await ask('PUT', `stories/${id}/draft`, {
    fields: { ...storyFields, lead: 'He left...' },
    revision: (await read(ask, id)).revision,
    tab: 'a',
  });
  const one = await ask('GET', `stories/${id}/preflight`);
  expect(one.json.checks).toContainEqual(
    expect.objectContaining({
      rule: 'style',
      sentence: 'In the lead the house writes otherwise: \u2068...\u2069 → \u2068…\u2069',
    }),
  );
});

test('a follow-up, a copy and a translation begin from what is public', async () => {
  const ask = await chief();
  const id = await filed(ask);
  await act(ask, id, { kind: 'publish', now: true });
  const translation = await ask('POST', 'stories', {
    lang: 'fa',
    desk: 'main',
    from: { id, as: 'translation' },
  });
  const read1 = await read(ask, translation.json.id);
  expect(read1).toMatchObject({
    source: { id, lang: 'en', atVersion: 1, version: 1 },
    translations: [{ id, lang: 'en' }],
  });
  const copy = await ask('POST', 'stories', { lang: 'en', desk: 'main', from: { id, as: 'copy' } });
  expect((await read(ask, copy.json.id)).fields.headline).toBe(storyFields.headline);
  const next = await ask('POST', 'stories', { lang: 'en', desk: 'main', from: { id, as: 'follow-up' } });
  expect((await read(ask, next.json.id)).fields).toMatchObject({
    headline: '',
    dateline: storyFields.dateline,
  });
});

test('notes stay in the building', async () => {
  const ask = await chief();
  const id = await filed(ask);
  await ask('POST', `stories/${id}/notes`, { text: 'Quixotic-marmoset called twice.' });
  expect((await read(ask, id)).notes).toMatchObject([
    { by: 'Ana Moss', text: 'Quixotic-marmoset called twice.' },
  ]);
  await act(ask, id, { kind: 'publish', now: true });
  const { code } = (await read(ask, id)).row;
  for (const url of [
    `/${code}.txt`,
    `/${code}.json`,
    '/en/',
    '/en/feed.xml',
    `/en/history/${code}`,
    `/en/v/${code}/1`,
    '/en/search?q=marmoset',
    `/log/version/${code}/1`,
  ]) {
    const page = await built.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
    expect(page.body.toLowerCase()).not.toContain('quixotic-marmoset');
  }
  for (const as of ['full', 'lite', 'print', 'feed', 'wire']) {
    const shown = await ask('POST', `stories/${id}/preview`, { fields: storyFields, as });
    expect(shown.status).toBe(200);
    expect(JSON.stringify(shown.json)).toContain('port of Halim');
    expect(JSON.stringify(shown.json).toLowerCase()).not.toContain('quixotic-marmoset');
  }
});

test('a flash of a headline alone has no words in the list', async () => {
  const ask = await chief();
  const id = await filed(ask, { lead: '', body: { type: 'doc', content: [] } });
  expect((await read(ask, id)).row.words).toBe(0);
  expect((await act(ask, id, { kind: 'publish', flash: true, now: true })).status).toBe(200);
  expect((await read(ask, id)).row).toMatchObject({ state: 'public', words: 0 });
});

test('previews a draft with a picture that no reader has yet', async () => {
  const ask = await chief();
  const cookie = await cookieOf(built, await makePerson(database.pool, everywhereAs('reporter')));
  const payload = await sharp({ create: { width: 700, height: 400, channels: 3, background: '#345' } })
    .jpeg()
    .toBuffer();
  const headers = { cookie, 'content-type': 'image/jpeg' };
  const taken = await built.app.inject({ method: 'POST', url: '/api/desk/pictures', headers, payload });
  const { picture = taken.json().hash, width, height } = taken.json();
  const image = { picture, src: null, alt: 'A quay', caption: '', credit: '', width, height };
  const body = { type: 'doc', content: [{ type: 'image', attrs: image }] };
  const id = await filed(ask, { body });
  for (const as of ['full', 'print']) {
    const { json } = await ask('POST', `stories/${id}/preview`, { fields: { ...storyFields, body }, as });
    const [shown] = /\/(?:picture|api\/desk\/pictures)\/[^\s"]+/.exec(json) ?? [];
    expect(shown).toBe(`/api/desk/pictures/${picture}`);
    const answer = await built.app.inject({ url: shown as string, headers: { cookie } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg']);
  }
});

test('takes pictures for what they are', async () => {
  const cookie = await cookieOf(built, await makePerson(database.pool, everywhereAs('reporter')));
  const send = async (bytes: Buffer, type: string) => {
    const answer = await built.app.inject({
      method: 'POST',
      url: '/api/desk/pictures',
      headers: { cookie, 'content-type': type },
      payload: bytes,
    });
    return [answer.statusCode, answer.json().error?.kind ?? answer.json().width];
  };
  const pixels = Buffer.from(Array.from({ length: 900 * 600 * 3 }, (_, at) => (at * 7919) % 251));
  const image = sharp(pixels, { raw: { width: 900, height: 600, channels: 3 } });
  const jpeg = await image.jpeg().toBuffer();
  expect(await send(jpeg, 'image/jpeg')).toEqual([200, 900]);
  expect(await send(jpeg, 'image/png')).toEqual([200, 900]);
  expect(await send(jpeg.subarray(0, jpeg.length / 2), 'image/jpeg')).toEqual([422, 'picture-broken']);
  expect(
    await send(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'image/svg+xml',
    ),
  ).toEqual([422, 'no-svg']);
  expect(await send(Buffer.from('no picture'), 'image/jpeg')).toEqual([422, 'no-picture']);
});

test('what is asked about texts leaves the program without the word lists: they are in the thread’s memory alone', async () => {
  const ask = await chief();
  const id = await filed(ask, { lead: 'It shut inHalim yesterday.' });
  const preflight = await ask('GET', `stories/${id}/preflight`);
  const rules = preflight.json.checks.map(({ rule, words }: Record<string, string>) => `${rule} ${words}`);
  expect(rules).toEqual(expect.arrayContaining(['glued inHalim', 'dates yesterday']));
  const { glued } = (await ask('POST', 'glued', { lang: 'en', texts: ['He is inTehran.'] })).json;
  expect(glued[0]).toMatchObject([{ after: 'in Tehran' }]);
  const listed = () =>
    Object.keys(createRequire(import.meta.url).cache).filter((file) => /language-en/.test(file));
  expect(listed()).toEqual([]);
  // Where it is asked for here, it is here.
  repairText('He is inTehran.', 'en');
  expect(listed()).not.toEqual([]);
});

test('a question about texts has two million bytes at most, and is refused in the language of the screen', async () => {
  const ask = await askerWith(built, everywhereAs('chief'), { headers: { 'accept-language': 'fa' } });
  const words = 'a'.repeat(2 * 1024 * 1024);
  const questions = [
    ['paste', { lang: 'en', html: words }],
    ['glued', { lang: 'en', texts: [words] }],
    ['dates', { lang: 'en', body: { type: 'doc', content: [], words } }],
  ] as const;
  for (const [path, question] of questions) {
    const { status, json } = await ask('POST', `desk/${path}`, question);
    expect([path, status, json.error]).toEqual([
      path,
      413,
      { kind: 'too-large', sentence: 'بیش از اندازه بزرگ است.' },
    ]);
  }
});

test('pasted pages come in clean, with glued words pointed out', async () => {
  const ask = await chief();
  const { json } = await ask('POST', 'paste', {
    lang: 'en',
    html: `<html xmlns:o="urn"><body><!--StartFragment--><p class=MsoNormal style='color:red' onclick="x()">The mayor<o:p></o:p> spoke inTehran.</p>
      <script>alert(1)</script><p><b>Bold</b> and <a href="javascript:x()">bad</a> <a href="https://example.org/">good</a></p>
      <img src="data:image/png;base64,AAAA"><!--EndFragment--></body></html>`,
  });
  const text = JSON.stringify(json.body);
  expect(text).not.toMatch(/script|javascript|base64|Mso|onclick/);
  expect(text).toContain('https://example.org/');
  expect(json.glued).toMatchObject([{ before: 'inTehran', after: 'in Tehran' }]);
});

test('a person keeps views under names, in every browser, and nobody else sees them', async () => {
  const ask = await chief();
  const views = async (whose: Asker) => (await whose('GET', '../me/views')).json.views;
  expect(await views(ask)).toEqual([]);
  const mine = { filters: { desk: 'main', lang: 'fa', mine: true, text: '' }, shape: 'columns' };
  const at = `../me/views/${encodeURIComponent('شب / صبح')}`;
  expect((await ask('PUT', at, mine)).status).toBe(204);
  expect((await ask('PUT', at, { ...mine, shape: 'list' })).status).toBe(204);
  now = new Date('2026-03-14T12:00:01Z');
  expect((await ask('PUT', '../me/views/Night', { filters: {}, shape: 'list' })).status).toBe(204);
  expect(await views(ask)).toEqual([
    { ...mine, shape: 'list', name: 'شب / صبح' },
    { filters: {}, shape: 'list', name: 'Night' },
  ]);
  expect(await views(await signedIn('Rosa Field', everywhereAs('reporter')))).toEqual([]);
  expect((await ask('PUT', at, { filters: { desk: {} }, shape: 'list' })).status).toBe(400);
  expect((await ask('PUT', '../me/views/%00%20', mine)).status).toBe(400);
  expect((await ask('PUT', '../me/views/o%00dd', { ...mine, filters: { text: 'a\0b' } })).status).toBe(204);
  expect(await views(ask)).toContainEqual({ filters: { text: 'ab' }, shape: 'columns', name: 'odd' });
  expect((await ask('DELETE', '../me/views/o%00dd')).status).toBe(204);
  expect((await ask('DELETE', at)).status).toBe(204);
  for (let n = 0; n < 49; n++) await ask('PUT', `../me/views/v${n}`, mine);
  expect((await ask('PUT', '../me/views/one-more', mine)).json.error.kind).toBe('too-many-views');
  expect((await ask('PUT', '../me/views/v7', { ...mine, filters: {} })).status).toBe(204);
});

test('a flash that may not be sent leaves no draft behind', async () => {
  const grants: Grant[] = [
    { role: 'editor', desk: 'main', lang: 'en' },
    { role: 'reporter', desk: 'main', lang: 'fa' },
  ];
  const ask = await signedIn('Rosa Field', grants);
  const refused = await ask('POST', 'stories', { lang: 'fa', desk: 'main', template: 'flash', flash: true });
  expect([refused.status, refused.json.error.kind]).toEqual([403, 'not-allowed']);
  expect((await ask('GET', 'rows')).json.total).toBe(0);
  const made = await ask('POST', 'stories', { lang: 'en', desk: 'main', template: 'flash', flash: true });
  expect(made.status).toBe(200);
});
