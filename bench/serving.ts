/** Prepared pages against nginx that serves the same bytes from disk, in turns, in one run. */
import { spawnSync } from 'node:child_process';
import { fetchGzipped, startNginx, startWireroom } from './page-server.ts';

const seconds = 5;
const turns = 3;

export type ServingRow = { page: string; bytes: number; ours: number; nginx: number; ratio: number };

export async function measureServing(): Promise<ServingRow[]> {
  const ours = await startWireroom();
  try {
    const { location: story = '' } = await fetchGzipped(`${ours.url}/101`);
    const paths = new Map([
      ['story page', story],
      ['front', '/en/'],
      ['feed', '/en/feed.xml'],
    ]);
    const bodies = new Map<string, Buffer>();
    for (const path of paths.values()) {
      const { status, body } = await fetchGzipped(ours.url + path);
      if (status !== 200) throw new Error(`${path} answers ${status}.`);
      bodies.set(path, body);
    }
    // nginx has no file for a folder's address: the front lies there under a name.
    const nginxPath = (path: string) => (path.endsWith('/') ? `${path}index.html` : path);
    const nginx = await startNginx(new Map([...bodies].map(([path, body]) => [nginxPath(path), body])));
    try {
      return [...paths].map(([page, path]) =>
        measurePage(page, bodies.get(path)?.length ?? 0, ours.url + path, nginx.url + nginxPath(path)),
      );
    } finally {
      await nginx.stop();
    }
  } finally {
    await ours.stop();
  }
}

function measurePage(page: string, bytes: number, ours: string, nginx: string): ServingRow {
  const rates = { ours: [] as number[], nginx: [] as number[] };
  for (const url of [ours, nginx]) load(url, 1);
  for (let turn = 0; turn < turns; turn++) {
    rates.nginx.push(load(nginx, seconds));
    rates.ours.push(load(ours, seconds));
  }
  const [mine, its] = [median(rates.ours), median(rates.nginx)];
  return { page, bytes, ours: mine, nginx: its, ratio: mine / its };
}

/** @returns answers a second. @throws where an answer was an error. */
function load(url: string, forSeconds: number): number {
  const words = ['-t1', '-c32', `-d${forSeconds}s`, '-H', 'Accept-Encoding: gzip', url];
  const { stdout } = spawnSync('wrk', words, { encoding: 'utf8' });
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url}: ${stdout}`);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout);
  if (!rate) throw new Error(`wrk said nothing of ${url}: ${stdout}`);
  return Number(rate[1]);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
