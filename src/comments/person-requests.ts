/**
 * What a person may ask of us about the comments that came with an e-mail address: to have them all, and to have them gone. After
 * the days for which an address is kept nobody can tell whose a comment was.
 */
import { type By, writeAudit } from '../people/audit.ts';
import type { Client } from '../stories/story-store.ts';
import type { PersonJson } from './comment-api.ts';
import { noteErasures } from './erasure-ledger.ts';

export async function exportOf(
  { db, now, by }: { db: Client; now: Date; by: By },
  email: string,
): Promise<PersonJson['comments']> {
  const comments = await listOf(db, email);
  await writeAudit(db, {
    by,
    what: 'comment.exported',
    about: { comments: comments.map(({ id }) => id) },
    at: now,
  });
  return comments;
}

/** @param dataDir where it is noted, so that no older backup brings them back. @returns the numbers of the comments. */
export async function eraseOf(
  { db, now, by }: { db: Client; now: Date; by: By },
  { email, dataDir }: { email: string; dataDir: string },
): Promise<number[]> {
  const { rows } = await db.query<{ comment: number; sentAt: Date }>(
    `select id as comment, sent_at as "sentAt" from comments join comment_contacts on comment_id = id
     where lower(email) = lower($1) order by id for update`,
    [email.trim()],
  );
  const ids = rows.map(({ comment }) => comment);
  await eraseComments(db, ids, { by, now });
  await writeAudit(db, { by, what: 'comment.erased', about: { comments: ids }, at: now });
  noteErasures(
    dataDir,
    rows.map((row) => ({ ...row, erasedAt: now })),
  );
  return ids;
}

/**
 * Words, name and address go. Of what readers saw "removed at its author's request" stays in its place, so that answers
 * to it still make sense.
 */
export async function eraseComments(
  db: Client,
  ids: readonly number[],
  { by, now }: { by: By; now: Date },
): Promise<void> {
  // Mails that wait for that address too: of an answer to one of them, which is somebody else's.
  await db.query(
    `delete from mails where state = 'waiting'
       and lower(address) in (select lower(email) from comment_contacts where comment_id = any ($1))`,
    [ids],
  );
  await db.query('delete from comment_contacts where comment_id = any ($1)', [ids]);
  await db.query(
    `update comments set state = 'removed', name = '', body = '', about = '', because = '{}', reason = 'requested',
       before = null, decided_by = $2, decided_at = $3, address_hash = null, letters_hash = ''
     where id = any ($1)`,
    [ids, by.name, now],
  );
}

async function listOf(db: Client, email: string): Promise<PersonJson['comments']> {
  const { rows } = await db.query<Omit<PersonJson['comments'][0], 'sentAt'> & { sentAt: Date }>(
    `select comments.id, code as story, comments.lang, name, body as text, sent_at as "sentAt", state, tell
     from comment_contacts join comments on comments.id = comment_id join stories on stories.id = comments.story_id
     where lower(email) = lower($1) order by comments.id`,
    [email.trim()],
  );
  return rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() }));
}
