/** Who has which story open, and whose the pen is. One tab writes; the others read, and see who writes. */
import type { Client } from '../stories/story-store.ts';
import type { OpenAsk, OpenJson } from './desk-api.ts';
import { closedAfterSeconds } from './row-store.ts';

type Opener = { storyId: number; person: { id: string; name: string }; now: Date };

/**
 * A tab says that it has the story open, and perhaps asks for the pen, or takes it. Call it with the story locked.
 * Whoever loses the pen learns of it with his next call; what he wrote stays on his screen.
 */
export async function openStory(
  db: Client,
  { storyId, person, now }: Opener,
  ask: OpenAsk,
): Promise<OpenJson> {
  await closeSilent(db, now, storyId);
  if (ask.take)
    await db.query('update open_stories set pen = false where story_id = $1 and pen and tab <> $2', [
      storyId,
      ask.tab,
    ]);
  const { rowCount } = await db.query(
    'update open_stories set seen_at = $4 where story_id = $1 and tab = $2 and person = $3',
    [storyId, ask.tab, person.id, now],
  );
  // A tab is whoever's sits at it: the pen of another is taken, not answered for.
  if (rowCount === 0)
    await db.query(
      `insert into open_stories (story_id, tab, person, name, pen, since, seen_at) values ($1, $2, $3, $4, false, $5, $5)
       on conflict (story_id, tab) do update set person = $3, name = $4, pen = false, since = $5, seen_at = $5`,
      [storyId, ask.tab, person.id, person.name, now],
    );
  if (ask.write)
    await db.query(
      `update open_stories set pen = true, since = $3 where story_id = $1 and tab = $2 and not pen
         and not exists (select from open_stories as other where other.story_id = $1 and other.pen)`,
      [storyId, ask.tab, now],
    );
  else
    await db.query('update open_stories set pen = false where story_id = $1 and tab = $2 and pen', [
      storyId,
      ask.tab,
    ]);
  return readOpen(db, storyId, ask.tab);
}

export async function closeStory(
  db: Client,
  { storyId, person }: Pick<Opener, 'storyId' | 'person'>,
  tab: string,
): Promise<void> {
  await db.query('delete from open_stories where story_id = $1 and tab = $2 and person = $3', [
    storyId,
    tab,
    person.id,
  ]);
}

/** Tabs that were closed without a word. `storyId` left out: of every story. */
export async function closeSilent(db: Client, now: Date, storyId: number | null = null): Promise<void> {
  await db.query(
    `delete from open_stories where seen_at < $1::timestamptz - interval '${closedAfterSeconds} seconds'
       and ($2::bigint is null or story_id = $2)`,
    [now, storyId],
  );
}

async function readOpen(db: Client, storyId: number, tab: string): Promise<OpenJson> {
  const { rows } = await db.query<{ tab: string; person: string; name: string; pen: boolean; since: Date }>(
    'select tab, person, name, pen, since from open_stories where story_id = $1 order by since',
    [storyId],
  );
  const holder = rows.find((row) => row.pen);
  return {
    mine: holder?.tab === tab,
    pen: holder
      ? { person: holder.person, name: holder.name, tab: holder.tab, since: holder.since.toISOString() }
      : null,
    others: rows.filter((row) => row.tab !== tab).map((row) => ({ id: row.person, name: row.name })),
  };
}
