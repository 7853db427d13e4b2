/** Exports for tests: made, read, checked, changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { onTestFinished } from 'vitest';
import { comparePaths } from '../src/export/export-paths.ts';
import { type Exported, exportRecord } from '../src/export/export-record.ts';
import { manifestLine } from '../src/export/manifest.ts';
import { verifyExport } from '../src/export/verify-export.ts';
import type { ExportFinding } from '../src/export/verify-findings.ts';
import { makeFirstKey } from '../src/log/signing-keys.ts';
import { temporaryFolder } from './memory-disk.ts';

/** A folder that is not there yet, for the test that calls it; with `afterAll`, for a whole file. */
export function exportPlace(after: (clean: () => void) => void = onTestFinished): string {
  const folder = temporaryFolder('wireroom-export-');
  after(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'export');
}

/** A log of its own for a database that was copied from the template, whose log others have too. */
export async function giveOwnKey(pool: pg.Pool): Promise<void> {
  await pool.query('delete from signing_keys');
  await makeFirstKey(pool, new Date());
}

/** @throws where it is refused. */
export async function exportTo(pool: pg.Pool, root: string): Promise<Exported> {
  const outcome = await exportRecord(pool, root);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
}

/** What is wrong with an export. @throws where it is refused. */
export async function findingsIn(root: string, kept?: string): Promise<ExportFinding[]> {
  const found: ExportFinding[] = [];
  const outcome = await verifyExport(root, { threads: 0, kept, tell: (finding) => found.push(finding) });
  if (!outcome.ok) throw new Error(outcome.why);
  return found;
}

/** All files by their paths from the folder, in order; bytes as latin1. */
export function filesIn(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return new Map(files.map((file) => [path.relative(root, file), readFileSync(file, 'latin1')]));
}

/** Writes the manifests anew, as somebody would who wants to hide what was changed. */
export function hideChanges(root: string): void {
  const sum = (file: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(root, file)))
      .digest('hex');
  const names = [...filesIn(root).keys()];
  const payload = names.filter((name) => name.startsWith('data/')).sort(comparePaths);
  const bytes = payload.reduce((total, name) => total + readFileSync(path.join(root, name)).length, 0);
  const info = path.join(root, 'bag-info.txt');
  writeFileSync(
    info,
    readFileSync(info, 'utf8').replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${bytes}.${payload.length}`),
  );
  const lines = (files: string[]) =>
    files.map((name) => manifestLine({ path: name, sha256: sum(name) })).join('');
  writeFileSync(path.join(root, 'manifest-sha256.txt'), lines(payload));
  const tags = ['README.txt', 'bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'];
  writeFileSync(path.join(root, 'tagmanifest-sha256.txt'), lines(tags));
}
