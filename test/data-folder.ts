/** Data folders for tests: each fresh, and removed with everything that a database left elsewhere for them. */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { memoryDisk, memoryPlace } from './memory-disk.ts';

/** Where a database lies that runs under a user who cannot enter its data folder. */
const apart = '/var/lib/wireroom';

/** Names the process that made it, so that what a killed run left can be told. */
const prefix = 'wireroom-test-';

/**
 * @param mode 0711: as root, the user of the database may pass through.
 * @param parent in memory, where that can be.
 */
export function makeDataFolder(mode = 0o711, parent = memoryDisk() ?? os.tmpdir()): string {
  const folder = mkdtempSync(path.join(parent, `${prefix}${process.pid}-`));
  chmodSync(folder, mode);
  return folder;
}

export function removeDataFolder(folder: string): void {
  for (const left of [folder, ...foldersElsewhere(folder)]) rmSync(left, { recursive: true, force: true });
  if (existsSync(apart) && readdirSync(apart).length === 0) rmdirSync(apart);
}

/** The cluster's folder and the socket's, where they do not lie in the data folder. */
export function foldersElsewhere(folder: string): string[] {
  const file = path.join(folder, 'installation.json');
  if (!existsSync(file)) return [];
  const { id } = JSON.parse(readFileSync(file, 'utf8')) as { id: string };
  const runtime = process.env.XDG_RUNTIME_DIR;
  const parents = ['/run', '/tmp', os.tmpdir(), ...(runtime ? [runtime] : [])];
  return [path.join(apart, id), ...parents.map((parent) => path.join(parent, `wireroom-${id}`))].filter(
    (left) => existsSync(left),
  );
}

/** Ends the databases and removes the folders of runs that were killed. */
export function removeWhatKilledRunsLeft(): void {
  const parents = [os.tmpdir(), memoryPlace].filter((one) => existsSync(one));
  const left = parents.flatMap((parent) => readdirSync(parent).map((name) => path.join(parent, name)));
  for (const folder of left.filter((one) => path.basename(one).startsWith(prefix))) {
    if (isRunning(Number(path.basename(folder).slice(prefix.length).split('-')[0]))) continue;
    for (const pid of serversOf(folder)) endServer(pid);
    removeDataFolder(folder);
  }
}

/** Process ids of a data folder's PostgreSQL, its children too: found in /proc by the folder they work in. */
export function serversOf(folder: string): number[] {
  if (!existsSync('/proc')) return [];
  const places = [folder, ...foldersElsewhere(folder)].map((place) => `${place}/`);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && places.some((place) => workingFolder(pid).startsWith(place)));
}

/** Ends one of those processes at once; another may have ended it already. */
export function endServer(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function workingFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie has ended too.
    return !existsSync('/proc/self') || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
