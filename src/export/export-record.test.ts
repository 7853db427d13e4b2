import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { publishOne } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { folderWith } from '../../test/wireroom-command.ts';
import { exportRecord } from './export-record.ts';

test('exports a story as files that need no program', async () => {
  const database = await testDatabase();
  const { code } = await publishOne(database);
  const root = path.join(folderWith({}), 'export');
  const outcome = await exportRecord(database.pool, root);
  expect(outcome).toMatchObject({ ok: true, value: { stories: 1, written: 1, acts: 1 } });
  const page = readFileSync(path.join(root, `data/stories/${code}/1.html`), 'utf8');
  expect(page).toContain('Storm closes the port of Halim');
  expect(existsSync(path.join(root, 'manifest-sha256.txt'))).toBe(true);
});
