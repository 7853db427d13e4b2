/** The SQL of how often stories were read. */
import type { Client } from '../stories/story-store.ts';

/** Readings in one hour or day; `at`: its beginning. */
export type Reading = { at: Date; reads: number };

export type StoryReads = {
  /** All that were ever counted. */
  total: number;
  /** The last two days by the hour and the last thirty by the day of 24 hours, oldest first, empty ones among them. */
  hours: Reading[];
  days: Reading[];
};

/** Hours are kept as hours for so many days. */
const daysOfHours = 14;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export async function addReads(db: Client, now: Date, counted: ReadonlyMap<number, number>): Promise<void> {
  await db.query(
    `insert into reads (story_id, at, reads)
     select stories.id, date_trunc('hour', $1::timestamptz, 'UTC'), counted.reads
     from unnest($2::bigint[], $3::int[]) as counted (code, reads) join stories using (code)
     order by stories.id
     on conflict (story_id, at) do update set reads = reads.reads + excluded.reads`,
    [now, [...counted.keys()], [...counted.values()]],
  );
}

/** Makes days of hours that are long past. Two processes may do so at once. */
export async function gatherOldReads(db: Client, now: Date): Promise<void> {
  await db.query(
    `with old as (
       delete from reads where at < $1 and at <> date_trunc('day', at, 'UTC') returning *)
     insert into reads (story_id, at, reads)
     select story_id, date_trunc('day', at, 'UTC'), sum(reads) from old group by 1, 2
     on conflict (story_id, at) do update set reads = reads.reads + excluded.reads`,
    [new Date(now.getTime() - daysOfHours * dayMs)],
  );
}

export async function readReads(db: Client, storyId: number, now: Date): Promise<StoryReads> {
  const from = new Date(now.getTime() - 31 * dayMs);
  const { rows } = await db.query<Reading & { total: number }>(
    `select at, reads, 0 as total from reads where story_id = $1 and at >= $2
     union all select null, 0, coalesce(sum(reads), 0)::int from reads where story_id = $1`,
    [storyId, from],
  );
  const total = rows.find(({ at }) => at === null)?.total ?? 0;
  const counted = rows.filter(({ at }) => at !== null);
  const spans = (count: number, spanMs: number): Reading[] => {
    const last = Math.floor(now.getTime() / spanMs) * spanMs;
    return Array.from({ length: count }, (_, index) => {
      const at = last - (count - 1 - index) * spanMs;
      const reads = counted
        .filter((one) => one.at.getTime() >= at && one.at.getTime() < at + spanMs)
        .reduce((sum, one) => sum + one.reads, 0);
      return { at: new Date(at), reads };
    });
  };
  return { total, hours: spans(48, hourMs), days: spans(30, dayMs) };
}
