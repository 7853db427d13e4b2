import { expect, it } from 'vitest';
import { agency, fileDraft, noon, publishOne } from '../../test/invented-story.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { listActs, readSoFar } from '../record/record-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { fireDueActs, keepFiring } from './fire-due-acts.ts';
import type { ActOrder } from './perform-act.ts';
import { performAct } from './perform-act.ts';
import { scheduleAct } from './schedule-act.ts';
import { cancelScheduled, listScheduled } from './schedule-store.ts';

const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

function schedule({ pool }: TestDatabase, order: Omit<ActOrder, 'by'>, dueAt: Date, embargo = false) {
  return inTransaction(pool, (db) =>
    scheduleAct({ db, now: noon }, { by: 'Ana Moss', ...order, dueAt, embargo }),
  );
}

/** Does what is due at a time. @returns what was said. */
async function fireAt({ pool }: TestDatabase, now: Date): Promise<string[]> {
  const said: string[] = [];
  await fireDueActs({ pool, agency, clock: () => now, tell: (sentence) => said.push(sentence) });
  return said;
}

it('leaves nothing in the record until the act is due, and does it then', async () => {
  const database = await testDatabase();
  const { storyId } = await fileDraft(database);
  expect(await schedule(database, { storyId, kind: 'publish' }, minutes(5))).toMatchObject({ ok: true });
  expect(await fireAt(database, minutes(4))).toEqual([]);
  expect(await listActs(database.pool, storyId)).toEqual([]);
  expect(await fireAt(database, minutes(5))).toEqual([]);
  expect(await listActs(database.pool, storyId)).toMatchObject([
    { kind: 'publish', by: 'Ana Moss', dueAt: minutes(5), actedAt: minutes(5) },
  ]);
  expect(await listScheduled(database.pool, storyId)).toMatchObject([{ state: 'done' }]);
});

it('says of no act that it was scheduled whose time was at most a minute off, unless it came late', async () => {
  const database = await testDatabase();
  const { storyId } = await fileDraft(database);
  const dueOf = async () => (await listActs(database.pool, storyId)).map(({ dueAt }) => dueAt);
  await schedule(database, { storyId, kind: 'publish' }, minutes(1));
  await fireAt(database, minutes(1));
  expect(await dueOf()).toEqual([null]);
  await schedule(database, { storyId, kind: 'hold' }, minutes(1.5));
  await fireAt(database, minutes(1.5));
  expect(await dueOf()).toEqual([null, minutes(1.5)]);
  await schedule(database, { storyId, kind: 'release' }, minutes(0.5));
  await fireAt(database, minutes(20));
  expect(await dueOf()).toEqual([null, minutes(1.5), minutes(0.5)]);
});

it('does after downtime what was due meanwhile, in order, and says how late it is', async () => {
  const database = await testDatabase();
  const first = await publishOne(database);
  const second = await publishOne(database);
  await schedule(database, { storyId: second.storyId, kind: 'kill', reasonClass: 'legal' }, minutes(30));
  await schedule(database, { storyId: first.storyId, kind: 'hold' }, minutes(10));
  const said = await fireAt(database, minutes(40));
  expect(said).toEqual([
    `Story ${first.code}: hold, due at ${minutes(10).toISOString()}, was done 30 minutes late.`,
    `Story ${second.code}: kill, due at ${minutes(30).toISOString()}, was done 10 minutes late.`,
  ]);
  const [, hold] = await listActs(database.pool, first.storyId);
  expect(hold).toMatchObject({ kind: 'hold', dueAt: minutes(10), actedAt: minutes(40) });
  expect((await readSoFar(database.pool, second.storyId)).state).toBe('removed');
});

it('asks the rules again when an act is due, keeps the refusal and goes on with the next', async () => {
  const database = await testDatabase();
  const { storyId, code } = await publishOne(database);
  await schedule(database, { storyId, kind: 'hold' }, minutes(5));
  const other = await publishOne(database);
  await schedule(database, { storyId: other.storyId, kind: 'hold' }, minutes(6));
  await inTransaction(database.pool, (db) =>
    performAct({ db, agency, now: noon }, { storyId, kind: 'kill', by: 'Ben Cole' }),
  );
  const said = await fireAt(database, minutes(6));
  expect(said[0]).toMatch(
    `Story ${code}: hold, due at ${minutes(5).toISOString()}, was refused. Story ${code} cannot be held`,
  );
  expect(await listScheduled(database.pool, storyId)).toMatchObject([
    { state: 'refused', outcome: expect.stringContaining('by Ben Cole') },
  ]);
  expect((await readSoFar(database.pool, other.storyId)).state).toBe('held');
});

it('keeps an embargo: nobody publishes before, and it is lifted on time', async () => {
  const database = await testDatabase();
  const { storyId } = await fileDraft(database);
  await schedule(database, { storyId, kind: 'publish' }, minutes(60), true);
  const early = await inTransaction(database.pool, (db) =>
    performAct({ db, agency, now: minutes(59) }, { storyId, kind: 'publish', by: 'Ben Cole' }),
  );
  expect(early).toEqual({ ok: false, refusal: { kind: 'embargoed', until: minutes(60) } });
  expect(await schedule(database, { storyId, kind: 'publish' }, minutes(30))).toMatchObject({
    ok: false,
    refusal: { kind: 'embargoed' },
  });
  await fireAt(database, minutes(60));
  expect((await readSoFar(database.pool, storyId)).state).toBe('public');
});

it('refuses a time that is past, and what could not be done now either', async () => {
  const database = await testDatabase();
  const { storyId } = await publishOne(database);
  expect(await schedule(database, { storyId, kind: 'hold' }, noon)).toMatchObject({
    refusal: { kind: 'time-is-past' },
  });
  expect(await schedule(database, { storyId, kind: 'release' }, minutes(1))).toMatchObject({ ok: false });
  expect(await schedule(database, { storyId, kind: 'update' }, minutes(1))).toMatchObject({
    refusal: { kind: 'no-draft' },
  });
});

it('takes back what waits', async () => {
  const database = await testDatabase();
  const { storyId } = await publishOne(database);
  await schedule(database, { storyId, kind: 'hold' }, minutes(1));
  expect(await cancelScheduled(database.pool, storyId)).toBe(1);
  await fireAt(database, minutes(2));
  expect((await readSoFar(database.pool, storyId)).state).toBe('public');
});

it('is done once, and within a second, by two programs that look for it', async () => {
  const database = await testDatabase();
  const { storyId } = await publishOne(database);
  const start = Date.now();
  const dueAt = new Date(start + 1_500);
  const scheduled = await inTransaction(database.pool, (db) =>
    scheduleAct(
      { db, now: new Date(start) },
      { storyId, kind: 'hold', by: 'Ana Moss', dueAt, embargo: false },
    ),
  );
  expect(scheduled.ok).toBe(true);
  const works = { pool: database.pool, agency, clock: () => new Date(), tell: () => undefined };
  const both = [keepFiring(works), keepFiring(works)];
  await expect
    .poll(async () => (await readSoFar(database.pool, storyId)).state, { interval: 20 })
    .toBe('held');
  await Promise.all(both.map((one) => one.stop()));
  const acts = await listActs(database.pool, storyId);
  expect(acts.map(({ kind }) => kind)).toEqual(['publish', 'hold']);
  const lateMs = (acts[1]?.actedAt.getTime() ?? 0) - dueAt.getTime();
  console.log(`a scheduled act came ${lateMs} ms after it was due`);
  expect(lateMs).toBeGreaterThanOrEqual(0);
});
