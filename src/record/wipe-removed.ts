/**
 * Wipes from the disk what was taken out of the tables: PostgreSQL leaves the old rows in its files, and in its write-ahead
 * log, until it needs their place.
 *
 * The tables are rewritten, the planner's statistics made anew (they keep samples of values), and the write-ahead log is
 * switched and checkpointed, so that segments with the words are removed. A server that is not ours may keep them in an
 * archive or on a replica. What could not be done is said, stays due, and is tried again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Every table that has, or had, words of a story; a redaction of its body also touches the pictures. */
const wordTables = [
  'versions',
  'field_commitments',
  'acts',
  'drafts',
  'published',
  'past_published',
  'intake_items',
  'raw_evidence',
  'scheduled_acts',
  'draft_copies',
  'desk_notes',
  'desk_items',
  'search_words',
  'front_pins',
];
const pictureTables = ['pictures', 'picture_renditions', 'picture_uses'];
const keyTables = ['signing_keys'];
const statistics = 'pg_catalog.pg_statistic';

/** Session lock of the one process that wipes. The number means nothing; it is ours. */
const wipeLock = 7_213_004;

/** How long a command waits for transactions that may still see the words, in milliseconds. */
const patienceMs = 60_000;

/** How long a table is waited for at a time: whoever asks for it meanwhile waits behind us. */
const lockTimeout = '2s';
const lockTries = 10;

export type Wiped = {
  /** Whether nothing is due any more. */
  done: boolean;
  /** Sentences that say what could not be done yet. */
  left: string[];
};

/** Wipes what is due. Waits where another process is at it. `patient`: false where it is tried again anyway. */
export async function wipeRemoved(pool: pg.Pool, { patient = true } = {}): Promise<Wiped> {
  const due = await pool.query('select from wipes_due limit 1');
  if (due.rowCount === 0) return { done: true, left: [] };
  const client = await pool.connect();
  try {
    if (!(await takeLock(client, patient))) return { done: false, left: ['Another process is wiping.'] };
    return await wipe(client, patient).finally(() =>
      client.query('select pg_advisory_unlock($1)', [wipeLock]),
    );
  } finally {
    client.release();
  }
}

/** Asked for again and again: whoever waits inside the database holds a snapshot, for which the other would wait. */
async function takeLock(client: pg.PoolClient, patient: boolean): Promise<boolean> {
  for (let waited = 0; ; waited += 200) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      wipeLock,
    ]);
    if (rows[0]?.taken || !patient || waited >= 2 * patienceMs) return rows[0]?.taken === true;
    await sleep(200);
  }
}

/** The same for the old secret of a signing key. */
export async function wipeOldSecrets(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    return await rewrite(client, keyTables);
  } finally {
    client.release();
  }
}

async function wipe(client: pg.PoolClient, patient: boolean): Promise<Wiped> {
  const { rows } = await client.query<{ act_id: number; redacts: string[] }>(
    'select act_id, redacts from wipes_due join acts on acts.id = act_id',
  );
  if (rows.length === 0) return { done: true, left: [] };
  if (!(await areSnapshotsGone(client, patient ? patienceMs : 0)))
    return {
      done: false,
      left: [
        'A transaction that began before the redaction is still running, perhaps a backup: it is wiped when that ends.',
      ],
    };
  const body = rows.some(({ redacts }) => redacts.includes('body'));
  const left = await rewrite(client, [...wordTables, ...(body ? pictureTables : []), statistics]);
  if (left.length === 0)
    await client.query('delete from wipes_due where act_id = any ($1)', [rows.map(({ act_id }) => act_id)]);
  return { done: left.length === 0, left };
}

/** @returns what could not be done. */
async function rewrite(client: pg.PoolClient, tables: string[]): Promise<string[]> {
  const left: string[] = [];
  await client.query(`set lock_timeout = '${lockTimeout}'`);
  try {
    for (const table of tables) await tryTo(client, `vacuum (full, analyze) ${table}`, left);
    for (const statement of ['checkpoint', 'select pg_switch_wal()', 'checkpoint'])
      await tryTo(client, statement, left);
  } finally {
    await client.query('reset lock_timeout');
  }
  return left;
}

/** A row is rewritten away only where no transaction can see it any more. */
async function areSnapshotsGone(client: pg.PoolClient, waitMs: number): Promise<boolean> {
  const { rows } = await client.query<{ now: string }>('select pg_current_xact_id()::text as now');
  const now = rows[0]?.now ?? '0';
  for (let waited = 0; ; waited += 100) {
    const { rows: oldest } = await client.query<{ xmin: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
    );
    const { rowCount: readers } = await client.query(
      `select from pg_stat_activity where pid <> pg_backend_pid() and backend_xmin is not null
         and age(backend_xmin) > age($1::text::xid8::xid)`,
      [now],
    );
    if (BigInt(oldest[0]?.xmin ?? 0) >= BigInt(now) && readers === 0) return true;
    if (waited >= waitMs) return false;
    await sleep(100);
  }
}

/** SQLSTATE of what is said and tried again: no right to do it, a table that others hold, no room on the disk. */
const sayable: Record<string, (statement: string) => string> = {
  '42501': (statement) => `The database does not let us run “${statement}”: have its administrator do it.`,
  '55P03': (statement) => `Others hold what “${statement}” needs: it is tried again.`,
  '53100': (statement) => `The disk is too full for “${statement}”: make room, it is tried again.`,
};

async function tryTo(client: pg.PoolClient, statement: string, left: string[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const { code = '' } = error as pg.DatabaseError;
      const say = sayable[code];
      if (!say) throw error;
      if (code === '55P03' && tries < lockTries) await sleep(500);
      else {
        left.push(say(statement));
        return;
      }
    }
  }
}
