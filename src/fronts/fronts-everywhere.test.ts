/** Two programs on one database: what is arranged, and what ends by itself, ends the prepared pages of both. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { readConfig } from '../config.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { type RunningSite, serve } from '../web/serve.ts';
import { arrangeFront } from './arrange-front.ts';
import { type Pin, readArrangement } from './front-store.ts';

const front = { lang: 'en', section: '' };
let database: TestDatabase;
let sites: RunningSite[];
let now: Date;

beforeEach(async () => {
  now = new Date('2026-03-14T17:00:00Z');
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  const start = () => serve(readConfig({ PORT: '0' }), database.pool, () => now);
  sites = [await start(), await start()];
});
afterEach(async () => {
  await Promise.all(sites.map((site) => site.close()));
  await database.drop();
});

async function arrange(pins: Partial<Pin>[]): Promise<void> {
  const grants = [{ role: 'editor', desk: null, lang: null } as const];
  const person = { id: 'ana', name: 'Ana Moss', grants } as unknown as Parameters<
    typeof arrangeFront
  >[0]['person'];
  const done = await inTransaction(database.pool, async (db) => {
    const seen = (await readArrangement(db, front))?.id ?? 0;
    const whole = pins.map((pin) => ({ until: null, headline: '', picture: true, ...pin }) as Pin);
    return arrangeFront({ db, agency, now, person }, front, { pins: whole, seen });
  });
  if (!done.ok) throw new Error(done.refusal.kind);
}

/** The headline that leads, at each of the two. */
function leads(path = '/en/'): Promise<string[]> {
  return Promise.all(
    sites.map(async ({ port }) => {
      const html = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
      return /class="first">[\s\S]*?<h2[^>]*><a[^>]*>([^<]*)</.exec(html)?.[1] ?? '';
    }),
  );
}

it('shows a new arrangement, and what fills its place when its time comes, in both', async () => {
  const { code } = await publishOne(database, { headline: 'Bridge opens' });
  await publishOne(database, { headline: 'Cup is won' });
  // Prepared, before anything is arranged.
  await expect.poll(() => leads()).toEqual(['Cup is won', 'Cup is won']);
  await arrange([{ slot: 'lead', code, until: new Date('2026-03-14T18:00:00Z') }]);
  await expect.poll(() => leads()).toEqual(['Bridge opens', 'Bridge opens']);
  now = new Date('2026-03-14T17:59:59.999Z');
  expect(await leads()).toEqual(['Bridge opens', 'Bridge opens']);
  now = new Date('2026-03-14T18:00:00Z');
  expect(await leads()).toEqual(['Cup is won', 'Cup is won']);
  const before = await leads('/en/?as-of=2026-03-14T17:30:00Z');
  expect(before).toEqual(['Bridge opens', 'Bridge opens']);
});

it('prepares the same bytes in both, so that a reader who comes to the other one has them already', async () => {
  const { code } = await publishOne(database, { headline: 'Bridge opens' });
  await arrange([{ slot: 'lead', code, headline: 'At last' }]);
  await expect.poll(() => leads()).toEqual(['At last', 'At last']);
  const tags = await Promise.all(
    sites.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}/en/`)).headers.get('etag')),
  );
  expect(tags[0]).toMatch(/^"/);
  expect(tags[0]).toBe(tags[1]);
});
