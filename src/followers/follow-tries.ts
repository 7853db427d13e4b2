/** How often mail is asked for, by network and by address, and how often an address is told of comments, counted for every process of the installation. */
import { mailboxOf } from '../mail/mail-address.ts';
import { keyedHash, type MailSecret } from '../mail/mail-token.ts';
import { networkOf } from '../people/network.ts';
import type { Client } from '../stories/story-store.ts';

/** Within the window. A network is that of a whole library, often; an address is asked no oftener than its owner can bear. */
const most = {
  network: { count: 30, seconds: 3_600 },
  address: { count: 3, seconds: 86_400 },
  told: { count: 10, seconds: 86_400 },
  // Counted apart: who names an address below comments uses up nothing of what its owner may ask for.
  writer: { count: 2, seconds: 86_400 },
};

/** Counts a try. @returns whether it is one too many. */
export async function countFollowTry(
  db: Client,
  secret: MailSecret,
  what: keyof typeof most,
  value: string,
  now: Date,
): Promise<boolean> {
  const { count, seconds } = most[what];
  const key = keyedHash(secret, what, what === 'network' ? networkOf(value) : mailboxOf(value));
  const { rows } = await db.query<{ count: number }>(
    `insert into follow_tries (key, count, since) values ($1, 1, $2)
     on conflict (key) do update set
       count = case when follow_tries.since <= $3 then 1 else least(follow_tries.count, 1000000) + 1 end,
       since = case when follow_tries.since <= $3 then $2 else follow_tries.since end
     returning count`,
    [key, now, new Date(now.getTime() - seconds * 1_000)],
  );
  return (rows[0]?.count ?? 0) > count;
}
