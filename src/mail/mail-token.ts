/**
 * Words in links and return paths that only the reader of a mail knows: an id with its HMAC. Nothing of them is kept, and
 * each mail can say them anew; they hold for as long as what they name is there.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Client } from '../stories/story-store.ts';

/** What a token lets its holder do: one is of no use for another. */
export type TokenUse =
  /** Of a following: say that one wants it. */
  | 'confirm'
  /** Of a following: end it. */
  | 'end'
  /** Of a follower: see all that one gets, change and erase it. */
  | 'manage'
  /** Of a comment: say that the address that came with it is one's own, and that one wants to hear. */
  | 'comments'
  /** Of a comment: hear of none any more. */
  | 'no-comments'
  /** Of a mail: say that it came back. */
  | 'bounce'
  /** Of a mail: its Message-ID. */
  | 'message';

/** Of an address, which is known by a hash: never ask it about a comment again. It holds when all else of it is erased. */
const ofAddress = 'never-ask';

export type MailSecret = Buffer & { readonly isMailSecret?: true };

/** Made once for an installation. */
export async function readMailSecret(db: Client): Promise<MailSecret> {
  const { rows } = await db.query<{ value: Buffer }>(`select value from secrets where name = 'mail'`);
  if (rows[0]) return rows[0].value;
  await db.query(`insert into secrets (name, value) values ('mail', $1) on conflict do nothing`, [
    randomBytes(32),
  ]);
  return readMailSecret(db);
}

/** Small letters, digits and one hyphen: servers may write an address in small letters. 128 bits of it are the HMAC's. */
export function tokenOf(secret: MailSecret, use: TokenUse, id: number): string {
  return `${id.toString(36)}-${macOf(secret, use, id).toString('hex')}`;
}

/** The id that a token names; null: it is none of ours. */
export function readToken(secret: MailSecret, use: TokenUse, token: string): number | null {
  const [, word = '', mac = ''] = /^([1-9a-z][0-9a-z]{0,9})-([0-9a-f]{32})$/.exec(token.toLowerCase()) ?? [];
  const id = Number.parseInt(word, 36);
  if (!word || !Number.isSafeInteger(id)) return null;
  return timingSafeEqual(macOf(secret, use, id), Buffer.from(mac, 'hex')) ? id : null;
}

/** @param hash of the address, 32 bytes. */
export function addressToken(secret: MailSecret, hash: Buffer): string {
  const word = hash.toString('hex');
  return `${word}-${macOf(secret, ofAddress, word).toString('hex')}`;
}

/** The hash of the address that a token names; null: it is none of ours. */
export function readAddressToken(secret: MailSecret, token: string): Buffer | null {
  const [, word = '', mac = ''] = /^([0-9a-f]{64})-([0-9a-f]{32})$/.exec(token.toLowerCase()) ?? [];
  if (!word) return null;
  return timingSafeEqual(macOf(secret, ofAddress, word), Buffer.from(mac, 'hex'))
    ? Buffer.from(word, 'hex')
    : null;
}

function macOf(secret: MailSecret, use: TokenUse | typeof ofAddress, id: number | string): Buffer {
  return createHmac('sha256', secret).update(`${use} ${id}`).digest().subarray(0, 16);
}

/** What is counted or remembered of an address or a network, which is not to be kept itself. */
export function keyedHash(
  secret: MailSecret,
  what: 'address' | 'network' | 'told' | 'writer' | 'unasked',
  value: string,
): Buffer {
  return createHmac('sha256', secret).update(`${what} ${value.toLowerCase()}`).digest();
}
