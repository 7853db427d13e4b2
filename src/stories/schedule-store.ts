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
  asked: { replacement?: number | null; fields?: readonly string[]; basedOn?: number | null };
  by: string;
  askedAt: Date;
};

const columns = `scheduled_acts.id, story_id as "storyId", stories.code, kind, due_at as "dueAt", reason_class as "reasonClass",
  note, asked, asked_by as by, asked_at as "askedAt"`;

export async function insertScheduled(db: Client, act: Omit<ScheduledAct, 'id' | 'code'>): Promise<void> {
  await db.query(
    `insert into scheduled_acts (story_id, kind, due_at, reason_class, note, asked, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      act.storyId,
      act.kind,
      act.dueAt,
      act.reasonClass,
      act.note,
      JSON.stringify(act.asked),
      act.by,
      act.askedAt,
    ],
  );
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
