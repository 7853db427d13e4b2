/** The list of backups that were made: a redaction names those that have the words. */
import type { Client } from '../stories/story-store.ts';

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
