/** How a story came to be what readers get of it: its acts as its history tells them, without the words of any version. */
import type { Client } from '../stories/story-store.ts';
import type { ActKind, PublicState } from './act.ts';
import type { Gap } from './version-store.ts';

export type ActInHistory = {
  actId: number;
  /** Its place in the log: the one number of an act that is for ever. */
  leafIndex: number;
  kind: ActKind;
  state: PublicState;
  /** The version that it made, or that was the newest. */
  version: number;
  madeVersion: boolean;
  actedAt: Date;
  statedAt: Date | null;
  effectiveAt: Date;
  dueAt: Date | null;
  by: string;
  reasonClass: string;
  /** The sentence for readers; empty: none. */
  note: string;
  /** Where a redaction removed the sentence, if there was one. */
  noteGap: Gap | null;
  replacement: number | null;
  redacts: string[];
  /** Withdraw: id of the act that was wrong. */
  withdraws: number | null;
};

/** All acts on a story in the order of recording. */
export async function readHistory(db: Client, storyId: number): Promise<ActInHistory[]> {
  return (await readHistories(db, [storyId])).get(storyId) ?? [];
}

/** The same of several stories, by their ids. */
export async function readHistories(db: Client, storyIds: number[]): Promise<Map<number, ActInHistory[]>> {
  const { rows } = await db.query<ActInHistory & { storyId: number }>(
    `select story_id as "storyId", acts.id as "actId", leaves.index as "leafIndex", kind, state, version,
       acted_at as "actedAt", stated_at as "statedAt", effective_at as "effectiveAt", due_at as "dueAt", acted_by as by,
       reason_class as "reasonClass", note, replacement, redacts, withdraws,
       exists (select from versions where versions.act_id = acts.id) as "madeVersion",
       (select jsonb_build_object('field', gap.field, 'reasonClass', why.reason_class, 'at', why.acted_at,
         'actId', why.id)
        from redactions as gap join acts as why on why.id = gap.act_id
        where gap.of_act = acts.id and gap.field = 'note') as "noteGap"
     from acts join leaves on leaves.act_id = acts.id where story_id = any ($1) order by acts.id`,
    [storyIds],
  );
  const histories = new Map<number, ActInHistory[]>();
  for (const { storyId, ...row } of rows) {
    // A time inside JSON comes as text.
    const act = { ...row, noteGap: row.noteGap && { ...row.noteGap, at: new Date(row.noteGap.at) } };
    histories.set(storyId, [...(histories.get(storyId) ?? []), act]);
  }
  return histories;
}

/** Where a story stands for whoever asks for its code. */
export type StoryState = { storyId: number; code: number; lang: string; state: PublicState };

/** @returns null for a code that is not known, and for a story that was never published: nobody can tell which. */
export async function readStoryState(db: Client, code: number): Promise<StoryState | null> {
  const { rows } = await db.query<StoryState>(
    `select stories.id as "storyId", stories.code, stories.lang, coalesce(acts.state, 'public') as state
     from stories left join published on published.story_id = stories.id
       left join withheld on withheld.story_id = stories.id left join acts on acts.id = withheld.act_id
     where stories.code = $1 and (published.story_id is not null or withheld.story_id is not null)`,
    [code],
  );
  return rows[0] ?? null;
}

/** Acts that no later act took back. */
export function actsThatStand(acts: ActInHistory[]): ActInHistory[] {
  const wrong = new Set(acts.map(({ withdraws }) => withdraws));
  return acts.filter(({ actId }) => !wrong.has(actId));
}

/** The act for which readers do not get a story now; null where they do. A later act may have left the state as it was. */
export function withholdingAct(acts: ActInHistory[]): ActInHistory | null {
  const state = acts.at(-1)?.state;
  if (state === undefined || state === 'public') return null;
  const stand = actsThatStand(acts);
  if (state === 'removed') return stand[stand.findLastIndex((act) => act.state !== state) + 1] ?? null;
  const kind = state === 'held' ? 'hold' : 'kill';
  return stand.findLast((act) => act.kind === kind) ?? null;
}
