/** Material that lies beside the project, in ../shared, and is no part of it: the seed page, the standards. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';

/** Absolute path of a file of ../shared. */
export function sharedFile(name: string): string {
  return path.join(projectRoot, '../shared', name);
}

/**
 * `it` for a test that needs files of ../shared. Where one is absent the test is not run and one line says so; under CI
 * it is run all the same, and fails.
 */
export function itWithShared(...names: string[]): ReturnType<typeof it.runIf> {
  const absent = names.find((name) => !existsSync(sharedFile(name)));
  if (!absent || process.env.CI === 'true') return it;
  console.log(`not run: needs ../shared/${absent}`);
  return it.runIf(false);
}
