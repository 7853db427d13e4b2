/** Reads a backup from its first to its last byte and holds it against what it says of itself. */

import type { BackupHead } from './backup-head.ts';
import { damaged } from './backup-refusal.ts';
import { countRows } from './count-rows.ts';
import { openBackup } from './open-backup.ts';

/**
 * Every hash, every byte count and every row count.
 * @throws Refused where anything does not fit. @returns what the file says of itself, and its own hash and size.
 */
export async function checkBackup(
  file: string,
  passphrase: string | null,
): Promise<{ head: BackupHead; sha256: Buffer; bytes: number }> {
  const backup = await openBackup(file, passphrase);
  try {
    const counters = new Map(backup.head.tables.map(({ name }) => [name, countRows()]));
    for await (const { table, bytes } of backup.pieces()) {
      const counter = counters.get(table);
      if (!counter) throw damaged(file, `it has rows of ${table}, of which its head says nothing`);
      fitting(file, table, () => counter.add(bytes));
    }
    for (const { name, rows } of backup.head.tables) {
      const found = fitting(file, name, () => counters.get(name)?.rows());
      if (found !== rows) throw damaged(file, `${name} has ${found} rows of ${rows}`);
    }
    return { head: backup.head, ...backup.measured() };
  } finally {
    await backup.close();
  }
}

function fitting<T>(file: string, table: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw damaged(file, `${table}: ${(error as Error).message}`);
  }
}
