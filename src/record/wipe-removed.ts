/**
 * Wipes from the disk what a redaction has taken out of the tables: PostgreSQL leaves the old rows in its files, and in its
 * write-ahead log, until it needs their place.
 *
 * The tables are rewritten, the planner's statistics made anew (they keep samples of values), and the write-ahead log is
 * switched and checkpointed, so that segments with the words are removed. A server that is not ours may keep them in an
 * archive or on a replica: what could not be done is said.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Every table that has, or had, words of a story. */
const tables = [
  'versions',
  'field_commitments',
  'acts',
  'drafts',
  'published',
  'past_published',
  'intake_items',
  'raw_evidence',
  'pictures',
  'picture_renditions',
  'picture_uses',
  'scheduled_acts',
  'pg_catalog.pg_statistic',
];

/** Session lock of the one process that wipes. The number means nothing; it is ours. */
const wipeLock = 7_213_004;

/** How long a transaction that may still see the words is waited for, in milliseconds. */
const patienceMs = 120_000;

export type Wiped = {
  /** How many redactions were wiped; 0: none was due, or another process did it meanwhile. */
  wiped: number;
  /** Sentences that say what could not be done. */
  left: string[];
};

/** Wipes what is due. Waits where another process is at it. */
export async function wipeRemoved(pool: pg.Pool): Promise<Wiped> {
  const due = await pool.query('select from wipes_due limit 1');
  if (due.rowCount === 0) return { wiped: 0, left: [] };
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [wipeLock]);
    return await wipe(client);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [wipeLock]).catch(() => undefined);
    client.release();
  }
}

async function wipe(client: pg.PoolClient): Promise<Wiped> {
  const { rows } = await client.query<{ act_id: number }>('select act_id from wipes_due');
  if (rows.length === 0) return { wiped: 0, left: [] };
  const left: string[] = [];
  if (!(await waitForOldSnapshots(client)))
    left.push(
      'A transaction that began before the redaction is still running; its rows could not be removed.',
    );
  for (const table of tables) await tryTo(client, `vacuum (full, analyze) ${table}`, left);
  await tryTo(client, 'checkpoint', left);
  await tryTo(client, 'select pg_switch_wal()', left);
  await tryTo(client, 'checkpoint', left);
  await client.query('delete from wipes_due where act_id = any ($1)', [rows.map(({ act_id }) => act_id)]);
  return { wiped: rows.length, left };
}

/** A row is rewritten away only where no transaction can see it any more. */
async function waitForOldSnapshots(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ now: string }>('select pg_current_xact_id()::text as now');
  const now = BigInt(rows[0]?.now ?? 0);
  for (let waited = 0; waited <= patienceMs; waited += 100) {
    const { rows: oldest } = await client.query<{ xmin: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
    );
    const { rowCount: readers } = await client.query(
      `select from pg_stat_activity where pid <> pg_backend_pid() and backend_xmin is not null
         and age(backend_xmin) > age($1::text::xid8::xid)`,
      [String(now)],
    );
    if (BigInt(oldest[0]?.xmin ?? 0) >= now && readers === 0) return true;
    await sleep(100);
  }
  return false;
}

/** SQLSTATE insufficient_privilege: a server that is not ours may not let us. Anything else is thrown on. */
async function tryTo(client: pg.PoolClient, statement: string, left: string[]): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42501') throw error;
    left.push(`The database does not let us run “${statement}”: have its administrator do it.`);
  }
}
