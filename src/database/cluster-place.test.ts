import { chmodSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { foldersElsewhere } from '../../test/data-folder.ts';
import { StartRefusal } from '../start-refusal.ts';
import { findClusterPlace } from './cluster-place.ts';

const asRoot = process.getuid?.() === 0;

/** @param mode of the folder around the data folder. */
function folders(mode: number): { first: string; second: string } {
  const around = mkdtempSync(path.join(os.tmpdir(), 'wireroom-place-'));
  chmodSync(around, 0o711);
  mkdirSync(path.join(around, 'in'), { mode });
  const [first, second] = ['first', 'second'].map((name) => path.join(around, 'in', name)) as [
    string,
    string,
  ];
  mkdirSync(first, { mode: 0o755 });
  onTestFinished(() => {
    for (const one of [first, second])
      for (const left of foldersElsewhere(one)) rmSync(left, { recursive: true, force: true });
    rmSync(around, { recursive: true });
  });
  return { first, second };
}

it('lies in the data folder and moves with it', () => {
  const { first, second } = folders(asRoot ? 0o711 : 0o700);
  const before = findClusterPlace(first);
  renameSync(first, second);
  const after = findClusterPlace(second);
  expect(after.base.replace('/second', '/first')).toBe(before.base);
  expect(after.user).toEqual(before.user);
});

it.runIf(asRoot)(
  'lies apart where its user cannot enter, is found after a move, and is not lent to a copy',
  () => {
    const { first, second } = folders(0o700);
    const { base } = findClusterPlace(first);
    expect(base).toMatch(/^\/var\/lib\/wireroom\//);
    renameSync(first, second);
    expect(findClusterPlace(second).base).toBe(base);
    cpSync(second, first, { recursive: true });
    expect(() => findClusterPlace(first)).toThrow(StartRefusal);
    expect(() => findClusterPlace(first)).toThrow(/is a copy of .*second/);
  },
);
