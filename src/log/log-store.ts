/** Every SQL statement about the log: its head, leaves, subtrees and checkpoints. */
import type { Client } from '../stories/story-store.ts';
import { completeRoot, growFrontier, leafHash, type TileReader } from './merkle.ts';

/** How far the log is. */
export type LogHead = {
  size: number;
  /** Roots of its complete subtrees, largest first. */
  frontier: Buffer[];
  lastActedAt: Date | null;
};

export const tileWidth = 256;

/** Holds the log until the transaction ends: acts are recorded one after the other. */
export async function lockHead(db: Client): Promise<LogHead> {
  const { rows } = await db.query<{ size: number; frontier: Buffer; last_acted_at: Date | null }>(
    'select size, frontier, last_acted_at from log_head for update',
  );
  const head = rows[0];
  if (!head) throw new Error('The log has no head: table log_head is empty.');
  return { size: head.size, frontier: cut(head.frontier), lastActedAt: head.last_acted_at };
}

/** Appends one leaf under the caller's lock. @returns the head after it. */
export async function appendLeaf(db: Client, head: LogHead, leaf: NewLeaf): Promise<LogHead> {
  const grown = await insertLeaf(db, head, leaf);
  await moveHead(db, grown);
  return grown;
}

export type NewLeaf = { actId: number; leaf: string; actedAt: Date };

/** The same, with the head left where it was: whoever appends many moves it once. */
export async function insertLeaf(
  db: Client,
  head: LogHead,
  { actId, leaf, actedAt }: NewLeaf,
): Promise<LogHead> {
  const hash = leafHash(Buffer.from(leaf));
  await db.query('insert into leaves (index, act_id, leaf, hash) values ($1, $2, $3, $4)', [
    head.size,
    actId,
    leaf,
    hash,
  ]);
  const size = head.size + 1;
  const frontier = growFrontier(head.frontier, head.size, hash);
  await completeSubtrees(db, size);
  return { size, frontier, lastActedAt: actedAt };
}

export async function moveHead(db: Client, { size, frontier, lastActedAt }: LogHead): Promise<void> {
  await db.query('update log_head set size = $1, frontier = $2, last_acted_at = $3', [
    size,
    Buffer.concat(frontier),
    lastActedAt,
  ]);
}

/** Keeps the roots of the subtrees of 256^level leaves that end with the newest leaf. */
async function completeSubtrees(db: Client, size: number): Promise<void> {
  const read = tileReader(db);
  let count = size;
  for (let level = 1; count % tileWidth === 0; level++) {
    count /= tileWidth;
    const below = await read(level - 1, count - 1, tileWidth);
    await db.query('insert into log_subtrees (level, index, hash) values ($1, $2, $3)', [
      level,
      count - 1,
      completeRoot(below),
    ]);
  }
}

/** Reads tiles from the database; a tile that the log does not have yet comes shorter than asked for. */
export function tileReader(db: Client): TileReader {
  return async (level, index, width) => {
    const from = index * tileWidth;
    const { rows } = await db.query<{ hashes: Buffer | null }>(
      level === 0
        ? `select string_agg(hash, ''::bytea order by index) as hashes from leaves where index >= $1 and index < $2`
        : `select string_agg(hash, ''::bytea order by index) as hashes from log_subtrees
           where level = $3 and index >= $1 and index < $2`,
      level === 0 ? [from, from + width] : [from, from + width, level],
    );
    return rows[0]?.hashes ?? Buffer.alloc(0);
  };
}

/** Leaves of an entry bundle, in order; fewer than asked for where the log ends. */
export async function readEntries(db: Client, index: number, width: number): Promise<Buffer[]> {
  const { rows } = await db.query<{ leaf: string }>(
    'select leaf from leaves where index >= $1 and index < $2 order by index',
    [index * tileWidth, index * tileWidth + width],
  );
  return rows.map(({ leaf }) => Buffer.from(leaf));
}

export async function readLogSize(db: Client): Promise<number> {
  const { rows } = await db.query<{ size: number }>('select size from log_head');
  return rows[0]?.size ?? 0;
}

export async function insertCheckpoint(db: Client, size: number, note: string): Promise<void> {
  await db.query('insert into checkpoints (size, note) values ($1, $2)', [size, note]);
}

export type Checkpoint = { size: number; note: string };

/** The newest checkpoint; null where nothing was recorded yet. */
export async function readNewestCheckpoint(db: Client): Promise<Checkpoint | null> {
  const { rows } = await db.query<Checkpoint>(
    'select size, note from checkpoints order by size desc limit 1',
  );
  return rows[0] ?? null;
}

/** Notes of the checkpoints of more than `after` leaves and at most `until`, in their order. */
export async function checkpointsFrom(db: Client, after: number, until: number): Promise<string[]> {
  const { rows } = await db.query<{ note: string }>(
    'select note from checkpoints where size > $1 and size <= $2 order by size',
    [after, until],
  );
  return rows.map(({ note }) => note);
}

/** The first checkpoint that covers an act, so that every process names the same one; null: there is no such act. */
export async function readCheckpointCovering(db: Client, actId: number): Promise<Checkpoint | null> {
  const { rows } = await db.query<Checkpoint>(
    `select size, note from checkpoints where size > (select index from leaves where act_id = $1)
     order by size limit 1`,
    [actId],
  );
  return rows[0] ?? null;
}

/** The leaf of an act with its place in the log. */
export async function readLeaf(db: Client, actId: number): Promise<{ index: number; leaf: string } | null> {
  const { rows } = await db.query<{ index: number; leaf: string }>(
    'select index, leaf from leaves where act_id = $1',
    [actId],
  );
  return rows[0] ?? null;
}

function cut(frontier: Buffer): Buffer[] {
  return Array.from({ length: frontier.length / 32 }, (_, at) => frontier.subarray(at * 32, at * 32 + 32));
}
