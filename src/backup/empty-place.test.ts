import { expect, it } from 'vitest';
import { backUp, everything, restoreInto } from '../../test/backups.ts';
import { agency, fileDraft, publishOne } from '../../test/invented-story.ts';
import { importInto } from '../../test/page-import.ts';
import { makeDatabase, testDatabase } from '../../test/test-database.ts';
import { readMigrations } from '../database/migrate.ts';
import { newPool } from '../database/open-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { fillWithSample } from '../sample/fill-with-sample.ts';
import { sampleStories } from '../sample/sample-agency.ts';
import { backupSentence } from './backup-refusal.ts';
import { findObjects, madeBy } from './empty-place.ts';

it('knows everything that the migrations make', async () => {
  const { pool } = await testDatabase();
  const names = [...madeBy(readMigrations()), 'migrations'];
  expect(await findObjects(pool, names)).toEqual(await findObjects(pool, null));
});

it('replaces what a just begun installation has', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await writeAgency(from.pool, agency);
  await publishOne(from);
  const { file } = await backUp(from.pool);
  await fillWithSample(to.pool, { empty: true, now: new Date() });
  await to.pool.query(`insert into settings (name, value) values ('signing key', '"fresh"')`);
  expect(await restoreInto(to.pool, file)).toMatchObject({ ok: true });
  const { backups, ...restored } = await everything(to.pool);
  const { backups: noted, ...held } = await everything(from.pool);
  expect([backups, noted?.length]).toEqual([[], 1]);
  expect({ ...restored, sequences: [] }).toEqual({ ...held, sequences: [] });
});

it.each([
  ['the sample', `${sampleStories.length} stories and ${sampleStories.length} acts`],
  ['a draft', '1 story'],
  ['a page that was not understood', '1 file of raw evidence'],
])('refuses a place with %s, says what it holds, and changes nothing', async (what, holds) => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  const { file } = await backUp(from.pool);
  if (what === 'the sample') await fillWithSample(to.pool, { empty: false, now: new Date() });
  else if (what === 'a draft') await fileDraft(to);
  else await importInto(to.pool, Buffer.from('89504e470d0a1a0a', 'hex'));
  const before = await everything(to.pool);
  const restored = await restoreInto(to.pool, file);
  expect(restored.ok ? '' : backupSentence(restored.refusal)).toBe(
    `The test is not empty, it holds ${holds}: nothing was changed; restore into an empty place, for example with DATA_DIR set to a new folder.`,
  );
  expect(await everything(to.pool)).toEqual(before);
});

it('waits for whoever is writing, and then sees it', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  const { file } = await backUp(from.pool);
  const writer = await to.pool.connect();
  await writer.query('begin');
  await writer.query(`insert into stories (lang, created_at) values ('en', now())`);
  const restored = restoreInto(to.pool, file);
  const waits = async () =>
    (
      await to.pool.query(`select from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`, [
        to.name,
      ])
    ).rowCount;
  await expect.poll(waits).toBe(1);
  await writer.query('commit');
  writer.release();
  expect(await restored).toMatchObject({
    ok: false,
    refusal: { kind: 'place-filled', holds: ['1 story'] },
  });
});

it('refuses a place that a newer program began', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  const { file } = await backUp(from.pool);
  await to.pool.query(`insert into migrations (name, sha256) values ('9999-desks.sql', 'ff')`);
  expect(await restoreInto(to.pool, file)).toEqual({
    ok: false,
    refusal: { kind: 'place-newer', place: 'The test', migration: '9999-desks.sql' },
  });
});

it('refuses a place on which a program runs', async () => {
  const [from, to] = [await testDatabase(), await makeDatabase()];
  await publishOne(from);
  const { file } = await backUp(from.pool);
  const program = newPool({ connectionString: to.url, application_name: 'wireroom: npm start' });
  await program.query('select 1');
  const restored = await restoreInto(to.pool, file);
  expect(restored.ok ? '' : backupSentence(restored.refusal)).toBe(
    'The test is in use by a running Wireroom: stop it first.',
  );
  await program.end();
  await to.drop();
});

it('leaves what others made in the database, in the backup and in the place', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  await from.pool.query(
    'create table crossword (clue text); create table zoo (id int references stories (id))',
  );
  await from.pool.query(`insert into crossword values ('Flows, 4')`);
  const { file } = await backUp(from.pool);
  await to.pool.query(`create table coffee (cups int); insert into coffee values (7)`);
  const restored = await restoreInto(to.pool, file);
  expect(restored).toMatchObject({ ok: true, value: { leftOut: ['crossword', 'zoo'], stories: 1 } });
  expect((await to.pool.query('select cups from coffee')).rows).toEqual([{ cups: 7 }]);
});

it('does not take away what others built on', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  await publishOne(from);
  const { file } = await backUp(from.pool);
  await to.pool.query('create view newest as select max(acted_at) from acts');
  const before = await everything(to.pool);
  expect(await restoreInto(to.pool, file)).toMatchObject({
    ok: false,
    refusal: { kind: 'database-failed', message: expect.stringContaining('other objects depend on') },
  });
  expect(await everything(to.pool)).toEqual(before);
});
