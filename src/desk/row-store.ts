/** The lines of monitoring, read from the workflow and the record together. */
import type { Place } from '../people/policy.ts';
import type { ActKind, PublicState } from '../record/act.ts';
import type { Client } from '../stories/story-store.ts';
import type { DeskRow, DeskRows } from './desk-api.ts';
import { liesIn } from './desk-store.ts';

/** Rows that a screen gets at once. */
export const mostRows = 5_000;

/** How long a story without a draft stays on the screen after an act on it, in days. */
const shownDays = 3;

/** How long after its last sign of life a tab counts as closed, in seconds. */
export const closedAfterSeconds = 30;

type Row = Omit<DeskRow, 'due' | 'changedAt' | 'embargoUntil' | 'openBy'> & {
  due: { id: number; kind: ActKind; at: string; undoable: boolean } | null;
  embargoUntil: Date | null;
  changedAt: Date;
  openBy: { id: string; name: string; writing: boolean }[];
  state: PublicState | null;
};

/** What is in work, is to come, or was acted on lately; the newest first. */
export async function listRows(db: Client, now: Date): Promise<DeskRows> {
  const since = new Date(now.getTime() - shownDays * 86_400_000);
  const chosen = `select story_id from drafts union select story_id from scheduled_acts where state = 'waiting'
    union select story_id from acts where acted_at > $2`;
  const { rows } = await db.query<Row>(`${select(`in (${chosen})`)} limit ${mostRows}`, [now, since]);
  if (rows.length < mostRows) return { rows: rows.map(asJson), total: rows.length };
  const all = await db.query<{ total: number }>(
    `select count(*)::int as total from (select story_id from drafts union
       select story_id from scheduled_acts where state = 'waiting' union
       select story_id from acts where acted_at > $1) as chosen`,
    [since],
  );
  return { rows: rows.map(asJson), total: all.rows[0]?.total ?? rows.length };
}

/** Those of the ids that exist, in no order. */
export async function readRows(db: Client, now: Date, ids: number[]): Promise<DeskRow[]> {
  const { rows } = await db.query<Row>(select('= any ($2)'), [now, ids]);
  return rows.map(asJson);
}

/** A code, or words of a headline, among the stories in these places; newest first. */
export async function findRows(
  db: Client,
  now: Date,
  { asked, places }: { asked: string; places: Place[] },
): Promise<DeskRow[]> {
  const lies = liesIn('$3');
  const granted = JSON.stringify(places);
  const code = /^\s*(?:no\.?\s*)?([1-9]\d{0,14})\s*$/i.exec(asked)?.[1];
  if (code)
    return (
      await db.query<Row>(select(`in (select id from stories where code = $2 and ${lies})`), [
        now,
        code,
        granted,
      ])
    ).rows.map(asJson);
  const pattern = `%${asked.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const found = `in ((select story_id from drafts join stories on stories.id = story_id where headline ilike $2 and ${lies}
      order by saved_at desc limit 30)
    union (select story_id from published join stories on stories.id = story_id where headline ilike $2 and ${lies}
      order by effective_at desc limit 30))`;
  return (await db.query<Row>(`${select(found)} limit 30`, [now, pattern, granted])).rows.map(asJson);
}

/** $1: now. `which`: how `stories.id` is chosen. */
function select(which: string): string {
  return `
    select stories.id, stories.code, stories.lang,
      coalesce(drafts.headline, published.headline, gone.headline, '') as headline,
      coalesce(drafts.thread, published.thread, '') as thread,
      coalesce(item.slug, '') as slug, coalesce(item.desk, first.slug) as desk,
      case when drafts.story_id is not null then coalesce(item.stage, first.stages -> 0 ->> 'slug') end as stage,
      newest.state, coalesce(newest.version, 0) as version, coalesce(item.priority, 5) as priority, coalesce(item.legal, false) as legal,
      drafts.embargo_until as "embargoUntil",
      coalesce(drafts.words, length(published.plain) - length(replace(published.plain, ' ', '')) + least(length(published.plain), 1), 0) as words,
      greatest(drafts.saved_at, newest.acted_at, stories.created_at) as "changedAt",
      case when drafts.saved_at > coalesce(newest.acted_at, '-infinity') then drafts.saved_by
        else coalesce(newest.acted_by, '') end as "changedBy",
      (select jsonb_build_object('id', id, 'kind', kind, 'at', due_at, 'undoable', undoable) from scheduled_acts
       where story_id = stories.id and state = 'waiting' order by due_at, id limit 1) as due,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', person, 'name', name, 'writing', pen))
       from open_stories where story_id = stories.id and seen_at > $1::timestamptz - interval '${closedAfterSeconds} seconds'),
       '[]') as "openBy"
    from stories
      cross join (select slug, stages from desks order by place, slug limit 1) as first
      left join drafts on drafts.story_id = stories.id
      left join published on published.story_id = stories.id
      left join desk_items as item on item.story_id = stories.id
      left join lateral (select state, version, acted_at, acted_by from acts where story_id = stories.id
        order by acts.id desc limit 1) as newest on true
      left join lateral (select fields ->> 'headline' as headline from versions where story_id = stories.id
        and drafts.story_id is null and published.story_id is null order by version desc limit 1) as gone on true
    where stories.id ${which}
    order by "changedAt" desc, stories.id desc`;
}

function asJson(row: Row): DeskRow {
  return {
    ...row,
    // A time inside JSON comes as PostgreSQL writes it.
    due: row.due && { ...row.due, at: new Date(row.due.at).toISOString() },
    embargoUntil: row.embargoUntil?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
    openBy: onePerPerson(row.openBy),
  };
}

/** Who writes comes first; a person with two tabs is one. */
function onePerPerson(open: DeskRow['openBy']): DeskRow['openBy'] {
  const sorted = [...open].sort((a, b) => Number(b.writing) - Number(a.writing));
  return sorted.filter(({ id }, at) => sorted.findIndex((other) => other.id === id) === at);
}
