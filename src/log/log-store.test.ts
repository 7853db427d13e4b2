import { expect, test } from 'vitest';
import { agency, fileDraft, noon } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { inTransaction } from '../record/transaction.ts';
import { verifyRecord } from '../record/verify-record.ts';
import { publishStory } from '../stories/publish-story.ts';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { readNewestCheckpoint, tileReader } from './log-store.ts';
import { treeRoot } from './merkle.ts';

test('keeps the roots of complete blocks of 256, so that tiles lead to the signed root', async () => {
  const database = await testDatabase();
  const stories: number[] = [];
  for (let count = 0; count < 515; count++) stories.push((await fileDraft(database)).storyId);
  await inTransaction(database.pool, async (db) => {
    for (const storyId of stories) await publishStory({ db, agency, now: noon }, { storyId, by: 'Ana Moss' });
  });
  const newest = await readNewestCheckpoint(database.pool);
  const head = parseCheckpoint(newest?.note.split('\n\n')[0]?.concat('\n') ?? '');
  expect(head?.size).toBe(515);
  const root = await treeRoot(515, tileReader(database.pool));
  expect(checkpointText({ origin: head?.origin ?? '', size: 515, root })).toBe(head && checkpointText(head));
  const wrong: string[] = [];
  await verifyRecord(database.pool, ({ what }) => wrong.push(what));
  expect(wrong).toEqual([]);
});
