/**
 * A disk in memory, where the machine has one: what a database of the tests writes needs no other, and each copy of one takes a
 * tenth of the work there.
 */
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import os from 'node:os';

const place = '/dev/shm';
const mounts = '/proc/mounts';

/** Bytes that a run may take, with room to spare: it takes about two gigabytes at once. */
const enough = 6 * 1024 ** 3;

/** Null: there is none, it is too small, or no program may be run from it. */
export function memoryDisk(): string | null {
  if (!existsSync(mounts)) return null;
  const mounted = readFileSync(mounts, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, at]) => at === place);
  const options = mounted?.[3]?.split(',') ?? ['ro'];
  if (options.includes('ro') || options.includes('noexec')) return null;
  const { bavail, bsize } = statfsSync(place);
  return Math.min(bavail * bsize, os.freemem(), process.availableMemory()) > enough ? place : null;
}
