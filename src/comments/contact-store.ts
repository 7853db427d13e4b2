/** Every SQL statement about the addresses that came with comments, and about who has said that one is his. */
import type { Client } from '../stories/story-store.ts';

export type Contact = { email: string; lang: string; tell: boolean; confirmed: boolean; givenAt: Date };

/** Null: the comment came without an address, or it was erased. */
export async function findContact(db: Client, comment: number): Promise<Contact | null> {
  const { rows } = await db.query<Contact>(
    `select email, lang, tell, confirmed_at is not null as confirmed, given_at as "givenAt"
     from comment_contacts join comments on comments.id = comment_id where comment_id = $1`,
    [comment],
  );
  return rows[0] ?? null;
}

/** Of an address that was confirmed before, it is confirmed at once. */
export async function insertContact(
  db: Client,
  comment: number,
  { email, tell, givenAt }: Pick<Contact, 'email' | 'tell' | 'givenAt'>,
): Promise<void> {
  await db.query(
    `insert into comment_contacts (comment_id, email, tell, given_at, confirmed_at)
     select $1, $2, $3, $4, max(confirmed_at) from comment_contacts where lower(email) = lower($2)`,
    [comment, email, tell, givenAt],
  );
}

/** What the mail that asks about a comment's address says, with its number, to be sent once. */
export const askedOnce = 'comment confirm ';

/** Wishes since then that were asked about by mail and that nobody has confirmed, counted up to `most`. */
export async function countUnconfirmed(db: Client, since: Date, most: number): Promise<number> {
  const { rows } = await db.query<{ asked: number }>(
    `select count(*)::integer as asked from (select from comment_contacts join mails on once = $3::text || comment_id
       where tell and confirmed_at is null and given_at > $1 limit $2) as newest`,
    [since, most, askedOnce],
  );
  return rows[0]?.asked ?? 0;
}

/** @returns the comments with the address for which it was not confirmed before. */
export async function noteConfirmed(db: Client, email: string, now: Date): Promise<number[]> {
  const { rows } = await db.query<{ comment: number }>(
    `update comment_contacts set confirmed_at = $2 where lower(email) = lower($1) and confirmed_at is null
     returning comment_id as comment`,
    [email, now],
  );
  return rows.map(({ comment }) => comment).sort((one, other) => one - other);
}

/** With the mails about comments that wait for it. */
export async function dropWish(db: Client, email: string): Promise<void> {
  await db.query(
    'update comment_contacts set tell = false, confirmed_at = null where lower(email) = lower($1)',
    [email],
  );
  await db.query(
    `delete from mails where state = 'waiting' and kind like 'comment-%' and lower(address) = lower($1)`,
    [email],
  );
}
