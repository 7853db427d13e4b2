/**
 * Builds the program once before the run, as `npm start` does, and sets a copy of the project aside that runs like it:
 * whoever changes a file meanwhile does not change the program under the tests.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
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

const copied =
  `bin dist migrations src package.json package-lock.json tsconfig.json tsconfig.build.json`.split(' ');

export default async function buildProgram(project: TestProject): Promise<() => void> {
  removeWhatKilledRunsLeft();
  const failure = await build();
  const copy = makeDataFolder(0o755);
  for (const name of failure ? [] : copied) {
    cpSync(path.join(projectRoot, name), path.join(copy, name), {
      recursive: true,
      preserveTimestamps: true,
    });
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(copy, 'node_modules'));
  project.provide('programRoot', copy);
  project.provide('buildFailure', failure);
  return () => removeDataFolder(copy);
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
