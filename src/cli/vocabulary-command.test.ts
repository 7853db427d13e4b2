/** `bin/wireroom vocabulary`, and `act --fields` with codes of it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { publishOne } from '../../test/invented-story.ts';
import { dataFolder } from '../../test/program.ts';
import { testDatabase } from '../../test/test-database.ts';
import { wireroom } from '../../test/wireroom-command.ts';
import { readPublicStory } from '../record/version-store.ts';

it('loads a file, says what came of it, refuses a bad one whole, and names codes for an act', async () => {
  const database = await testDatabase();
  const dataDir = dataFolder();
  const run = (...words: string[]) => wireroom({ dataDir, env: { DATABASE_URL: database.url } }, ...words);
  const file = path.join(dataDir, 'topics.tsv');
  writeFileSync(
    file,
    'code\tbroader\ten\tfa\n15000000\t\tsport\tورزش\n20001065\t15000000\tfootball\tفوتبال\n',
  );
  expect(await run('vocabulary', 'load', file)).toMatchObject({
    code: 0,
    out: 'topics.tsv has 2 subjects: 1 were added, 0 changed.\n',
  });
  expect(JSON.parse((await run('vocabulary', 'show', '--json')).out)).toEqual({
    subjects: 18,
    retired: 0,
    languages: ['ar', 'en', 'es', 'fa', 'fr', 'ru'],
  });
  writeFileSync(file, 'code\tbroader\ten\n15000000\t\tsport\n20001066\t15000001\tx\n');
  expect(await run('vocabulary', 'load', file)).toMatchObject({
    code: 1,
    err: 'Concept 20001066: what is above it, 15000001, is not in the file. Nothing of the file was loaded.\n',
  });
  for (const words of [['load'], ['load', path.join(dataDir, 'none')], ['drop'], []])
    expect([words, (await run('vocabulary', ...words)).code]).toEqual([words, 2]);

  const { code } = await publishOne(database);
  const fields = ['--fields', 'subjects=20001065,15000000', '--fields', 'thread=Harbour strike'];
  expect((await run('act', String(code), 'update', ...fields)).code).toBe(0);
  expect((await readPublicStory(database.pool, code))?.fields).toMatchObject({
    subjects: [
      { code: '20001065', name: 'football' },
      { code: '15000000', name: 'sport' },
    ],
    thread: { slug: 'harbour-strike', name: 'Harbour strike' },
  });
  const unknown = await run('act', String(code), 'update', '--fields', 'subjects=20009999');
  expect([unknown.code, unknown.err]).toEqual([
    1,
    expect.stringContaining('20009999 is not in the vocabulary'),
  ]);
  expect((await run('act', String(code), 'update', '--fields', 'subjects=football')).code).toBe(2);
});
