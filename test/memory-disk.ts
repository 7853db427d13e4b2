/**
 * A disk in memory, where the machine has one: what the tests write needs no other. A copy of a database takes a tenth of the work
 * there, and a file that is written over and over does not go to the disk each time.
 */
import { existsSync, mkdtempSync, readFileSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Whether it has room now or not: what runs before left there is looked for. */
export const memoryPlace = '/dev/shm';
const mounts = '/proc/mounts';

/** Bytes that a run may take, with room to spare: it takes about two gigabytes at once. */
const enough = 6 * 1024 ** 3;

/** Null: there is none, it is too small, or no program may be run from it. */
export function memoryDisk(): string | null {
  if (!existsSync(mounts)) return null;
  const mounted = readFileSync(mounts, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, at]) => at === memoryPlace);
  const options = mounted?.[3]?.split(',') ?? ['ro'];
  if (options.includes('ro') || options.includes('noexec')) return null;
  const { bavail, bsize } = statfsSync(memoryPlace);
  return Math.min(bavail * bsize, os.freemem(), process.availableMemory()) > enough ? memoryPlace : null;
}

/** A new folder, in memory where that can be. Whoever makes it removes it. */
export function temporaryFolder(prefix: string): string {
  return mkdtempSync(path.join(memoryDisk() ?? os.tmpdir(), prefix));
}
