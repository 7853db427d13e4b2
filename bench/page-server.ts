/** The program and nginx, each with one process that serves, for the same bytes. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Running = {
  url: string;
  /** Seconds of processor time that the serving process has taken so far; NaN where there is no /proc. */
  cpuSeconds: () => number;
  /** That the serving process has in memory; NaN where there is no /proc. */
  megabytes: () => number;
  stop: () => Promise<void>;
};

const root = path.join(import.meta.dirname, '..');
const { serverFlags, serverEnv } = createRequire(import.meta.url)('../bin/setup.js') as {
  serverFlags: string[];
  serverEnv: NodeJS.ProcessEnv;
};

/** The built program with the sample agency, in a folder of its own. */
export async function startWireroom(): Promise<Running> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wireroom-bench-'));
  const running = await startWireroomOn(dataDir);
  return {
    ...running,
    stop: async () => {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The built program on an installation that stays. */
export async function startWireroomOn(dataDir: string): Promise<Running> {
  const child = spawn(process.execPath, [...serverFlags, path.join(root, 'dist/main.js')], {
    env: { ...process.env, ...serverEnv, PORT: '0', TRUST_PROXY: '1', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The program ended before it was ready.')));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const ready = /Readers: (\S+?)\/ /.exec(text);
      if (ready) resolve(ready[1] as string);
    });
  });
  const cpuSeconds = () => cpuSecondsOf(child.pid as number);
  return {
    url: url.replace('localhost', '127.0.0.1'),
    cpuSeconds,
    megabytes: () => megabytesOf(child.pid as number),
    stop: () => end(child, null),
  };
}

/** @param bodies gzipped bytes by path: nginx sends them as they are. */
export async function startNginx(bodies: Map<string, Buffer>): Promise<Running> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wireroom-nginx-'));
  for (const [address, body] of bodies) {
    const file = path.join(folder, 'html', decodeURIComponent(address));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.gz`, body);
  }
  const port = await freePort();
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
     ${process.getuid?.() === 0 ? 'user root;' : ''}
     events { worker_connections 512; }
     http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; default_type text/html;
       open_file_cache max=100; server { listen 127.0.0.1:${port}; root ${folder}/html; gzip_static always; } }`,
  );
  const child = spawn('nginx', ['-c', path.join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) await sleep(20);
  const [worker] = childrenOf(child.pid as number);
  return {
    url,
    cpuSeconds: () => cpuSecondsOf(worker ?? 0),
    megabytes: () => megabytesOf(worker ?? 0),
    stop: () => end(child, folder),
  };
}

/** Clock ticks of user and system time, fields 14 and 15 of /proc/PID/stat; Linux counts a hundred a second. */
function cpuSecondsOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function megabytesOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024);
  } catch {
    return Number.NaN;
  }
}

/** Fields from the third on, behind the name in brackets. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function childrenOf(parent: number): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && statOf(pid)[1] === String(parent));
}

async function end(child: ChildProcess, folder: string | null): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    http.get(url, (response) => resolve(response.resume() !== null)).once('error', () => resolve(false));
  });
}

/** One answer, as it came. */
export function fetchGzipped(
  url: string,
): Promise<{ status: number; body: Buffer; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks),
          location: response.headers.location,
        }),
      );
    });
    request.once('error', reject);
  });
}
