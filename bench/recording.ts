/**
 * The record at size: pages of the past, an act's way to readers, verify and export, on generated stories.
 * STORIES says how many (10,000); RECORD_DIR names an installation that generate-record.ts filled before.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionOf, readDatabaseAddress } from '../src/database/embedded-postgres.ts';
import { newPool } from '../src/database/open-database.ts';
import { readAgency } from '../src/editions/agency-store.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { performAct } from '../src/stories/perform-act.ts';
import { startWireroomOn } from './page-server.ts';

const root = path.join(import.meta.dirname, '..');

/** One line each. */
export async function measureRecord(tell: (line: string) => void): Promise<void> {
  const stories = Number(process.env.STORIES ?? 10_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wireroom-bench-'));
  const dataDir = process.env.RECORD_DIR ?? path.join(folder, 'data');
  try {
    if (!process.env.RECORD_DIR) {
      const seconds = run(dataDir, ['bench/generate-record.ts', String(stories)]);
      tell(`record: ${stories} stories generated, ${Math.round(stories / seconds)} a second`);
    }
    await measureSite(dataDir, tell);
    for (const [name, words] of [
      ['verify', ['verify']],
      ['export', ['export', path.join(folder, 'bag')]],
      ['export again', ['export', path.join(folder, 'bag')]],
      ['verify DIR', ['verify', path.join(folder, 'bag')]],
    ] as const) {
      tell(`record: ${name} ${run(dataDir, ['dist/cli/wireroom.js', ...words]).toFixed(1)} s`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns seconds. @throws where the command fails. */
function run(dataDir: string, words: string[]): number {
  const begun = performance.now();
  const env = { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' };
  const done = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8', maxBuffer: 1e9 });
  if (done.status !== 0)
    throw new Error(`${words.join(' ')}: ${done.stdout.slice(-500)}${done.stderr.slice(-500)}`);
  return (performance.now() - begun) / 1_000;
}

async function measureSite(dataDir: string, tell: (line: string) => void): Promise<void> {
  const site = await startWireroomOn(dataDir);
  const address = readDatabaseAddress(dataDir);
  if (!address) throw new Error('The program has left no address.');
  const pool = newPool({ ...connectionOf(address), database: 'wireroom' });
  try {
    const { rows } = await pool.query<{ code: number; at: Date }>(
      `select code, effective_at as at from published where lang = 'en' order by md5(code::text) limit 100`,
    );
    const asks: [string, (row: { code: number; at: Date }) => string][] = [
      ['front as of', ({ at }) => `/en/?as-of=${at.toISOString()}`],
      ['section as of', ({ at }) => `/en/section/world?as-of=${at.toISOString()}`],
      ['story as of', ({ code, at }) => `/en/${code}/x?as-of=${at.toISOString()}`],
      ['search as of', ({ at }) => `/en/search?q=ferries+${at.getUTCDate()}&as-of=${at.toISOString()}`],
      ['front as recorded', ({ at }) => `/en/?recorded=${at.toISOString()}`],
      ['history', ({ code }) => `/en/history/${code}`],
      ['proof', ({ code }) => `/log/version/${code}/1`],
    ];
    for (const [name, pathOf] of asks) {
      const times: number[] = [];
      for (const row of rows) times.push(await timed(site.url + pathOf(row)));
      tell(`record: ${name} ${spread(times)}`);
    }
    tell(`record: act to visible ${spread(await actsToVisible(pool, site.url, rows))}`);
  } finally {
    await pool.end();
    await site.stop();
  }
}

async function timed(url: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}.`);
  return performance.now() - begun;
}

/** From the commit of a hold until the story's prepared page says so. */
async function actsToVisible(
  pool: ReturnType<typeof newPool>,
  url: string,
  rows: { code: number }[],
): Promise<number[]> {
  const agency = await readAgency(pool);
  const times: number[] = [];
  for (const { code } of rows.slice(0, 50)) {
    const act = (kind: 'hold' | 'release') =>
      inTransaction(pool, async (db) => {
        const { rows: found } = await db.query<{ id: number }>('select id from stories where code = $1', [
          code,
        ]);
        const storyId = found[0]?.id ?? 0;
        return performAct({ db, agency, now: new Date() }, { storyId, kind, by: 'bench' });
      });
    await fetch(`${url}/${code}`);
    await act('hold');
    const committed = performance.now();
    while ((await fetch(`${url}/${code}`, { redirect: 'manual' })).status !== 503);
    times.push(performance.now() - committed);
    await act('release');
  }
  return times;
}

function spread(times: number[]): string {
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] as number).toFixed(1);
  return `${at(0.5)} ms in the middle, ${at(0.99)} ms at the 99th of 100`;
}
