/** Ends what a killed Wireroom left of its PostgreSQL, so that the next can start. Call it with the owner lock held. */
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterPlace } from './cluster-place.ts';

/** A server that still runs is ended as cleanly as any; processes whose server was killed are ended at once. */
export async function endOrphan({ cluster, socketDir }: ClusterPlace): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const server = Number(readFileSync(file, 'utf8').split('\n')[0]);
  for (let waitedMs = 0; ; waitedMs += 20) {
    const left = processesOf(cluster, server);
    if (left.length === 0) break;
    if (waitedMs === 0 && left.includes(server)) signal(server, 'SIGINT');
    else if (waitedMs === 0 || waitedMs === 10_000) for (const pid of left) signal(pid, 'SIGQUIT');
    else if (waitedMs === 20_000) for (const pid of left) signal(pid, 'SIGKILL');
    await sleep(20);
  }
  if (!existsSync(file)) return;
  disown(file);
  // The socket's lock would be in the way just so, and guards nothing but the socket.
  for (const name of readdirSync(socketDir)) rmSync(path.join(socketDir, name));
}

/**
 * Puts our pid in the place of the dead server's. PostgreSQL refuses to start while a process with that pid exists, be
 * it a zombie or somebody else; its parent's it passes over. The rest of the file stays: with it, it makes sure that
 * nobody has the cluster's shared memory.
 */
function disown(file: string): void {
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  const { uid, gid, mode } = statSync(file);
  const aside = `${file}.new`;
  writeFileSync(aside, [process.pid, ...rest].join('\n'), { mode });
  chownSync(aside, uid, gid);
  renameSync(aside, file);
}

/** Living processes of a cluster's PostgreSQL: all of them work in its folder. Without /proc, only its server. */
function processesOf(cluster: string, server: number): number[] {
  if (!existsSync('/proc/self/cwd')) return server > 0 && isServerOf(server, cluster) ? [server] : [];
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isPostgresIn(pid, folder));
}

/** No for a process that has ended, a zombie, or one of another user. */
function isPostgresIn(pid: number, folder: string): boolean {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  const asked = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return asked.stdout?.includes(cluster) ?? false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
