import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { makeDataFolder, removeDataFolder } from '../../test/data-folder.ts';
import { projectRoot } from '../project-root.ts';
import { type Owner, ownerOf, takeOwnerLock } from './owner-lock.ts';

function dataFolder(): string {
  const folder = makeDataFolder();
  onTestFinished(() => removeDataFolder(folder));
  return folder;
}

const lockIn = (folder: string) => path.join(folder, 'wireroom.lock');

/** The lock that a process of ours would leave, with changes. */
function leaveLock(folder: string, changes: Partial<Owner> | string): void {
  const lock = takeOwnerLock(folder, 'npm start', true);
  if (!lock.ok) throw new Error('the folder is in use');
  const mine = JSON.parse(readFileSync(lockIn(folder), 'utf8')) as Owner;
  const left = typeof changes === 'string' ? changes : JSON.stringify({ ...mine, ...changes });
  writeFileSync(lockIn(folder), left);
}

/** Pid of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid as number;
}

it('takes a free folder, names its owner to others, and gives it back', () => {
  const folder = dataFolder();
  const lock = takeOwnerLock(folder, 'npm start', true);
  const owner = { pid: process.pid, what: 'npm start', server: true };
  expect(takeOwnerLock(folder, 'bin/wireroom import', false)).toMatchObject({ ok: false, owner });
  expect(ownerOf(folder)).toMatchObject(owner);
  if (lock.ok) lock.release();
  expect(ownerOf(folder)).toBe(null);
  expect(readdirSync(folder)).toEqual([]);
  expect(takeOwnerLock(folder, 'bin/wireroom import', false).ok).toBe(true);
});

it('takes over from an owner that has ended', async () => {
  const folder = dataFolder();
  leaveLock(folder, { pid: await deadPid() });
  expect(ownerOf(folder)).toBe(null);
  expect(takeOwnerLock(folder, 'npm start', true).ok).toBe(true);
  expect(ownerOf(folder)).toMatchObject({ pid: process.pid });
  expect(readdirSync(folder)).toEqual(['wireroom.lock']);
});

it.runIf(existsSync('/proc/self')).each<[string, Partial<Owner> | string]>([
  ['whose pid another process has now', { started: '1' }],
  ['whose pid a process of another user has now', { pid: 1, started: '1' }],
  ['of before the machine was started again', { boot: 'another' }],
  ['of which a power cut left nothing', ''],
])('takes over from an owner %s', (_, left) => {
  const folder = dataFolder();
  leaveLock(folder, left);
  expect(takeOwnerLock(folder, 'npm start', true).ok).toBe(true);
  expect(readdirSync(folder)).toEqual(['wireroom.lock']);
});

it.runIf(existsSync('/proc/self'))(
  'takes over from an owner whose parent has not noticed its end',
  async () => {
    const folder = dataFolder();
    // The shell becomes a program that never asks after its children.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60']);
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
    await expect.poll(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n');
    process.kill(Number(line), 'SIGKILL');
    const fields = () =>
      readFileSync(`/proc/${line}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
    await expect.poll(() => fields()[0]).toBe('Z');
    leaveLock(folder, { pid: Number(line), started: fields()[19] as string });
    expect(ownerOf(folder)).toBe(null);
    expect(takeOwnerLock(folder, 'npm start', true).ok).toBe(true);
  },
);

it('takes over where one that was taking over was killed', async () => {
  const folder = dataFolder();
  leaveLock(folder, { pid: await deadPid() });
  const left = readFileSync(lockIn(folder), 'utf8');
  const claim = createHash('sha256').update(left).digest('hex').slice(0, 16);
  writeFileSync(`${lockIn(folder)}.${claim}`, left);
  expect(takeOwnerLock(folder, 'npm start', true).ok).toBe(true);
  expect(readdirSync(folder)).toEqual(['wireroom.lock']);
});

it('does not give back what another owner has taken over', () => {
  const folder = dataFolder();
  const lock = takeOwnerLock(folder, 'npm start', true);
  writeFileSync(lockIn(folder), JSON.stringify({ pid: process.pid, boot: '', started: '1' }));
  if (lock.ok) lock.release();
  expect(existsSync(lockIn(folder))).toBe(true);
});

/** Takes every folder it can when told to, says which, and lives on until it is ended. */
const taker = `
  const { takeOwnerLock } = await import(${JSON.stringify(`${projectRoot}src/database/owner-lock.ts`)});
  process.stdin.on('data', (folders) => {
    const taken = JSON.parse(folders).filter((folder) => takeOwnerLock(folder, 'npm start', true).ok);
    console.log(JSON.stringify(taken));
  });
  console.log('up');`;

it('is taken by exactly one of many that take over from a dead owner at once', async () => {
  const folder = dataFolder();
  const dead = await deadPid();
  const folders = Array.from({ length: 60 }, (_, nth) => path.join(folder, String(nth)));
  for (const one of folders) {
    mkdirSync(one);
    leaveLock(one, { pid: dead });
  }
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', taker]),
  );
  onTestFinished(() => children.forEach((child) => void child.kill('SIGKILL')));
  const lines = children.map((child) => createInterface(child.stdout)[Symbol.asyncIterator]());
  const sayings = () => Promise.all(lines.map(async (line) => String((await line.next()).value)));
  expect(await sayings()).toEqual(['up', 'up', 'up', 'up']);
  for (const child of children) (child satisfies ChildProcess).stdin.write(JSON.stringify(folders));
  const taken = (await sayings()).flatMap((said) => JSON.parse(said) as string[]);
  expect(taken.sort()).toEqual([...folders].sort());
  for (const one of folders) expect(readdirSync(one)).toEqual(['wireroom.lock']);
});
