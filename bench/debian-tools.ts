/** Tools from Debian (nginx and wrk, poppler-utils): installed where we may, else what needs them is not run. */
import { spawnSync } from 'node:child_process';

/** @returns false, after one line that says so, where a tool is missing and cannot be installed. */
export function haveDebianTools(...packages: string[]): boolean {
  const missing = packages.filter((name) => !isThere(name));
  if (missing.length === 0) return true;
  const mayInstall = process.getuid?.() === 0 && isThere('apt-get');
  if (mayInstall && install(missing)) return true;
  console.log(`not run: needs ${missing.join(', ')} from Debian`);
  return false;
}

/** What a package is known by where it is not called as its command. */
const commands: Record<string, string> = { 'poppler-utils': 'pdftotext' };

function isThere(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${commands[name] ?? name}`], { stdio: 'ignore' }).status === 0;
}

function install(packages: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words: string[]) =>
    spawnSync('apt-get', ['-qq', ...words], { env, stdio: 'ignore' }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}
