/**
 * A real browser for the whole run: the Chromium that comes with the packages, unpacked once for each version; on
 * platforms that it does not come for, an installed one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Null: there is none on this machine. */
    browser: { executable: string; libraries: string | null } | null;
  }
}

const root = fileURLToPath(new URL('..', import.meta.url));
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export default async function prepareBrowser(project: TestProject): Promise<void> {
  project.provide('browser', await findBrowser());
}

export async function findBrowser(): Promise<{ executable: string; libraries: string | null } | null> {
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  const executable = installed.find((file) => existsSync(file));
  return executable ? { executable, libraries: null } : null;
}

async function unpackBrowser(): Promise<{ executable: string; libraries: string | null }> {
  const packed = path.join(root, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const place = path.join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(place)) await unpackTo(place, packed);
  const executable = path.join(place, 'chromium');
  const libraries = path.join(place, 'al2023/lib');
  return { executable, libraries: startsWithout(executable) ? null : libraries };
}

/** The package unpacks to the temporary folder and takes whatever version lies there: each version gets one of its own. */
async function unpackTo(place: string, packed: string): Promise<void> {
  const aside = `${place}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = aside;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(path.join(packed, 'bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  if (existsSync(place)) rmSync(aside, { recursive: true });
  else renameSync(aside, place);
}

/** Whether the machine has the libraries that Chromium needs; where not, the package brings them. */
function startsWithout(executable: string): boolean {
  return spawnSync(executable, ['--version'], { stdio: 'ignore' }).status === 0;
}
