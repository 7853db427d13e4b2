/** Every SQL statement about the backups that were made. */
import type { Client } from '../stories/story-store.ts';

/** @param acts number of acts in it. @param sha256 of the finished file. */
export async function insertBackup(
  db: Client,
  backup: { file: string; madeAt: Date; acts: number; sha256: Buffer },
): Promise<void> {
  await db.query('insert into backups (file, made_at, acts, sha256) values ($1, $2, $3, $4)', [
    backup.file,
    backup.madeAt,
    backup.acts,
    backup.sha256,
  ]);
}

export type MadeBackup = { file: string; madeAt: Date };

/** Backups that were made since a story came in, oldest first. */
export async function backupsSince(db: Client, code: number): Promise<MadeBackup[]> {
  const { rows } = await db.query<MadeBackup>(
    `select file, made_at as "madeAt" from backups
     where made_at >= (select created_at from stories where code = $1) order by made_at`,
    [code],
  );
  return rows;
}
