/** Who wished to hear what became of a comment, and has said that the address is his, hears of it by mail: its writer, and the writer of what it answers. */
import { countFollowTry } from '../followers/follow-tries.ts';
import { readMailSecret } from '../mail/mail-token.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Client } from '../stories/story-store.ts';

/** A moderator may undo within this, in milliseconds; a mail says what holds when it is sent. */
const pauseMs = 2 * 60_000;

type Told = 'published' | 'answered' | 'rejected';

/** In the transaction that publishes. */
export async function tellOfPublication(db: Client, comment: number, now: Date): Promise<void> {
  await tell(db, comment, 'published', now);
  await tell(db, comment, 'answered', now);
}

export function tellOfRejection(db: Client, comment: number, now: Date): Promise<void> {
  return tell(db, comment, 'rejected', now);
}

/** What became of a comment before its writer had confirmed his address; of what no moderator looked at, nothing. */
export async function tellOfDecision(db: Client, comment: number, now: Date): Promise<void> {
  const { rows } = await db.query<{ state: string }>(
    `select state from comments where id = $1 and (state = 'published' or state = 'rejected' and decided_by is not null)`,
    [comment],
  );
  if (rows[0]) await tell(db, comment, rows[0].state === 'published' ? 'published' : 'rejected', now);
}

async function tell(db: Client, comment: number, kind: Told, now: Date): Promise<void> {
  // Nobody hears of an answer that he wrote himself.
  const whose = kind === 'answered' ? 'comments.parent_id' : 'comments.id';
  const { rows } = await db.query<{ email: string; lang: string }>(
    `select contact.email, comments.lang
     from comments join comment_contacts as contact on contact.comment_id = ${whose} and contact.tell
         and contact.confirmed_at is not null
       left join comment_contacts as own on own.comment_id = comments.id
     where comments.id = $1 and ($2 <> 'answered' or own.email is null or lower(own.email) <> lower(contact.email))`,
    [comment, kind],
  );
  const [found] = rows;
  if (!found) return;
  const { email: address, lang } = found;
  // Of each of his own he has said that he wishes to hear; or somebody else has, who knows his address, a hundred times.
  if (await countFollowTry(db, await readMailSecret(db), 'told', address, now)) return;
  const once = `comment ${kind} ${comment}`;
  await queueMail(
    db,
    { kind: `comment-${kind}`, to: { address }, lang, about: { comment }, once },
    now,
    new Date(now.getTime() + pauseMs),
  );
}
