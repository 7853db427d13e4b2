/** Every SQL statement about acts to come. */
import type { ActKind } from '../record/act.ts';
import type { Client } from './story-store.ts';

export type ScheduledAct = {
  id: number;
  storyId: number;
  code: number | null;
  kind: ActKind;
  dueAt: Date;
  reasonClass: string;
  note: string;
  asked: {
    replacement?: number | null;
    fields?: readonly string[];
    basedOn?: number | null;
    revision?: number | undefined;
  };
  /** Its author can still take it back; until then its draft stands still. */
  undoable: boolean;
  by: string;
  askedAt: Date;
};

/** An act whose time lies no further off than this when it is ordered is meant for now, in milliseconds. */
const meantForNowMs = 60_000;

/**
 * When an act was due, as the record keeps it. Null: it came when it was ordered, or in the seconds in which its author
 * could still undo it, and nobody would call that scheduled. One that came late says when it should have come.
 */
export function dueInRecord({ dueAt, askedAt }: ScheduledAct, now: Date): Date | null {
  const wasScheduled = dueAt.getTime() - askedAt.getTime() > meantForNowMs;
  const isLate = now.getTime() - dueAt.getTime() >= meantForNowMs;
  return wasScheduled || isLate ? dueAt : null;
}

const columns = `scheduled_acts.id, story_id as "storyId", stories.code, kind, due_at as "dueAt", reason_class as "reasonClass",
  note, asked, asked_by as by, asked_at as "askedAt", undoable`;

export async function insertScheduled(db: Client, act: Omit<ScheduledAct, 'id' | 'code'>): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into scheduled_acts (story_id, kind, due_at, reason_class, note, asked, asked_by, asked_at, undoable)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      act.storyId,
      act.kind,
      act.dueAt,
      act.reasonClass,
      act.note,
      JSON.stringify(act.asked),
      act.by,
      act.askedAt,
      act.undoable,
    ],
  );
  return (rows[0] as { id: number }).id;
}

/** Takes the act that has been due longest; no other process gets it until the transaction ends. Null: none is due. */
export async function takeDueAct(db: Client, now: Date): Promise<ScheduledAct | null> {
  const { rows } = await db.query<ScheduledAct>(
    `select ${columns} from scheduled_acts join stories on stories.id = scheduled_acts.story_id
     where state = 'waiting' and due_at <= $1 order by due_at, scheduled_acts.id limit 1
     for update of scheduled_acts, stories skip locked`,
    [now],
  );
  return rows[0] ?? null;
}

/** `outcome`: why it was refused; empty: it was done. */
export async function settleScheduled(
  db: Client,
  id: number,
  { actId, outcome }: { actId: number | null; outcome: string },
): Promise<void> {
  await db.query('update scheduled_acts set state = $2, act_id = $3, outcome = $4 where id = $1', [
    id,
    actId === null ? 'refused' : 'done',
    actId,
    outcome,
  ]);
}

/** The act that is about to take the story's draft and can still be undone; null: none. */
export async function findUndoable(db: Client, storyId: number): Promise<ScheduledAct | null> {
  const { rows } = await db.query<ScheduledAct>(
    `select ${columns} from scheduled_acts join stories on stories.id = scheduled_acts.story_id
     where story_id = $1 and state = 'waiting' and undoable order by scheduled_acts.id limit 1`,
    [storyId],
  );
  return rows[0] ?? null;
}

/** Acts to come that will make the story's draft public, oldest first. */
export async function findPublications(db: Client, storyId: number): Promise<ScheduledAct[]> {
  const { rows } = await db.query<ScheduledAct>(
    `select ${columns} from scheduled_acts join stories on stories.id = scheduled_acts.story_id
     where story_id = $1 and state = 'waiting' and kind in ('publish', 'update', 'correct') order by scheduled_acts.id`,
    [storyId],
  );
  return rows;
}

/** Locks one that waits; null where it does no more. Call it with the story locked. */
export async function lockWaiting(db: Client, storyId: number, id: number): Promise<ScheduledAct | null> {
  const { rows } = await db.query<ScheduledAct>(
    `select ${columns} from scheduled_acts join stories on stories.id = scheduled_acts.story_id
     where scheduled_acts.id = $2 and story_id = $1 and state = 'waiting' for update of scheduled_acts`,
    [storyId, id],
  );
  return rows[0] ?? null;
}

export async function cancelOne(db: Client, id: number): Promise<void> {
  await db.query(`update scheduled_acts set state = 'cancelled' where id = $1 and state = 'waiting'`, [id]);
}

/** @returns how many acts of a story were waiting and are no more. */
export async function cancelScheduled(db: Client, storyId: number): Promise<number> {
  const { rowCount } = await db.query(
    `update scheduled_acts set state = 'cancelled' where story_id = $1 and state = 'waiting'`,
    [storyId],
  );
  return rowCount ?? 0;
}

export type ScheduleEntry = ScheduledAct & {
  state: 'waiting' | 'done' | 'refused' | 'cancelled';
  outcome: string;
};

/** All that was ever scheduled for a story, in the order in which it was asked for. */
export async function listScheduled(db: Client, storyId: number): Promise<ScheduleEntry[]> {
  const { rows } = await db.query<ScheduleEntry>(
    `select ${columns}, state, outcome from scheduled_acts join stories on stories.id = scheduled_acts.story_id
     where story_id = $1 order by scheduled_acts.id`,
    [storyId],
  );
  return rows;
}
