/** Makes a new cluster: aside, and moved to its place when it is whole. */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartRefusal } from '../start-refusal.ts';
import type { ClusterPlace } from './cluster-place.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** @throws StartRefusal with what initdb said. */
export function makeCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  owner: { user: string; password: string },
): void {
  const aside = `${place.cluster}.new`;
  const passwordFile = path.join(place.base, 'password.new');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(passwordFile, owner.password, { mode: 0o600 });
  const maker = place.user ? accountForInitdb() : null;
  if (maker) for (const one of [place.base, aside, passwordFile]) chownSync(one, maker.uid, maker.gid);
  const words = [`--pgdata=${aside}`, `--username=${owner.user}`, `--pwfile=${passwordFile}`];
  words.push('--auth=scram-sha-256', '--encoding=UTF8', '--locale=C');
  words.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  const made = spawnSync(binaries.initdb, words, {
    ...maker,
    cwd: '/',
    env: serverEnvironment(),
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (place.user) handOver(place.base, aside, place.user);
  if (made.status !== 0) {
    throw new StartRefusal(
      `The database could not be made in ${place.cluster}: ${made.error ?? made.stderr.trim()}`,
    );
  }
  renameSync(aside, place.cluster);
}

/** What the server's programs see of the environment: nothing of ours. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
}

/** initdb, unlike the server, asks for its user's name: an account that has one, and is not root, does that one step. */
function accountForInitdb(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const account = accounts.find(({ name }) => name === 'nobody') ?? accounts.findLast(({ uid }) => uid > 0);
  if (!account)
    throw new StartRefusal('PostgreSQL cannot run as root, and /etc/passwd names no other account.');
  return { uid: account.uid, gid: account.gid };
}

function handOver(base: string, cluster: string, { uid, gid }: { uid: number; gid: number }): void {
  for (const name of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) {
    chownSync(path.join(cluster, name), uid, gid);
  }
  for (const one of [base, cluster]) chownSync(one, uid, gid);
}
