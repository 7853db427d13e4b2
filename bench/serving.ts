/** Prepared pages against nginx that serves the same bytes from disk, in turns, in one run. */
import { spawnSync } from 'node:child_process';
import { gunzipSync } from 'node:zlib';
import { fetchGzipped, type Running, startNginx } from './page-server.ts';

const seconds = 3;
const turns = 3;

export type ServingRow = {
  page: string;
  /** Gzipped. */
  bytes: number;
  /** Answers a second with one process serving and one asking. */
  ours: number;
  nginx: number;
  ratio: number;
  /** The same by processor time: what a core that did nothing else would serve. */
  ratioPerCore: number;
};

/** A page of each kind of the program that runs, whichever stories it has. */
export async function measureServing(ours: Running): Promise<ServingRow[]> {
  const front = gunzipSync((await fetchGzipped(`${ours.url}/en/`)).body).toString();
  const story = /href="(\/en\/\d+\/[^"]+)"/.exec(front)?.[1] ?? '';
  const paths = new Map([
    ['story page', story],
    ['front', '/en/'],
    ['section', '/en/section/world'],
    ['feed', '/en/feed.xml'],
    ['search', '/en/search?q=port'],
    ['archive', '/en/archive'],
  ]);
  const bodies = new Map<string, Buffer>();
  for (const path of paths.values()) {
    const { status, body } = await fetchGzipped(ours.url + path);
    if (status !== 200) throw new Error(`${path} answers ${status}.`);
    bodies.set(path, body);
  }
  const nginx = await startNginx(new Map([...bodies].map(([path, body]) => [fileOf(path), body])));
  try {
    return [...paths].map(([page, path]) =>
      measurePage(page, path, bodies.get(path)?.length ?? 0, ours, nginx, fileOf(path)),
    );
  } finally {
    await nginx.stop();
  }
}

/** nginx has no file for a folder's address, nor for a question: they lie there under a name. */
function fileOf(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path.replace('?', '-');
}

type Load = { rate: number; cpuEach: number };

function measurePage(
  page: string,
  path: string,
  bytes: number,
  ours: Running,
  nginx: Running,
  its: string,
): ServingRow {
  const loads = { ours: [] as Load[], nginx: [] as Load[] };
  load(ours, path, 1);
  load(nginx, its, 1);
  for (let turn = 0; turn < turns; turn++) {
    loads.nginx.push(load(nginx, its, seconds));
    loads.ours.push(load(ours, path, seconds));
  }
  const middle = (of: Load[], what: keyof Load) => median(of.map((one) => one[what]));
  const [mine, theirs] = [middle(loads.ours, 'rate'), middle(loads.nginx, 'rate')];
  const ratioPerCore = middle(loads.nginx, 'cpuEach') / middle(loads.ours, 'cpuEach');
  return { page, bytes, ours: mine, nginx: theirs, ratio: mine / theirs, ratioPerCore };
}

/** @throws where an answer was an error. */
function load(server: Running, path: string, forSeconds: number): Load {
  const words = ['-t1', '-c32', `-d${forSeconds}s`, '-H', 'Accept-Encoding: gzip', server.url + path];
  const before = server.cpuSeconds();
  const { stdout } = spawnSync('wrk', words, { encoding: 'utf8' });
  const cpu = server.cpuSeconds() - before;
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${path}: ${stdout}`);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const answers = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  if (!rate || !answers) throw new Error(`wrk said nothing of ${path}: ${stdout}`);
  return { rate, cpuEach: cpu / answers };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

export function servingLine({ page, bytes, ours, nginx, ratio, ratioPerCore }: ServingRow): string {
  const rates = `${Math.round(ours)} against ${Math.round(nginx)} answers a second`;
  return `${page}, ${bytes} bytes gzipped: ${ratioPerCore.toFixed(2)} × nginx per core; ${ratio.toFixed(2)} × by rate (${rates})`;
}
