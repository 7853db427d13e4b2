/** An act on a disk that is full: a clear sentence, nothing half-written, and all is well when there is room again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dataFolder, startProgram } from './program.ts';
import { folderWith, wireroom } from './wireroom-command.ts';

/** A small disk of its own; null where we may not make one. */
function smallDisk(folder: string, megabytes: number): string | null {
  const disk = path.join(folder, 'disk');
  mkdirSync(disk, { mode: 0o711 });
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', disk]);
  if (made.status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', ['--lazy', disk]));
  return disk;
}

const page = `<!doctype html><html lang="en"><head><title>Pilots</title></head><body><p>Saturday 5 August 2017 - 11:54</p>
<p>Story Code : 4711</p><h1>Pilots end their strike in the port of Halim</h1>
<p>The pilots of Halim have ended their strike, the harbour master said on Saturday after a night of talks.</p>
<p>Eleven ships wait in the roads and will be brought in with the tide, he added, and the first is due at noon.</p>
</body></html>`;

it('is refused in a sentence, leaves the record whole, and is done when there is room', async () => {
  const disk = smallDisk(dataFolder(), 260);
  if (!disk) {
    if (process.env.CI === 'true') throw new Error('CI may not mount a small disk.');
    console.log('not run: needs root to mount a small disk');
    return;
  }
  const program = await startProgram({ dataDir: disk });
  const folder = folderWith({ 'page.html': page });
  expect((await wireroom({ dataDir: disk }, 'import', folder, '--publish')).out).toContain('published 4711');
  const { bavail, bsize } = statfsSync(disk);
  const filler = path.join(disk, 'filler');
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 16_384));
  const long = 'Nothing of this must be kept. '.repeat(20_000);
  const refused = await wireroom(
    { dataDir: disk, input: JSON.stringify({ lead: long }) },
    'act',
    '4711',
    'correct',
    '--fields',
    '@-',
  );
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toMatch(
    /^The (disk of the database is full|database ended in the middle|database cannot go on).+\n$/,
  );
  console.log(`a full disk says: ${refused.err.trim()}`);
  rmSync(filler);
  // A server that ended for want of room ends the program too: it is started again.
  const gone = await Promise.race([
    program.ended,
    new Promise((resolve) => setTimeout(resolve, 3_000, 'runs')),
  ]);
  if (gone !== 'runs') await startProgram({ dataDir: disk });
  const verified = await wireroom({ dataDir: disk }, 'verify');
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('1 acts on 1 stories')]);
  const done = await wireroom({ dataDir: disk }, 'act', '4711', 'correct', '--fields', 'lead=Short.');
  expect([done.code, done.err]).toEqual([0, '']);
}, 240_000);
