/** `bin/wireroom` as a person runs it: a process of its own, from another folder, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type {} from './build-program.ts';
import { temporaryFolder } from './memory-disk.ts';

export type Said = { code: number | null; out: string; err: string };

type Settings = { dataDir: string; input?: string | Uint8Array; uid?: number; env?: NodeJS.ProcessEnv };

/** Longest that a command may take before it is called hung, in milliseconds. */
const hangLimitMs = 50_000;

/** Runs a command to its end. `out` is decoded as UTF-8. */
export async function wireroom(settings: Settings, ...words: string[]): Promise<Said> {
  const { child, ended } = beginWireroom(settings, ...words);
  child.stdin?.on('error', () => undefined).end(settings.input ?? '');
  return ended;
}

/** Begins a command; the test may signal it. It is ended with the test at the latest. */
export function beginWireroom(
  { dataDir, uid, env }: Settings,
  ...words: string[]
): { child: ChildProcess; said: () => string; ended: Promise<Said> } {
  const failure = inject('buildFailure');
  if (failure) throw new Error(failure);
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(path.join(inject('programRoot'), 'bin/wireroom'), words, {
    cwd: os.tmpdir(),
    env: { PATH, HOME, TMPDIR, DATA_DIR: dataDir, ...env },
    // A group of its own, so that its end is the end of what it started too.
    detached: true,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (bytes: Buffer) => out.push(bytes));
  child.stderr?.on('data', (bytes: Buffer) => err.push(bytes));
  const killAll = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), 'SIGKILL');
  };
  const timer = setTimeout(killAll, hangLimitMs);
  onTestFinished(killAll);
  const ended = new Promise<Said>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      // A source that somebody touched during the run is built first, and that is said.
      const complaints = Buffer.concat(err)
        .toString()
        .replace(/^Building \.\.\.\n/, '');
      resolve({ code, out: Buffer.concat(out).toString(), err: complaints });
    });
  });
  return { child, said: () => Buffer.concat(out).toString(), ended };
}

/** A folder with these files, for the test that calls it; names may have folders in them. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder('wireroom-pages-');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
