/** Mail that came back: what is remembered of it, and when an address is given up. */
import { endFollowings } from '../followers/follower-store.ts';
import type { Client } from '../stories/story-store.ts';

export type Bounce = { hard: boolean; status: string; said: string };

export type BouncedMail = { id: number; followerId: number | null; addressHash: Buffer; covered: string };

/** Soft bounces that an address is given up after, and the days within which they count. */
export const mostSoft = 5;
const softDays = 14;
const hardDays = 180;

/** Notes that a mail came back, once for each mail; gives its address up where that was one too many. */
export async function noteBounce(
  db: Client,
  { id, followerId, addressHash, covered }: BouncedMail,
  { hard, status, said }: Bounce,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into bounces (address_hash, covered, mail_id, at, hard, status, said) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (mail_id) do update set hard = bounces.hard or excluded.hard, status = excluded.status, said = excluded.said
       where excluded.hard`,
    [addressHash, covered, id, now, hard, status, said],
  );
  if (followerId !== null && (await isGivenUp(db, addressHash, now)))
    await endFollowings(db, followerId, null, 'bounced', now);
}

/** Whether nothing more is to be sent to an address, but the question whether it wants something. */
export async function isGivenUp(db: Client, addressHash: Buffer, now: Date): Promise<boolean> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const { rows } = await db.query<{ given: boolean }>(
    `select coalesce(bool_or(hard), false) or count(*) filter (where at >= $3) >= $4 as given
     from bounces where address_hash = $1 and at >= $2`,
    [addressHash, before(hardDays), before(softDays), mostSoft],
  );
  return rows[0]?.given ?? false;
}

export async function forgiveBounces(db: Client, addressHash: Buffer): Promise<void> {
  await db.query('delete from bounces where address_hash = $1', [addressHash]);
}

/**
 * Whether a status (RFC 3463) says that there is no such mailbox; what a full mailbox, a rule against us or a busy server says
 * may pass. Where none was said, a refusal of the address is one for good.
 */
export function isHard(status: string): boolean {
  return status === '' || /^5\.(0\.0|1\.\d+|2\.1|4\.4)$/.test(status);
}

export type BounceRow = { covered: string; at: Date; hard: boolean; status: string; said: string };

export async function listBounces(db: Client, limit: number): Promise<BounceRow[]> {
  const { rows } = await db.query<BounceRow>(
    'select covered, at, hard, status, said from bounces order by at desc, id desc limit $1',
    [limit],
  );
  return rows;
}
