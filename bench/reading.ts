/**
 * The reader's site at sizes: how fast each kind of page is drawn when nobody asked for it before, how fast it is served when
 * somebody did, an act's way to readers, and memory; on one installation that grows, for a quarter of an hour. SIZES says to how
 * many stories ("1000,10000,100000"); RECORD_DIR names an installation that generate-record.ts filled before, which is measured as it is.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { connectionOf, readDatabaseAddress } from '../src/database/embedded-postgres.ts';
import { newPool } from '../src/database/open-database.ts';
import { readAgency } from '../src/editions/agency-store.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { performAct } from '../src/stories/perform-act.ts';
import { haveDebianTools } from './debian-tools.ts';
import { type Running, startWireroomOn } from './page-server.ts';
import { measureServing, servingLine } from './serving.ts';

const root = path.join(import.meta.dirname, '..');

/** Asked for once each, of so many different addresses of a kind. */
const asks = 60;

type Kind = { name: string; paths: (rows: Known[]) => string[] };
type Known = { code: number; at: Date; topics: string[]; byline: string };

/** Each from another day on: an answer is kept for whoever asks the same. */
const searches = (say: (at: number) => string) => (rows: Known[]) =>
  rows.map(
    (_, at) => `/en/search?${say(at)}&from=${new Date(Date.UTC(2016, 0, 1 + at)).toISOString().slice(0, 10)}`,
  );

const drawn: Kind[] = [
  { name: 'story', paths: (rows) => rows.map(({ code }) => `/en/${code}/x`) },
  {
    name: 'section, further pages',
    paths: (rows) => rows.map(({ at, code }) => `/en/section/world?after=${at.getTime()}.${code}`),
  },
  { name: 'topic', paths: (rows) => rows.map(({ topics: [slug = ''] }) => `/en/topic/${slug}`) },
  {
    name: 'feed of a topic',
    paths: (rows) => rows.map(({ topics: [slug = ''] }) => `/en/topic/${slug}/feed.xml`),
  },
  {
    name: 'day of the archive',
    paths: (rows) =>
      rows.map(({ at }) => `/en/archive/${at.toISOString().slice(0, 10).replaceAll('-', '/')}`),
  },
  {
    name: 'search, a rare word',
    paths: searches(
      (at) => `q=ran${['ba', 'tel', 'mor', 'shi'][at % 4]}${['lo', 'dun', 'par', 'gis'][(at >> 2) % 4]}`,
    ),
  },
  { name: 'search, a word of every story', paths: searches(() => 'q=halim') },
  { name: 'search, words of every story with two editions', paths: searches(() => 'q=port+OR+порт&lang=*') },
  { name: 'search, a phrase', paths: searches((at) => `q=%22the+port%22+${at}`) },
  { name: 'search, a phrase that no story has', paths: searches(() => 'q=%22quay+the+port+worst%22') },
  { name: 'search, a beginning', paths: searches((at) => `q=${'bmtsvldpgr'[at % 10]}*`) },
  { name: 'search, without a common word', paths: searches(() => 'q=halim+-storm') },
  { name: 'search, by relevance', paths: searches(() => 'q=storm+quay&sort=relevance') },
  {
    name: 'search, by relevance, a word that some stories have',
    paths: searches((at) => `q=ran${['ba', 'tel', 'mor', 'shi'][at % 4]}*&sort=relevance`),
  },
];

export async function measureReading(tell: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wireroom-bench-'));
  const dataDir = process.env.RECORD_DIR ?? path.join(folder, 'data');
  const sizes = process.env.RECORD_DIR
    ? [0]
    : (process.env.SIZES ?? '1000,10000,100000').split(',').map(Number);
  try {
    for (const size of sizes) {
      if (size > 0) grow(dataDir, size);
      await measureAt(dataDir, tell);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function grow(dataDir: string, size: number): void {
  const env = { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' };
  const done = spawnSync(process.execPath, ['bench/generate-record.ts', String(size)], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr.slice(-500));
}

async function measureAt(dataDir: string, tell: (line: string) => void): Promise<void> {
  const site = await startWireroomOn(dataDir);
  const address = readDatabaseAddress(dataDir);
  if (!address) throw new Error('The program has left no address.');
  const pool = newPool({ ...connectionOf(address), database: 'wireroom' });
  try {
    const { rows: counts } = await pool.query<{ stories: number }>(
      'select count(*)::int as stories from published',
    );
    const line = (what: string, said: string) =>
      tell(`reading, ${counts[0]?.stories} stories: ${what} ${said}`);
    const { rows } = await pool.query<Known>(
      `select code, effective_at as at, topics, byline from published where lang = 'en' order by md5(code::text) limit $1`,
      [asks],
    );
    for (const { name, paths } of drawn) line(name, spread(await timesOf(site, paths(rows))));
    if (haveDebianTools('nginx', 'wrk'))
      for (const row of await measureServing(site)) line('served,', servingLine(row));
    const newest = rows[0] as Known;
    for (const path of ['/en/', '/en/feed.xml', '/en/section/world', '/sitemap.xml'])
      line(
        `${path} drawn again after an act`,
        spread(await timesAfterActs(pool, site.url + path, newest.code)),
      );
    line('memory after that', `${site.megabytes()} MB the program`);
    const read = await readMany(pool, site);
    line(
      `memory after ${read} stories were read`,
      `${site.megabytes()} MB the program, ${databaseMegabytes(address.cluster)} MB its PostgreSQL`,
    );
  } finally {
    await pool.end();
    await site.stop();
  }
}

/** Each as if a reader of his own asked: nobody's limit of searches is reached. */
function askAs(reader: number): RequestInit {
  const address = `198.18.${(reader >> 8) & 255}.${reader & 255}`;
  return { redirect: 'manual', headers: { 'x-forwarded-for': address } };
}

let readers = 0;

/** More than the program keeps prepared. */
const readStories = 6_000;

async function readMany(pool: pg.Pool, { url }: Running): Promise<number> {
  const { rows } = await pool.query<{ code: number; lang: string }>(
    'select code, lang from published order by md5(code::text) limit $1',
    [readStories],
  );
  for (const { code, lang } of rows) await (await fetch(`${url}/${lang}/${code}/x`)).arrayBuffer();
  return rows.length;
}

async function timesOf({ url }: Running, paths: string[]): Promise<number[]> {
  const times: number[] = [];
  for (const asked of paths) {
    // A story's code leads to its words: the way there is gone before the clock runs.
    const leads = /^\/\w+\/\d+\//.test(asked);
    const first = leads ? await fetch(url + asked, askAs(++readers)) : null;
    await first?.arrayBuffer();
    const path = first?.headers.get('location') ?? asked;
    times.push(await timed(url + path));
  }
  return times;
}

async function timed(address: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(address, askAs(++readers));
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}.`);
  return performance.now() - begun;
}

/** Each act drops what was prepared: what comes next is drawn anew. */
async function timesAfterActs(pool: pg.Pool, address: string, code: number): Promise<number[]> {
  const agency = await readAgency(pool);
  const { rows } = await pool.query<{ id: number }>('select id from stories where code = $1', [code]);
  const storyId = rows[0]?.id ?? 0;
  const times: number[] = [];
  for (let turn = 0; turn < 10; turn++) {
    for (const kind of ['hold', 'release'] as const) {
      await inTransaction(pool, (db) =>
        performAct({ db, agency, now: new Date() }, { storyId, kind, by: 'bench' }),
      );
      // The program hears of it a few milliseconds later.
      await sleep(50);
      times.push(await timed(address));
    }
  }
  return times;
}

/** What the server and all of its processes have for themselves and their share of what they share. */
function databaseMegabytes(cluster: string): number {
  const server = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  const shares = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid === server || parentOf(pid) === server)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0));
  return Math.round(shares.reduce((sum, one) => sum + one, 0) / 1_024);
}

function parentOf(pid: number): number {
  if (!(pid > 0)) return 0;
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function spread(times: number[]): string {
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN).toFixed(1);
  return `${at(0.5)} ms in the middle, ${at(0.99)} ms at the 99th of 100, of ${times.length}`;
}
