/** Importing from the command line, on a stopped and on a running installation. */
import path from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { serversOf } from '../../test/data-folder.ts';
import { textPage } from '../../test/page-import.ts';
import { dataFolder, startProgram } from '../../test/program.ts';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import { folderWith, wireroom } from '../../test/wireroom-command.ts';
import { connectionOf, type DatabaseAddress, readDatabaseAddress } from '../database/embedded-postgres.ts';

const seed = 'seed/saved-page.txt';

itWithShared(seed)('imports and publishes the seed page, and shows its story', async () => {
  const dataDir = dataFolder();
  const imported = await wireroom(
    { dataDir },
    'import',
    sharedFile(seed),
    '--publish',
    '--zone',
    'Asia/Tehran',
  );
  expect([imported.code, imported.err]).toEqual([0, '']);
  expect(imported.out).toContain(`${sharedFile(seed)}: published 271032  “Russia, Iran agree to strengthen`);
  for (const line of [
    '  credit: Sputnik (',
    '  body: 7 blocks\n',
    '  language: en (',
    '  ? “Rogozins”: ',
    '\n1 published.\n',
  ])
    expect(imported.out).toContain(line);
  expect(serversOf(dataDir)).toEqual([]);
  const shown = await wireroom({ dataDir }, 'story', '271032');
  expect([shown.code, shown.err]).toEqual([0, '']);
  expect(shown.out).toMatch(
    /^271032 en {2}Russia, Iran agree [^\n]+\n {2}http:\/\/localhost:4000\/en\/271032\/russia-iran-[a-z0-9-]+\n {2}public\n {2}version 1: publish \S+ by import, stated for 2017-08-05T07:24:00\.000Z {2}“Russia/,
  );
  const asJson = await wireroom({ dataDir }, 'story', '271032', '--json');
  expect(JSON.parse(asJson.out)).toMatchObject({
    code: 271_032,
    acts: [{ version: 1, kind: 'publish' }],
    draft: null,
  });
  const again = await wireroom({ dataDir }, 'import', sharedFile(seed), '--publish', '--json');
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({ outcome: 'already-here', code: 271_032 });
});

it('says that there is no story with a code', async () => {
  expect(await wireroom({ dataDir: dataFolder() }, 'story', '7')).toEqual({
    code: 1,
    out: '',
    err: 'There is no story 7.\n',
  });
});

it('publishes into a running installation, whose readers see the story at once', async () => {
  const dataDir = dataFolder();
  const program = await startProgram({ dataDir });
  const before = await fetch(`${program.url}/100`);
  const { code, out } = await wireroom(
    { dataDir },
    'import',
    folderWith({ 'a.txt': textPage() }),
    '--publish',
  );
  expect([before.status, code]).toEqual([404, 0]);
  const page = await fetch(`${program.url}/100`);
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining('Bridge stays open to walkers'),
  ]);
  expect(out).toContain(': published 100');
  const front = await fetch(`${program.url}/en/`);
  expect(await front.text()).toContain('Bridge stays open to walkers');
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
});

it('never adds the sample', async () => {
  const dataDir = dataFolder();
  await wireroom({ dataDir }, 'import', folderWith({ 'a.txt': textPage() }));
  const program = await startProgram({ dataDir });
  const db = new pg.Client({
    ...connectionOf(readDatabaseAddress(dataDir) as DatabaseAddress),
    database: 'wireroom',
  });
  await db.connect();
  const { rows } = await db.query('select code::integer from stories');
  await db.end();
  expect(rows).toEqual([{ code: 100 }]);
  await program.stop();
});

it('writes one JSON object for each file', async () => {
  const folder = folderWith({ 'a.txt': textPage(), 'b.html': '', 'c.png': 'x' });
  const { code, out } = await wireroom({ dataDir: dataFolder() }, 'import', '--json', folder);
  const reports = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(1);
  expect(reports).toMatchObject([
    {
      file: path.join(folder, 'a.txt'),
      outcome: 'draft',
      code: 100,
      reasons: [],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
    { file: path.join(folder, 'b.html'), outcome: 'refused', reasons: ['The file is empty.'] },
  ]);
});

it('says that a folder has no page', async () => {
  const { code, out } = await wireroom({ dataDir: dataFolder() }, 'import', folderWith({ 'c.png': 'x' }));
  expect([code, out]).toEqual([0, '1 other files left alone.\n']);
});
