import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { steps, takeSteps } from '../../test/random-acts.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { folderWith } from '../../test/wireroom-command.ts';
import { verifyRecord } from '../record/verify-record.ts';
import { adoptExport } from './adopt-export.ts';
import { exportRecord } from './export-record.ts';
import { verifyExport } from './verify-export.ts';

test('an export that was taken over is exported again with the same bytes, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const [first, second] = [await makeDatabase(), await makeDatabase()];
      try {
        await takeSteps(first.pool, taken);
        await roundTrip(first, second);
      } finally {
        await first.drop();
        await second.drop();
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 600_000);

async function roundTrip(first: TestDatabase, second: TestDatabase): Promise<void> {
  const [one, two] = [path.join(folderWith({}), 'one'), path.join(folderWith({}), 'two')];
  const exported = await exportRecord(first.pool, one);
  if (!exported.ok) {
    expect(exported.why).toMatch(/Nothing was published/);
    return;
  }
  const found: unknown[] = [];
  const tell = (finding: unknown) => found.push(finding);
  const verified = await verifyExport(one, { threads: 0, tell });
  expect(found).toEqual([]);
  expect(verified).toMatchObject({ ok: true, value: { wrong: 0 } });
  const adopted = await adoptExport(second.pool, one, { threads: 0, tell, now: new Date() });
  expect(found).toEqual([]);
  expect(adopted).toMatchObject({ ok: true });
  await verifyRecord(second.pool, tell);
  expect(found).toEqual([]);
  expect(await exportRecord(second.pool, two)).toMatchObject({ ok: true });
  expect(filesIn(two)).toEqual(filesIn(one));
}

function filesIn(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(root, file), readFileSync(file).toString('latin1')]),
  );
}
