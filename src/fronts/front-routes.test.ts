/** Fronts through the front door: who arranges them, what is refused, what readers get of it then, now and later. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { type Asker, askerWith } from '../../test/asker.ts';
import { type BuiltApp, buildApp, everywhereAs } from '../../test/built-app.ts';
import { agency, fileDraft, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { performAct } from '../stories/perform-act.ts';
import { publishStory } from '../stories/publish-story.ts';
import { findStoryByCode } from '../stories/story-store.ts';

const sections = [
  { slug: 'world', name: 'World' },
  { slug: 'sport', name: 'Sport' },
];
let database: TestDatabase;
let built: BuiltApp;
let ask: Asker;
let now = new Date('2026-03-14T12:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

beforeAll(async () => {
  database = await makeDatabase();
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

let codes: number[];
/** Every moment of a test is later than all of the one before. */
beforeEach(async () => {
  now = later(120);
  ask = await askerWith(built, everywhereAs('editor'), { name: 'Ana Moss' });
  codes = [];
  for (const headline of ['Bridge opens', 'Ferry sinks', 'Cup is won'])
    codes.push((await publishOne(database, { headline, section: 'world' })).code);
});

type Pin = Record<'slot' | 'headline', string> & { code: number; until: string | null; picture: boolean };
const pin = (slot: string, code: number, more: Partial<Pin> = {}): Pin => ({
  slot,
  code,
  until: null,
  headline: '',
  picture: true,
  ...more,
});

async function seen(front = 'en'): Promise<number> {
  return (await ask('GET', `desk/fronts/${front}`)).json.arrangement?.id ?? 0;
}

async function arrange(pins: Pin[], front = 'en') {
  return ask('PUT', `desk/fronts/${front}`, { pins, seen: await seen(front) });
}

async function page(path: string): Promise<string> {
  return (await built.app.inject({ url: path })).body;
}

/** Headlines of a page in the order in which they stand. */
async function headlines(path: string): Promise<string[]> {
  const html = await page(path);
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...main.matchAll(/<h2[^>]*>\s*<a[^>]*>([^<]+)</g)].map(([, words = '']) => words);
}

/** The same as a program says it that has heard of what happened. */
function freshHeadlines(path: string): Promise<string[]> {
  built.cache.dropAll();
  return headlines(path);
}

describe('an arrangement', () => {
  it('is what readers get, and the rest fills itself', async () => {
    const [bridge = 0, ferry = 0] = codes;
    expect((await freshHeadlines('/en/'))[0]).toBe('Cup is won');
    const made = await arrange([
      pin('lead', bridge, { headline: 'At last, a bridge' }),
      pin('second.2', ferry),
    ]);
    expect(made).toMatchObject({ status: 200, json: { by: 'Ana Moss', pins: [{ code: bridge }, {}] } });
    expect((await freshHeadlines('/en/')).slice(0, 3)).toEqual([
      'At last, a bridge',
      'Cup is won',
      'Ferry sinks',
    ]);
    expect(await page(`/en/${bridge}/bridge-opens`)).not.toContain('At last, a bridge');
    const { rows } = await database.pool.query(
      `select person_name, about from audit where what = 'front.arranged' order by id desc limit 1`,
    );
    expect(rows).toMatchObject([{ person_name: 'Ana Moss', about: { lang: 'en', codes: [bridge, ferry] } }]);
    expect(JSON.stringify(rows)).not.toContain('At last');
  });

  it('gives a section a lead of its own, and what stands beside it', async () => {
    const [bridge = 0, ferry = 0] = codes;
    expect(await page('/en/section/world')).toContain('class="top plain alone"');
    const made = await arrange([pin('lead', ferry), pin('second.1', bridge)], 'en?section=world');
    expect(made.status).toBe(200);
    expect((await freshHeadlines('/en/section/world')).slice(0, 3)).toEqual([
      'Ferry sinks',
      'Bridge opens',
      'Cup is won',
    ]);
    expect((await freshHeadlines('/en/'))[0]).not.toBe('Ferry sinks');
  });

  it('stands in the past as it was then, in both clocks', async () => {
    const [bridge = 0, ferry = 0] = codes;
    const [before, first, second] = [now, later(10), later(20)];
    now = first;
    await arrange([pin('lead', bridge, { headline: 'A bridge for Halim' })]);
    now = second;
    await arrange([pin('lead', ferry, { until: later(60).toISOString() })]);
    now = later(30);
    const leadAt = async (word: string, at: Date) => (await headlines(`/en/?${word}=${at.toISOString()}`))[0];
    for (const word of ['as-of', 'recorded']) {
      expect(await leadAt(word, new Date(first.getTime() - 1))).not.toBe('A bridge for Halim');
      expect(await leadAt(word, first)).toBe('A bridge for Halim');
      expect(await leadAt(word, second)).toBe('Ferry sinks');
      expect(await leadAt(word, new Date(before.getTime() + 80 * 60_000))).toBe('Cup is won');
    }
  });

  it('lets a place go when its time comes', async () => {
    const [bridge = 0] = codes;
    await arrange([pin('lead', bridge, { until: later(5).toISOString() })]);
    expect((await freshHeadlines('/en/'))[0]).toBe('Bridge opens');
    now = later(5);
    // The very address whose page was prepared before.
    expect((await headlines('/en/'))[0]).toBe('Cup is won');
  });

  it('lets a killed story go now, and says in the past that it was killed, without its words', async () => {
    const [, ferry = 0] = codes;
    await arrange([pin('lead', ferry, { headline: 'Ferry lost at sea' })]);
    const then = now;
    expect((await freshHeadlines('/en/'))[0]).toBe('Ferry lost at sea');
    now = later(1);
    await actOn(database.pool, ferry, 'kill', { reasonClass: 'inaccurate', now });
    expect((await freshHeadlines('/en/'))[0]).toBe('Cup is won');
    const past = await page(`/en/?as-of=${then.toISOString()}`);
    expect(past).not.toContain('Ferry lost at sea');
    expect(past).not.toContain(`/${ferry}/ferry`);
    expect(past).toMatch(new RegExp(`No\\. ${ferry}: .*[Kk]illed`));
  });

  it.each([
    ['redact', { fields: ['headline'], reasonClass: 'legal' }],
    ['kill', { reasonClass: 'legal' }],
  ] as const)('loses its own headline to a %s by law, in the past and on the desk', async (kind, order) => {
    const [, ferry = 0] = codes;
    const lost = `Ferry lost by ${kind}`;
    await arrange([pin('lead', ferry, { headline: lost })]);
    const then = now;
    now = later(1);
    await actOn(database.pool, ferry, kind, { ...order, now });
    expect(await page(`/en/?as-of=${then.toISOString()}`)).not.toContain(lost);
    expect((await ask('GET', 'desk/fronts/en/history')).text).not.toContain(lost);
    const { rows } = await database.pool.query(
      `select 1 from front_pins where headline <> '' and story_id =
      (select id from stories where code = $1)`,
      [ferry],
    );
    expect(rows).toEqual([]);
  });

  it('waits for a kill that is under way, and is refused after it, so that no headline outlives it', async () => {
    const [, ferry = 0] = codes;
    const story = await findStoryByCode(database.pool, ferry);
    const [begun, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const killed = inTransaction(database.pool, async (db) => {
      const order = { kind: 'kill', reasonClass: 'legal', by: 'Ana Moss', storyId: story?.id ?? 0 } as const;
      expect((await performAct({ db, agency, now }, order)).ok).toBe(true);
      begun.resolve();
      await ending.promise;
    });
    const waiting = async () =>
      (
        await database.pool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for share'`,
        )
      ).rowCount;
    await begun.promise;
    const before = await seen();
    const arranged = ask('PUT', 'desk/fronts/en', {
      pins: [pin('lead', ferry, { headline: 'Ferry lost to a race' })],
      seen: before,
    });
    await expect.poll(waiting).toBe(1);
    ending.resolve();
    await killed;
    expect((await arranged).json.error.kind).toBe('not-on-the-site');
    expect(await seen()).toBe(before);
  });

  it('is never changed in the database, nor a headline taken that no law took', async () => {
    const [bridge = 0] = codes;
    await arrange([pin('lead', bridge, { headline: 'At last, a bridge' })]);
    for (const statement of [
      `update front_pins set headline = ''`,
      `update front_pins set slot = 'second.1'`,
      'delete from front_pins',
      'truncate front_pins',
      'update front_arrangements set made_at = now()',
      'delete from front_arrangements',
    ])
      await expect(database.pool.query(statement)).rejects.toThrow(/append-only|refused|cannot/);
  });
});

describe('the desk', () => {
  it('refuses what would be put over somebody else’s arrangement, and says whose', async () => {
    const [bridge = 0, ferry = 0] = codes;
    const before = await seen();
    const other = await askerWith(built, everywhereAs('chief'), { name: 'Lina Oss' });
    const theirs = await other('PUT', 'desk/fronts/en', { pins: [pin('lead', ferry)], seen: before });
    expect(theirs.status).toBe(200);
    const mine = await ask('PUT', 'desk/fronts/en', { pins: [pin('lead', bridge)], seen: before });
    expect([mine.status, mine.json.error.kind]).toEqual([409, 'front-changed']);
    expect(mine.json.error.sentence).toMatch(/^Lina Oss arranged this front at /);
    expect((await ask('GET', 'desk/fronts/en')).json.arrangement.pins).toMatchObject([{ code: ferry }]);
  });

  it('refuses what cannot stand there, each with its sentence', async () => {
    const [bridge = 0] = codes;
    const draft = (await fileDraft(database)).code;
    const persian = await fileDraft(database, { lang: 'fa', headline: 'پل باز شد' });
    await inTransaction(database.pool, (db) =>
      publishStory({ db, agency, now }, { storyId: persian.storyId, by: 'Ana Moss' }),
    );
    const before = await seen();
    const table: [Pin[], string][] = [
      [[pin('lead', 999_999)], 'not-on-the-site'],
      [[pin('lead', draft)], 'not-on-the-site'],
      [[pin('lead', persian.code)], 'in-another-language'],
      [[pin('second.5', bridge)], 'no-such-slot'],
      [[pin('section.nothing.1', bridge)], 'no-such-slot'],
      [[pin('lead', bridge), pin('second.1', bridge)], 'twice-on-front'],
      [[pin('lead', bridge), pin('lead', codes[1] ?? 0)], 'slot-taken'],
      [[pin('lead', bridge, { until: now.toISOString() })], 'time-is-past'],
      [[pin('lead', bridge, { headline: 'x'.repeat(201) })], 'front-headline-too-long'],
    ];
    for (const [pins, kind] of table) {
      const answer = await arrange(pins);
      expect([kind, answer.status, answer.json.error.kind]).toEqual([kind, 422, kind]);
    }
    expect(await seen()).toBe(before);
    const inPersian = await askerWith(built, everywhereAs('editor'), {
      headers: { 'accept-language': 'fa' },
    });
    const said = await inPersian('PUT', 'desk/fronts/en', { pins: [pin('lead', draft)], seen: before });
    expect(said.json.error.sentence).toMatch(/^خوانندگان خبر/);
  });

  it('lets editors of the language arrange, and nobody else', async () => {
    const [bridge = 0] = codes;
    const ofPersian = await askerWith(built, [{ role: 'editor', desk: null, lang: 'fa' }]);
    const ofOneDesk = await askerWith(built, [{ role: 'editor', desk: 'main', lang: 'en' }]);
    const asks = { pins: [pin('lead', bridge)], seen: await seen() };
    expect((await ofPersian('PUT', 'desk/fronts/en', asks)).status).toBe(403);
    expect((await ofPersian('GET', 'desk/fronts/en')).status).toBe(403);
    expect((await ofOneDesk('PUT', 'desk/fronts/en', asks)).status).toBe(200);
  });

  it('has no front of what is not there, and takes nothing that is no arrangement', async () => {
    for (const front of ['de', 'en?section=nothing', 'en/history?section=x', 'xx/candidates'])
      expect((await ask('GET', `desk/fronts/${front}`)).status).toBe(404);
    expect((await arrange([], 'de')).status).toBe(404);
    for (const pins of [[{}], 'x', [{ ...pin('lead', 1), until: 'soon' }], [{ ...pin('lead', -1) }]])
      expect((await ask('PUT', 'desk/fronts/en', { pins, seen: 0 })).status).toBe(400);
    const nul = await arrange([pin('lead', codes[0] ?? 0, { headline: 'a\u0000b\nc' })]);
    expect(nul.json.pins[0].headline).toBe('ab c');
  });

  it('finds candidates by code and by the beginnings of words, whatever is typed', async () => {
    const [, ferry = 0] = codes;
    const found = async (q: string) =>
      (await ask('GET', `desk/fronts/en/candidates?q=${encodeURIComponent(q)}`)).json.stories;
    expect(await found(String(ferry))).toMatchObject([{ code: ferry, headline: 'Ferry sinks' }]);
    expect(await found('ferr sin')).toContainEqual(expect.objectContaining({ code: ferry }));
    expect(await found('ferr nothing')).toEqual([]);
    for (const odd of [`'`, `a' | 'b`, '\\', ':*', '!!', '((', `x':*`, '%00'])
      expect(await found(odd)).toBeInstanceOf(Array);
    expect((await found('')).map(({ code }: { code: number }) => code).slice(0, 3)).toEqual(
      [...codes].reverse(),
    );
  });

  it('offers a section its own stories where nothing is typed', async () => {
    const { code: cup } = await publishOne(database, { headline: 'Cup final', section: 'sport' });
    const offered = async (query: string) =>
      (await ask('GET', `desk/fronts/en/candidates${query}`)).json.stories.map(
        ({ code }: { code: number }) => code,
      );
    expect(await offered('?section=sport')).toEqual([cup]);
    expect((await offered('?section=world')).slice(0, 3)).toEqual([...codes].reverse());
    expect((await offered('')).slice(0, 4)).toEqual([cup, ...[...codes].reverse()]);
  });

  it('draws the page with a working copy, and changes nothing by it', async () => {
    const [bridge = 0] = codes;
    const before = await seen();
    for (const front of ['en/preview', 'en/preview?section=world']) {
      const pins = [pin('lead', bridge, { headline: 'At last, <a bridge>' })];
      const drawn = await ask('POST', `desk/fronts/${front}`, { pins });
      expect(drawn.status).toBe(200);
      expect(drawn.text).toMatch(/<h2[^>]*><a[^>]*>At last, &lt;a bridge&gt;<\/a>/);
    }
    expect(await seen()).toBe(before);
  });

  it('keeps every arrangement, the newest first, so that one can come back', async () => {
    const [bridge = 0, ferry = 0] = codes;
    await arrange([pin('lead', bridge)]);
    await arrange([pin('lead', ferry)]);
    await arrange([]);
    const { arrangements, stories } = (await ask('GET', 'desk/fronts/en/history')).json;
    expect(arrangements.slice(0, 3).map(({ pins }: { pins: Pin[] }) => pins.map(({ code }) => code))).toEqual(
      [[], [ferry], [bridge]],
    );
    expect(stories.map(({ code }: { code: number }) => code)).toEqual(
      expect.arrayContaining([bridge, ferry]),
    );
  });
});
