/** What no act accounts for: removed fields that no redaction names, leaves without an act or at another's place. */
import type { Client } from '../stories/story-store.ts';
import type { Tell } from './verify-record.ts';

export async function checkStrays(db: Client, tell: Tell): Promise<void> {
  const { rows: unsaid } = await db.query<{ code: number; field: string }>(
    `select stories.code, redactions.field from redactions join acts on acts.id = of_act
       join stories on stories.id = acts.story_id join acts as why on why.id = redactions.act_id
     where why.kind <> 'redact' or why.story_id <> acts.story_id or why.id <= acts.id
       or not redactions.field = any (why.redacts)
     union all
     select stories.code, made.field from acts as why join acts on acts.story_id = why.story_id and acts.id < why.id
       join field_commitments as made on made.act_id = acts.id and made.field = any (why.redacts)
       join stories on stories.id = why.story_id
     where why.kind = 'redact'
       and not exists (select from redactions where of_act = acts.id and redactions.field = made.field)
       and not exists (select from absent_words where of_act = acts.id and absent_words.field = made.field)`,
  );
  for (const { code, field } of unsaid)
    tell({
      code,
      version: null,
      what: `The ${field} was removed, or kept, against what its redactions say.`,
    });
  const { rows } = await db.query<{ index: number; leaf: string }>(
    `select index, leaf from leaves where not exists (select from acts where acts.id = leaves.act_id)`,
  );
  for (const { index } of rows) tell({ code: null, version: null, what: `Leaf ${index} belongs to no act.` });
  const { rows: turned } = await db.query<{ code: number }>(
    `select stories.code from (select act_id, index, lag(act_id) over (order by index) as before from leaves) as pairs
       join acts on acts.id = pairs.act_id join stories on stories.id = acts.story_id where before > pairs.act_id`,
  );
  for (const { code } of turned)
    tell({ code, version: null, what: 'Its leaf stands at another place than its act was recorded.' });
}
