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
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartRefusal } from '../start-refusal.ts';

export type ClusterPlace = {
  /** Folder that holds `cluster/`, staged binaries and their log. */
  base: string;
  cluster: string;
  /** Folder of the Unix socket, at most 80 bytes long. */
  socketDir: string;
  /** User and group the server runs under; null: the one we run under. */
  user: { uid: number; gid: number } | null;
};

/** No path in it: a data folder may be moved or copied. `apart`: the cluster lies in /var/lib/wireroom/<id>. */
type Installation = { id: string; uid: number | null; apart: boolean };

const apartFolder = '/var/lib/wireroom';

/** Finds the place, the same at each start, and makes its folders. @throws StartRefusal where the folder is a copy. */
export function findClusterPlace(givenDir: string): ClusterPlace {
  const dataDir = realpathSync(givenDir);
  const file = path.join(dataDir, 'installation.json');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const installation: Installation = before
    ? (JSON.parse(before) as Installation)
    : { id: randomBytes(6).toString('hex'), uid: null, apart: false };
  const beside = path.join(dataDir, 'postgres');
  const asRoot = process.getuid?.() === 0;
  if (asRoot) installation.uid ??= ownerOfCluster(beside) ?? freeUid(installation.id);
  const user = asRoot && installation.uid !== null ? { uid: installation.uid, gid: installation.uid } : null;
  if (user && !existsSync(path.join(beside, 'cluster')) && !mayEnter(dataDir, user.uid))
    installation.apart = true;
  const base = installation.apart ? path.join(apartFolder, installation.id) : beside;
  if (installation.apart) mkdirSync(apartFolder, { recursive: true, mode: 0o711 });
  makeOwned(base, user);
  if (installation.apart) refuseCopy(base, dataDir, installation.id);
  // Whole or not at all: where it were lost, so would be the way to the cluster.
  const text = JSON.stringify(installation);
  if (text !== before) writeForOwner(file, text);
  const socketDir = shortFolder(installation.id, base, user);
  makeOwned(socketDir, user);
  return { base, cluster: path.join(base, 'cluster'), socketDir, user };
}

/** A copied data folder would lead to the original's cluster: it is refused as long as the original is there. */
function refuseCopy(base: string, dataDir: string, id: string): void {
  const marker = path.join(base, 'data-folder');
  const known = existsSync(marker) ? readFileSync(marker, 'utf8') : dataDir;
  if (known !== dataDir && idOf(known) === id) {
    throw new StartRefusal(
      `The data folder ${dataDir} is a copy of ${known}, whose database lies in ${base}: use that one, or begin with an empty folder.`,
    );
  }
  writeFileSync(marker, dataDir, { mode: 0o600 });
}

function idOf(dataDir: string): string | null {
  try {
    return (JSON.parse(readFileSync(path.join(dataDir, 'installation.json'), 'utf8')) as Installation).id;
  } catch {
    return null;
  }
}

/** Writes a file whole, for the owner of its folder alone: where root ran a command, its user can still read it. */
export function writeForOwner(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(path.dirname(file));
    chownSync(`${file}.new`, uid, gid);
  }
  renameSync(`${file}.new`, file);
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

function shortFolder(id: string, base: string, user: { uid: number } | null): string {
  const beside = path.join(base, 'socket');
  if (Buffer.byteLength(beside) <= 80) return beside;
  if (user) return `/run/wireroom-${id}`;
  const runtime = process.env.XDG_RUNTIME_DIR;
  const parent = runtime && Buffer.byteLength(runtime) <= 50 && existsSync(runtime) ? runtime : os.tmpdir();
  return path.join(Buffer.byteLength(parent) <= 50 ? parent : '/tmp', `wireroom-${id}`);
}
