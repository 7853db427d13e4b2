import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { exportPlace, exportTo, filesIn, findingsIn, giveOwnKey } from '../../test/exports.ts';
import { agency, fileDraft, noon, publishOne, storyFields } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { keepPicture } from '../pictures/picture-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { fileStory } from '../stories/file-story.ts';
import { publishStory } from '../stories/publish-story.ts';
import { scheduleAct } from '../stories/schedule-act.ts';
import { exportRecord } from './export-record.ts';
import { verifyExport } from './verify-export.ts';

test('exports a story as files that need no program', async () => {
  const database = await testDatabase();
  await writeAgency(database.pool, agency);
  const { code } = await publishOne(database);
  await actOn(database.pool, code, 'correct', {
    words: { headline: 'Storm shuts the port' },
    note: 'A wrong word.',
  });
  const root = exportPlace();
  expect(await exportTo(database.pool, root)).toMatchObject({ stories: 1, written: 1, acts: 2, pictures: 0 });
  const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
  expect(read(`data/stories/${code}/1.html`)).toContain(
    '<h1 data-field="headline">Storm closes the port of Halim</h1>',
  );
  expect(read(`data/stories/${code}/1.txt`)).toContain('The mayor spoke on Friday.');
  const history = read(`data/stories/${code}/index.html`);
  for (const part of ['Published by Ana Moss', 'Corrected by Ana Moss', 'A wrong word.', 'href="2.html"'])
    expect(history).toContain(part);
  expect(read('data/index.html')).toContain('href="index/2026.html"');
  expect(read('data/index/2026.html')).toContain('href="2026-03.html#2026-03-14"');
  expect(read('data/index/2026-03.html')).toContain(`href="../stories/${code}/index.html"`);
  expect(read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  expect(read('README.txt')).toContain('THE ARCHIVE OF HALIM PRESS');
  expect(await findingsIn(root)).toEqual([]);
});

test('the same record is the same bytes, in another folder and in the same one again', async () => {
  const database = await testDatabase();
  const { code } = await publishOne(database);
  await publishOne(database, { headline: 'Another story' });
  await actOn(database.pool, code, 'update', { words: { lead: 'All ferries stay in harbour.' } });
  const [one, two] = [exportPlace(), exportPlace()];
  await exportTo(database.pool, one);
  await exportTo(database.pool, two);
  const first = filesIn(one);
  expect(filesIn(two)).toEqual(first);
  expect(await exportTo(database.pool, one)).toMatchObject({ stories: 2, written: 0 });
  expect(filesIn(one)).toEqual(first);
});

test('run again, it adds what is new and writes nothing else anew', async () => {
  const database = await testDatabase();
  await publishOne(database);
  const [one, two] = [exportPlace(), exportPlace()];
  await exportTo(database.pool, one);
  for (let count = 0; count < 300; count++) await publishOne(database, { headline: `Story ${count}` });
  expect(await exportTo(database.pool, one)).toMatchObject({ stories: 301, written: 300 });
  await exportTo(database.pool, two);
  expect(filesIn(one)).toEqual(filesIn(two));
  expect(await findingsIn(one)).toEqual([]);
});

test('what was killed, held or redacted goes from the whole tree, and what was released comes back', async () => {
  const database = await testDatabase();
  const secret = 'Zorbentrix';
  const picture = await keepPicture(
    database.pool,
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'),
  );
  const body = storyFields().body;
  const image = { alt: '', caption: '', credit: '', src: null, width: 8, height: 8, picture: picture.hash };
  body.content.push({ type: 'image', attrs: image });
  const { code } = await publishOne(database, { headline: `${secret} is accused`, body });
  await publishOne(database);
  await actOn(database.pool, code, 'correct', {
    words: { lead: `${secret} denies it` },
    note: `${secret} was misspelt.`,
  });
  const root = exportPlace();
  const words = () => [...filesIn(root)].filter(([, text]) => text.includes(secret)).map(([name]) => name);
  const salts = (name: string) => readFileSync(path.join(root, name), 'utf8').match(/"salt"/g)?.length ?? 0;
  const shown = `data/pictures/${picture.hash}.svg`;

  await exportTo(database.pool, root);
  expect(words().length).toBeGreaterThan(5);
  expect(existsSync(path.join(root, shown))).toBe(true);

  await actOn(database.pool, code, 'hold', { note: 'It is being checked.' });
  await exportTo(database.pool, root);
  expect(words()).toEqual([]);
  expect(existsSync(path.join(root, shown))).toBe(false);
  expect(salts(`data/stories/${code}/1.json`)).toBe(0);
  for (const name of ['index.html', '1.html', '2.txt'])
    expect(readFileSync(path.join(root, `data/stories/${code}/${name}`), 'utf8')).toContain(
      'It is being checked.',
    );
  expect(await findingsIn(root)).toEqual([]);

  await actOn(database.pool, code, 'release');
  await exportTo(database.pool, root);
  expect(words().length).toBeGreaterThan(5);
  expect(existsSync(path.join(root, shown))).toBe(true);

  await actOn(database.pool, code, 'redact', { reasonClass: 'privacy', fields: ['lead', 'note', 'body'] });
  await exportTo(database.pool, root);
  expect(readFileSync(path.join(root, `data/stories/${code}/2.html`), 'utf8')).toContain(
    'Lead removed by law on',
  );
  expect(existsSync(path.join(root, shown))).toBe(false);
  expect(
    JSON.parse(readFileSync(path.join(root, `data/stories/${code}/2.json`), 'utf8')).fields.lead,
  ).toBeUndefined();
  expect(await findingsIn(root)).toEqual([]);

  await actOn(database.pool, code, 'kill', { reasonClass: 'inaccurate', note: 'It was not so.' });
  await exportTo(database.pool, root);
  expect(words()).toEqual([]);
  const tombstone = readFileSync(path.join(root, `data/stories/${code}/index.html`), 'utf8');
  expect(tombstone).toContain('This story has been taken back');
  expect(tombstone).toContain('It was not so.');
  expect(readFileSync(path.join(root, `data/stories/${code}/1.txt`), 'utf8')).toContain('Killed on');
  expect(await findingsIn(root)).toEqual([]);
});

test('nothing leaves the desk: no draft, no act to come, no evidence, no secret', async () => {
  const database = await testDatabase();
  const secret = 'Quallompis';
  const { storyId, code } = await publishOne(database);
  await fileDraft(database, { headline: `${secret} has not been published` });
  await inTransaction(database.pool, (db) =>
    scheduleAct(
      { db, now: noon },
      {
        kind: 'kill',
        storyId,
        by: 'Ana Moss',
        note: `${secret} to come`,
        dueAt: new Date('2030-01-01T00:00:00Z'),
        embargo: false,
      },
    ),
  );
  await database.pool.query(`insert into raw_evidence values (sha256($1), 'a', $1, now())`, [
    Buffer.from(secret),
  ]);
  await database.pool.query(`insert into secrets values ('one', $1)`, [Buffer.from(secret)]);
  await database.pool.query(`update drafts set doubts = '{${secret}}'`);
  const root = exportPlace();
  expect(await exportTo(database.pool, root)).toMatchObject({ stories: 1 });
  const { rows } = await database.pool.query<{ secret: Buffer }>('select secret from signing_keys');
  const hidden = [
    secret,
    rows[0]?.secret.toString('latin1'),
    rows[0]?.secret.toString('base64'),
    rows[0]?.secret.toString('hex'),
  ];
  for (const [name, text] of filesIn(root))
    for (const word of hidden) expect([name, text.includes(word as string)]).toEqual([name, false]);
  expect(existsSync(path.join(root, `data/stories/${code + 1}`))).toBe(false);
});

test('the agency’s settings draw every page anew', async () => {
  const database = await testDatabase();
  await publishOne(database);
  const [one, two] = [exportPlace(), exportPlace()];
  await exportTo(database.pool, one);
  await writeAgency(database.pool, { ...agency, zone: 'Asia/Tehran' });
  expect(await exportTo(database.pool, one)).toMatchObject({ written: 1 });
  await exportTo(database.pool, two);
  expect(filesIn(one)).toEqual(filesIn(two));
});

test('a translation that is published later is linked from the story that is there already', async () => {
  const database = await testDatabase();
  const translationGroup = '5e0c6a0e-3f0c-4a57-9a40-2b3c1d0f7a11';
  const publish = async (lang: string) =>
    inTransaction(database.pool, async (db) => {
      const filed = await fileStory(db, noon, { lang, fields: storyFields(), translationGroup });
      if (!filed.ok) throw new Error(filed.refusal.kind);
      await publishStory({ db, agency, now: noon }, { storyId: filed.value.storyId, by: 'Ana Moss' });
      return filed.value.code;
    });
  const english = await publish('en');
  const [one, two] = [exportPlace(), exportPlace()];
  await exportTo(database.pool, one);
  const persian = await publish('fa');
  expect(await exportTo(database.pool, one)).toMatchObject({ written: 2 });
  expect(readFileSync(path.join(one, `data/stories/${english}/index.html`), 'utf8')).toContain(
    `href="../${persian}/index.html"`,
  );
  await exportTo(database.pool, two);
  expect(filesIn(one)).toEqual(filesIn(two));
  expect(await findingsIn(one)).toEqual([]);
});

test('refuses a folder that holds something else, or an export of another record, and leaves it as it is', async () => {
  const [database, other] = [await testDatabase(), await testDatabase()];
  await publishOne(database);
  await giveOwnKey(other.pool);
  await publishOne(other);
  const why = async (root: string, pool = database.pool) => {
    const before = existsSync(root) ? filesIn(root) : null;
    const outcome = await exportRecord(pool, root);
    expect(outcome.ok).toBe(false);
    if (before) expect(filesIn(root)).toEqual(before);
    return outcome.ok ? '' : outcome.why;
  };
  const root = exportPlace();
  mkdirSync(root);
  writeFileSync(path.join(root, 'thesis.txt'), 'mine');
  expect(await why(root)).toMatch(/holds something else than an export: name a new or an empty folder/);
  rmSync(path.join(root, 'thesis.txt'));
  await exportTo(database.pool, root);
  expect(await why(root, other.pool)).toMatch(/holds an export of another record/);
  expect(await exportRecord(database.pool, path.join(root, 'README.txt'))).toMatchObject({
    ok: false,
    why: expect.stringMatching(/is a file/),
  });
  // The same log, but an older state of it, as after a backup was put back; and one that went another way.
  await publishOne(database);
  await exportTo(database.pool, root);
  await database.pool.query('alter table checkpoints disable trigger all');
  await database.pool.query('delete from checkpoints where size = 2');
  expect(await why(root)).toMatch(/of 2 acts, and this record has 1: it is older than its export/);
  const empty = await testDatabase();
  expect(await why(exportPlace(), empty.pool)).toMatch(/Nothing was published yet/);
});

test('an export that was broken off says so, and the next run goes on', async () => {
  const database = await testDatabase();
  const { code } = await publishOne(database);
  await publishOne(database);
  const [root, clean] = [exportPlace(), exportPlace()];
  await exportTo(database.pool, root);
  await actOn(database.pool, code, 'kill');
  await exportTo(database.pool, clean);
  // As a run leaves it that ended after its first story.
  mkdirSync(path.join(root, 'unfinished/old'), { recursive: true });
  writeFileSync(path.join(root, 'unfinished/old/1.html'), 'Storm closes the port of Halim');
  renameSync(path.join(root, 'manifest-sha256.txt'), path.join(root, 'unfinished/previous-manifest.txt'));
  rmSync(path.join(root, `data/stories/${code}`), { recursive: true });
  expect(await verifyExport(root, { threads: 0, tell: () => {} })).toEqual({
    ok: false,
    why: `The export in ${root} is unfinished: run export again.`,
  });
  expect(await exportTo(database.pool, root)).toMatchObject({ stories: 2, written: 1 });
  expect(filesIn(root)).toEqual(filesIn(clean));
});
