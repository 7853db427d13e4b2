/** Every statement about comments as moderators see them and decide on them. */
import { liesIn } from '../desk/desk-store.ts';
import type { Place } from '../people/policy.ts';
import type { Client } from '../stories/story-store.ts';
import { doubtFrom } from './checks.ts';
import { type CommentReason, type QueueState, queueStates } from './comment.ts';
import { mostCounted, mostRows, type QueueJson, type QueueRow } from './comment-api.ts';

/** Where somebody moderates: null: everywhere. A comment lies where its story does, on that desk and in that language. */
export type Places = readonly Place[] | null;

/** SQL: whether a comment lies in one of the places of a parameter, null for everywhere. */
function liesWithin(places: string): string {
  return `(${places}::jsonb is null or exists (select from stories where stories.id = comments.story_id and ${liesIn(places)}))`;
}

function given(places: Places): string | null {
  return places && JSON.stringify(places);
}

type Row = Omit<QueueRow, 'story' | 'answers' | 'sentAt' | 'decidedAt'> &
  QueueRow['story'] & {
    sentAt: Date;
    decidedAt: Date | null;
    storyId: number;
    answersId: number | null;
    answersName: string;
    answersText: string;
  };

/** What waits, the oldest first, what looks like rejected last; what was decided, the newest first. */
const orders: Record<QueueState, string> = {
  waiting: `(comments.likeness >= ${doubtFrom}), comments.id`,
  surge: 'comments.likeness, comments.id',
  published: 'coalesce(comments.decided_at, comments.sent_at) desc, comments.id desc',
  rejected: 'coalesce(comments.decided_at, comments.sent_at) desc, comments.id desc',
  banned: 'comments.id desc',
};

/** One moment: its counts are those of its rows. */
export async function readQueue(db: Client, state: QueueState, places: Places): Promise<QueueJson> {
  const { rows } = await db.query<Row>(
    `select comments.id, comments.state, comments.lang, comments.name, comments.body as text, comments.sent_at as "sentAt",
       comments.reason, comments.about, comments.likeness, comments.because,
       coalesce(comments.decided_by, '') as "decidedBy", comments.decided_at as "decidedAt",
       comments.before is not null as undoable, contact.comment_id is not null as "hasEmail",
       comments.address_hash is not null as "hasAddress",
       stories.id as "storyId", stories.code, coalesce(versions.fields ->> 'headline', '') as headline,
       published.story_id is not null as public, comments.version, coalesce(published.version, comments.version) as newest,
       own.taken, own.days, parent.id as "answersId", parent.name as "answersName", parent.body as "answersText"
     from (select * from comments where state = '${state}' and ${liesWithin('$1')}
       order by ${orders[state]} limit ${mostRows}) as comments
       join stories on stories.id = comments.story_id
       left join published on published.story_id = stories.id
       left join versions on versions.story_id = stories.id and versions.version = published.version
       left join comment_contacts as contact on contact.comment_id = comments.id
       left join comment_stories as own on own.story_id = stories.id
       left join comments as parent on parent.id = comments.parent_id
     order by ${orders[state]}`,
    [given(places)],
  );
  const { rows: counted } = await db.query<QueueJson['counts']>(countQuery, [given(places)]);
  const counts = counted[0] as QueueJson['counts'];
  const { rows: last } = await db.query<{ newest: number | null }>(
    `select max(id) as newest from comments where state = '${state}'`,
  );
  const newest = last[0]?.newest ?? 0;
  return { rows: rows.map(rowJson), counts, newest };
}

/** Each state is named, so that the database knows how many it has. */
const countQuery = `select ${queueStates
  .map(
    (state) => `(select count(*)::integer from (select from comments
      where state = '${state}' and ${liesWithin('$1')} limit ${mostCounted + 1}) as capped) as ${state}`,
  )
  .join(', ')}`;

function rowJson(row: Row): QueueRow {
  const {
    storyId,
    code,
    headline,
    version,
    newest,
    taken,
    days,
    answersId,
    answersName,
    answersText,
    ...comment
  } = row;
  return {
    ...comment,
    sentAt: comment.sentAt.toISOString(),
    decidedAt: comment.decidedAt?.toISOString() ?? null,
    story: { id: storyId, code, headline, public: comment.public, version, newest, taken, days },
    answers: answersId === null ? null : { id: answersId, name: answersName, text: answersText },
  };
}

export type Decidable = {
  id: number;
  lang: string;
  state: QueueState;
  before: QueueState | null;
  text: string;
};

/**
 * Until the transaction ends nobody else decides on comments: what is learnt of two lists of them has words in common, and
 * each would wait for the other's.
 */
export async function holdDecisions(db: Client): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('comment decisions'))`);
}

/**
 * Held until the transaction ends. In the order of their numbers, so that nobody waits in a circle.
 * @param decidedBy only those of which this person decided last; null: whoever did.
 */
export async function holdComments(
  db: Client,
  ids: readonly number[],
  places: Places,
  decidedBy: string | null = null,
): Promise<Decidable[]> {
  const { rows } = await db.query<Decidable>(
    `select id, lang, state, before, body as text from comments
     where id = any ($1) and state <> 'removed' and ${liesWithin('$2')}
       and ($3::text is null or decided_by = $3) order by id for update`,
    [ids, given(places), decidedBy],
  );
  return rows;
}

/** Of a surge, up to the newest that the moderator saw. */
export async function listSurge(db: Client, until: number, places: Places, limit: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from comments where state = 'surge' and id <= $1 and ${liesWithin('$2')} order by id limit $3`,
    [until, given(places), limit],
  );
  return rows.map(({ id }) => id);
}

export async function moveComments(
  db: Client,
  ids: readonly number[],
  { to, reason, by, now }: { to: QueueState; reason: CommentReason; by: string; now: Date },
): Promise<void> {
  await db.query(
    `update comments set before = state, reason_before = reason, state = $2, reason = $3, decided_by = $4, decided_at = $5,
       published_at = case when $2 = 'published' then coalesce(published_at, $5) else published_at end
     where id = any ($1)`,
    [ids, to, reason, by, now],
  );
}

/** Back to where it stood, once. */
export async function moveBack(db: Client, ids: readonly number[]): Promise<void> {
  await db.query(
    `update comments set state = before, reason = reason_before, before = null, reason_before = null,
       decided_by = null, decided_at = null,
       published_at = case when before = 'published' then published_at end
     where id = any ($1) and before is not null`,
    [ids],
  );
}

export async function writeOwnRule(
  db: Client,
  storyId: number,
  own: { taken: 'open' | 'closed' | 'days'; days: number | null } | null,
): Promise<void> {
  if (own === null) await db.query('delete from comment_stories where story_id = $1', [storyId]);
  else
    await db.query(
      `insert into comment_stories (story_id, taken, days) values ($1, $2, $3)
       on conflict (story_id) do update set taken = $2, days = $3`,
      [storyId, own.taken, own.days],
    );
}

/** Whom a comment came from, to ban them. */
export async function findWriter(
  db: Client,
  id: number,
  places: Places,
): Promise<{ name: string; addressHash: Buffer | null } | null> {
  const { rows } = await db.query<{ name: string; addressHash: Buffer | null }>(
    `select name, address_hash as "addressHash" from comments
     where id = $1 and state <> 'removed' and ${liesWithin('$2')}`,
    [id, given(places)],
  );
  return rows[0] ?? null;
}

export async function isStoryWithin(db: Client, storyId: number, places: Places): Promise<boolean> {
  const { rows } = await db.query<{ within: boolean }>(
    `select $2::jsonb is null or exists (select from stories where id = $1 and ${liesIn('$2')}) as within`,
    [storyId, given(places)],
  );
  return rows[0]?.within ?? false;
}

export type Ban = { id: number; kind: 'name' | 'address'; name: string; bannedBy: string; until: Date };

export async function writeBan(
  db: Client,
  ban: Omit<Ban, 'id'> & { value: Buffer; now: Date },
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into comment_bans (kind, value, name, banned_by, banned_at, until) values ($1, $2, $3, $4, $5, $6)
     on conflict (kind, value) do update set banned_by = $4, banned_at = $5, until = $6 returning id`,
    [ban.kind, ban.value, ban.name, ban.bannedBy, ban.now, ban.until],
  );
  return (rows[0] as { id: number }).id;
}

export async function listBans(db: Client, now: Date): Promise<Ban[]> {
  const { rows } = await db.query<Ban>(
    `select id, kind, name, banned_by as "bannedBy", until from comment_bans where until > $1 order by id desc limit 500`,
    [now],
  );
  return rows;
}

/** @param bannedBy null: whoever banned. @returns whether it was there. */
export async function liftBan(db: Client, id: number, bannedBy: string | null): Promise<boolean> {
  const { rowCount } = await db.query(
    'delete from comment_bans where id = $1 and ($2::text is null or banned_by = $2)',
    [id, bannedBy],
  );
  return (rowCount ?? 0) > 0;
}
