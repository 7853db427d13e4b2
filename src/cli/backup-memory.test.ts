/** Backup and restore take as much memory for three large values as for one. */
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { backupFolder } from '../../test/backups.ts';
import { publishOne } from '../../test/invented-story.ts';
import { dataFolder } from '../../test/program.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { beginWireroom, type Said } from '../../test/wireroom-command.ts';

const valueBytes = 100_000_000;

/** Runs a command. @returns what it said and the most memory its Node had in use at once, in MB. */
async function peakOf(database: TestDatabase, ...words: string[]): Promise<Said & { peakMb: number }> {
  const settings = { dataDir: dataFolder(), env: { DATABASE_URL: database.url } };
  const { child, ended } = beginWireroom(settings, ...words);
  let peakMb = 0;
  const timer = setInterval(() => {
    // `bin/wireroom` runs the program's Node as its child.
    for (const pid of read(`/proc/${child.pid}/task/${child.pid}/children`).trim().split(' '))
      peakMb = Math.max(
        peakMb,
        Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_000,
      );
  }, 10);
  const said = await ended;
  clearInterval(timer);
  return { ...said, peakMb: Math.round(peakMb) };
}

/** Empty where the process has ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

it.runIf(process.platform === 'linux')(
  'backs up and restores values of 100 MB in a memory that does not grow with them',
  async () => {
    const from = await testDatabase();
    await publishOne(from);
    await from.pool.query('alter table raw_evidence alter column bytes set storage external');
    const file = path.join(backupFolder(), 'large.backup');
    // A first command may build the program, in more memory than all that is measured here.
    await peakOf(from, '--help');
    const peaks: Record<string, number>[] = [];
    for (const values of [0, 1, 3]) {
      for (;;) {
        const { rows } = await from.pool.query<{ count: number }>('select count(*) from raw_evidence');
        if (rows[0]?.count === values) break;
        await from.pool.query(`insert into raw_evidence values (sha256($1), 'noise', $1, now())`, [
          randomBytes(valueBytes),
        ]);
      }
      rmSync(file, { force: true });
      const backup = await peakOf(from, 'backup', file);
      expect(backup).toMatchObject({ code: 0, err: '' });
      const to = await testDatabase({ migrated: false });
      const restore = await peakOf(to, 'restore', file);
      expect(restore).toMatchObject({ code: 0, err: '' });
      peaks.push({ values, backup: backup.peakMb, restore: restore.peakMb });
    }
    console.log(`most memory in use, in MB: ${JSON.stringify(peaks)}`);
    const [, one, three] = peaks;
    for (const command of ['backup', 'restore']) {
      expect(three?.[command]).toBeLessThan((one?.[command] ?? 0) * 1.3 + 20);
      expect(three?.[command]).toBeLessThan(400);
    }
  },
  300_000,
);
