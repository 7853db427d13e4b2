/** The record checked in threads: what is found, and what happens where one of them breaks. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agency, fileDraft, noon } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { performAct } from '../stories/perform-act.ts';
import { inTransaction } from './transaction.ts';
import { type Finding, verifyRecord } from './verify-record.ts';
import { startPart } from './verify-threads.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
  for (let story = 0; story < 3; story++) {
    const { storyId } = await fileDraft(database);
    const done = await inTransaction(database.pool, (db) =>
      performAct(
        { db, agency, now: noon },
        { storyId, kind: 'publish', by: 'Ana Moss', note: '', fields: [] },
      ),
    );
    if (!done.ok) throw new Error(done.refusal.kind);
  }
  const client = await database.pool.connect();
  await client.query('set session_replication_role = replica');
  await client.query(`update acts set acted_by = 'Nobody' where id = (select min(id) from acts)`);
  await client.query(
    `update published set headline = 'Other' where act_id = (select max(act_id) from published)`,
  );
  await client.query(`update checkpoints set note = replace(note, '—', '-') where size = 2`);
  client.release(true);
});
afterAll(() => database.drop());

it('finds in threads what it finds in one', async () => {
  const [inOne, inThreads]: [Finding[], Finding[]] = [[], []];
  const seen = await verifyRecord(database.pool, (finding) => inOne.push(finding));
  expect(await verifyRecord(database.pool, (finding) => inThreads.push(finding), { threads: true })).toEqual(
    seen,
  );
  expect(seen).toEqual({ acts: 3, stories: 3, pictures: 0 });
  expect(inOne).toHaveLength(3);
  expect(new Set(inThreads)).toEqual(new Set(inOne));
});

it('fails where a thread does', async () => {
  const thread = startPart('log', database.pool, 'no such moment', () => undefined);
  await expect(thread.seen).rejects.toThrow('no such moment');
});
