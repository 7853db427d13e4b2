/**
 * Where our own PostgreSQL lies and under which user it runs.
 *
 * PostgreSQL refuses to run as root. As root it therefore runs under a user id of its own, and where that user cannot
 * enter the data folder, cluster and binaries lie in /var/lib/wireroom/<id> instead.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type ClusterPlace = {
  /** Folder that holds `cluster/`, staged binaries and their log. */
  base: string;
  cluster: string;
  /** Folder of the Unix socket, at most 80 bytes long. */
  socketDir: string;
  /** User and group the server runs under; null: the one we run under. */
  user: { uid: number; gid: number } | null;
};

type Installation = { id: string; base: string; uid: number | null };

/** Finds the place, the same at each start, and makes its folders. */
export function findClusterPlace(dataDir: string): ClusterPlace {
  const file = path.join(dataDir, 'installation.json');
  const installation = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Installation)
    : newInstallation(dataDir);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) installation.uid ??= ownerOfCluster(installation.base) ?? freeUid(installation.id);
  const user = asRoot && installation.uid !== null ? { uid: installation.uid, gid: installation.uid } : null;
  if (user && !mayEnter(path.dirname(installation.base), user.uid)) {
    installation.base = path.join('/var/lib/wireroom', installation.id);
    mkdirSync('/var/lib/wireroom', { recursive: true, mode: 0o711 });
  }
  makeOwned(installation.base, user);
  // Whole or not at all: where it were lost, so would be the way to the cluster.
  writeFileSync(`${file}.new`, JSON.stringify(installation), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  const socketDir = shortFolder(installation, user);
  makeOwned(socketDir, user);
  return { base: installation.base, cluster: path.join(installation.base, 'cluster'), socketDir, user };
}

function newInstallation(dataDir: string): Installation {
  return { id: randomBytes(6).toString('hex'), base: path.join(dataDir, 'postgres'), uid: null };
}

/** The user of a cluster that somebody made before root came; null where there is none. */
function ownerOfCluster(base: string): number | null {
  const cluster = path.join(base, 'cluster');
  return existsSync(cluster) ? statSync(cluster).uid || null : null;
}

/** A folder for its user alone. */
function makeOwned(folder: string, user: { uid: number; gid: number } | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

/** Whether a user with no groups may pass every folder down to `folder`. */
export function mayEnter(folder: string, uid: number): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    const { mode, uid: owner } = statSync(at);
    if (owner === uid ? !(mode & 0o100) : !(mode & 0o001)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** A user id that no account has: from 59,000 on, found anew from the installation's id. */
function freeUid(id: string): number {
  const taken = new Set(
    ['/etc/passwd', '/etc/group']
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .map((line) => Number(line.split(':')[2])),
  );
  const start = createHash('sha256').update(id).digest().readUInt16BE(0) % 1000;
  for (let step = 0; ; step++) {
    const uid = 59_000 + ((start + step) % 1000);
    if (!taken.has(uid)) return uid;
  }
}

function shortFolder(installation: Installation, user: { uid: number } | null): string {
  const beside = path.join(installation.base, 'socket');
  if (Buffer.byteLength(beside) <= 80) return beside;
  if (user) return `/run/wireroom-${installation.id}`;
  const runtime = process.env.XDG_RUNTIME_DIR;
  const parent = runtime && Buffer.byteLength(runtime) <= 50 && existsSync(runtime) ? runtime : os.tmpdir();
  return path.join(Buffer.byteLength(parent) <= 50 ? parent : '/tmp', `wireroom-${installation.id}`);
}
