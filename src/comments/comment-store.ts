/** Every statement about comments as they come in and as readers see them. */
import type { Client } from '../stories/story-store.ts';
import type { CheckReason, CommentState, Draft } from './comment.ts';
import { insertContact } from './contact-store.ts';
import type { OwnRule } from './is-open.ts';
import type { Likeness } from './likeness.ts';

/** A story whose words readers get, as far as comments need to know it. */
export type CommentedStory = {
  storyId: number;
  code: number;
  lang: string;
  headline: string;
  /** That readers have now. */
  version: number;
  /** The time on its date line. */
  at: Date;
  own: OwnRule;
};

/** @returns null for a story that readers do not get. */
export async function findCommented(db: Client, code: number): Promise<CommentedStory | null> {
  const { rows } = await db.query<
    Omit<CommentedStory, 'own'> & { taken: 'open' | 'closed' | 'days' | null; days: number | null }
  >(
    `select story_id as "storyId", code, lang, versions.fields ->> 'headline' as headline, version, effective_at as at,
       taken, days
     from published join versions using (story_id, version) left join comment_stories using (story_id)
     where code = $1`,
    [code],
  );
  const [row] = rows;
  if (!row) return null;
  const { taken, days, ...story } = row;
  return { ...story, headline: story.headline ?? '', own: taken === null ? null : { taken, days } };
}

/** The newest correction of a story that was not taken back: the version that it made, and when. */
export async function newestCorrection(
  db: Client,
  storyId: number,
): Promise<{ version: number; at: Date } | null> {
  const { rows } = await db.query<{ version: number; at: Date }>(
    `select version, effective_at as at from acts
     where story_id = $1 and kind = 'correct'
       and not exists (select from acts as later where later.story_id = $1 and later.withdraws = acts.id)
     order by id desc limit 1`,
    [storyId],
  );
  return rows[0] ?? null;
}

export type NewComment = {
  story: Pick<CommentedStory, 'storyId' | 'lang' | 'version'>;
  /** The comment that it answers, one that answers none. */
  parentId: number | null;
  draft: Draft;
  sentAt: Date;
  state: Exclude<CommentState, 'removed'>;
  reason: CheckReason;
  about: string;
  likeness: Likeness;
  addressHash: Buffer | null;
  lettersHash: Buffer;
};

/** @returns its number. */
export async function insertComment(db: Client, comment: NewComment): Promise<number> {
  const { story, parentId, draft, sentAt, state, reason, about, likeness } = comment;
  const { rows } = await db.query<{ id: number }>(
    `insert into comments (story_id, lang, parent_id, version, name, body, sent_at, state, reason, about, likeness, because,
       address_hash, letters_hash, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      story.storyId,
      story.lang,
      parentId,
      story.version,
      draft.name,
      draft.text,
      sentAt,
      state,
      reason,
      about,
      likeness.rejected,
      likeness.because,
      comment.addressHash,
      comment.lettersHash,
      state === 'published' ? sentAt : null,
    ],
  );
  const id = (rows[0] as { id: number }).id;
  if (draft.email !== '')
    await insertContact(db, id, { email: draft.email, tell: draft.tell, givenAt: sentAt });
  return id;
}

/** A comment as readers see it. `removed`: its words are gone, its place is not. */
export type ShownComment = {
  id: number;
  parentId: number | null;
  name: string;
  text: string;
  at: Date;
  version: number;
  removed: boolean;
};

/** The place of a comment in its story: after it come its own answers, then what was written later. */
export type CommentPlace = { thread: number; id: number };

/** In the order in which they are read. `after`: those behind that place. */
export async function listShown(
  db: Client,
  { storyId, after, limit }: { storyId: number; after: CommentPlace | null; limit: number },
): Promise<ShownComment[]> {
  const { rows } = await db.query<ShownComment>(
    `select ${shownColumns} from comments
     where story_id = $1 and shown and (thread_id, id) > ($2::bigint, $3::bigint) order by thread_id, id limit $4`,
    [storyId, after?.thread ?? 0, after?.id ?? 0, limit],
  );
  return rows;
}

/** One that readers see, of this story; null where there is none. */
export async function findShown(db: Client, storyId: number, id: number): Promise<ShownComment | null> {
  const { rows } = await db.query<ShownComment>(
    `select ${shownColumns} from comments where id = $1 and story_id = $2 and shown`,
    [id, storyId],
  );
  return rows[0] ?? null;
}

const shownColumns = `id, parent_id as "parentId", name, body as text, sent_at as at, version, state = 'removed' as removed`;

export async function countShown(db: Client, storyId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::integer as count from comments where story_id = $1 and shown',
    [storyId],
  );
  return rows[0]?.count ?? 0;
}

/** Comments of the last minute, and of a surge that nobody has looked at: neither is counted beyond what matters. */
export async function measureCrowd(
  db: Client,
  { since, most }: { since: Date; most: { lastMinute: number; surge: number } },
): Promise<{ lastMinute: number; surge: number }> {
  const { rows } = await db.query<{ lastMinute: number; surge: number }>(
    `select (select count(*)::integer from (select from comments where sent_at > $1 limit $2) as newest) as "lastMinute",
       (select count(*)::integer from (select from comments where state = 'surge' limit $3) as waiting) as surge`,
    [since, most.lastMinute, most.surge],
  );
  return rows[0] ?? { lastMinute: 0, surge: 0 };
}

/** Rejected and banned, whoever decided so, no further than `most`. */
export async function countUnseen(db: Client, most: number): Promise<number> {
  const { rows } = await db.query<{ unseen: number }>(
    `select count(*)::integer as unseen from (select from comments where state = 'rejected'
       union all select from comments where state = 'banned' limit $1) as capped`,
    [most],
  );
  return rows[0]?.unseen ?? 0;
}

/** The newest comment with the same letters that was sent since, whatever became of it; null: none. */
export async function findSame(db: Client, lettersHash: Buffer, since: Date): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    `select id from comments where letters_hash = $1 and sent_at > $2 and state <> 'removed' order by id desc limit 1`,
    [lettersHash, since],
  );
  return rows[0]?.id ?? null;
}

/** Whether the last thing that moderators decided of this name and address was to publish. */
export async function isKnownGood(
  db: Client,
  { name, email }: Draft,
  addressHashes: readonly Buffer[],
): Promise<boolean> {
  if (email === '') return false;
  const { rows } = await db.query<{ good: boolean }>(
    `select state = 'published' and exists (
         select from comments as same join comment_contacts on comment_id = same.id
         where lower(email) = lower($1) and same.name = $2 and same.state = 'published'
           and same.decided_by is not null and same.address_hash = any ($3)) as good
     from comments join comment_contacts on comment_id = id
     where lower(email) = lower($1) and name = $2 and decided_by is not null order by decided_at desc limit 1`,
    [email, name, addressHashes],
  );
  return rows[0]?.good ?? false;
}

const windowMinutes = 10;
const mostTries = 5;

/** Counts one, in every process. @returns how long to wait, in seconds; 0: it may be. */
export async function countTry(db: Client, addressHash: Buffer, now: Date): Promise<number> {
  const began = new Date(now.getTime() - windowMinutes * 60_000);
  const { rows } = await db.query<{ count: number; since: Date }>(
    `insert into comment_tries as tried (address_hash, count, since) values ($1, 1, $2)
     on conflict (address_hash) do update set
       count = case when tried.since <= $3 then 1 else least(tried.count, 1000000) + 1 end,
       since = case when tried.since <= $3 then $2 else tried.since end
     returning count, since`,
    [addressHash, now, began],
  );
  const tried = rows[0];
  if (!tried || tried.count <= mostTries) return 0;
  return Math.max(1, Math.ceil((tried.since.getTime() + windowMinutes * 60_000 - now.getTime()) / 1_000));
}

export async function isBanned(
  db: Client,
  { nameHash, addressHashes, now }: { nameHash: Buffer; addressHashes: readonly Buffer[]; now: Date },
): Promise<boolean> {
  const { rows } = await db.query<{ banned: boolean }>(
    `select exists (select from comment_bans where until > $3
       and ((kind = 'name' and value = $1) or (kind = 'address' and value = any ($2)))) as banned`,
    [nameHash, addressHashes, now],
  );
  return rows[0]?.banned ?? false;
}
