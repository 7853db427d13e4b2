/** What readers do about mail: ask for it, confirm, change, end, erase. Each in the transaction of the caller. */

import { forgiveBounces } from '../mail/bounce-store.ts';
import { keyedHash, type MailSecret } from '../mail/mail-token.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Every } from '../site/words/mail-words.ts';
import type { Client } from '../stories/story-store.ts';
import { countFollowTry } from './follow-tries.ts';
import {
  type AskedFollowing,
  changeFollowing,
  countAskedSince,
  endFollowings,
  eraseFollower,
  keepFollower,
  keepFollowing,
  readFollower,
  readFollowing,
  startFollowing,
} from './follower-store.ts';
import { type Following, nextDue } from './following.ts';

/** `zone`: the agency's, IANA. */
export type FollowDeps = { db: Client; secret: MailSecret; zone: string; now: Date };

/** Mails to strangers that nobody has confirmed yet: beyond these our mail would soon be taken nowhere. */
export const mostAskedInAnHour = 1_000;

/**
 * Keeps what was asked for and asks the address whether it is wanted. Nothing tells whether the address was known: neither
 * what is answered, nor what is done.
 * @param network the address of the network that asks. @returns false: it asked too often.
 */
export async function askToFollow(
  { db, secret, now }: FollowDeps,
  { address, network, asked }: { address: string; network: string; asked: AskedFollowing },
): Promise<boolean> {
  if (await countFollowTry(db, secret, 'network', network, now)) return false;
  // One network can be thousands that somebody rents: what we ask strangers on their word is bounded for all of them together.
  if (
    (await countAskedSince(db, new Date(now.getTime() - 3_600_000), mostAskedInAnHour)) >= mostAskedInAnHour
  )
    return false;
  if (await countFollowTry(db, secret, 'address', address, now)) return true;
  const follower = await keepFollower(db, address, asked.lang, now);
  const following = await keepFollowing(db, follower, asked, now);
  if (following !== null)
    await queueMail(db, { kind: 'confirm', to: { follower, following }, lang: asked.lang, about: {} }, now);
  return true;
}

/** @returns what is sent from now on; null: it was erased meanwhile. */
export async function confirmFollowing(deps: FollowDeps, id: number): Promise<Following | null> {
  const { db, secret, zone, now } = deps;
  const following = await readFollowing(db, id);
  const follower = following && (await readFollower(db, following.followerId));
  if (!following || !follower) return null;
  await startFollowing(db, following, nextDue(zone, following, now), now);
  // Whoever reads our mail has an address that takes it.
  await forgiveBounces(db, keyedHash(secret, 'address', follower.address));
  return following;
}

export async function changeOften(
  { db, zone, now }: FollowDeps,
  following: Following,
  { every, hour }: { every: Every; hour: number },
): Promise<void> {
  const changed = { ...following, every, hour };
  await changeFollowing(db, changed, nextDue(zone, changed, now));
}

export async function endFollowing({ db, now }: FollowDeps, { id, followerId }: Following): Promise<void> {
  await endFollowings(db, followerId, id, 'reader', now);
}

export async function endAll({ db, now }: FollowDeps, followerId: number): Promise<void> {
  await endFollowings(db, followerId, null, 'reader', now);
}

export async function erase({ db }: FollowDeps, followerId: number): Promise<void> {
  await eraseFollower(db, followerId);
}
