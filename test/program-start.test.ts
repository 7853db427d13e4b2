/** Starting and stopping the whole program. */
import { chmodSync, chownSync, readdirSync } from 'node:fs';
import net from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { ownerOf } from '../src/database/owner-lock.ts';
import { foldersElsewhere, serversOf } from './data-folder.ts';
import { publishOne } from './invented-story.ts';
import { dataFolder, launch, runProgram, sharedDataFolder, startProgram } from './program.ts';
import { testDatabase } from './test-database.ts';

const asRoot = process.getuid?.() === 0;
/** An account without rights; null: we are one. */
const nobody = asRoot ? { uid: 65_534 } : {};

/** Its database is made by the first test; none depends on what another left. */
const dataDir = sharedDataFolder();

function nothingIsLeft(folder: string = dataDir): void {
  expect(serversOf(folder)).toEqual([]);
  expect(readdirSync(folder)).not.toContain('wireroom.lock');
}

/** A port that somebody else has, on both loopback addresses. */
async function takenPort(host: string): Promise<number> {
  const other = net.createServer().listen(0, host);
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  return (other.address() as net.AddressInfo).port;
}

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'starts, answers, and leaves nothing after %s',
  async (signal) => {
    const program = await startProgram({ dataDir });
    const health = await fetch(`${program.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { ready: true }]);
    expect(serversOf(dataDir).length).toBeGreaterThan(0);
    expect(await program.stop(signal)).toBe(0);
    nothingIsLeft(dataDir);
  },
);

it('listens on both loopback addresses', async () => {
  const { url } = await startProgram({ dataDir });
  const { port } = new URL(url);
  for (const host of ['127.0.0.1', '[::1]']) {
    expect((await fetch(`http://${host}:${port}/healthz`)).status).toBe(200);
  }
});

it('ends when it is told to while it starts', async () => {
  const { child, ended } = launch({ dataDir });
  await expect.poll(() => ownerOf(dataDir)?.pid).toBe(child.pid);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  nothingIsLeft(dataDir);
});

it('runs under npm start, which passes signals on', async () => {
  const program = await startProgram({ dataDir, script: 'bin/start.js' });
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
  expect(await program.stop()).toBe(0);
  nothingIsLeft(dataDir);
});

it.each(['127.0.0.1', '::1'])('refuses a port that is in use on %s, through npm start too', async (host) => {
  const port = await takenPort(host);
  const { code, output } = await runProgram({ dataDir, env: { PORT: `${port}` }, script: 'bin/start.js' });
  expect(output).toContain(
    `Port ${port} is in use by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`,
  );
  expect(code).toBe(2);
  nothingIsLeft(dataDir);
});

it('refuses an address that this machine has not', async () => {
  const { code, output } = await runProgram({ dataDir, env: { HOST: '192.0.2.1' } });
  expect([code, output]).toEqual([2, 'HOST is "192.0.2.1": this machine has no such address.\n']);
  nothingIsLeft(dataDir);
});

it('refuses a data folder that another Wireroom uses, and does not disturb it', async () => {
  const first = await startProgram({ dataDir });
  const { code, output } = await runProgram({ dataDir });
  expect(output).toBe(
    `The data folder ${dataDir} is in use by another Wireroom (process ${first.pid}): stop it first, or set DATA_DIR to another folder.\n`,
  );
  expect(code).toBe(2);
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
});

it('lets one of two starts on one new folder be ready, and refuses the other', async () => {
  const dataDir = dataFolder();
  const both = [launch({ dataDir }), launch({ dataDir })];
  const code = await Promise.race(both.map(({ ended }) => ended));
  const [loser, winner] = both[0]?.child.exitCode === null ? both.reverse() : both;
  expect([code, loser?.output()]).toEqual([2, expect.stringContaining('is in use by another Wireroom')]);
  await expect.poll(() => winner?.output()).toContain('Wireroom is ready');
});

it('refuses a data folder that cannot be made, and one that cannot be written', async () => {
  const impossible = await runProgram({ dataDir: '/proc/wireroom' });
  expect([impossible.code, impossible.output]).toEqual([
    2,
    expect.stringMatching(/^The data folder \/proc\/wireroom cannot be written \(ENOENT\): [^\n]+\n$/),
  ]);
  const closed = dataFolder();
  chmodSync(closed, 0o555);
  const { code, output } = await runProgram({ dataDir: closed, ...nobody });
  expect(output).toBe(
    `The data folder ${closed} cannot be written (EACCES): give its user write permission, or set DATA_DIR to another folder.\n`,
  );
  expect(code).toBe(2);
});

it('refuses settings that make no sense, before it makes anything', async () => {
  const dataDir = dataFolder();
  const { code, output } = await runProgram({ dataDir, env: { PORT: 'http' } });
  expect([code, output]).toEqual([2, 'PORT is "http": it must be a number from 0 to 65535.\n']);
  expect(readdirSync(dataDir)).toEqual([]);
});

it.runIf(asRoot)('runs under a plain user', async () => {
  const dataDir = dataFolder();
  chownSync(dataDir, 65_534, 65_534);
  const program = await startProgram({ dataDir, ...nobody });
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
  expect(await program.stop()).toBe(0);
});

it.runIf(asRoot)('keeps its database apart where root alone may enter the data folder', async () => {
  const dataDir = dataFolder(0o700);
  const program = await startProgram({ dataDir });
  expect(foldersElsewhere(dataDir)).toEqual([expect.stringMatching(/^\/var\/lib\/wireroom\/[0-9a-f]{12}$/)]);
  expect(await program.stop()).toBe(0);
  const again = await startProgram({ dataDir });
  expect((await fetch(`${again.url}/healthz`)).status).toBe(200);
});

it('is two programs on one external database, and both show what either publishes', async () => {
  const database = await testDatabase({ migrated: false });
  const env = { DATABASE_URL: database.url };
  const both = await Promise.all([1, 2].map(() => startProgram({ dataDir: dataFolder(), env })));
  const { code } = await publishOne(database);
  for (const { url } of both) {
    const page = await fetch(`${url}/${code}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Storm closes the port')]);
  }
  for (const program of both) expect(await program.stop()).toBe(0);
});

it('refuses an external database that does not answer, and keeps its password to itself', async () => {
  const env = { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/news' };
  const { code, output } = await runProgram({ dataDir: dataFolder(), env });
  expect(output).toBe(
    'The database 127.0.0.1:1/news of DATABASE_URL does not answer: connect ECONNREFUSED 127.0.0.1:1.\n',
  );
  expect(code).toBe(2);
});
