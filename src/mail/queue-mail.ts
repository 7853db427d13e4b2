/** Puts a mail among those that wait, in the transaction of the caller: it goes out if and only if that commits. */

import { storable } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import type { NewMail } from './mail-kinds.ts';

/**
 * @param now the injected clock's present moment. @param notBefore it waits until then. @returns the mail's id; null: nothing was queued, since one that says
 * `once` the same was before it, or the follower is gone.
 */
export async function queueMail(
  db: Client,
  mail: NewMail,
  now: Date,
  notBefore = now,
): Promise<number | null> {
  const { kind, lang, to, about, once = null } = mail;
  const follower = 'follower' in to ? to.follower : null;
  const following = 'follower' in to ? (to.following ?? null) : null;
  const address = 'address' in to ? to.address : null;
  const { rows } = await db.query<{ id: number }>(
    `insert into mails (kind, lang, follower_id, following_id, address, about, once, queued_at, due_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9 where $3::bigint is null or exists (select from followers where id = $3)
     on conflict (once) do nothing returning id`,
    [kind, lang, follower, following, address, JSON.stringify(storable(about)), once, now, notBefore],
  );
  return rows[0]?.id ?? null;
}
