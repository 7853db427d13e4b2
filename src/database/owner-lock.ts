/**
 * Who owns a data folder. One file, `wireroom.lock`, names the process, the boot and what it runs; it appears whole
 * (written aside, then linked) and a lock whose process is gone is taken over.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Owner = {
  pid: number;
  /** Kernel boot id and the process's start time: a number that was used again is not the same process. */
  boot: string;
  started: string;
  /** "npm start", or the command in words: "bin/wireroom import". */
  what: string;
  /** True for the long-running program. */
  server: boolean;
};

export type OwnerLock = { ok: true; release: () => void } | { ok: false; owner: Owner };

/** Takes the lock of `dataDir`, or says who holds it. */
export function takeOwnerLock(dataDir: string, what: string, server: boolean): OwnerLock {
  const file = path.join(dataDir, 'wireroom.lock');
  const mine: Owner = { pid: process.pid, boot: bootId(), started: startTime(process.pid), what, server };
  for (;;) {
    const aside = `${file}.${randomUUID()}`;
    writeFileSync(aside, JSON.stringify(mine), { mode: 0o644 });
    try {
      linkSync(aside, file);
      return { ok: true, release: () => releaseIfMine(file, mine) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(aside, { force: true });
    }
    const owner = readOwner(file);
    if (owner && isAlive(owner)) return { ok: false, owner };
    setAside(file, owner);
  }
}

/** The live owner of a data folder, or null. */
export function ownerOf(dataDir: string): Owner | null {
  const owner = readOwner(path.join(dataDir, 'wireroom.lock'));
  return owner && isAlive(owner) ? owner : null;
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** Removes a dead owner's lock, unless another process has taken it over in between. */
function setAside(file: string, dead: Owner | null): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readOwner(aside);
  if (taken && taken.pid !== dead?.pid && isAlive(taken)) {
    try {
      linkSync(aside, file);
    } catch {
      // A third process took the free lock: the one we moved has lost it and will find that out when it starts its server.
    }
  }
  rmSync(aside, { force: true });
}

function releaseIfMine(file: string, mine: Owner): void {
  const owner = readOwner(file);
  if (owner?.pid === mine.pid && owner.started === mine.started) rmSync(file, { force: true });
}

function isAlive(owner: Owner): boolean {
  if (owner.boot !== bootId()) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startTime(owner.pid) === owner.started;
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** Start time of a process in clock ticks since boot (field 22 of /proc/PID/stat); empty where there is no /proc. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
