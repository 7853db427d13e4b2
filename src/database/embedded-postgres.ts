/** Our own PostgreSQL: made, started and stopped. One owner at a time; see owner-lock.ts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartRefusal } from '../start-refusal.ts';
import { type ClusterPlace, findClusterPlace } from './cluster-place.ts';
import { makeCluster, serverEnvironment } from './make-cluster.ts';
import { type PostgresBinaries, stagePostgres } from './postgres-binaries.ts';

/** How to reach a running server; kept in `DATA_DIR/database.json`, which only its owner may read. */
export type DatabaseAddress = {
  cluster: string;
  socketDir: string;
  port: number;
  user: string;
  password: string;
};

export type EmbeddedPostgres = {
  address: DatabaseAddress;
  /** Resolves when the server has ended, however it came to that. */
  ended: Promise<void>;
  /** Fast shutdown; after four seconds an immediate one. Nothing acknowledged is lost by either. */
  stop: () => Promise<void>;
};

const port = 5432;
const user = 'wireroom';

/** Starts the server of a data folder whose owner lock is held, making the cluster first where there is none. */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const place = findClusterPlace(dataDir);
  const binaries = stagePostgres(place);
  const password = readPassword(dataDir);
  if (!existsSync(place.cluster)) makeCluster(place, binaries, { user, password });
  await stopOrphan(place.cluster);
  const server = spawnServer(place, binaries);
  const address = { cluster: place.cluster, socketDir: place.socketDir, port, user, password };
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await waitUntilReady(address, server, path.join(place.base, 'postgres.log'));
  writeFileSync(path.join(dataDir, 'database.json'), JSON.stringify(address), { mode: 0o600 });
  return { address, ended, stop: () => stopServer(server, ended) };
}

/** @returns the address that the running owner of a data folder wrote, or null. */
export function readDatabaseAddress(dataDir: string): DatabaseAddress | null {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, 'database.json'), 'utf8')) as DatabaseAddress;
  } catch {
    return null;
  }
}

/** The password outlives the server: it is made once and kept for its owner alone. */
function readPassword(dataDir: string): string {
  const file = path.join(dataDir, 'database-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(`${file}.new`, password, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
}

/** A server that a killed Wireroom left behind is ended as cleanly as any. */
async function stopOrphan(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  if (!pid || !isServerOf(pid, cluster)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isServerOf(pid, cluster); waited += 20) {
    if (waited === 10_000) process.kill(pid, 'SIGQUIT');
    await sleep(20);
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  try {
    process.kill(pid, 0);
    return existsSync('/proc/self') ? readFileSync(commandLine, 'utf8').includes(cluster) : true;
  } catch {
    return false;
  }
}

function spawnServer(place: ClusterPlace, binaries: PostgresBinaries): ChildProcess {
  const logFile = path.join(place.base, 'postgres.log');
  const log = openSync(logFile, 'w');
  chmodSync(logFile, 0o600);
  const settings = {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: place.socketDir,
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: a Ctrl-C in the terminal reaches us alone, and we end the server after its last client.
  const server = spawn(binaries.postgres, ['-D', place.cluster, ...words], {
    ...place.user,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  return server;
}

async function waitUntilReady(
  address: DatabaseAddress,
  server: ChildProcess,
  logFile: string,
): Promise<void> {
  let failure: Error | null = null;
  server.once('error', (error) => {
    failure = error;
  });
  for (;;) {
    if (failure || server.exitCode !== null || server.signalCode !== null) {
      const log = existsSync(logFile)
        ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' ')
        : '';
      throw new StartRefusal(`The database in ${address.cluster} did not start: ${failure ?? log}`);
    }
    const client = new pg.Client({ ...connectionOf(address), database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not listening yet, or still replaying its log after a crash.
      await client.end().catch(() => undefined);
      await sleep(15);
    }
  }
}

/** What `pg` needs to connect to the server. */
export function connectionOf(address: DatabaseAddress): pg.ClientConfig {
  return { host: address.socketDir, port: address.port, user: address.user, password: address.password };
}

async function stopServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), 4_000);
  await ended;
  clearTimeout(timer);
}
