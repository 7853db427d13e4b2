/**
 * Never to be asked again: whoever reads the mail of an address says by the link in a question that no other is to come, whoever
 * gives the address with a comment. It is kept as a keyed hash of the address, in the database and in the ledger beside it, and
 * outlives the comment, the address and an older backup. Each in the transaction of the caller.
 */
import { mailboxOf } from '../mail/mail-address.ts';
import { keyedHash, type MailSecret } from '../mail/mail-token.ts';
import { nextActTime } from '../record/act-time.ts';
import type { Client } from '../stories/story-store.ts';
import { noteAddressWishes } from './erasure-ledger.ts';
import { keepAddressWishes, readAddressWish } from './unasked-store.ts';

/** However the address is spelled, and whatever stands in it behind a plus. */
export function unaskedHash(secret: MailSecret, address: string): Buffer {
  return keyedHash(secret, 'unasked', mailboxOf(address));
}

type Deps = {
  db: Client;
  now: Date;
  /** Where it is noted, so that no older backup forgets it. */
  dataDir: string;
};

export function neverAsk(deps: Deps, addressHash: Buffer): Promise<void> {
  return say(deps, addressHash, true);
}

/** Whoever wants to hear of his comments after all. Where nobody had said anything nothing is kept. */
export function askAgain(deps: Deps, addressHash: Buffer): Promise<void> {
  return say(deps, addressHash, false);
}

async function say({ db, now, dataDir }: Deps, addressHash: Buffer, unasked: boolean): Promise<void> {
  const before = await readAddressWish(db, addressHash);
  if ((before?.unasked ?? false) === unasked) return;
  // After what was said before, also where the clock was set back: else that would hold.
  const saidAt = nextActTime(now, before?.saidAt ?? null);
  const wish = { addressHash, unasked, saidAt };
  await keepAddressWishes(db, [wish]);
  noteAddressWishes(dataDir, [wish]);
}
