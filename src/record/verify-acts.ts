/** Whether each act is what its leaf says, its words what its commitments say, and each story's acts a possible row. */
import type { Client } from '../stories/story-store.ts';
import type { ActKind, PublicState } from './act.ts';
import { factsOf } from './act-facts.ts';
import { canonicalJson } from './canonical-json.ts';
import { commitTo } from './commitment.ts';
import { leafOf } from './leaf.ts';
import { emptyRow, placeOf, type RowOfActs, rowAfter } from './row-of-acts.ts';
import type { Tell } from './verify-record.ts';

type Row = {
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
  commitments: { field: string; salt: string | null; commitment: string }[];
  /** Fields that were redacted, or withheld when the record was taken over from an export. */
  gaps: string[];
  hasOutbox: boolean;
};

const batch = 500;

export async function checkActs(db: Client, tell: Tell): Promise<{ acts: number; stories: number }> {
  const stories = new Map<number, RowOfActs>();
  let lastAt = 0;
  let acts = 0;
  for (let next = readActs(db, 0); ; ) {
    const rows = await next;
    const last = rows.at(-1);
    if (!last) break;
    // Asked for before these are checked: the database works meanwhile.
    next = readActs(db, last.actId);
    for (const row of rows) {
      const wrong = (what: string) => tell({ code: row.code, version: row.version, what });
      checkAct(row, wrong);
      if (row.actedAt.getTime() <= lastAt)
        wrong(`The ${row.kind} is not later than the act recorded before it.`);
      lastAt = row.actedAt.getTime();
      const story = stories.get(row.storyId) ?? emptyRow;
      stories.set(row.storyId, checkPlace(row, story, wrong));
    }
    acts += rows.length;
  }
  await checkStrays(db, tell);
  return { acts, stories: stories.size };
}

/** What the act itself says, against its leaf. */
function checkAct(row: Row, wrong: (what: string) => void): void {
  const { leaf, kind, code } = row;
  if (leaf === null || code === null) {
    wrong(`The ${kind} has no ${leaf === null ? 'leaf in the log' : 'code'}.`);
    return;
  }
  const made = row.commitments.map(({ field, commitment }) => ({
    field,
    commitment: Buffer.from(commitment, 'hex'),
  }));
  const said = leafOf({ kind, actedAt: row.actedAt, code, lang: row.lang, version: row.version }, made);
  if (said !== leaf) wrong(`The ${kind} is not what its leaf ${row.index} says: ${differs(said, leaf)}.`);
  if (row.lang !== row.storyLang)
    wrong(`The story's language was changed from ${row.lang} to ${row.storyLang}.`);
  if (!row.hasOutbox) wrong(`The ${kind} has no outbox row.`);
  const values: Record<string, unknown> = {
    ...row.fields,
    ...factsOf({ ...row, withdraws: row.withdrawnIndex }),
  };
  const gaps = new Set(row.gaps);
  for (const { field, salt, commitment } of row.commitments) {
    if (gaps.has(field)) {
      const kept =
        salt !== null || (field === 'note' ? row.note !== '' : row.fields !== null && field in row.fields);
      if (kept) wrong(`The ${field} was removed, but words or salt of it are there.`);
    } else if (salt === null) wrong(`The salt of the ${field} is gone without a redaction.`);
    else if (!opens(field, values[field], salt, commitment)) wrong(`The ${field} is not what was recorded.`);
    delete values[field];
  }
  for (const field of Object.keys(values)) {
    if (!(field === 'note' && gaps.has('note')))
      wrong(`The ${field} is there, but the leaf does not commit to it.`);
  }
}

function opens(field: string, value: unknown, salt: string, commitment: string): boolean {
  if (value === undefined) return false;
  return commitTo(field, value, Buffer.from(salt, 'hex')).commitment.toString('hex') === commitment;
}

/** The members of a leaf that differ, by name. */
function differs(said: string, leaf: string): string {
  try {
    const [a, b] = [JSON.parse(said), JSON.parse(leaf)] as Record<string, unknown>[];
    const names = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])];
    return names
      .filter((name) => canonicalJson(a?.[name] ?? null) !== canonicalJson(b?.[name] ?? null))
      .join(', ');
  } catch {
    return 'it is no leaf';
  }
}

/** The act's place among those on its story: may it follow, and is its version the next? */
function checkPlace(row: Row, story: RowOfActs, wrong: (what: string) => void): RowOfActs {
  const { kind } = row;
  const { makesWords, version, state } = placeOf(story, row);
  const made = row.madeVersion !== null;
  if (made !== makesWords) wrong(`The ${kind} ${made ? 'has' : 'lacks'} a version.`);
  if (row.version !== version || (made && row.madeVersion !== version))
    wrong(`The ${kind} names version ${row.version}; it should be ${version}.`);
  if (state !== row.state)
    wrong(`The story is “${row.state}” after the ${kind}; it should be “${state ?? 'as before'}”.`);
  return rowAfter(story, row);
}

async function readActs(db: Client, after: number): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `select acts.id as "actId", leaves.index, leaves.leaf, acts.story_id as "storyId", stories.code, kind, state,
       acts.version, acts.lang, stories.lang as "storyLang", acted_at as "actedAt", stated_at as "statedAt",
       due_at as "dueAt", reason_class as "reasonClass", note, acted_by as by, replacement, redacts,
       (select index from leaves as wrong where wrong.act_id = acts.withdraws) as "withdrawnIndex",
       versions.fields, versions.version as "madeVersion",
       coalesce((select jsonb_agg(jsonb_build_object('field', field, 'salt', encode(salt, 'hex'),
         'commitment', encode(commitment, 'hex'))) from field_commitments where act_id = acts.id), '[]') as commitments,
       array(select field from redactions where of_act = acts.id
         union select field from absent_words where of_act = acts.id) as gaps,
       exists (select from outbox where outbox.act_id = acts.id) as "hasOutbox"
     from acts join stories on stories.id = acts.story_id left join leaves on leaves.act_id = acts.id
       left join versions on versions.act_id = acts.id
     where acts.id > $1 order by acts.id limit ${batch}`,
    [after],
  );
  return rows;
}

/** Codes and leaves that no act accounts for. */
async function checkStrays(db: Client, tell: Tell): Promise<void> {
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
