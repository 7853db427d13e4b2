/** Backups and restores for tests: the use cases on databases of their own. */

import { rmSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { onTestFinished } from 'vitest';
import type { BackupHead } from '../src/backup/backup-head.ts';
import { type BackupResult, refusable } from '../src/backup/backup-refusal.ts';
import { openBackup } from '../src/backup/open-backup.ts';
import { type RestoreReport, restoreBackup } from '../src/backup/restore-backup.ts';
import { type BackupReport, takeBackup } from '../src/backup/take-backup.ts';
import { type Migration, readMigrations } from '../src/database/migrate.ts';
import type { Client } from '../src/stories/story-store.ts';
import { noon } from './invented-story.ts';
import { temporaryFolder } from './memory-disk.ts';
import { everyRow } from './page-import.ts';

/** A folder for the test that calls it; with `afterAll`, for a whole file. */
export function backupFolder(after: (clean: () => void) => void = onTestFinished): string {
  const folder = temporaryFolder('wireroom-backup-');
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function backUp(
  pool: pg.Pool,
  { file = path.join(backupFolder(), 'agency.backup'), passphrase = null as string | null } = {},
): Promise<BackupReport> {
  const deps = { pool, clock: () => noon, stop: { asked: false } };
  const taken = await takeBackup(deps, { file, passphrase, place: 'The test' });
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  return taken.value;
}

export async function restoreInto(
  pool: pg.Pool,
  file: string,
  {
    passphrase = null as string | null,
    known = readMigrations() as Migration[],
    stop = { asked: false },
    mend = (async () => undefined) as (db: Client, head: BackupHead) => Promise<void>,
  } = {},
): Promise<BackupResult<RestoreReport>> {
  const opened = await refusable(() => openBackup(file, passphrase));
  if (!opened.ok) return opened;
  const backup = opened.value;
  try {
    return await restoreBackup({ pool, known }, { file, backup, place: 'The test', stop, mend });
  } finally {
    await backup.close();
  }
}

/** Every row of every table, and where every sequence stands: two equal answers mean equal databases. */
export async function everything(pool: pg.Pool): Promise<Record<string, string[]>> {
  const { rows } = await pool.query<{ at: string }>(
    `select sequencename || ' ' || coalesce(last_value::text, '-') as at from pg_sequences where schemaname = 'public' order by 1`,
  );
  return { ...(await everyRow(pool)), sequences: rows.map(({ at }) => at) };
}

/** What a restore leaves as it was: numbers that links in mails name go on by the clock. */
export function asRestored({ sequences = [], ...rows }: Record<string, string[]>): Record<string, string[]> {
  const inLinks = /^(comments|followers|followings|mails)_id_seq /;
  return { ...rows, sequences: sequences.filter((one) => !inLinks.test(one)) };
}
