/**
 * Whose an address is: whoever wishes to hear of his comment is asked by mail first, and hears of it once he has said so. What
 * he says holds for the address, for as long as a comment of it is kept with it. Each in the transaction of the caller.
 */

import { mostAskedInAnHour } from '../followers/follow.ts';
import { countFollowTry } from '../followers/follow-tries.ts';
import { unconfirmedDays } from '../followers/follower-store.ts';
import { forgiveBounces } from '../mail/bounce-store.ts';
import { keyedHash, type MailSecret, readMailSecret } from '../mail/mail-token.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Client } from '../stories/story-store.ts';
import { askedOnce, countUnconfirmed, dropWish, findContact, noteConfirmed } from './contact-store.ts';
import { askAgain, unaskedHash } from './never-ask.ts';
import { holdDecisions } from './queue-store.ts';
import { tellOfDecision } from './tell-of-decision.ts';
import { isUnasked } from './unasked-store.ts';

/** Asks, unless it is known already, was asked often today, or is never to be asked. Nothing that a reader sees tells which. */
export async function askWriter(db: Client, comment: number, now: Date): Promise<void> {
  const contact = await findContact(db, comment);
  if (!contact?.tell || contact.confirmed) return;
  const { email: address, lang } = contact;
  const secret = await readMailSecret(db);
  if (await isUnasked(db, unaskedHash(secret, address))) return;
  // As with what followers ask for: mails to strangers are bounded for all of them together, and for each address.
  const since = new Date(now.getTime() - 3_600_000);
  if ((await countUnconfirmed(db, since, mostAskedInAnHour)) >= mostAskedInAnHour) return;
  if (await countFollowTry(db, secret, 'writer', address, now)) return;
  const once = `${askedOnce}${comment}`;
  await queueMail(db, { kind: 'comment-confirm', to: { address }, lang, about: { comment }, once }, now);
}

/** `dataDir`: where lies, beside the database, what addresses are not to be asked. */
type Deps = { db: Client; secret: MailSecret; now: Date; dataDir: string };

/** Whether the question about this comment's address can still be answered. */
export async function mayConfirm(db: Client, comment: number, now: Date): Promise<boolean> {
  const contact = await findContact(db, comment);
  const until = (contact?.givenAt.getTime() ?? 0) + unconfirmedDays * 86_400_000;
  return Boolean(contact?.tell) && until > now.getTime();
}

/** What became meanwhile of all that came with the address is told now. @returns false: it is too late, or the address was erased. */
export async function confirmWriter(deps: Deps, comment: number): Promise<boolean> {
  const { db, secret, now } = deps;
  // Else neither would tell him where both happen at once: the one sees no address confirmed, the other no decision.
  await holdDecisions(db);
  const contact = await findContact(db, comment);
  if (!contact || !(await mayConfirm(db, comment, now))) return false;
  const confirmed = await noteConfirmed(db, contact.email, now);
  // Whoever wants it now wants it, whatever he said before.
  await askAgain(deps, unaskedHash(secret, contact.email));
  // Whoever reads our mail has an address that takes it.
  await forgiveBounces(db, keyedHash(secret, 'address', contact.email));
  for (const one of confirmed) await tellOfDecision(db, one, now);
  return true;
}

/** He hears of no comment any more, unless he wishes to with a later one, and says again that the address is his. */
export async function endWord(db: Client, comment: number): Promise<boolean> {
  const contact = await findContact(db, comment);
  if (contact) await dropWish(db, contact.email);
  return contact !== null;
}
