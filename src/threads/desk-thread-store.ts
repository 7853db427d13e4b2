/** Every SQL statement about running events at the desk: what is in work of them, and what is public. */
import { liesIn } from '../desk/desk-store.ts';
import type { Place } from '../people/policy.ts';
import type { ActKind } from '../record/act.ts';
import type { Client } from '../stories/story-store.ts';

/** How long after its last word an event is still offered as a running one, in days. */
export const runningDays = 60;

export type RunningThread = { slug: string; name: string; stories: number; lastAt: Date };

/** By what is public, and by the drafts in these places: a name that no reader knows yet is a word of its desk. */
export async function listRunning(
  db: Client,
  { lang, places, now }: { lang: string; places: Place[]; now: Date },
): Promise<RunningThread[]> {
  const since = new Date(now.getTime() - runningDays * 86_400_000);
  const { rows } = await db.query<RunningThread>(
    // The words of a version are read for the newest story of each alone.
    `select thread as slug, coalesce(case when in_work
         then (select fields -> 'thread' ->> 'name' from drafts where story_id = newest)
         else (select fields -> 'thread' ->> 'name' from published join versions using (story_id, version)
           where story_id = newest) end, thread) as name, stories, at as "lastAt"
     from (
       select thread, count(distinct story_id)::int as stories, max(at) as at,
         (array_agg(story_id order by at desc))[1] as newest, (array_agg(in_work order by at desc))[1] as in_work
       from (
         select story_id, thread, saved_at as at, true as in_work
         from drafts join stories on stories.id = story_id where stories.lang = $1 and thread <> '' and saved_at > $2
           and ${liesIn('$3')}
         union all
         select story_id, thread, from_acted, false from published where lang = $1 and thread <> '' and from_acted > $2) as told
       group by thread order by max(at) desc, thread limit 200) as running
     order by at desc, thread`,
    [lang, since, JSON.stringify(places)],
  );
  return rows;
}

/** Stories that are in a thread now: by their draft, by what readers get, or by what they got of one taken back since. */
export async function listThreadStories(db: Client, lang: string, slug: string): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from stories where lang = $1 and id in (
       select story_id from drafts where thread = $2 and thread <> ''
       union select story_id from published where lang = $1 and thread = $2 and thread <> ''
       union select story_id from past_published join withheld using (story_id)
         where lang = $1 and thread = $2 and thread <> '')`,
    [lang, slug],
  );
  return rows.map(({ id }) => id);
}

/** What the newest of these stories calls the thread; null: none says. */
export async function readNameAtDesk(db: Client, stories: number[], slug: string): Promise<string | null> {
  const { rows } = await db.query<{ name: string }>(
    `select name from (
       select fields -> 'thread' as thread, saved_at as at from drafts where story_id = any ($1)
       union all
       select fields -> 'thread', acted_at from versions join acts on acts.id = act_id
       where versions.story_id = any ($1)) as told, jsonb_to_record(nullif(thread, 'null')) as said (slug text, name text)
     where slug = $2 order by at desc limit 1`,
    [stories, slug],
  );
  return rows[0]?.name ?? null;
}

export type ThreadEvent = { story: number; at: Date; kind: ActKind | 'draft'; version: number; by: string };

/** Acts in order of time, then the drafts. */
export async function listThreadEvents(db: Client, stories: number[]): Promise<ThreadEvent[]> {
  const { rows } = await db.query<ThreadEvent>(
    `select story, at, kind, version, by from (
       select story_id as story, effective_at as at, kind, version, acted_by as by, id from acts where story_id = any ($1)
       union all
       select story_id, saved_at, 'draft', 0, saved_by, null from drafts where story_id = any ($1)) as event
     order by kind = 'draft', at, id`,
    [stories],
  );
  return rows;
}
