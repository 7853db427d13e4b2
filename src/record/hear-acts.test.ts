import { expect, it } from 'vitest';
import { publishOne } from '../../test/invented-story.ts';
import { administer, type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { hearActs } from './hear-acts.ts';

/** What was heard, in order, as words. */
async function listenTo({ pool }: TestDatabase) {
  const heard: (string | number)[] = [];
  const listener = await hearActs(pool, {
    onAct: ({ code }) => heard.push(code),
    onDeaf: () => heard.push('deaf'),
    onHearing: () => heard.push('hearing'),
  });
  return { heard, listener };
}

function breakListener({ name }: TestDatabase): Promise<void> {
  return administer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and query = 'listen acts'`,
  );
}

it('hears of an act of another process once it is committed', async () => {
  const database = await testDatabase();
  const { heard, listener } = await listenTo(database);
  const { code } = await publishOne(database);
  await expect.poll(() => heard).toEqual([code]);
  await listener.stop();
});

it('says that it is deaf when its connection breaks, and hears again, once, on a new one', async () => {
  const database = await testDatabase();
  const { heard, listener } = await listenTo(database);
  await breakListener(database);
  await expect.poll(() => heard).toEqual(['deaf', 'hearing']);
  const { code } = await publishOne(database);
  await expect.poll(() => heard).toEqual(['deaf', 'hearing', code]);
  await listener.stop();
});

it('tries again while the database turns it away', async () => {
  const database = await testDatabase();
  const { heard, listener } = await listenTo(database);
  await administer(`alter database ${database.name} allow_connections false`);
  await breakListener(database);
  await expect.poll(() => heard).toEqual(['deaf']);
  await administer(`alter database ${database.name} allow_connections true`);
  await expect.poll(() => heard).toEqual(['deaf', 'hearing']);
  await listener.stop();
});

it('lets the pool end when it is stopped while its connection is broken', async () => {
  const database = await testDatabase();
  const { heard, listener } = await listenTo(database);
  await breakListener(database);
  await expect.poll(() => heard).toContain('deaf');
  await listener.stop();
  await database.pool.end();
  expect(database.pool.totalCount).toBe(0);
});
