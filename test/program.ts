/** The whole program as a child process, as `npm start` runs it: built, with a data folder and a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, inject, onTestFinished } from 'vitest';
import type {} from './build-program.ts';
import { endServer, makeDataFolder, removeDataFolder, serversOf } from './data-folder.ts';

const { serverFlags, serverEnv } = createRequire(import.meta.url)('../bin/setup.js') as {
  serverFlags: string[];
  serverEnv: NodeJS.ProcessEnv;
};

export type Program = {
  /** Without a slash at its end. */
  url: string;
  pid: number;
  /** All that it has said, on stdout and stderr. */
  output: () => string;
  /** Signals it and waits for its end. @returns its exit code, null where the signal itself ended it. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** kill -9. */
  kill: () => Promise<void>;
  /** Resolves with the exit code when it has ended, for whatever reason. */
  ended: Promise<number | null>;
};

export type ProgramSettings = { dataDir: string; env?: NodeJS.ProcessEnv; uid?: number; script?: string };

/** Longest that anything may take before it is called hung, in milliseconds. */
const hangLimitMs = 40_000;

/** A data folder for the test that calls it. After it no process and no file of it is left. */
export function dataFolder(mode?: number): string {
  const folder = makeDataFolder(mode);
  onTestFinished(async () => {
    await endProgramsOf(folder);
    removeDataFolder(folder);
  });
  return folder;
}

/** One for a whole test file, whose database is made once: after each test no process is left, in the end no file. */
export function sharedDataFolder(): string {
  const folder = makeDataFolder();
  afterEach(() => endProgramsOf(folder));
  afterAll(() => removeDataFolder(folder));
  return folder;
}

async function endProgramsOf(folder: string): Promise<void> {
  for (const child of running.get(folder) ?? []) child.kill('SIGKILL');
  running.delete(folder);
  for (const pid of serversOf(folder)) endServer(pid);
  while (serversOf(folder).length > 0) await sleep(20);
}

/** A port of the loopback that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the program and waits until it says that it is ready. @throws where it ends or hangs instead. */
export async function startProgram(settings: ProgramSettings): Promise<Program> {
  const { child, output, ended } = launch(settings);
  const hung = Date.now() + hangLimitMs;
  for (;;) {
    const url = /is ready\. Readers: (\S+?)\/ /.exec(output())?.[1];
    if (url) return { url, pid: child.pid as number, output, ended, ...endings(child, ended) };
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > hung)
      throw new Error(`The program did not start: ${output()}`);
    await sleep(10);
  }
}

/** Runs a program that is expected to end by itself. */
export async function runProgram(
  settings: ProgramSettings,
): Promise<{ code: number | null; output: string }> {
  const { child, output, ended } = launch(settings);
  const timer = setTimeout(() => child.kill('SIGKILL'), hangLimitMs);
  const code = await ended;
  clearTimeout(timer);
  return { code, output: output() };
}

const running = new Map<string, ChildProcess[]>();

export function launch({ dataDir, env, uid, script = 'dist/main.js' }: ProgramSettings): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const failure = inject('buildFailure');
  if (failure) throw new Error(failure);
  const { PATH, HOME, TMPDIR } = process.env;
  const root = inject('programRoot');
  const packed = path.join(root, 'node_modules/.bin/node');
  const node = existsSync(packed) ? packed : process.execPath;
  const flags = script === 'dist/main.js' ? serverFlags : ['--enable-source-maps'];
  const child = spawn(node, [...flags, path.join(root, script)], {
    env: { PATH, HOME, TMPDIR, ...serverEnv, PORT: '0', EMPTY: '1', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  running.set(dataDir, [...(running.get(dataDir) ?? []), child]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => said, ended };
}

function endings(child: ChildProcess, ended: Promise<number | null>): Pick<Program, 'stop' | 'kill'> {
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { stop, kill: async () => void (await stop('SIGKILL')) };
}
