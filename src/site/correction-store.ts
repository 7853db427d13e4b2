/** The SQL of what was corrected or taken back, newest first, by keyset. */
import type { ActKind, PublicState } from '../record/act.ts';
import type { Gap } from '../record/version-store.ts';
import type { Client } from '../stories/story-store.ts';
import { type Place, tookAway } from './list-store.ts';

export type CorrectionRow = {
  actId: number;
  code: number;
  lang: string;
  kind: ActKind;
  state: PublicState;
  leafIndex: number;
  actedAt: Date;
  effectiveAt: Date;
  reasonClass: string;
  /** Empty where the story's words are withheld and the act is not why. */
  note: string;
  noteGap: Gap | null;
  redacts: string[];
  /** Withdraw: when the act was that it took back. */
  of: Date | null;
  /** The story's present headline; null: readers do not get the story. */
  headline: string | null;
  /** The act from which it has that headline, or by which readers lost it. */
  shownAct: number;
  gone: Exclude<PublicState, 'public'> | null;
};

/** `after`: by the time of recording. Acts that were taken back are told by what took them back. */
export async function listCorrections(
  db: Client,
  asked: { lang: string; after: Place | null; limit: number },
): Promise<CorrectionRow[]> {
  const { rows } = await db.query<CorrectionRow>(
    `select acts.id as "actId", stories.code, acts.lang, acts.kind, acts.state, leaves.index as "leafIndex", acts.acted_at as "actedAt",
       acts.effective_at as "effectiveAt", acts.reason_class as "reasonClass", acts.redacts,
       case when why.id is null or ${tookAway('acts', 'why')} then acts.note else '' end as note,
       (select jsonb_build_object('field', gap.field, 'reasonClass', cause.reason_class, 'at', cause.acted_at,
         'actId', cause.id)
        from redactions as gap join acts as cause on cause.id = gap.act_id
        where gap.of_act = acts.id and gap.field = 'note') as "noteGap",
       (select wrong.effective_at from acts as wrong where wrong.id = acts.withdraws) as of,
       published.headline, why.state as gone, coalesce(published.act_id, why.id, acts.id) as "shownAct"
     from acts join stories on stories.id = acts.story_id join leaves on leaves.act_id = acts.id
       left join published on published.story_id = acts.story_id
       left join withheld on withheld.story_id = acts.story_id left join acts as why on why.id = withheld.act_id
     where acts.lang = $1 and acts.kind not in ('publish', 'update') and acts.kind not in ('hold', 'release')
       and acts.redacts <> '{note}' and ($2::timestamptz is null or acts.acted_at < $2)
       and not exists (select from acts as later where later.story_id = acts.story_id and later.withdraws = acts.id)
     order by acts.acted_at desc limit $3`,
    [asked.lang, asked.after?.at ?? null, asked.limit],
  );
  return rows.map((row) => ({
    ...row,
    // A time inside JSON comes as text.
    noteGap: row.noteGap && { ...row.noteGap, at: new Date(row.noteGap.at) },
  }));
}
