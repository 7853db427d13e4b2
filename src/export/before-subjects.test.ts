/** An export that was made before stories had subjects and threads: it verifies, is taken over, and its record goes on. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { exportPlace, exportTo, filesIn, findingsIn, hideChanges } from '../../test/exports.ts';
import { testDatabase } from '../../test/test-database.ts';
import { type Finding, verifyRecord } from '../record/verify-record.ts';
import { readVersion } from '../record/version-store.ts';
import { compareVersions } from '../site/compare-versions.ts';
import { findStoryByCode } from '../stories/story-store.ts';
import { adoptExport } from './adopt-export.ts';

const fixture = path.join(import.meta.dirname, 'fixtures/export-before-subjects.json');

/** Story 1000 was corrected, 1001 has a byline that was redacted, 1002 was published once. */
function oldExport(): string {
  const root = exportPlace();
  const files = JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, string>;
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), bytes, 'latin1');
  }
  return root;
}

async function takenOver(): Promise<pg.Pool> {
  const { pool } = await testDatabase();
  const now = new Date('2026-12-24T12:00:00Z');
  const adopted = await adoptExport(pool, oldExport(), { threads: 0, now, tell: () => undefined });
  expect(adopted).toMatchObject({ ok: true, value: { stories: 3, acts: 5 } });
  return pool;
}

async function wrongIn(pool: pg.Pool): Promise<Finding[]> {
  const found: Finding[] = [];
  await verifyRecord(pool, (finding) => found.push(finding));
  return found;
}

async function versionOf(pool: pg.Pool, code: number, version: number) {
  const story = await findStoryByCode(pool, code);
  const read = story && (await readVersion(pool, story.id, version));
  if (!read) throw new Error(`There is no version ${version} of ${code}.`);
  return read;
}

const changed = (root: string, name: string, change: (text: string) => string) => {
  const file = path.join(root, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  hideChanges(root);
};

test('it has nothing wrong in it', async () => {
  expect(await findingsIn(oldExport())).toEqual([]);
});

test.each(['subjects', 'thread'])('%s that somebody added to it are named', async (field) => {
  const root = oldExport();
  const added = `"${field}": {"salt": "${Buffer.alloc(32, 7).toString('base64')}", "value": []},`;
  changed(root, 'data/stories/1000/1.json', (text) => text.replace('"topics": {', `${added} "topics": {`));
  expect(await findingsIn(root)).toContainEqual(
    expect.objectContaining({
      code: 1000,
      version: 1,
      what: `The ${field} is there, but the leaf does not commit to it.`,
    }),
  );
});

test('taken over and exported again, each act and each version has the same bytes', async () => {
  const pool = await takenOver();
  expect(await wrongIn(pool)).toEqual([]);
  const root = exportPlace();
  await exportTo(pool, root);
  expect(await findingsIn(root)).toEqual([]);
  const [before, after] = [filesIn(oldExport()), filesIn(root)];
  // Pages that were drawn then named whoever acted.
  const undrawn = (text = '') =>
    text.replace(/"drawnWith": "[0-9a-f]+"/, '').replace(/(?<=\w+ed) by Ana Moss/g, ' by the desk');
  const kept = [...before.keys()].filter((name) => /\/log\/|\/stories\//.test(name));
  expect(kept.length).toBeGreaterThan(20);
  for (const name of kept)
    expect([name, undrawn(after.get(name))]).toEqual([name, undrawn(before.get(name))]);
});

test('a field that was added to a version in the database is named', async () => {
  const pool = await takenOver();
  const client = await pool.connect();
  await client.query('set session_replication_role = replica');
  await client.query(`update versions set fields = fields || '{"subjects":[]}' where act_id = 1`);
  client.release(true);
  expect(await wrongIn(pool)).toEqual([
    { code: 1000, version: 1, what: 'The subjects is there, but the leaf does not commit to it.' },
  ]);
});

test('what follows commits to both, and what is set back has neither', async () => {
  const pool = await takenOver();
  const subjects = [{ code: '17000000', name: 'weather' }];
  const thread = { slug: 'winter-storm', name: 'Winter storm' };
  await actOn(pool, 1000, 'update', { words: { subjects, thread } });
  const [old, updated] = [await versionOf(pool, 1000, 2), await versionOf(pool, 1000, 3)];
  expect(old.fields).not.toHaveProperty('subjects');
  expect(updated.fields).toMatchObject({ subjects, thread });
  const names = { lang: 'en', sectionName: (slug: string) => slug };
  expect(compareVersions(old, updated, names).map(({ field }) => field)).toEqual(['subjects', 'thread']);
  await actOn(pool, 1000, 'withdraw');
  expect((await versionOf(pool, 1000, 4)).fields).toMatchObject({ subjects: [], thread: null });
  expect(await wrongIn(pool)).toEqual([]);
  const root = exportPlace();
  await exportTo(pool, root);
  expect(await findingsIn(root)).toEqual([]);
  expect(readFileSync(path.join(root, 'data/stories/1000/3.txt'), 'utf8')).toContain(
    'Subjects: weather (17000000)\n\nRunning story: Winter storm\n',
  );
});

test('all of its text can be removed, and nobody is told that it lost what it never had', async () => {
  const pool = await takenOver();
  await actOn(pool, 1000, 'redact', { reasonClass: 'privacy', fields: ['all'] });
  const gone = await versionOf(pool, 1000, 1);
  expect(gone.fields).toEqual({});
  expect(gone.gaps.map(({ field }) => field)).not.toContain('subjects');
  await actOn(pool, 1002, 'redact', { reasonClass: 'privacy', fields: ['subjects', 'thread', 'byline'] });
  expect(await wrongIn(pool)).toEqual([]);
  const root = exportPlace();
  await exportTo(pool, root);
  expect(await findingsIn(root)).toEqual([]);
  const page = readFileSync(path.join(root, 'data/stories/1002/1.txt'), 'utf8');
  expect(page).toContain('Byline removed by law');
  expect(page).not.toContain('Subjects removed');
});

test('a withheld story of it stays withheld', async () => {
  const pool = await takenOver();
  await actOn(pool, 1001, 'kill', { reasonClass: 'inaccurate' });
  const root = exportPlace();
  await exportTo(pool, root);
  expect(await findingsIn(root)).toEqual([]);
  const fresh = await testDatabase();
  const again = await adoptExport(fresh.pool, root, { threads: 0, now: new Date(), tell: () => undefined });
  expect(again).toMatchObject({ ok: true });
  expect(await wrongIn(fresh.pool)).toEqual([]);
});
