/** Export, check and adoption as a person runs them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generateRecord } from '../../bench/generate-record.ts';
import { exportPlace, exportTo, filesIn, findingsIn } from '../../test/exports.ts';
import { dataFolder } from '../../test/program.ts';
import { testDatabase } from '../../test/test-database.ts';
import { beginWireroom, folderWith, wireroom } from '../../test/wireroom-command.ts';

const page = `<!doctype html><html lang="en"><head><title>Pilots</title></head><body><p>Saturday 5 August 2017 - 11:54</p>
<p>Story Code : 4711</p><h1>Pilots end their strike in the port of Halim</h1>
<p>The pilots of Halim have ended their strike, the harbour master said on Saturday after a night of talks.</p>
<p>Eleven ships wait in the roads and will be brought in with the tide, he added, and the first is due at noon.</p>
</body></html>`;

test('a record leaves as a folder, is checked without an installation, and goes on in a new one', async () => {
  const [first, second] = [dataFolder(), dataFolder()];
  const root = exportPlace();
  const nowhere = path.join(path.dirname(root), 'no-data');
  await wireroom({ dataDir: first }, 'import', folderWith({ 'page.html': page }), '--publish');

  const exported = await wireroom({ dataDir: first }, 'export', root);
  expect(exported).toMatchObject({ code: 0, err: '' });
  expect(exported.out).toMatch(
    /^.*export: 1 stories \(1 written anew\), 1 acts, 0 pictures; \d+ files, \d+ kB\.\n$/,
  );

  const checked = await wireroom(
    { dataDir: nowhere },
    'verify',
    root,
    '--checkpoint',
    path.join(root, 'data/log/checkpoint'),
  );
  expect(checked).toMatchObject({ code: 0, err: '' });
  expect(checked.out).toMatch(
    /^1 acts on 1 stories, 1 versions, 0 pictures, \d+ files: all is as it was recorded\.\n$/,
  );
  expect(existsSync(nowhere)).toBe(false);

  const adopted = await wireroom({ dataDir: second }, 'import', root);
  expect(adopted).toMatchObject({ code: 0, err: '' });
  expect(adopted.out).toContain('taken over 1 acts on 1 stories');
  expect((await wireroom({ dataDir: second }, 'verify')).out).toContain(
    '1 acts on 1 stories, 0 pictures: all is as it was recorded.',
  );
  expect((await wireroom({ dataDir: second }, 'act', '4711', 'kill')).code).toBe(0);
  expect((await wireroom({ dataDir: second }, 'key', 'show')).out).toContain('taken over');

  const again = await wireroom({ dataDir: second }, 'import', root, '--json');
  expect(again.code).toBe(1);
  expect(JSON.parse(again.out)).toMatchObject({
    outcome: 'refused',
    sentence: expect.stringContaining('only into an empty installation'),
  });

  writeFileSync(path.join(root, 'data/stories/4711/1.txt'), 'Pilots');
  const wrong = await wireroom({ dataDir: nowhere }, 'verify', root);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain(
    '! Story 4711, version 1: data/stories/4711/1.txt: It has other bytes than manifest-sha256.txt says',
  );
  const lines = (await wireroom({ dataDir: nowhere }, 'verify', root, '--json')).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({ code: 4711, version: 1, file: 'data/stories/4711/1.txt' }),
  );
  expect(lines.at(-1)).toMatchObject({ stories: 1, wrong: lines.length - 1 });
});

test.each([
  [['export'], /export takes one folder/],
  [['export', 'a', 'b'], /export takes one folder/],
  [['verify', 'a', 'b'], /verify takes one folder, or none/],
  [['verify', '--checkpoint', 'a'], /--checkpoint goes with the folder of an export/],
  [['verify', 'a', '--checkpoint', '/no/such/file'], /cannot be read \(ENOENT\)/],
])('wrong use is said: %s', async (words, sentence) => {
  const said = await wireroom({ dataDir: dataFolder() }, ...words);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toMatch(sentence);
});

test('an export that is killed at any moment is finished by the next run', async () => {
  const database = await testDatabase();
  await generateRecord(database.pool, 120);
  const [root, clean] = [exportPlace(), exportPlace()];
  await exportTo(database.pool, clean);
  const env = { DATABASE_URL: database.url };
  let unfinished = 0;
  for (const share of [0.3, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const begun = beginWireroom({ dataDir: dataFolder(), env }, 'export', root);
    const wanted = Math.floor(120 * share);
    // As soon as so many stories are there.
    for (let waited = 0; waited < 2_000 && !isThere(root, 1_000 + wanted); waited++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    process.kill(-(begun.child.pid as number), 'SIGKILL');
    await begun.ended;
    const checked = await wireroom({ dataDir: dataFolder() }, 'verify', root);
    if (/is unfinished: run export again/.test(checked.err)) unfinished++;
    else expect(checked.err).toMatch(/^(There is no folder|.*holds no export)|^$/);
  }
  expect(unfinished).toBeGreaterThan(0);
  expect((await wireroom({ dataDir: dataFolder(), env }, 'export', root)).code).toBe(0);
  expect(filesIn(root)).toEqual(filesIn(clean));
});

function isThere(root: string, code: number): boolean {
  return existsSync(path.join(root, `data/stories/${code}/record.json`));
}

test('on a full disk it says so, and the folder is unfinished until there is room', async () => {
  const database = await testDatabase();
  await generateRecord(database.pool, 60);
  const disk = path.join(dataFolder(), 'disk');
  mkdirSync(disk, { mode: 0o711 });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0711', 'tmpfs', disk]).status !== 0) {
    if (process.env.CI === 'true') throw new Error('CI may not mount a small disk.');
    return console.log('not run: needs root to mount a small disk');
  }
  try {
    const root = path.join(disk, 'export');
    const env = { DATABASE_URL: database.url };
    await generateRecord(database.pool, 40);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(path.join(disk, 'filler'), Buffer.alloc(bavail * bsize - 600_000));
    const refused = await wireroom({ dataDir: dataFolder(), env }, 'export', root);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(
      /^The disk of .* is full: make room and run export again; what is there so far is unfinished\.\n$/,
    );
    expect((await wireroom({ dataDir: dataFolder() }, 'verify', root)).err).toMatch(
      /is unfinished: run export again/,
    );
    rmSync(path.join(disk, 'filler'));
    expect((await wireroom({ dataDir: dataFolder(), env }, 'export', root)).code).toBe(0);
    expect(await findingsIn(root)).toEqual([]);
  } finally {
    spawnSync('umount', ['--lazy', disk]);
  }
});

test('a folder that cannot be written is said', async () => {
  const database = await testDatabase();
  await generateRecord(database.pool, 1);
  const said = await wireroom(
    { dataDir: dataFolder(), env: { DATABASE_URL: database.url } },
    'export',
    '/proc/export',
  );
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toMatch(/^\/proc\/export cannot be .*\n$/);
});

test('the bag is what other programs expect of one', async () => {
  const database = await testDatabase();
  await generateRecord(database.pool, 30);
  const root = exportPlace();
  await exportTo(database.pool, root);
  for (const manifest of ['tagmanifest-sha256.txt', 'manifest-sha256.txt']) {
    const sums = spawnSync('sha256sum', ['--check', '--quiet', manifest], { cwd: root, encoding: 'utf8' });
    if (sums.error) return console.log('not run: needs sha256sum');
    expect([sums.status, sums.stdout, sums.stderr]).toEqual([0, '', '']);
  }
  const listed = readFileSync(path.join(root, 'manifest-sha256.txt'), 'utf8')
    .match(/(?<= {2}).+$/gm)
    ?.sort();
  expect(listed).toEqual([...filesIn(root).keys()].filter((name) => name.startsWith('data/')).sort());
});
