/** Travelling in time over HTTP: RFC 7089 with an independent client, and `?as-of=` for people. */

import { ActorHttpMemento } from '@comunica/actor-http-memento';
import type { IActionHttp, IActorHttpOutput } from '@comunica/bus-http';
import { KeysHttpMemento } from '@comunica/context-entries';
import type { Actor, IActorTest, Mediator } from '@comunica/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionOf, readDatabaseAddress } from '../src/database/embedded-postgres.ts';
import { newPool } from '../src/database/open-database.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { type ActOrder, performAct } from '../src/stories/perform-act.ts';
import { saveDraft } from '../src/stories/save-draft.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { agency, fileDraft, noon, storyFields } from './invented-story.ts';
import { freePort, type Program, startProgram } from './program.ts';
import { fetchRaw } from './raw-http.ts';

const dataDir = makeDataFolder();
let program: Program;
let pool: ReturnType<typeof newPool>;

const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const published = new Date('2017-08-05T07:24:00Z');

/** A story stated for 2017 and changed twice since, and one that was killed. */
const story = { id: 0, code: 0 };
const killed = { id: 0, code: 0 };

async function act(storyId: number, now: Date, order: Omit<ActOrder, 'storyId' | 'by'>, headline?: string) {
  await inTransaction(pool, async (db) => {
    if (headline) await saveDraft({ db, now }, { storyId, fields: storyFields({ headline }), revision: 0 });
    const done = await performAct({ db, agency, now }, { by: 'Ana Moss', storyId, ...order });
    if (!done.ok) throw new Error(done.refusal.kind);
  });
}

beforeAll(async () => {
  // Links are absolute: the client follows them to the port that readers know.
  program = await startProgram({ dataDir, env: { PORT: String(await freePort()) } });
  const address = readDatabaseAddress(dataDir);
  if (!address) throw new Error('no address');
  pool = newPool({ ...connectionOf(address), database: 'wireroom' });
  for (const [one, headline] of [
    [story, 'Storm closes the port of Halim'],
    [killed, 'Minister Quallompis resigns'],
  ] as const) {
    const filed = await fileDraft(
      { pool },
      {
        headline,
        statedAt: one === story ? published : null,
        topics: [{ slug: 'weather', name: 'Weather' }],
      },
    );
    Object.assign(one, { id: filed.storyId, code: filed.code });
  }
  await act(story.id, hours(0), { kind: 'publish' });
  await act(killed.id, hours(1), { kind: 'publish' });
  await act(
    story.id,
    hours(24),
    { kind: 'correct', note: 'It was the harbour.' },
    'Storm closes the harbour of Halim',
  );
  await act(story.id, hours(48), { kind: 'update' }, 'The harbour of Halim opens again');
  await act(killed.id, hours(50), { kind: 'kill', reasonClass: 'inaccurate', note: 'Nobody resigned.' });
});
afterAll(async () => {
  await pool.end();
  await program.stop();
  removeDataFolder(dataDir);
});

const get = (path: string, headers: Record<string, string> = {}) => fetchRaw(program.url + path, { headers });
const gmt = (at: Date) => at.toUTCString();

describe('Memento', () => {
  /** Follows redirects as a browser would; what comes in the end is what the reader sees. */
  async function travel(at: Date): Promise<{ path: string; datetime: string | null }> {
    const mediatorHttp = {
      mediate: ({ input, init }: { input: string; init?: RequestInit }) => fetch(input, init),
    } as unknown as Mediator<
      Actor<IActionHttp, IActorTest, IActorHttpOutput>,
      IActionHttp,
      IActorTest,
      IActorHttpOutput
    >;
    const client = new ActorHttpMemento({
      name: 'memento',
      bus: { subscribe: () => undefined } as never,
      mediatorHttp,
    });
    const context = new Map([[KeysHttpMemento.datetime as string, at]]) as never;
    const answer = await client.run({ input: `${program.url}/${story.code}`, context });
    return { path: new URL(answer.url).pathname, datetime: answer.headers.get('memento-datetime') };
  }

  it.each([
    [new Date('2001-01-01T00:00:00Z'), 1, published],
    [published, 1, published],
    [hours(23), 1, published],
    [hours(24), 2, hours(24)],
    [hours(47), 2, hours(24)],
    [hours(48), 3, hours(48)],
    [new Date('2090-01-01T00:00:00Z'), 3, hours(48)],
  ])('leads an independent client that asks for %s to version %i', async (at, version, since) => {
    expect(await travel(at)).toEqual({ path: `/en/v/${story.code}/${version}`, datetime: gmt(since) });
  });

  it('answers a TimeGate as RFC 7089 says', async () => {
    const gate = `/timegate/${story.code}`;
    const led = await get(gate, { 'accept-datetime': gmt(hours(30)) });
    expect([led.status, led.headers.location, led.headers.vary]).toEqual([
      302,
      `/en/v/${story.code}/2`,
      'accept-datetime',
    ]);
    expect(led.headers['memento-datetime']).toBeUndefined();
    expect(led.headers.link).toContain(`/${story.code}>; rel="original"`);
    expect((await get(gate)).headers.location).toBe(`/en/v/${story.code}/3`);
    const wrong = await get(gate, { 'accept-datetime': 'last week' });
    expect([wrong.status, wrong.text()]).toEqual([400, expect.stringContaining('it must be like')]);
    expect((await get('/timegate/999999')).status).toBe(404);
  });

  it('names the TimeGate and the TimeMap on the story’s pages, and on the way to them', async () => {
    for (const path of [`/${story.code}`, (await get(`/${story.code}`)).headers.location as string]) {
      const { link } = (await get(path)).headers;
      for (const rel of ['original', 'timegate', 'timemap']) expect(link).toContain(`rel="${rel}"`);
    }
  });

  it('serves a version whose bytes and time no Accept-Datetime changes', async () => {
    const path = `/en/v/${story.code}/2`;
    const plain = await get(path);
    const asked = await get(path, { 'accept-datetime': gmt(hours(0)) });
    expect([plain.status, plain.headers['memento-datetime']]).toEqual([200, gmt(hours(24))]);
    expect(asked.body).toEqual(plain.body);
    expect(asked.headers['memento-datetime']).toBe(plain.headers['memento-datetime']);
    for (const rel of ['original', 'timegate', 'timemap', 'first prev memento', 'next last memento'])
      expect(plain.headers.link).toContain(`rel="${rel}"`);
  });

  it('lists all versions in the TimeMap, as link format and as JSON', async () => {
    const map = await get(`/timemap/${story.code}`);
    expect([map.status, map.headers['content-type']]).toEqual([
      200,
      'application/link-format; charset=utf-8',
    ]);
    expect(map.text()).toContain('rel="first memento"');
    expect(map.text()).toContain('rel="last memento"');
    for (const asked of [
      get(`/timemap/${story.code}.json`),
      get(`/timemap/${story.code}`, { accept: 'application/json' }),
    ])
      expect(JSON.parse((await asked).text()).mementos.list).toHaveLength(3);
  });

  it('keeps the entries of a killed story, with its status', async () => {
    const map = await get(`/timemap/${killed.code}`);
    expect([map.status, map.text()]).toEqual([410, expect.stringContaining(`/en/v/${killed.code}/1`)]);
    const version = await get(`/en/v/${killed.code}/1`);
    expect([version.status, version.headers['memento-datetime']]).toEqual([410, gmt(hours(1))]);
    expect(version.headers.link).toContain('rel="timegate"');
    expect(version.text()).not.toContain('Quallompis');
    expect((await get(`/timegate/${killed.code}`)).status).toBe(410);
  });
});

describe('as of', () => {
  const asOf = (path: string, at: Date | string) =>
    get(`${path}?as-of=${encodeURIComponent(typeof at === 'string' ? at : at.toISOString())}`);

  it('shows the front, the topic and the search as readers had them, to the millisecond', async () => {
    const just = new Date(hours(24).getTime() - 1);
    for (const path of ['/en/', '/en/topic/weather', '/en/search']) {
      const q = path.endsWith('search') ? '&q=storm' : '';
      const at = async (moment: Date) => (await get(`${path}?as-of=${moment.toISOString()}${q}`)).text();
      expect(await at(new Date(published.getTime() - 1))).not.toContain('closes the port');
      expect(await at(published)).toContain('closes the port');
      expect(await at(just)).toContain('closes the port');
      expect(await at(hours(24))).not.toContain('closes the port');
      expect(await at(hours(24))).toContain('closes the harbour');
      expect(await at(hours(48))).not.toContain('closes the harbour');
    }
  });

  it('asks by the time of recording too: what was stated for 2017 was not here then', async () => {
    const recorded = async (at: Date) => (await get(`/en/?recorded=${at.toISOString()}`)).text();
    expect(await recorded(new Date('2020-01-01T00:00:00Z'))).not.toContain('closes the port');
    expect(await recorded(hours(0))).toContain('closes the port');
  });

  it('shows the story as it was, and that it is the past', async () => {
    const path = (await get(`/${story.code}`)).headers.location as string;
    const then = await asOf(path, hours(30));
    expect(then.status).toBe(200);
    expect(then.text()).toContain('Storm closes the harbour of Halim');
    expect(then.text()).toContain('noindex');
    expect((await asOf(path, '2017-08-05')).text()).toContain('Storm closes the port of Halim');
    expect((await asOf(path, '2017-08-04')).status).toBe(404);
    for (const wrong of ['yesterday', '2017-02-30', '2017-08-05T10:00'])
      expect([wrong, (await asOf(path, wrong)).status]).toEqual([wrong, 400]);
    expect((await asOf('/en/', 'yesterday')).status).toBe(400);
    expect((await get('/en/search?q=storm&as-of=yesterday')).status).toBe(400);
  });

  it('says before a story was there that it was not yet, and since when it is', async () => {
    const path = (await get(`/${story.code}`)).headers.location as string;
    for (const form of ['', '/lite', '/print']) {
      const early = await asOf(path + form, '2017-08-04');
      expect(early.status).toBe(404);
      expect(early.text()).toContain('On 4 Aug 2017, 23:59 this story was not published yet.');
      const [, way = '', said] =
        /<a class="plainly" href="([^"]+)">(Published on [^<]+)</.exec(early.text()) ?? [];
      expect(said).toBe('Published on Saturday 5 August 2017');
      const there = await get((await get(way)).headers.location as string);
      expect([there.status, there.text()]).toEqual([
        200,
        expect.stringContaining('Storm closes the port of Halim'),
      ]);
    }
    const unrecorded = await get(`${path}?recorded=2020-01-01T00:00:00Z`);
    expect(unrecorded.status).toBe(404);
    expect(unrecorded.text()).toMatch(/On 1 Jan 2020, .+ this story was not in the record yet\./);
    expect(unrecorded.text()).toContain('>Recorded on ');
    // Of what never was there nothing is told.
    expect((await asOf('/en/999999/-', '2017-08-04')).text()).not.toContain('yet');
  });

  it('shows the place of a story that was killed since, without its words', async () => {
    const front = (await asOf('/en/', hours(2))).text();
    expect(front).toContain(`/${killed.code}`);
    expect(front).not.toContain('Quallompis');
    const found = (await get(`/en/search?q=Quallompis&as-of=${hours(2).toISOString()}`)).text();
    expect(found.replaceAll('value="Quallompis"', '').replace(/<title>.*?<\/title>/, '')).not.toContain(
      'Minister',
    );
    expect((await asOf(`/en/${killed.code}/-`, hours(2))).status).toBe(410);
    // Now only the tape tells of it.
    const now = (await get('/en/')).text().replace(/<nav class="tape".*?<\/nav>/s, '');
    expect(now).not.toContain(`/${killed.code}`);
  });

  it('keeps to the moment when a reader goes on', async () => {
    const front = (await asOf('/en/', hours(30))).text();
    expect(front).toMatch(/href="\/en\/\d+\/[^"]*\?as-of=/);
  });
});
