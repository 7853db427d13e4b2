/** What was acknowledged is there after any crash, and the next start mends what the crash left. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { connectionOf, readDatabaseAddress } from '../src/database/embedded-postgres.ts';
import { newPool } from '../src/database/open-database.ts';
import { fieldNames } from '../src/stories/story.ts';
import { serversOf } from './data-folder.ts';
import { publishOne } from './invented-story.ts';
import { type Program, runProgram, sharedDataFolder, startProgram } from './program.ts';

/** Its database is made by the first test; none depends on what another left. */
const dataDir = sharedDataFolder();

/** The database that the program owns, by way of the address it leaves for commands. */
function databaseOf(): pg.Pool {
  const address = readDatabaseAddress(dataDir);
  if (!address) throw new Error('the program has left no address');
  const pool = newPool({ ...connectionOf(address), database: 'wireroom' });
  onTestFinished(() => void pool.end());
  return pool;
}

/** Publishes from four sides until the database is gone. `codes` grows as commits are acknowledged. */
function publishUntilTheEnd(pool: pg.Pool): { codes: number[]; over: Promise<unknown> } {
  const codes: number[] = [];
  const one = async () => {
    for (;;) codes.push((await publishOne({ pool })).code);
  };
  return { codes, over: Promise.allSettled([one(), one(), one(), one()]) };
}

/** Every code whose story is whole in the record: public, with its version, act, leaf, checkpoint, outbox row and all commitments. */
async function wholeStories(pool: pg.Pool): Promise<number[]> {
  const { rows } = await pool.query<{ code: number }>(
    `select code from published join versions using (story_id, version) join outbox on outbox.act_id = published.act_id
     join (select act_id, count(*) as fields from field_commitments group by 1) as made on made.act_id = outbox.act_id
     join leaves on leaves.act_id = outbox.act_id join checkpoints on checkpoints.size = leaves.index + 1
     where made.fields = $1 order by code`,
    // The fields of a story, and the reason, note and author of its act.
    [fieldNames.length + 3],
  );
  return rows.map((row) => row.code);
}

/** The server itself: of its processes the first. */
const postmaster = () => Math.min(...serversOf(dataDir));

/** Each way to crash, and how the program itself comes out of it. */
const crashes: [string, (program: Program) => void, number | null][] = [
  ['kill -9 of the program', (program) => process.kill(program.pid, 'SIGKILL'), null],
  ['kill -9 of PostgreSQL', () => process.kill(postmaster(), 'SIGKILL'), 1],
  ['kill -9 of PostgreSQL and all its processes', () => serversOf(dataDir).forEach(killHard), 1],
  ['kill -9 of the program and PostgreSQL', (program) => [program.pid, postmaster()].forEach(killHard), null],
  ['kill -9 of everything', (program) => [program.pid, ...serversOf(dataDir)].forEach(killHard), null],
];

function killHard(pid: number): void {
  process.kill(pid, 'SIGKILL');
}

it.each(crashes)('keeps every acknowledged story over %s', async (what, crash, code) => {
  const first = await startProgram({ dataDir });
  const { codes, over } = publishUntilTheEnd(databaseOf());
  await expect.poll(() => codes.length, { interval: 5 }).toBeGreaterThan(60);
  crash(first);
  expect(await first.ended).toBe(code);

  const before = Date.now();
  const second = await startProgram({ dataDir });
  console.log(`ready ${Date.now() - before} ms after ${what}`);
  await over;
  const kept = await wholeStories(databaseOf());
  expect(codes.filter((one) => !kept.includes(one))).toEqual([]);
  const newest = codes.at(-1) as number;
  expect((await fetch(`${second.url}/${newest}`)).status).toBe(200);
  expect(await second.stop()).toBe(0);
  expect(serversOf(dataDir)).toEqual([]);
});

it('says so and ends where its database ends by itself', async () => {
  const program = await startProgram({ dataDir });
  process.kill(postmaster(), 'SIGTERM');
  process.kill(postmaster(), 'SIGINT');
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain('The database ended by itself.');
  expect(readdirSync(dataDir)).not.toContain('wireroom.lock');
});

it('lives on where the database ends its connections, and hears of acts again', async () => {
  const program = await startProgram({ dataDir });
  const pool = databaseOf();
  await pool.query(
    'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await expect.poll(async () => (await fetch(`${program.url}/healthz`)).status).toBe(200);
  const { code } = await publishOne({ pool });
  await expect.poll(async () => (await fetch(`${program.url}/${code}`)).status).toBe(200);
});

it('lives on where one process of the database is killed and the rest recover', async () => {
  const program = await startProgram({ dataDir });
  const pool = databaseOf();
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  killHard(rows[0]?.pid as number);
  // The rest may go down a moment later: whoever asks in between is told that the connection is lost, and asks again.
  let code = 0;
  const publish = async () => {
    code = (await publishOne({ pool })).code;
    return code;
  };
  await expect.poll(() => publish().catch(() => 0)).toBeGreaterThan(0);
  await expect.poll(async () => (await fetch(`${program.url}/${code}`)).status).toBe(200);
  expect(await program.stop()).toBe(0);
});

it('refuses to start on a database whose password was lost, and leaves nothing running', async () => {
  expect(await (await startProgram({ dataDir })).stop()).toBe(0);
  const file = path.join(dataDir, 'database-password');
  const password = readFileSync(file);
  onTestFinished(() => writeFileSync(file, password));
  writeFileSync(file, 'another');
  const { code, output } = await runProgram({ dataDir });
  expect([code, output]).toEqual([2, expect.stringContaining('has another password than database-password')]);
  expect(serversOf(dataDir)).toEqual([]);
});
