/**
 * Who owns a data folder. One file, `wireroom.lock`, names the process, the boot and what it runs; it appears whole
 * (written aside, then linked) and a lock whose process is gone is taken over.
 */
import { createHash, randomUUID } from 'node:crypto';
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
  const owner = take(file, mine);
  return owner ? { ok: false, owner } : { ok: true, release: () => releaseIfMine(file, mine) };
}

/** @returns null where the lock is ours now, else its live owner. */
function take(file: string, mine: Owner): Owner | null {
  for (;;) {
    if (linkWhole(file, mine)) return null;
    const left = read(file);
    const owner = left === null ? null : ownerIn(left);
    if (owner && isAlive(owner)) return owner;
    if (left === null) continue;
    // Of many that find the same dead owner, the one that holds a second lock, named after it, replaces the first.
    const claim = `${file}.${createHash('sha256').update(left).digest('hex').slice(0, 16)}`;
    const claimant = take(claim, mine);
    if (claimant) return claimant;
    const stillThere = read(file) === left;
    if (stillThere) replaceWhole(file, mine);
    rmSync(claim, { force: true });
    if (stillThere) return null;
  }
}

/** Writes a lock where there is none: whole or not at all. @returns whether there was none. */
function linkWhole(file: string, owner: Owner): boolean {
  const aside = writeAside(file, owner);
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function replaceWhole(file: string, owner: Owner): void {
  renameSync(writeAside(file, owner), file);
}

function writeAside(file: string, owner: Owner): string {
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, JSON.stringify(owner), { mode: 0o644 });
  return aside;
}

/** The live owner of a data folder, or null. */
export function ownerOf(dataDir: string): Owner | null {
  const owner = ownerIn(read(path.join(dataDir, 'wireroom.lock')) ?? '');
  return owner && isAlive(owner) ? owner : null;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Null for what a power cut left of a lock. */
function ownerIn(lock: string): Owner | null {
  try {
    return JSON.parse(lock) as Owner;
  } catch {
    return null;
  }
}

function releaseIfMine(file: string, mine: Owner): void {
  const owner = ownerIn(read(file) ?? '');
  if (owner?.pid === mine.pid && owner.started === mine.started) rmSync(file, { force: true });
}

function isAlive(owner: Owner): boolean {
  if (owner.boot !== bootId()) return false;
  const started = startTime(owner.pid);
  try {
    process.kill(owner.pid, 0);
    return started === owner.started;
  } catch (error) {
    // Another user's process is there: ours, unless we can see that it began at another time.
    return (error as NodeJS.ErrnoException).code === 'EPERM' && (started === '' || started === owner.started);
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** Start time of a process in clock ticks since boot (field 22 of /proc/PID/stat); empty for one that has ended. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not asked yet.
    return state === 'Z' ? '' : (fields[18] ?? '');
  } catch {
    // Nor is there /proc on every system: pids alone must do there.
    return '';
  }
}
