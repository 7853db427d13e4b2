/**
 * Builds the program once before the run, as `npm start` does, and sets a copy of the project aside that runs like it:
 * whoever changes a file meanwhile does not change the program under the tests.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { mayEnter } from '../src/database/cluster-place.ts';
import { projectRoot } from '../src/project-root.ts';
import { makeDataFolder, removeDataFolder, removeWhatKilledRunsLeft } from './data-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the copy: the whole project but its tests and `data/`. */
    programRoot: string;
    /** What the compiler said where it could not build the program; only tests that run the program then fail. */
    buildFailure: string;
  }
}

/** User id of nobody. */
const nobody = 65_534;
const copied =
  `bin dist migrations src package.json package-lock.json tsconfig.json tsconfig.build.json`.split(' ');

export default async function buildProgram(project: TestProject): Promise<() => void> {
  removeWhatKilledRunsLeft();
  const failure = await build();
  const copy = makeDataFolder(0o755, os.tmpdir());
  if (!failure) copyProgram(copy);
  layPackages(copy);
  project.provide('programRoot', copy);
  project.provide('buildFailure', failure);
  return () => removeDataFolder(copy);
}

/** With times to the nanosecond: where one differed, the first command would build the copy again. */
function copyProgram(copy: string): void {
  const sources = copied.map((name) => path.join(projectRoot, name));
  if (spawnSync('cp', ['-a', ...sources, copy]).status !== 0)
    throw new Error(`The program could not be copied to ${copy}.`);
}

/**
 * Tests run the program under another user too. Where that one cannot enter the project, the packages are linked into
 * the copy file by file, or copied where that lies on another disk.
 */
function layPackages(copy: string): void {
  const packages = path.join(projectRoot, 'node_modules');
  const place = path.join(copy, 'node_modules');
  if (process.getuid?.() !== 0 || mayEnter(packages, nobody)) {
    symlinkSync(packages, place);
    return;
  }
  const names = readdirSync(packages).filter((name) => name !== '.cache');
  const sources = names.map((name) => path.join(packages, name));
  for (const how of ['-al', '-a']) {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
    if (spawnSync('cp', [how, ...sources, place]).status === 0) return;
  }
  throw new Error(`The packages could not be copied to ${place}.`);
}

/** @returns nothing, or what stands against it. */
async function build(): Promise<string> {
  const words = ['-e', 'require("./bin/setup.js").setUp()'];
  const builder = spawn(process.execPath, words, { cwd: projectRoot, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  builder.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = (await once(builder, 'close')) as [number | null];
  return code === 0 ? '' : `The program could not be built: ${said}`;
}
