/** Puts a mail among those that wait, in the transaction of the caller: it goes out if and only if that commits. */

import { storable } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import type { NewMail } from './mail-kinds.ts';
import { keyedHash, readMailSecret } from './mail-token.ts';

/**
 * @param now the injected clock's present moment. @returns the mail's id; null: nothing was queued, since one that says
 * `once` the same was before it, or the follower is gone.
 */
export async function queueMail(db: Client, mail: NewMail, now: Date): Promise<number | null> {
  const { kind, lang, to, about, once = null } = mail;
  const follower = 'follower' in to ? to.follower : null;
  const following = 'follower' in to ? (to.following ?? null) : null;
  const address = 'address' in to ? to.address : await readAddress(db, to.follower);
  if (address === null) return null;
  const hash = keyedHash(await readMailSecret(db), 'address', address);
  const { rows } = await db.query<{ id: number }>(
    `insert into mails (kind, lang, follower_id, following_id, address, address_hash, about, once, queued_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict (once) do nothing returning id`,
    [
      kind,
      lang,
      follower,
      following,
      follower === null ? address : null,
      hash,
      JSON.stringify(storable(about)),
      once,
      now,
    ],
  );
  return rows[0]?.id ?? null;
}

async function readAddress(db: Client, follower: number): Promise<string | null> {
  const { rows } = await db.query<{ address: string }>('select address from followers where id = $1', [
    follower,
  ]);
  return rows[0]?.address ?? null;
}
