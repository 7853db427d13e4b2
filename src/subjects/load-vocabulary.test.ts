import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { byCommand } from '../people/audit.ts';
import { decide } from '../web/refusal-answers.ts';
import { loadVocabulary } from './load-vocabulary.ts';
import { listSubjects, readSubjects, sizeOfVocabulary } from './subject-store.ts';

const now = new Date('2026-05-01T12:00:00Z');
let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});

const load = (text: string, name = 'topics.csv') =>
  decide(database.pool, (db) => loadVocabulary({ db, now, by: byCommand }, { name, text }));
const audit = async () =>
  (await database.pool.query('select what, about from audit order by id')).rows as {
    what: string;
    about: object;
  }[];

it('begins with the seventeen at the top, named in six languages', async () => {
  const subjects = await listSubjects(database.pool);
  expect(subjects).toHaveLength(17);
  for (const { labels } of subjects)
    expect(Object.keys(labels).sort()).toEqual(['ar', 'en', 'es', 'fa', 'fr', 'ru']);
});

it('adds what is new, changes what is said otherwise, keeps names in other languages, and says so', async () => {
  const head = 'code,broader,retired,en,de\n15000000,,,sport,Sport\n';
  expect(await load(`${head}20001065,15000000,,soccer,Fußball\n`)).toEqual({
    ok: true,
    value: { concepts: 2, added: 1, changed: 1 },
  });
  expect(await load(`${head}20001065,15000000,2026-04-01,football,Fußball\n`)).toMatchObject({
    value: { added: 0, changed: 1 },
  });
  const known = await readSubjects(database.pool, ['15000000', '20001065']);
  expect(known.get('15000000')?.labels).toMatchObject({ fa: 'ورزش', de: 'Sport' });
  expect(known.get('20001065')).toMatchObject({ labels: { en: 'football' }, retired: '2026-04-01' });
  expect(await audit()).toEqual([
    { what: 'settings.subjects-loaded', about: { file: 'topics.csv', concepts: 2, added: 1, changed: 1 } },
    { what: 'settings.subjects-loaded', about: { file: 'topics.csv', concepts: 2, added: 0, changed: 1 } },
  ]);
  // A table that says nothing of retirement changes none; one that does takes it back.
  await load('code,broader,en\n15000000,,sport\n20001065,15000000,football\n');
  expect((await readSubjects(database.pool, ['20001065'])).get('20001065')?.retired).toBe('2026-04-01');
  await load(`${head}20001065,15000000,,football,Fußball\n`);
  expect((await readSubjects(database.pool, ['20001065'])).get('20001065')?.retired).toBeNull();
});

it('takes a name of a region for the language, before the one that was built in', async () => {
  await load('code,broader,en-US,en-GB\n09000000,,labor,labour market\n');
  const labels = (await readSubjects(database.pool, ['09000000'])).get('09000000')?.labels ?? {};
  expect([labels.en, labels['en-gb'], labels.fa]).toEqual(['labor', 'labour market', 'کار و کارگر']);
});

it('never takes a code away', async () => {
  await load('code,broader,en\n15000000,,sport\n20001065,15000000,football\n');
  await load('code,broader,en\n15000000,,sport\n');
  expect(await sizeOfVocabulary(database.pool)).toMatchObject({ subjects: 18, retired: 0 });
});

it('loads nothing of a file with one bad line', async () => {
  const refused = await load(
    'code,broader,en\n15000000,,sports\n20001065,15000000,football\n2000,15000000,x\n',
  );
  expect(refused).toMatchObject({
    refusal: { kind: 'unfit-vocabulary', sentence: expect.stringMatching(/^Line 4: .*Nothing of the file/) },
  });
  expect(await sizeOfVocabulary(database.pool)).toMatchObject({ subjects: 17 });
  expect((await readSubjects(database.pool, ['15000000'])).get('15000000')?.labels.en).toBe('sport');
  expect(await audit()).toEqual([]);
});

itWithShared('standards/media-topics/media-topics-multilingual.json')(
  'loads the whole vocabulary, twice',
  async () => {
    const text = readFileSync(sharedFile('standards/media-topics/media-topics-multilingual.json'), 'utf8');
    expect(await load(text)).toMatchObject({ value: { concepts: 1_370, added: 1_353, changed: 17 } });
    expect(await load(text)).toMatchObject({ value: { added: 0, changed: 0 } });
    const { subjects, retired, languages } = await sizeOfVocabulary(database.pool);
    expect([subjects, retired]).toEqual([1_370, 270]);
    expect(languages).toContain('fa');
  },
);
