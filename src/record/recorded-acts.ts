/** The acts as the tables have them, each with all that it is checked against. */
import type { Client } from '../stories/story-store.ts';
import type { ActKind, PublicState } from './act.ts';
import { readInBatches } from './same-moment.ts';

export type RecordedAct = {
  index: number;
  leaf: string | null;
  actId: number;
  storyId: number;
  code: number | null;
  kind: ActKind;
  state: PublicState;
  version: number;
  lang: string;
  storyLang: string;
  actedAt: Date;
  statedAt: Date | null;
  dueAt: Date | null;
  reasonClass: string;
  note: string;
  by: string;
  replacement: number | null;
  redacts: string[];
  withdrawnIndex: number | null;
  /** Words of the version that the act made; null: it made none. */
  fields: Record<string, unknown> | null;
  madeVersion: number | null;
  /** What its leaf commits to: fields, salts in hexadecimal (null: removed) and commitments in base64, in one order. */
  made: { fields: string[]; salts: (string | null)[]; commitments: string[] };
  /** Fields that were redacted, or withheld when the record was taken over from an export. */
  gaps: string[];
  hasOutbox: boolean;
  /** Whether no other act on its story was recorded after it. */
  isNewest: boolean;
};

/** All acts in the order of recording, some at a time. */
export function readActs(db: Client): AsyncGenerator<RecordedAct[]> {
  return readInBatches<RecordedAct>(
    db,
    `select acts.id as "actId", leaves.index, leaves.leaf, acts.story_id as "storyId", stories.code, kind, state,
       acts.version, acts.lang, stories.lang as "storyLang", acted_at as "actedAt", stated_at as "statedAt",
       due_at as "dueAt", reason_class as "reasonClass", note, acted_by as by, replacement, redacts,
       (select index from leaves as wrong where wrong.act_id = acts.withdraws) as "withdrawnIndex",
       versions.fields, versions.version as "madeVersion",
       (select json_build_object('fields', coalesce(json_agg(field), '[]'),
          'salts', coalesce(json_agg(encode(salt, 'hex')), '[]'),
          'commitments', coalesce(json_agg(encode(commitment, 'base64')), '[]'))
        from field_commitments where act_id = acts.id) as made,
       coalesce(gaps.fields, '{}') as gaps, outbox.act_id is not null as "hasOutbox",
       not exists (select from acts as later where later.story_id = acts.story_id and later.id > acts.id) as "isNewest"
     from acts join stories on stories.id = acts.story_id left join leaves on leaves.act_id = acts.id
       left join versions on versions.act_id = acts.id left join outbox on outbox.act_id = acts.id
       left join (select of_act, array_agg(field) as fields
         from (select of_act, field from redactions union select of_act, field from absent_words) as gone
         group by of_act) as gaps on gaps.of_act = acts.id
     order by acts.id`,
  );
}
