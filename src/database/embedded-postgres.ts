/** Our own PostgreSQL: made, started and stopped. One owner at a time; see owner-lock.ts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartRefusal } from '../start-refusal.ts';
import { type ClusterPlace, findClusterPlace, writeForOwner } from './cluster-place.ts';
import { endOrphan } from './end-orphan.ts';
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

/** SQLSTATE invalid_password. */
const wrongPassword = '28P01';

/** Starts the server of a data folder whose owner lock is held, making the cluster first where there is none. */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const place = findClusterPlace(dataDir);
  const binaries = stagePostgres(place);
  const password = readPassword(dataDir);
  if (!existsSync(place.cluster)) makeCluster(place, binaries, { user, password });
  await endOrphan(place);
  const server = spawnServer(place, binaries);
  const address = { cluster: place.cluster, socketDir: place.socketDir, port, user, password };
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  try {
    await waitUntilReady(address, server, path.join(place.base, 'postgres.log'));
  } catch (error) {
    await stopServer(server, ended);
    throw error;
  }
  writeForOwner(path.join(dataDir, 'database.json'), JSON.stringify(address));
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
  writeForOwner(file, password);
  return password;
}

function spawnServer(place: ClusterPlace, binaries: PostgresBinaries): ChildProcess {
  const logFile = path.join(place.base, 'postgres.log');
  // A log that another user's start left is put out of the way.
  rmSync(logFile, { force: true });
  const log = openSync(logFile, 'w');
  chmodSync(logFile, 0o600);
  const settings = {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: place.socketDir,
    max_connections: '60',
    shared_buffers: '128MB',
    // Old log segments are removed and not kept for use again: what a redaction took away must not lie in them.
    wal_recycle: 'off',
    min_wal_size: '32MB',
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
    } catch (error) {
      await client.end().catch(() => undefined);
      if ((error as pg.DatabaseError).code === wrongPassword)
        throw new StartRefusal(
          `The database in ${address.cluster} has another password than database-password in the data folder: put the right file back.`,
        );
      // Not listening yet, or still replaying its log after a crash.
      await sleep(15);
    }
  }
}

/** What `pg` needs to connect to the server. */
export function connectionOf(address: DatabaseAddress): pg.ClientConfig {
  const { socketDir: host, port, user, password } = address;
  // What PG… variables say is meant for other servers: ours has no TLS and no options.
  return { host, port, user, password, ssl: false };
}

async function stopServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), 4_000);
  await ended;
  clearTimeout(timer);
}
