/**
 * Tries to sign in, counted by address and by account, for every process of the installation. A try counts when it
 * begins, so that many at once count as many; one that succeeds is forgiven.
 */
import { createHash } from 'node:crypto';
import type { Client } from '../stories/story-store.ts';
import { networkOf } from './network.ts';

const windowSeconds = 15 * 60;
/** Failures within the window. An address is that of a whole newsroom, often. */
const most = { address: 40, account: 10 };

export type Tried = { address: string; account?: string | undefined };

/** @returns null, or how long to wait. */
export async function countTry(db: Client, tried: Tried, now: Date): Promise<{ waitSeconds: number } | null> {
  let waitSeconds = 0;
  for (const { key, limit } of keysOf(tried)) {
    const { rows } = await db.query<{ count: number; since: Date }>(
      `insert into sign_in_tries (key, count, since) values ($1, 1, $2)
       on conflict (key) do update set
         count = case when sign_in_tries.since <= $3 then 1 else least(sign_in_tries.count, 1000000) + 1 end,
         since = case when sign_in_tries.since <= $3 then $2 else sign_in_tries.since end
       returning count, since`,
      [key, now, new Date(now.getTime() - windowSeconds * 1_000)],
    );
    const counted = rows[0];
    if (counted && counted.count > limit)
      waitSeconds = Math.max(
        waitSeconds,
        windowSeconds - Math.floor((now.getTime() - counted.since.getTime()) / 1_000),
      );
    if (counted?.count === 1)
      await db.query('delete from sign_in_tries where since <= $1', [
        new Date(now.getTime() - windowSeconds * 1_000),
      ]);
  }
  return waitSeconds > 0 ? { waitSeconds } : null;
}

export async function forgiveTry(db: Client, tried: Tried): Promise<void> {
  const [address, account] = keysOf(tried);
  await db.query('update sign_in_tries set count = greatest(count - 1, 0) where key = $1', [address?.key]);
  if (account) await db.query('delete from sign_in_tries where key = $1', [account.key]);
}

function keysOf({ address, account }: Tried): { key: Buffer; limit: number }[] {
  const keys = [{ key: keyOf('address', networkOf(address)), limit: most.address }];
  if (account !== undefined)
    keys.push({ key: keyOf('account', account.trim().toLowerCase()), limit: most.account });
  return keys;
}

function keyOf(kind: string, value: string): Buffer {
  return createHash('sha256').update(`${kind} ${value}`).digest();
}
